from analysis.corpus.paragraphs import paragraphs
from analysis.corpus.shapes import Shape, shapes


def shape(line: str) -> Shape:
    [only] = shapes(line, paragraphs(line))
    return only


def test_plain_text_keeps_its_length():
    line = "“It’s late” — she\u00a0said…"
    assert shape(line).plain == '"It\'s late" - she said…'
    assert len(shape(line).plain) == len(line)


def test_closing_punctuation_may_stand_inside_quotation_marks_and_brackets():
    closed = ("It fell.", "“It fell.”", "It fell!)", "停止了工作。", "Why?")
    assert all(shape(line).closed for line in closed)
    assert not any(shape(line).closed for line in ("It fell", "It fell,", "“It fell”", "It fell:"))


def test_a_tiny_sentence_is_not_prose_and_a_long_line_is():
    assert not shape("It fell.").prose
    assert shape("It fell on Monday after dark.").prose
    assert shape("These are the three demands they made:").prose
    assert not shape("Storm closes two ports as ferries stay at anchor").prose
    assert shape("word " * 30).prose


def test_lines_of_one_block_are_told_from_blocks():
    text = "One.\n\nTwo.\nThree."
    assert [s.own_block for s in shapes(text, paragraphs(text))] == [True, True, False]
    text = text.replace("\n", "\r\n")
    assert [s.own_block for s in shapes(text, paragraphs(text))] == [True, True, False]
