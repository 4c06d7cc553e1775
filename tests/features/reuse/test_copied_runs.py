"""Which shared runs of words are copies or quotations, and of what kind."""

import random

import pytest

from analysis.features.reuse.copied_runs import LEAST_COPIED_WORDS, LEAST_QUOTED_WORDS, copied_runs
from analysis.features.reuse.passage import KINDS, Passage

SENTENCE = "Surveyors measured the channel in March and warned that its depth had shrunk by two metres."
REMARK = "“Nobody told the crew that gravel had drifted across the northern channel last winter,”"
BETWEEN = "he whispered while sorting rusty anchors beneath his kitchen lantern"


def runs(make_text, a, b):
    return copied_runs(make_text("a", a), make_text("b", b))


def kinds(make_text, a, b):
    return [x.kind for x in runs(make_text, a, b)]


def mirrored(passages):
    return sorted(x._replace(first_a=x.first_b, last_a=x.last_b, first_b=x.first_a, last_b=x.last_a) for x in passages)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (SENTENCE, ["identical"]),
        (SENTENCE.replace(" ", "  ").replace("warned  that", "warned\nthat"), ["identical"]),
        (SENTENCE.replace("warned that", "warned, that"), ["edited"]),
        (SENTENCE.replace("the channel", "The Channel"), ["edited"]),
        (SENTENCE.replace("March", "April"), ["edited"]),
        (SENTENCE.replace("channel", "fairway").replace("warned", "cautioned").replace("shrunk", "fallen"), []),
        ("A cook measured flour.", []),
    ],
    ids=["same", "white space", "a comma", "capitals", "a word", "three words of sixteen", "unrelated"],
)
def test_a_copied_sentence_has_the_kind_of_its_changes(make_text, other, expected):
    assert kinds(make_text, SENTENCE, other) == expected


def test_replaced_words_make_an_edited_run_and_more_of_them_a_less_alike_one(make_text, story_texts):
    text = story_texts["original"].split("\n\n")[2]
    few = text.replace("wandered", "moved").replace("office", "bureau").replace("drawer", "cupboard")
    many = few.replace("according", "belonging").replace("metres", "fathoms").replace("March", "May")
    many = many.replace("rebuilt", "mended").replace("filed", "laid").replace("reached", "saw")
    alike = []
    for other in (few, many):
        found = copied_runs(make_text("a", text), make_text("b", other))
        assert {run.kind for run in found} == {"edited"}
        alike.append(max(run.similarity for run in found))
    assert alike[0] > alike[1]


@pytest.mark.parametrize(
    ("curly", "plain"),
    [
        ("The “old” pier’s timber", 'The "old" pier\'s timber'),
        ("The pier – cut in winter – its timber", "The pier -- cut in winter -- its timber"),
        ("The pier—long ago—its timber", "The pier — long ago — its timber"),
        ("The pier … its timber", "The pier ... its timber"),
    ],
    ids=["quotation marks", "dashes", "spaces around dashes", "dots"],
)
def test_typographic_marks_do_not_make_an_edit(make_text, curly, plain):
    rest = " was sold before anybody measured its proper length or asked where mason bees would nest."
    assert kinds(make_text, curly + rest, plain + rest) == ["identical"]
    assert kinds(make_text, curly + rest + " So it goes.", plain + rest + " What now?") == ["identical"]


@pytest.mark.parametrize(
    "phrase",
    [
        "the Deputy Minister for Harbours and Inland Waterways of the County of Upper Morling, Edda Vessel,",
        "at the end of the day, in the wake of which it was said that there had been none of it,",
    ],
    ids=["a title", "a stock phrase"],
)
def test_names_and_stock_phrases_are_no_copy(make_text, phrase):
    assert kinds(make_text, f"Yesterday {phrase} slept.", f"Nobody saw {phrase} at noon.") == []


