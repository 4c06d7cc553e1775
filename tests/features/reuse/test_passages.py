"""The passages that articles have in common, and the evidence: rows of two tables, each pair by itself."""

from itertools import combinations, permutations

import pandas as pd
import pytest

from analysis.features.pair_tables import PAIR_TABLES
from analysis.features.reuse.passages import LINK_PROBABILITY, PairReuse, pair_passages, passages
from analysis.measures.one_origin import Evidence
from analysis.measures.reuse_relation import reuse_relations
from analysis.tables import build

SENTENCE = "Surveyors measured the channel in March and warned that its depth had shrunk by two metres."
REMARK = "“Nobody told the crew that gravel had drifted across the northern channel last winter,”"
NAMES = ("original", "retold", "independent", "unrelated", "teaser", "digest")


@pytest.fixture(scope="module")
def corpus(stories, story_texts, make_text):
    """Return the stories with a teaser of one, and three of its sentences from the end to the beginning."""
    paragraphs = story_texts["original"].split("\n\n")
    picked = [paragraphs[p].split(". ")[1].rstrip(".") + "." for p in (4, 3, 2)]
    return {
        **stories,
        "teaser": make_text("teaser", "\n\n".join(paragraphs[:3])),
        "digest": make_text("digest", "\n\n".join(picked)),
    }


def tables(texts):
    return [build(rows, PAIR_TABLES[name]) for rows, name in zip(passages(texts), PAIR_TABLES, strict=False)]


def of_pair(table, a, b):
    return table[(table["article_a"] == a) & (table["article_b"] == b)]


def mirrored(found):
    turned = [
        x._replace(first_a=x.first_b, last_a=x.last_b, first_b=x.first_a, last_b=x.last_a) for x in found.passages
    ]
    return PairReuse(sorted(turned), found.evidence, found.linked)


def test_rows_have_the_declared_columns_and_are_sorted(corpus):
    for rows, table in zip(passages(corpus.values()), tables(corpus.values()), strict=True):
        pd.testing.assert_frame_equal(pd.DataFrame(rows)[list(table)], table, check_dtype=False)
        assert (table["article_a"] < table["article_b"]).all()
    shared, evidence = tables(corpus.values())
    pairs = set(zip(shared["article_a"], shared["article_b"], strict=True))
    assert pairs <= set(zip(evidence["article_a"], evidence["article_b"], strict=True))


def test_an_unrelated_article_changes_no_row(corpus):
    without = [text for text in corpus.values() if text.article != "unrelated"]
    assert passages(corpus.values()) == passages(without)


@pytest.mark.parametrize("order", list(permutations(NAMES))[:: 7 * 17])
def test_the_order_of_articles_does_not_matter(corpus, order):
    assert passages(corpus[name] for name in order) == passages(corpus.values())


@pytest.mark.parametrize(("a", "b"), list(combinations(NAMES, 2)))
def test_swapping_the_texts_of_a_pair_mirrors_passages_and_evidence(corpus, a, b):
    assert pair_passages(corpus[b], corpus[a]) == mirrored(pair_passages(corpus[a], corpus[b]))


@pytest.mark.parametrize("text", ["Rain fell again.", "“Rain fell again.”", SENTENCE, f"{SENTENCE} {REMARK}"])
def test_a_text_contains_itself(make_text, text):
    found = pair_passages(make_text("a", text), make_text("b", text))
    length = len(make_text("a", text))
    assert [(x.first_a, x.last_a, x.kind) for x in found.passages] == [(0, length, "identical")]
    assert found.linked


@pytest.mark.parametrize("name", ["original", "retold", "independent", "unrelated"])
def test_a_story_beside_its_copy_is_one_passage(corpus, make_text, name):
    (row,), _ = passages([corpus[name], make_text("copy", corpus[name].text)])
    assert (row["kind"], row["words_a"], row["words_b"], row["similarity"]) == (
        "identical",
        *[len(corpus[name])] * 2,
        1,
    )


def test_a_teaser_is_one_identical_passage_that_runs_over_all_of_it(corpus):
    (row,) = of_pair(tables(corpus.values())[0], "original", "teaser").itertuples()
    assert (row.kind, row.words, row.similarity) == ("identical", len(corpus["teaser"]), 1.0)
    original, teaser = corpus["original"].text, corpus["teaser"].text
    assert original[row.start_a : row.end_a] == teaser[row.start_b : row.end_b]


