"""The articles as bibliographic items in CSL-JSON, the form that citation software reads."""

from typing import Any

from analysis.sources.records import Record


def csl_item(record: Record) -> dict[str, Any]:
    """Return an article as a CSL-JSON item; what is unknown is left out.

    The container is the outlet that reported it, the publisher the carrier of this copy.

    References
    ----------
    Citation Style Language 1.0.2, csl-data.json.
    """
    item: dict[str, Any] = {"id": record.id, "type": "article-newspaper", "container-title": record.outlet}
    if record.title:
        item["title"] = record.title
    if record.authors:
        item["author"] = [{"literal": author} for author in record.authors]
    if record.carrier:
        item["publisher"] = record.carrier
    if record.date:
        days = [record.date.first, record.date.last]
        exact = record.date.precision == "day" and not record.date.about
        parts = [[day.year, day.month, day.day] for day in (days[:1] if exact else days)]
        item["issued"] = {"date-parts": parts, **({"circa": True} if record.date.about else {})}
    if record.url:
        item["URL"] = record.url
    if record.language:
        item["language"] = record.language
    return item
