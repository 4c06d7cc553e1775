"""A ledger is held against the texts: its places, its words, and what its entries say of themselves."""

from dataclasses import replace

import pytest

from analysis.corpus.words import words
from analysis.ledger.check import locators, problems
from analysis.ledger.model import Review
from analysis.ledger.places import place_of
from analysis.sources.people import People, salted_hash

HERALD, GAZETTE = "harbour-herald", "island-gazette"


def told(found):
    return [f"{p.file}: {p.entry}: {p.what}. {p.remedy}" for p in found]


def with_item(coded, number, **changes):
    """Return the ledger with one item changed; `value` changes the item's first value."""
    items = list(coded.coding.items)
    first = changes.pop("value", {})
    item = replace(items[number], **changes)
    items[number] = replace(item, values=(replace(item.values[0], **first), *item.values[1:]))
    return replace(coded, coding=replace(coded.coding, items=tuple(items)))


def test_the_invented_ledger_has_no_problems(coded, harbour_texts):
    assert problems(coded, harbour_texts) == []
    assert len(list(locators(coded))) == 26


def test_articles_without_a_text_are_notes_and_no_faults(coded, harbour_texts):
    some = {article: text for article, text in harbour_texts.items() if article != GAZETTE}
    (note,) = problems(coded, some)
    assert (note.checked, note.file, note.entry) == (False, "", GAZETTE)
    assert (note.what, note.remedy) == (
        "5 places are not checked, for its text is not at hand",
        "Name the folder that holds it with --texts.",
    )
    assert [p.entry for p in problems(coded, {})] == sorted(harbour_texts)


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.replace("\n", "\r\n"),
        lambda t: t.replace("News\n\n", "News\n\nA paragraph was put here.\n\n"),
        lambda t: "Preface. " + t.replace("“", '"').replace("”", '"').replace("’", "'"),
    ],
)
def test_places_that_moved_are_given_where_they_stand_now(coded, harbour_texts, change):
    changed = change(harbour_texts[HERALD])
    found = problems(coded, harbour_texts | {HERALD: changed})
    mine = [locator for locator in locators(coded) if locator.article == HERALD]
    assert [(p.file, p.entry, p.at) for p in found] == [(m.file, m.entry, m.at) for m in mine]
    assert {m.file for m in mine} == {"ledger.toml", "decoys.toml", "coders/second.toml"}
    for problem, locator in zip(found, mine, strict=True):
        old = harbour_texts[HERALD][locator.place.start : locator.place.end]
        new = changed[problem.place.start : problem.place.end]
        assert [w.text for w in words(new)] == [w.text for w in words(old)]
        assert place_of(words(changed), problem.place.start, problem.place.end) == problem.place


def test_a_moved_place_is_told_with_both_offsets_and_the_remedy(coded, harbour_texts):
    first = told(problems(coded, harbour_texts | {HERALD: "Page 1. " + harbour_texts[HERALD]}))[0]
    assert first == (
        "ledger.toml: item Q01, value 1: the recorded words do not stand from 163 to 186 of harbour-herald, "
        "but from 171 to 194. Run `variorum ledger check --update` to write the new place."
    )


def test_words_that_are_gone_have_no_new_place(coded, harbour_texts):
    gone = harbour_texts[HERALD].replace("40,000", "45,000")
    (problem,) = problems(coded, harbour_texts | {HERALD: gone})
    assert problem.place is None
    assert told([problem]) == [
        "ledger.toml: item Q02, value 1: the recorded words do not stand from 817 to 844 of harbour-herald, "
        "nor anywhere else in it. Read the text again and mend the place, or take the entry out."
    ]


def test_words_that_stand_twice_equally_well_have_no_new_place(coded):
    place = place_of(words("y " * 25 + "Boats z"), 50, 55)
    one = with_item(coded, 1, value={"place": place, "article": HERALD})
    found = problems(one, {HERALD: "Boats " + "x " * 47 + "Boats"})
    assert "they stand in 2 others, equally well" in next(p.what for p in found if p.entry == "item Q02, value 1")


def test_a_short_run_among_other_words_is_not_taken_for_the_same(coded):
    place = place_of(words("y " * 25 + "Boats z"), 50, 55)
    one = with_item(coded, 1, value={"place": place, "article": HERALD})
    (problem,) = [p for p in problems(one, {HERALD: "Boats " + "x " * 47}) if p.entry == "item Q02, value 1"]
    assert problem.place is None
    assert problem.what.endswith("but from 0 to 5, among other words")


LONG = "a value of the coder that says in far too many words what stands"


