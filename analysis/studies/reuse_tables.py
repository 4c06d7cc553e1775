"""The tables of text reuse and lineage: what each column holds."""

from analysis.features.place_columns import ARTICLE, OTHER, PARAGRAPH, SENTENCE
from analysis.features.reuse.passage import KINDS
from analysis.measures.reuse_relation import RELATIONS
from analysis.studies.wording import list_of
from analysis.tables import Column, Table

TABLES = {
    "text_reuse": Table(
        "Pairs of articles that share text",
        ("article_a", "article_b"),
        {
            "article_a": ARTICLE,
            "article_b": OTHER,
            "shared_words": Column("Int64", "words", "words in identical, edited and reworded passages"),
            "containment_a": Column("float", "share", "shared words over a's narrative words, 0–1"),
            "containment_b": Column("float", "share", "shared words over b's narrative words, 0–1"),
            "aligned_a": Column("float", "share", "share of a's narrative words in passages aligned with b"),
            "aligned_b": Column("float", "share", "share of b's narrative words in passages aligned with a"),
            "similarity": Column("float", "share", "shared words over the mean length of the two, 0–1"),
            "relation": Column("string", "", list_of(list(RELATIONS), last="or")),
            "relation_confidence": Column("float", "", "how sure the relation is, 0–1; see the methods"),
            "evidence": Column("string", "", "what decided the relation"),
            "direction": Column("string", "", "a->b, b->a or undetermined"),
            "direction_confidence": Column("float", "", "0 undetermined; by how many kinds of reason; 1 stated"),
            "reasons": Column("string", "", "what speaks for the direction"),
        },
    ),
    "passages": Table(
        "Aligned passages",
        ("article_a", "article_b", "start_a", "start_b", "kind"),
        {
            "article_a": ARTICLE,
            "paragraph_a": PARAGRAPH,
            "sentence_a": SENTENCE,
            "start_a": Column("Int64", "code points", "where the passage begins in a's raw text"),
            "end_a": Column("Int64", "code points", "where it ends in a (exclusive)"),
            "article_b": OTHER,
            "paragraph_b": PARAGRAPH,
            "sentence_b": SENTENCE,
            "start_b": Column("Int64", "code points", "where the passage begins in b's raw text"),
            "end_b": Column("Int64", "code points", "where it ends in b (exclusive)"),
            "words": Column("Int64", "words", "words that both sides share"),
            "similarity": Column("float", "share", "how alike the two sides are, 0–1"),
            "kind": Column("string", "", "; ".join(f"{kind}: {meaning}" for kind, meaning in KINDS.items())),
            "both": Column("string", "", "words of matter that both sides have, at most seven, by the alphabet"),
            "only_a": Column("string", "", "words that only article_a's side has, at most seven, by the alphabet"),
            "only_b": Column("string", "", "words that only article_b's side has, at most seven, by the alphabet"),
        },
    ),
    "accounts": Table(
        "Accounts and lineages",
        ("article",),
        {
            "article": ARTICLE,
            "outlet": Column("string", "", "whose report it is"),
            "account": Column("string", "", "the account it belongs to, named by its longest article"),
            "lineage": Column("string", "", "accounts of one origin, named by the longest article"),
            "counted": Column("boolean", "", "false for a copy that counts with a longer article of its outlet"),
            "foreign": Column("boolean", "", "whether the wording is translated or reworded"),
        },
    ),
    "segments": Table(
        "What each stretch of an article is",
        ("article", "start"),
        {
            "article": ARTICLE,
            "start": Column("Int64", "code points", "where the stretch begins in the raw text"),
            "end": Column("Int64", "code points", "where it ends (exclusive)"),
            "segment": Column("string", "", "same material, copy, same quotation, others quoted, own, or set aside"),
        },
    ),
    "derivations": Table(
        "Which article comes from which",
        ("article", "origin"),
        {
            "article": ARTICLE,
            "origin": Column("string", "", "the article it comes from or shares its origin with"),
            "relation": Column("string", "", "the measured relation; empty where nothing shared was found"),
            "stated": Column("boolean", "", "stated by a record, or inferred from shared text"),
            "directed": Column("boolean", "", "whether it is known which of the two came first"),
        },
    ),
}  # fmt: skip
