import numpy as np

from analysis.features.reuse.reuse_join import RUN_WORDS, WINDOW, candidate_pairs, fingerprints


def _pairs(texts):
    return candidate_pairs({name: fingerprints(text) for name, text in texts.items()})


def test_a_rewrite_meets_its_source_and_nothing_else_does(stories):
    assert _pairs(stories) == [("original", "retold")]


def test_an_unrelated_article_changes_no_pair(stories):
    without = {name: text for name, text in stories.items() if name != "unrelated"}
    assert _pairs(stories) == _pairs(without)


def test_the_order_of_articles_does_not_matter(stories):
    assert _pairs(dict(reversed(stories.items()))) == _pairs(stories)


def test_any_shared_run_of_the_guaranteed_length_is_found(make_text):
    shared = [f"lantern{i}" for i in range(RUN_WORDS + WINDOW - 1)]
    for offset in range(8):
        left = make_text("a", " ".join([f"birch{i}" for i in range(offset)] + shared + ["willow"] * 3))
        right = make_text("b", " ".join(["poplar"] * 5 + shared + [f"cedar{i}" for i in range(offset)]))
        assert np.intersect1d(fingerprints(left).runs, fingerprints(right).runs).size


def test_word_pairs_meet_in_either_order(make_text):
    left = make_text("a", "Bakers mended seven copper kettles beneath frozen orchards yesterday.")
    right = make_text("b", "Yesterday, beneath orchards frozen hard, copper kettles seven bakers mended.")
    shared = np.intersect1d(fingerprints(left).pairs, fingerprints(right).pairs)
    assert len(shared) >= 0.9 * len(fingerprints(left).pairs) > 0


def test_hashes_are_the_same_in_every_run(make_text):
    found = fingerprints(make_text("a", "Bakers mended seven copper kettles beneath frozen orchards yesterday."))
    assert [int(h) for h in found.runs] == [2585055184932079599]


def test_texts_too_short_for_a_run_have_no_fingerprints_and_no_partners(make_text):
    short = {name: make_text(name, "Rain.") for name in "ab"}
    assert not fingerprints(short["a"]).runs.size
    assert _pairs(short) == []
    assert candidate_pairs({}) == []
