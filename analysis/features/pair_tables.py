"""The tables of what two articles share."""

from analysis.features.place_columns import ARTICLE, OTHER, PAIR
from analysis.features.reuse.passage import KINDS
from analysis.tables import Column, Table

PAIR_TABLES = {
    "passages": Table(
        "Aligned passages",
        ("article_a", "article_b", "start_a", "start_b", "kind"),
        {
            **PAIR,
            "words": Column("Int64", "words", "words that both sides share"),
            "words_a": Column("Int64", "words", "words of article_a's side"),
            "words_b": Column("Int64", "words", "words of article_b's side"),
            "similarity": Column("float", "", "shared words over the mean length of the sides, or cosine; 0–1"),
            "kind": Column("string", "", "; ".join(f"{kind}: {meaning}" for kind, meaning in KINDS.items())),
            "both": Column("string", "", "words of matter that both sides have, at most seven, by the alphabet"),
            "only_a": Column("string", "", "words that only article_a's side has, at most seven, by the alphabet"),
            "only_b": Column("string", "", "words that only article_b's side has, at most seven, by the alphabet"),
            "sentences": Column("Int64", "sentences", "sentences that article_a's side touches"),
            "noted_a": Column("Int64", "words", "words of article_a's own correction note that its side has"),
            "noted_b": Column("Int64", "words", "words of article_b's own correction note that its side has"),
        },
    ),
    "reuse_evidence": Table(
        "What speaks for one origin of two articles, besides what was copied",
        ("article_a", "article_b"),
        {
            "article_a": ARTICLE,
            "article_b": OTHER,
            "details": Column(
                "Int64", "words", "stems that either uses once or twice and both use, copies and quotations left out"
            ),
            "in_order": Column(
                "Int64", "words", "most of these that stand in one order (longest increasing subsequence)"
            ),
            "density": Column("float", "per 100 words", "details per hundred narrator’s words of the shorter article"),
            "skeleton_gain": Column(
                "float", "", "how much better sentences match in this order than reversed, by word order"
            ),
            "likeness_gain": Column("float", "", "the same, by content words and word order"),
            "probability": Column("float", "", "of one origin, by these measures alone; 0–1"),
            "via": Column("string", "", "the third article by way of which both share passages; empty if none"),
        },
    ),
    "quotation_variants": Table(
        "Sentences that two articles quote, in the same or in other words",
        ("article_a", "article_b", "start_a", "start_b"),
        {
            **PAIR,
            "words_a": Column("Int64", "words", "words of article_a's side"),
            "words_b": Column("Int64", "words", "words of article_b's side"),
            "score": Column("float", "", "how alike the two are, 0–1; no probability"),
            "change": Column("string", "", "same, cut (a part is left out) or reworded"),
            "alignment": Column(
                "string", "", "runs of words in order: =n the same, ~n/m replaced, -n only in a, +n only in b"
            ),
            "only_a": Column("string", "", "words that differ in article_a, at most seven; … stands for others"),
            "only_b": Column("string", "", "words that differ in article_b, at most seven; … stands for others"),
        },
    ),
}