def test_a_retelling_is_told_beside_its_source_and_its_teaser(corpus):
    shared, evidence = tables(corpus.values())
    for a, b in (("original", "retold"), ("retold", "teaser")):
        assert set(of_pair(shared, a, b)["kind"]) <= {"reworded", "following"}
        (row,) = of_pair(evidence, a, b).itertuples()
        assert (row.probability > LINK_PROBABILITY, row.via) == (True, "")


def test_a_digest_in_another_order_shares_with_the_retelling_by_way_of_the_source(corpus):
    assert not pair_passages(corpus["digest"], corpus["retold"]).linked
    shared, evidence = tables(corpus.values())
    assert of_pair(evidence, "digest", "retold")["via"].tolist() == ["original"]
    own = of_pair(shared, "digest", "retold")
    assert len(own) == 3
    assert own["start_b"].is_monotonic_decreasing
    without = tables(text for text in corpus.values() if text.article != "original")[1]
    assert set(of_pair(without, "digest", "retold")["via"]) <= {""}


@pytest.mark.parametrize(("a", "b"), list(combinations(NAMES, 2)))
def test_no_passage_of_a_pair_overlaps_another(corpus, a, b):
    shared = tables(corpus.values())[0]
    a, b = sorted((a, b))
    for side in "ab":
        own = of_pair(shared, a, b).sort_values(f"start_{side}")
        assert (own[f"start_{side}"].iloc[1:].to_numpy() >= own[f"end_{side}"].iloc[:-1].to_numpy()).all()


def test_a_copied_run_is_absorbed_by_reworded_sentences_that_reach_beyond_it(make_text):
    run = "found a rusty anchor under frozen nets while grey seals watched their lantern"
    a = f"Before dawn two bakers from Morling {run} and sang. They sold copper kettles near the chapel for years."
    b = f"Before noon two cooks from Morling {run} or slept. They sold copper kettles near the market for months."
    texts = make_text("a", a), make_text("b", b)
    (x, y) = pair_passages(*texts).passages
    assert x.last_a - x.first_a == a.split(".")[0].count(" ") + 1
    assert y.kind == "reworded"


def test_a_shared_quotation_stays_a_quotation_between_reworded_sentences(make_text, story_texts):
    a = story_texts["original"].replace("\n\n", f"\n\n{REMARK} she said.\n\n", 1)
    b = story_texts["retold"].replace("\n\n", f"\n\n{REMARK} he said.\n\n", 1)
    kinds = [x.kind for x in pair_passages(make_text("a", a), make_text("b", b)).passages]
    assert kinds.count("quotation") == 1
    assert len(kinds) > 12


def test_what_two_reports_only_quote_makes_no_link(make_text):
    a = f"Divers searched the harbour. {REMARK} she said."
    b = f"In the capital a minister yawned. {REMARK} he said."
    found = pair_passages(make_text("a", a), make_text("b", b))
    assert [x.kind for x in found.passages] == ["quotation"]
    assert not found.linked


def test_a_wholly_quoted_text_that_another_tells_in_part_is_compared(make_text):
    a = make_text("a", f"“{SENTENCE} Nobody slept during that long winter night while bakers mended kettles.”")
    b = make_text("b", f"{SENTENCE} Elsewhere divers searched basins for a wooden chest of silver spoons and buttons.")
    assert [x.kind for x in pair_passages(a, b).passages] == ["quotation"]


def test_nothing_shared_is_no_row(stories, make_text):
    assert passages([stories["independent"], stories["unrelated"]]) == ([], [])
    assert passages([make_text("a", ""), make_text("b", "")]) == passages([]) == ([], [])


def test_the_five_articles_are_related_as_a_reader_finds(real_texts, make_text):
    paths = {path.name[:3]: path for path in sorted(real_texts.glob("*.txt"))}
    texts = {name: make_text(name, path.read_bytes().decode("utf-8")) for name, path in paths.items()}
    shared, rows = tables(texts.values())
    evidence = {
        (x.article_a, x.article_b): Evidence(x.probability, x.details, x.in_order, x.via) for x in rows.itertuples()
    }
    table = reuse_relations(shared, evidence, {name: len(text) for name, text in texts.items()})
    relations = dict(zip(zip(table["article_a"], table["article_b"], strict=True), table["relation"], strict=True))
    assert relations == {("000", "001"): "follows", ("000", "002"): "excerpt", ("001", "002"): "follows"}
    (row,) = of_pair(shared, "000", "002").itertuples()
    whole, teaser = (texts[name].text for name in ("000", "002"))
    assert row.kind == "identical"
    assert " ".join(whole[row.start_a : row.end_a].split()) == " ".join(teaser[row.start_b : row.end_b].split())
    assert len(teaser[row.start_b : row.end_b]) >= len(teaser.strip()) - 1
