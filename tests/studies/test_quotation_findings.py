"""Sentences about voices and wordings appear under their condition, and count what they say."""

import pandas as pd
import pytest

from analysis.studies.contract import Results
from analysis.studies.quotations import findings

VOICES = [("Ada Lund", 2, 2, True), ("Bo Berg", 1, 1, True)]
PAIR = {"change": "reworded", "score": 0.9, "voice": "", "only_a": "third", "only_b": "fourth"}


def results(resolved, total, *, voices=VOICES, pairs=()):
    """Return results with so many quotations, of which so many are resolved."""
    return Results(
        {
            "quotations": pd.DataFrame({"counted": True, "resolved": [n < resolved for n in range(total)]}),
            "voices": pd.DataFrame(voices, columns=["voice", "accounts", "witnesses", "named"]).astype({"named": bool}),
            "quotation_wordings": pd.DataFrame(
                list(pairs),
                columns=[
                    *PAIR, "utterance", "article_a", "start_a", "foreign_a", "article_b", "start_b", "foreign_b",
                ],
            ),
        }
    )  # fmt: skip


def pair(utterance, a=("a", 1), b=("b", 1), *, foreign="", **fields):
    """Return a pair of wordings; `foreign` names the sides whose wording is a translator's."""
    sides = {
        f"{key}_{side}": value
        for side, place in (("a", a), ("b", b))
        for key, value in (("article", place[0]), ("start", place[1]), ("foreign", side in foreign))
    }
    return {**PAIR, "utterance": utterance, **sides, **fields}


def wordings(*pairs):
    return findings(results(1, 1, pairs=pairs))[1].sentence


@pytest.mark.parametrize(
    ("resolved", "total", "said"),
    [(9, 10, True), (8, 10, False), (18, 20, True), (89, 100, False), (90, 100, True), (27, 30, True), (1, 1, True)],
)
def test_voices_are_counted_only_where_nine_of_ten_speakers_are_known(resolved, total, said):
    sentence = findings(results(resolved, total))[0].sentence
    assert bool(sentence) is said
    assert ("not resolved" in sentence) == (said and resolved < total)


def test_no_quotation_is_no_sentence_about_voices():
    assert [finding.sentence for finding in findings(results(0, 0, voices=[]))] == ["", ""]


def test_the_shared_voices_are_named():
    one = findings(results(9, 9))[0].sentence
    assert one == "Of two voices quoted directly by name, one speaks in more than one account (Ada Lund)."
    many = findings(results(9, 9, voices=[(name, 2, 2, True) for name in "DCBA"]))[0].sentence
    assert "(A, B and C …)" in many


@pytest.mark.parametrize(
    ("witnesses", "said"), [((1, 2), ", one of them where"), ((1, 1), ", two of them where"), ((2, 2), "")]
)
def test_a_voice_that_one_account_may_have_from_another_is_said(witnesses, said):
    voices = [(name, 2, own, True) for name, own in zip(("Ada Lund", "Bo Berg"), witnesses, strict=True)]
    sentence = findings(results(9, 9, voices=voices))[0].sentence
    assert sentence.endswith(
        f"{said} one account may have the words from another." if said else "(Ada Lund and Bo Berg)."
    )


def test_a_voice_without_a_name_is_counted_apart():
    """Nobody can tell whether “the mayor” of one account is another account's Ada Lund."""
    sentence = findings(results(9, 9, voices=[*VOICES, ("the mayor, Herald", 1, 1, False)]))[0].sentence
    assert sentence.startswith("Of two voices quoted directly by name")
    assert sentence.endswith("One more voice has no name here.")
    assert findings(results(9, 9, voices=[("the mayor, Herald", 1, 1, False)]))[0].sentence == ""


@pytest.mark.parametrize("unsaid", [{"change": "cut"}, {"change": "same"}, {"score": 0.79}])
def test_only_sure_rewordings_are_said(unsaid):
    assert wordings(pair("u", **unsaid)) == ""


def test_a_rewording_is_said_with_its_words_and_whose_they_are():
    own = wordings(pair("u", voice="Ada Lund"))
    assert own == (
        "One quotation of Ada Lund stands in two wordings (“third” / “fourth”); none occur only in translated or "
        "reworded copies."
    )
    assert wordings(pair("u", foreign="b")).endswith("one occurs only in translated or reworded copies.")
    assert wordings(pair("u", foreign="ab")).endswith("two occur only in translated or reworded copies.")


def test_equal_wordings_are_one_and_only_foreign_if_all_copies_are():
    """Three accounts, two wordings: the one that a translation shares with an outlet's own words is not foreign."""
    same = pair("u", ("b", 1), ("c", 1), change="same", score=1.0, foreign="a")
    sentence = wordings(pair("u", ("a", 1), ("b", 1), foreign="b"), same)
    assert "stands in two wordings" in sentence
    assert "none occur only" in sentence


def test_three_wordings_of_one_utterance_are_three():
    sentence = wordings(pair("u"), pair("u", ("a", 1), ("c", 1), foreign="b"))
    assert "stands in three wordings" in sentence
    assert "one occurs only" in sentence


def test_several_quotations_are_counted_with_all_their_wordings():
    sentence = wordings(pair("u"), pair("v", ("a", 9), ("b", 9), foreign="b"))
    assert sentence.startswith("Two quotations stand in four wordings; one occurs only")


def test_voices_that_would_not_read_as_a_list_are_left_out():
    unnamed = wordings(pair("u", voice="a docker, Herald"), pair("v", ("a", 9), ("b", 9), voice="Ada Lund"))
    assert unnamed.startswith("Two quotations stand in")
    named = wordings(pair("u", voice="Bo Berg"), pair("v", ("a", 9), ("b", 9), voice="Ada Lund"))
    assert named.startswith("Two quotations of Ada Lund and Bo Berg stand in")