def test_words_quoted_on_both_sides_are_a_quotation(make_text):
    a, b = f"She put it bluntly. {REMARK}", f"{REMARK} The pilot shrugged."
    (found,) = runs(make_text, a, b)
    assert found.kind == "quotation"
    assert found.words == 14 >= LEAST_QUOTED_WORDS


def test_a_few_quoted_words_are_no_quotation(make_text):
    assert kinds(make_text, "She said: “Nobody told the crew.”", "“Nobody told the crew,” sighed a clerk.") == []


def test_words_quoted_on_one_side_only_are_a_quotation_too(make_text):
    told = REMARK.strip("“”,") + "."
    assert kinds(make_text, f"She put it bluntly. {REMARK}", f"{told} The pilot shrugged.") == ["quotation"]


def test_a_quotation_inside_a_copied_passage_belongs_to_it(make_text):
    passage = f"{SENTENCE} {REMARK} Their warning was filed in a drawer and never reached anybody aboard."
    (found,) = runs(make_text, passage, passage + " More followed.")
    assert found.kind == "identical"
    assert found.last_a - found.first_a == len(make_text("a", passage))


@pytest.mark.parametrize(
    ("shared", "expected"),
    [(BETWEEN, []), (REMARK, ["quotation"]), (f"{REMARK} {BETWEEN}", ["identical"])],
    ids=["too short alone", "the quotation alone", "both in one unbroken run"],
)
def test_what_lies_beside_a_shared_quotation_was_copied_with_it(make_text, shared, expected):
    assert len(make_text("a", BETWEEN)) < LEAST_COPIED_WORDS
    assert kinds(make_text, f"Rain fell. {shared}.", f"Snow melts: {shared}, or so.") == expected


@pytest.mark.parametrize(
    "text",
    ["Rain fell again.", "Rain.", "“Rain fell again.”", "Rain rain rain rain rain rain rain.", SENTENCE],
    ids=["three words", "one word", "a quotation", "one word again and again", "a sentence"],
)
def test_a_text_contains_itself(make_text, text):
    length = len(make_text("a", text))
    assert runs(make_text, text, text) == [Passage(0, length, 0, length, length, 1.0, "identical")]


@pytest.mark.parametrize(("text", "other"), [("Rain fell again.", "Rain, fell again."), ("Rain fell.", "rain fell.")])
def test_a_short_text_with_other_marks_or_capitals_is_edited(make_text, text, other):
    assert kinds(make_text, text, other) == ["edited"]


@pytest.mark.parametrize(("a", "b"), [("", ""), ("", SENTENCE), ("Rain fell.", SENTENCE)])
def test_texts_without_shared_words_share_nothing(make_text, a, b):
    assert runs(make_text, a, b) == runs(make_text, b, a) == []


def test_a_caption_between_copied_words_makes_no_edit(make_text):
    parts = [SENTENCE, "Their warning was filed in a drawer and never reached anybody aboard."]
    captioned = "\n\n".join([parts[0], "Photo: Jonas Quill", parts[1]])
    (found,) = runs(make_text, "\n\n".join(parts), captioned)
    assert found.kind == "identical"
    assert found.words == len(make_text("a", captioned)) == 28


@pytest.mark.parametrize("seed", range(12))
def test_runs_lie_apart_and_are_mirrored_when_the_texts_are_swapped(make_text, story_texts, seed):
    dice = random.Random(seed)
    sentences = [s for text in story_texts.values() for s in text.replace("\n\n", " ").split(". ")]
    own = [dice.sample(sentences, 14) for _ in "ab"]
    own[1] = dice.sample(own[0], 7) + own[1][:7]
    a, b = (" ".join(w for w in ". ".join(side).split() if dice.random() < 0.96) for side in own)
    found = runs(make_text, a, b)
    assert {x.kind for x in found} <= set(KINDS)
    for x in found:
        for y in found:
            assert x == y or (x.last_a <= y.first_a or y.last_a <= x.first_a)
            assert x == y or (x.last_b <= y.first_b or y.last_b <= x.first_b)
    assert found
    assert runs(make_text, b, a) == mirrored(found)
