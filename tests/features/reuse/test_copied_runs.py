import pytest

from analysis.features.reuse.copied_runs import copied_runs

SENTENCE = "Surveyors measured the channel in March and warned that its depth had shrunk by two metres."
REMARK = "“Nobody told the crew that gravel had drifted across the northern channel last winter.”"


def _kinds(make_text, a, b):
    return [x.kind for x in copied_runs(make_text("a", a), make_text("b", b))]


@pytest.mark.parametrize(
    ("other", "kinds"),
    [
        (SENTENCE, ["identical"]),
        (SENTENCE.replace(" ", "  ").replace("warned  that", "warned\nthat"), ["identical"]),
        (SENTENCE.replace("warned that", "warned, that"), ["edited"]),
        (SENTENCE.replace("March", "April"), ["edited"]),
        (SENTENCE.replace("channel", "fairway").replace("warned", "cautioned").replace("shrunk", "fallen"), []),
        ("A cook measured flour.", []),
    ],
    ids=["same", "white space", "a comma", "a word", "three words of sixteen", "unrelated"],
)
def test_a_copied_sentence_has_the_kind_of_its_changes(make_text, other, kinds):
    assert _kinds(make_text, SENTENCE, other) == kinds


def test_more_replaced_words_turn_an_edited_copy_into_a_reworded_one(make_text, story_texts):
    text = story_texts["original"].split("\n\n")[2]
    few = text.replace("wandered", "moved").replace("office", "bureau").replace("drawer", "cupboard")
    many = few.replace("according", "belonging").replace("metres", "fathoms").replace("March", "May")
    many = many.replace("rebuilt", "mended").replace("filed", "laid").replace("reached", "saw")
    assert _kinds(make_text, text, few) == ["edited"]
    assert "reworded" in _kinds(make_text, text, many)
    assert "identical" not in _kinds(make_text, text, many)


def test_typographic_marks_do_not_make_an_edit(make_text):
    curly = "The “old” pier’s timber – cut in winter – was sold before anybody measured its length properly."
    plain = 'The "old" pier\'s timber -- cut in winter -- was sold before anybody measured its length properly.'
    assert _kinds(make_text, curly, plain) == ["identical"]


def test_names_and_stock_phrases_are_no_copy(make_text):
    office = "the Deputy Minister for Harbours and Inland Waterways of the County of Upper Morling, Edda Vessel,"
    assert _kinds(make_text, f"Yesterday {office} slept.", f"Nobody saw {office} at noon.") == []


def test_words_quoted_on_both_sides_are_a_quotation(make_text):
    a, b = f"She put it bluntly. {REMARK}", f"{REMARK} The pilot shrugged."
    assert _kinds(make_text, a, b) == ["quotation"]


def test_words_quoted_on_one_side_only_are_a_copy(make_text):
    told = REMARK.strip("“”")
    assert _kinds(make_text, f"She put it bluntly. {REMARK}", f"{told} The pilot shrugged.") == ["identical"]


def test_a_quotation_inside_a_copied_passage_belongs_to_it(make_text):
    passage = f"{SENTENCE} {REMARK} Their warning was filed in a drawer and never reached anybody aboard."
    (found,) = copied_runs(make_text("a", passage), make_text("b", passage + " More followed."))
    assert found.kind == "identical"
    assert found.last_a - found.first_a == len(make_text("a", passage))
