"""The walk through the entries: every decision is kept when it is made, and the walk goes on where it stopped."""

from dataclasses import replace

import pytest

from analysis.ledger.model import Coding, Ledger, Review
from analysis.ledger.review import Entry, Reviewer, Tally, walk

ANN = Reviewer("Ann", "person", 2)
EMPTY = Ledger(Coding("", "", 0, ()))
ENTRIES = tuple(Entry(id_, "human", f"{id_}: the crews", ("a line",)) for id_ in ("Q1", "Q2", "Q3"))


class Typed:
    """A reviewer who types the given lines; an exception among them is raised; then the input ends."""

    def __init__(self, *lines):
        self.lines, self.said, self.made = iter(lines), [], []

    def ask(self, prompt):
        self.said.append(prompt)
        line = next(self.lines, EOFError())
        if isinstance(line, BaseException):
            raise line
        return line

    def walk(self, entries=ENTRIES, ledger=EMPTY, reviewer=ANN):
        return walk(entries, ledger, reviewer, ask=self.ask, say=self.said.append, record=self.made.append)

    @property
    def decided(self):
        return [(review.subject, review.decision, review.reason) for review in self.made]


def test_each_answer_does_what_it_says():
    typed = Typed("c", "", "r no difference at all", "s")
    assert typed.walk() == Tally(1, 1, 1, 0)
    assert typed.made == [
        Review("Q1", "human", "confirm", "", "Ann", "person", 2),
        Review("Q2", "human", "reject", "no difference at all", "Ann", "person", 2),
    ]
    assert "Q2: the crews (2 of 3)" in typed.said
    assert "  a line" in typed.said


def test_a_reason_that_names_a_private_person_is_asked_for_again():
    typed = Typed("r Pryce told me", "r", "Pryce again", "c", "a farmer told me", "q")
    tally = walk(
        ENTRIES, EMPTY, ANN, ask=typed.ask, say=typed.said.append, record=typed.made.append,
        role_in=lambda reason: "a farmer" if "Pryce" in reason else None,
    )  # fmt: skip
    assert typed.decided == [("Q1", "confirm", "a farmer told me")]
    assert tally == Tally(1, 0, 0, 2)
    assert typed.said.count("That names a person who is private: write 'a farmer' instead.") == 2


@pytest.mark.parametrize(
    ("lines", "decided"),
    [
        (["c both count them"], ("Q1", "confirm", "both count them")),
        (["c", "both count them"], ("Q1", "confirm", "both count them")),
        (["CONFIRM", ""], ("Q1", "confirm", "")),
        (["r", "", "  ", "a slip"], ("Q1", "reject", "a slip")),
        (["  reject   a slip "], ("Q1", "reject", "a slip")),
        (["r två ord – “港”"], ("Q1", "reject", "två ord – “港”")),
        (["r a\udcff\ud800\x1b[2Jb"], ("Q1", "reject", "ab")),
        (["r", "\udcff", "\x1b[2J", "why"], ("Q1", "reject", "why")),
        (["", "x", "confirmed", "skip it", "q now", "?", "c", ""], ("Q1", "confirm", "")),
    ],
)
def test_an_answer_is_read_in_every_form_in_which_it_is_typed(lines, decided):
    typed = Typed(*lines)
    assert typed.walk().left == 2
    assert typed.decided == [decided]


def test_unknown_answers_are_explained():
    typed = Typed("x", "", "skip it", "?", "q")
    typed.walk()
    assert "'x' is no answer: expected c, r, s, b, q or ?." in typed.said
    assert "Expected c, r, s, b, q or ?." in typed.said
    assert "'skip it' is no answer: expected c, r, s, b, q or ?." in typed.said
    assert "r  reject; a reason must follow, here or when it is asked for" in typed.said


def test_a_rejection_without_a_reason_is_asked_again():
    typed = Typed("r", "", "why")
    typed.walk(ENTRIES[:1])
    assert typed.said.count("Reason:") == 2
    assert "A rejection needs a reason: why is this no difference?" in typed.said


def test_back_takes_the_last_one_again_and_the_last_decision_counts():
    typed = Typed("c yes", "b", "r no", "s", "b", "c", "", "q")
    assert typed.walk() == Tally(1, 1, 0, 1)
    assert typed.decided == [("Q1", "confirm", "yes"), ("Q1", "reject", "no"), ("Q2", "confirm", "")]
    assert "You decided before: confirm." in typed.said


def test_a_decision_stands_where_it_is_looked_at_again_and_skipped():
    typed = Typed("c yes", "b", "s", "q")
    assert typed.walk() == Tally(1, 0, 0, 2)
    assert typed.decided == [("Q1", "confirm", "yes")]


def test_before_the_first_there_is_nothing_to_go_back_to():
    typed = Typed("b", "q")
    assert typed.walk() == Tally(0, 0, 0, 3)
    assert "This is the first one." in typed.said


@pytest.mark.parametrize("end", [EOFError(), KeyboardInterrupt()])
@pytest.mark.parametrize("half", [(), ("r",), ("c",)])
def test_the_end_of_the_input_and_ctrl_c_keep_what_is_decided(end, half):
    typed = Typed("c yes", *half, end, "c never")
    assert typed.walk() == Tally(1, 0, 0, 2)
    assert typed.decided == [("Q1", "confirm", "yes")]


def test_input_that_is_no_text_is_asked_for_again():
    typed = Typed(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), "c yes")
    typed.walk(ENTRIES[:1])
    assert typed.decided == [("Q1", "confirm", "yes")]
    assert "That could not be read as text. Type it again." in typed.said


def test_an_interrupted_review_goes_on_where_it_stopped():
    first = Typed("c yes", "s", KeyboardInterrupt())
    first.walk()
    second = Typed("r no", "c yes")
    assert second.walk(ledger=replace(EMPTY, reviews=tuple(first.made))) == Tally(1, 1, 0, 0)
    assert [subject for subject, *_ in second.decided] == ["Q2", "Q3"]


@pytest.mark.parametrize(
    ("review", "left"),
    [
        (Review("Q1", "human", "confirm", "", "Ann", "person", 2), 2),
        (Review("Q1", "human", "confirm", "", "Ann", "person", 1), 3),
        (Review("Q1", "human", "confirm", "", "Ann", "assistant", 2), 3),
        (Review("Q1", "human", "confirm", "", "Bo", "person", 2), 3),
        (Review("Q1", "machine", "confirm", "", "Ann", "person", 2), 3),
    ],
)
def test_only_what_this_reviewer_decided_in_this_round_is_passed_over(review, left):
    assert Typed("q").walk(ledger=replace(EMPTY, reviews=(review,))).left == left


def test_a_decision_that_could_not_be_kept_is_not_counted():
    def full(_):
        raise OSError(28, "No space left on device")

    typed = Typed("c yes")
    with pytest.raises(OSError, match="No space left"):
        walk(ENTRIES, EMPTY, ANN, ask=typed.ask, say=typed.said.append, record=full)


def test_texts_cannot_command_the_terminal():
    typed = Typed("q")
    typed.walk([Entry("Q1", "human", "Q1\x1b]0;x\x07", ("one\x1b[2J\ntwo",))])
    assert typed.said[1:3] == ["Q1 (1 of 1)", "  one two"]


def test_nothing_to_review_asks_nothing():
    typed = Typed()
    assert typed.walk([]) == Tally(0, 0, 0, 0)
    assert typed.said == []
