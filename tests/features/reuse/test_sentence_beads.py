import math

from analysis.features.reuse.sentence_beads import NAME_WEIGHT, beads, pair_weights, sentence_words


def test_the_same_text_has_each_sentence_beside_itself(stories):
    words = sentence_words(stories["original"])
    same = {(x.a, x.b): x.similarity for x in beads(words, words) if x.width_a == x.width_b == 1}
    assert {i for i in range(len(words)) if same.get((i, i)) == 1.0} >= set(range(2, len(words)))


def test_beads_of_swapped_articles_are_the_same_beads_swapped(stories):
    a, b = sentence_words(stories["original"]), sentence_words(stories["retold"])
    swapped = {(x.b, x.a, x.width_b, x.width_a, x.similarity) for x in beads(b, a)}
    assert {tuple(x) for x in beads(a, b)} == swapped


def test_two_sentences_may_stand_beside_one(make_text):
    one = sentence_words(make_text("a", "Bakers mended copper kettles while pilots painted wooden buoys."))
    two = sentence_words(make_text("b", "Bakers mended copper kettles. Pilots painted wooden buoys."))
    assert any((x.width_a, x.width_b) == (1, 2) and x.similarity > 0.9 for x in beads(one, two))


def test_a_rare_word_weighs_more_than_a_common_one_and_a_name_less(make_text):
    a = sentence_words(make_text("a", "Here the ferry met Morling. Then the ferry left. Later a ferry sank."))
    weights = pair_weights(a, a)
    assert weights["sank"] > weights["ferry"]
    assert math.isclose(weights["morli"], NAME_WEIGHT * weights["sank"])


def test_quoted_words_do_not_make_sentences_similar(make_text):
    a = sentence_words(make_text("a", "“Gravel drifted across the northern channel last winter,” she said."))
    b = sentence_words(make_text("b", "He said: “Gravel drifted across the northern channel last winter.”"))
    assert beads(a, b) == []
