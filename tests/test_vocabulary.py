"""One vocabulary, the one that the design fixes."""

from analysis import vocabulary


def test_the_words_are_those_that_others_rely_on():
    assert list(vocabulary.TYPES) == [
        "quantity", "date", "name", "role", "place", "quotation", "attribution", "certainty", "claim", "correction",
        "omission", "label",
    ]  # fmt: skip
    assert list(vocabulary.KINDS) == [
        "cannot both be right", "may both be right", "changed in rewriting", "changed over time",
        "stands after a correction",
    ]  # fmt: skip
    assert list(vocabulary.RELATIONS) == ["equal", "finer", "compatible", "disjoint"]
    assert vocabulary.ORIGINS == ("machine", "human")
    assert vocabulary.STATUSES == ("candidate", "confirmed", "rejected")
