"""Articles as CSL-JSON; what is unknown is left out."""

import pytest

from analysis.results.bibliography import csl_item
from analysis.sources.records import Record


def test_the_least_record_gives_the_least_item():
    assert csl_item(Record(id="a", outlet="Herald")) == {
        "id": "a",
        "type": "article-newspaper",
        "container-title": "Herald",
    }


def test_a_full_record_names_outlet_carrier_and_authors():
    item = csl_item(
        Record(
            id="a", outlet="Herald", carrier="copyhub.example", title="A title", authors=("Lena Fisk", "AB"),
            url="https://example.org", language="en",
        )
    )  # fmt: skip
    assert item["publisher"] == "copyhub.example"
    assert item["author"] == [{"literal": "Lena Fisk"}, {"literal": "AB"}]
    assert (item["title"], item["URL"], item["language"]) == ("A title", "https://example.org", "en")


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        ("2019-02-05", {"date-parts": [[2019, 2, 5]]}),
        ("2019-02", {"date-parts": [[2019, 2, 1], [2019, 2, 28]]}),
        ("2019-02-04/2019-02-06", {"date-parts": [[2019, 2, 4], [2019, 2, 6]]}),
        ("2019-02-05~", {"date-parts": [[2019, 2, 4], [2019, 2, 6]], "circa": True}),
        ("", None),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(published, issued):
    assert csl_item(Record(id="a", outlet="Herald", published=published)).get("issued") == issued