@pytest.mark.parametrize(
    ("number", "changes", "lines"),
    [
        (
            0,
            {"value": {"value": LONG}},
            ["item Q01, value 1: `value` has 14 words, expected at most 12. Say it in fewer words."],
        ),
        (0, {"value": {"value": LONG.removesuffix(" what stands")}}, []),
        (
            0,
            {"value": {"repeats": HERALD}},
            [
                "item Q01, value 1: `repeats` names its own article, harbour-herald. "
                "Name the article that it has the value from, or leave it out."
            ],
        ),
        (
            0,
            {"within": True},
            [
                "item Q01: `within` is true, but no article has two of its values. "
                "Make it false, or add the other side's value."
            ],
        ),
        (2, {"within": False}, []),
        (
            0,
            {"explanation": "It says: three islands, without a regular LINK to the mainland for weeks."},
            [
                f"item Q01: `explanation` holds 8 or more words in a row of the text of {article}. "
                "Say it in other words."
                for article in (HERALD, "harbour-herald-short")
            ],
        ),
        (0, {"explanation": "Three islands without a regular link to it"}, []),
        (
            1,
            {"value": {"said_by": "the company that runs the ferries, Alder Lines, employs"}},
            [
                "item Q02, value 1: `said_by` holds 8 or more words in a row of the text of island-gazette. "
                "Say it in other words."
            ],
        ),
    ],
)
def test_what_an_entry_says_of_itself_is_held_against_its_values(coded, harbour_texts, number, changes, lines):
    found = told(problems(with_item(coded, number, **changes), harbour_texts))
    assert found == [f"ledger.toml: {line}" for line in lines]


def test_no_place_is_a_private_persons_name(coded, harbour_texts):
    place = coded.coding.items[0].values[0].place
    words = harbour_texts[HERALD][place.start : place.end]
    people = People("s", frozenset(), frozenset(), {salted_hash("s", words): "a docker"})
    assert told(problems(coded, harbour_texts, people))[0] == (
        f"ledger.toml: item Q01, value 1: the place from 163 to 186 of {HERALD} is a private person's name. "
        "Mark what is said about the person instead."
    )


def test_two_values_of_one_article_are_within_it(coded, harbour_texts):
    values, plain = coded.coding.items[2].values[:2], {"kind": "changed over time"}
    one = with_item(coded, 2, values=values, within=False, **plain)
    assert told(problems(one, harbour_texts)) == [
        "ledger.toml: item C01: `within` is false, but all its values stand in tribune-copyhub. "
        "Make it true, or add the other article's value."
    ]
    assert problems(with_item(coded, 2, values=values[:1], within=True, **plain), harbour_texts) == []


def test_words_of_decoys_codebook_notes_and_reviews_are_the_coders_too(coded, harbour_texts):
    copied = "said that the ferries were inspected in the autumn"
    one = replace(
        coded,
        coding=replace(coded.coding, note=copied),
        decoys=(replace(coded.decoys[0], why_not=copied), *coded.decoys[1:]),
        reviews=(Review("Q01", "human", "reject", copied, "Ann", "person", 1),),
        others=(replace(coded.others[0], note=copied),),
        codebook={"type": {"date": {"definition": copied}}},
    )
    assert [(p.file, p.entry) for p in problems(one, harbour_texts)] == [
        ("ledger.toml", "coder"),
        ("coders/second.toml", "coder"),
        ("decoys.toml", "decoy X01"),
        ("codebook.toml", "type date"),
        ("reviews.jsonl", "review 1"),
    ]


def test_a_review_of_no_item_is_told_and_of_a_candidate_only_where_the_candidates_are_known(coded, harbour_texts):
    reviews = [Review(id_, origin, "confirm", "", "Ann", "person", 1) for id_, origin in
               (("Q01", "human"), ("Q9", "human"), ("name-a", "machine"), ("name-b", "machine"))]  # fmt: skip
    one = replace(coded, reviews=tuple(reviews))
    line = (
        "reviews.jsonl: review 2: `subject` is 'Q9', expected an item of the ledger. Mend the id, or delete the line."
    )
    assert told(problems(one, harbour_texts)) == [line]
    known = told(problems(one, harbour_texts, candidates=["name-a"]))
    assert known[0] == line
    assert known[1].startswith("reviews.jsonl: review 4: `subject` is 'name-b', expected a candidate of the machine.")


def test_another_coding_is_by_another_coder(coded, harbour_texts):
    same = replace(coded, others=(replace(coded.others[0], coder="EDDA Quist", coder_kind="person"),))
    assert told(problems(same, harbour_texts)) == [
        "coders/second.toml: coder: its coder is 'EDDA Quist', who coded ledger.toml as well. "
        "Agreement needs another coder: mend the name, or take it out."
    ]
    assistant = replace(coded, others=(replace(coded.others[0], coder="Edda Quist", coder_kind="assistant"),))
    assert problems(assistant, harbour_texts) == []


def test_a_place_beyond_an_article_without_its_text_is_told(coded):
    lengths = dict.fromkeys((HERALD, GAZETTE), 1000)
    found = [problem for problem in problems(coded, {}, lengths=lengths) if problem.checked]
    assert [problem.entry for problem in found][:1] == ["item C01, value 3"]
    assert found[0].what == f"the place ends at 1717, but {HERALD} has 1000 characters"
    assert [p for p in problems(coded, {}, lengths={HERALD: 100_000}) if p.checked] == []
