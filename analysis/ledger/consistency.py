"""Whether what an item says of itself goes together: its kind, its relation, its bounds, and what stands."""

from collections.abc import Iterator
from itertools import combinations

from analysis.ledger.model import Item, Value
from analysis.sources.dates import parse_date

STANDS, EXCLUDED, COMPATIBLE = "stands after a correction", "cannot both be right", "may both be right"
#: A place is the shortest run that carries the value.
LONGEST_SPAN = 120
Fault = tuple[str, str]


def item_faults(item: Item) -> Iterator[Fault]:
    """What is wrong with an item as a whole, each with its remedy, by the codebook's rules."""
    if len(item.values) < 2 and not item.within:  # within an article one run may hold both sides
        yield "it has one value, expected two: a difference has two sides", "Add the other side, or take the item out."
    articles = [value.article for value in item.values]
    if len(articles) > 1 and item.within and len(set(articles)) == len(articles):
        yield "`within` is true, but no article has two of its values", "Make it false, or add the other side's value."
    if len(articles) > 1 and not item.within and len(set(articles)) == 1:
        what = f"`within` is false, but all its values stand in {articles[0]}"
        yield what, "Make it true, or add the other article's value."
    yield from _relation_faults(item)
    yield from _correction_faults(item)
    yield from _origin_faults(item)


def _relation_faults(item: Item) -> Iterator[Fault]:
    """The relation that a kind allows, and the one that bounds of one population at one time have."""
    disjoint = item.relation == "disjoint"
    if item.kind == EXCLUDED and not disjoint:
        what = f"`kind` is {item.kind!r} and `relation` is {item.relation!r}, expected 'disjoint'"
        yield what, "Values that cannot both be right exclude each other: change the relation or the kind."
    if item.kind == COMPATIBLE and disjoint:
        what = f"`kind` is {item.kind!r} and `relation` is 'disjoint', expected another"
        yield what, "Values that may both be right exclude nothing: change the relation or the kind."
    for a, b in combinations(item.values, 2):
        if not disjoint and _of_one_thing(a, b) and (_below(a, b) or _below(b, a)):
            what = f"`relation` is {item.relation!r}, but the bounds of {a.value!r} and {b.value!r} exclude each other"
            yield what, "Make it 'disjoint', mend the bounds, or say in `population` or `as_of` what sets them apart."
            return


def _of_one_thing(a: Value, b: Value) -> bool:
    """Whether two values count the same in the same population at a time that both may mean."""
    first, second = parse_date(a.as_of), parse_date(b.as_of)
    apart = first and second and (first.last < second.first or second.last < first.first)
    return (a.unit, a.population) == (b.unit, b.population) and not apart


def _below(a: Value, b: Value) -> bool:
    """Whether everything that the one bounds allow is less than what the other's do."""
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


def _correction_faults(item: Item) -> Iterator[Fault]:
    """A statement stands after a correction where one account says so; no other kind says it."""
    standing = [value for value in item.values if value.stands]
    if item.kind == STANDS and not standing:
        what = f"`kind` is {item.kind!r}, but no value has `stands = true`"
        yield what, "Mark the value of each account that still has what the note takes back, or change the kind."
    if item.kind != STANDS and standing:
        what = f"a value has `stands = true`, but `kind` is {item.kind!r}"
        yield what, f"Take it out, or make the kind {STANDS!r}."


def _origin_faults(item: Item) -> Iterator[Fault]:
    """No article has a value from itself by way of others."""
    origins = {v.article: {w.repeats for w in item.values if w.article == v.article} - {""} for v in item.values}
    for article, named in origins.items():
        ahead, seen = named - {article}, set[str]()
        while ahead:
            seen |= ahead
            ahead = {origin for at in ahead for origin in origins.get(at, ())} - seen
        if article in seen:
            what = f"by `repeats` {article} has its value from itself, by way of others"
            yield what, "Say of one of them that it repeats nobody."
            return


def value_faults(value: Value) -> Iterator[Fault]:
    """What is wrong with a value by itself."""
    if value.repeats == value.article:
        what = f"`repeats` names its own article, {value.article}"
        yield what, "Name the article that it has the value from, or leave it out."
    length = value.place.end - value.place.start
    if length > LONGEST_SPAN:
        what = f"`at` covers {length} characters, expected at most {LONGEST_SPAN}"
        yield what, "Mark the shortest run that carries the value."
