from analysis.corpus.spans import Span
from analysis.features.reuse.reuse_text import function_words, reuse_text, stem

TEXT = "Rain fell. Picture: A wet dog. “It pours,” she said."
SENTENCES = [Span(0, 10), Span(11, 30), Span(31, 52)]


def test_words_that_were_left_out_are_not_countable_and_offsets_jump():
    found = reuse_text("a", TEXT, sentences=SENTENCES, left_out=[Span(11, 30)])
    assert [w.term for w in found.words] == ["rain", "fell", "it", "pours", "she", "said"]
    assert [w.sentence for w in found.words] == [0, 0, 2, 2, 2, 2]
    assert all(TEXT[w.start : w.end].casefold() == w.term for w in found.words)


def test_quoted_words_are_those_inside_a_quotation_whatever_the_order_of_the_spans():
    found = reuse_text("a", TEXT, sentences=SENTENCES, quotations=[Span(31, 42), Span(0, 4), Span(32, 36)])
    assert [w.term for w in found.words if w.quoted] == ["rain", "it", "pours"]


def test_inflected_forms_share_a_stem_and_different_words_do_not():
    assert stem("harbours") == stem("harbouring") != stem("hamlet")


def test_function_words_are_read_without_comments():
    assert {"the", "of", "and"} <= function_words()
    assert not any(word.startswith("#") or not word for word in function_words())
