"""Which articles carry a note that corrects what they share with another."""

from collections.abc import Mapping

import pandas as pd


def corrections_in_passages(
    features: Mapping[str, pd.DataFrame], passages: pd.DataFrame
) -> dict[tuple[str, str], set[str]]:
    """Return for each pair the articles whose correction note names somebody whom a shared passage names, too.

    Which statement a note takes back cannot be told without reading it; of whom it speaks can.

    Parameters
    ----------
    features : mapping of str to DataFrame
        The feature tables marks and names.
    passages : DataFrame
        Aligned passages with their places; quotations do not count.
    """
    names, marks = features["names"], features["marks"]
    places = {article: list(zip(own["start"], own["form"], strict=True)) for article, own in names.groupby("article")}
    noted: dict[str, set[str]] = {}
    for note in marks[marks["kind"] == "correction"].itertuples():
        named = {form for start, form in places.get(note.article, ()) if note.start <= start < note.end}
        noted.setdefault(str(note.article), set()).update(word for form in named for word in form.split())
    found: dict[tuple[str, str], set[str]] = {}
    for row in passages[passages["kind"] != "quotation"].itertuples():
        for article, begin, end in ((row.article_a, row.start_a, row.end_a), (row.article_b, row.start_b, row.end_b)):
            told = {form for start, form in places.get(article, ()) if begin <= start < end} if article in noted else ()
            if any(word in noted[article] for form in told for word in form.split()):
                found.setdefault((str(row.article_a), str(row.article_b)), set()).add(str(article))
    return found
