"""The text-free tables that stand for the texts: enough to run every analysis again.

No table lists a text's words in order: counts are unordered, places come without words, and
words without places. A name is the exception: a mention has its form and its place.
"""

from analysis.features.reuse.passage import KINDS
from analysis.tables import Column, Table

ARTICLE = Column("string", "", "article id")
START = Column("Int64", "code points", "where the run begins in the raw text")
END = Column("Int64", "code points", "where the run ends (exclusive)")
PARAGRAPH = Column("Int64", "", "paragraph of the text, from 0")
SENTENCE = Column("Int64", "", "sentence of the text, from 0")
WORDS = Column("Int64", "words", "words of the run")


OTHER = Column("string", "", "the other article's id, later in the alphabet")
#: Where both sides of a pair stand.
PAIR = {"article_a": ARTICLE, "start_a": START, "end_a": END, "article_b": OTHER, "start_b": START, "end_b": END}


def _count(meaning: str, unit: str = "words") -> Column:
    return Column("Int64", unit, meaning)


ARTICLE_TABLES = {
    "articles": Table(
        "Articles",
        ("article",),
        {
            "article": ARTICLE,
            "sha256": Column("string", "", "SHA-256 of the text's bytes"),
            "english": Column("boolean", "", "whether the English-only measures apply"),
            "characters": _count("length of the raw text", "code points"),
            "paragraphs": _count("paragraphs of the whole text", "paragraphs"),
            "sentences": _count("sentences of the narrative", "sentences"),
            "words": _count("words of the whole text"),
            "narrative_words": _count("words of the narrative: what was not set aside"),
            "quoted_words": _count("words of the narrative inside direct quotations"),
            "private_mentions": _count("mentions of persons who are not named here", "mentions"),
            "cut_off": Column("boolean", "", "whether the narrative stops in the middle of a sentence"),
        },
    ),
    "marks": Table(
        "Spans that were set aside",
        ("article", "start"),
        {
            "article": ARTICLE,
            "start": START,
            "end": END,
            "paragraph": PARAGRAPH,
            "kind": Column("string", "", "heading, byline, caption, furniture, note, correction or repeated"),
            "reason": Column("string", "", "the rule that set it aside"),
            "words": WORDS,
        },
    ),
    "sentences": Table(
        "Sentences and their counted components",
        ("article", "sentence", "kind", "start"),
        {
            "article": ARTICLE,
            "paragraph": PARAGRAPH,
            "sentence": SENTENCE,
            "start": START,
            "end": END,
            "kind": Column("string", "", "narrative, or the kind of the mark on it"),
            "part": Column("string", "", "narrator (no quoted word), quoted (no other), mixed; empty if set aside"),
            "words": WORDS,
            "quoted_words": _count("words inside direct quotations"),
            "characters": _count("letters and digits of the words", "characters"),
            "letters": _count("letters of the words", "letters"),
            "syllables": _count("syllables of the words, by textstat", "syllables"),
            "polysyllables": _count("words of three or more syllables"),
            "complex_words": _count("words of three or more syllables that are not on textstat's easy list"),
            "difficult_words": _count("words not on textstat's easy list (Dale-Chall)"),
            "numbers": _count("numerals and number words"),
            "hedges": _count("hedging words and phrases", "hedges"),
            "reporting_verbs": _count("reporting verbs outside quotations", "verbs"),
        },
    ),
    "quotations": Table(
        "Direct quotations: places, lengths and speakers",
        ("article", "start"),
        {
            "article": ARTICLE,
            "start": START,
            "end": END,
            "paragraph": PARAGRAPH,
            "sentence": SENTENCE,
            "words": WORDS,
            "form": Column("string", "", "speech, fragment (a few words inside a sentence) or term (nobody speaks)"),
            "continues": Column("boolean", "", "goes on from the row before: both are one quotation"),
            "speaker": Column("string", "", "who speaks, as the article names them; a role where a name is withheld"),
            "withheld": Column("boolean", "", "whether the speaker's name is withheld"),
            "speaker_rule": Column("string", "", "the rule that found the speaker; empty if none did"),
            "resolved": Column("boolean", "", "false where the speaker is a guess from a pronoun or the context"),
        },
    ),
    "terms": Table(
        "Term counts",
        ("article", "part", "term"),
        {
            "article": ARTICLE,
            "part": Column("string", "", "narrator or quoted"),
            "term": Column("string", "", "case-folded word; (private person) where a name is withheld"),
            "count": _count("occurrences in that part of the narrative", "occurrences"),
        },
    ),
    "lexical_diversity": Table(
        "Lexical diversity",
        ("article", "part", "measure"),
        {
            "article": ARTICLE,
            "part": Column("string", "", "all, narrator or quoted"),
            "measure": Column("string", "", "ttr, mattr_50, mattr_100, mtld or hdd"),
            "value": Column("float", "", "the measure"),
            "low": Column("float", "", "lower end of the 95 % block-bootstrap interval"),
            "high": Column("float", "", "upper end of the 95 % block-bootstrap interval"),
            "n": WORDS,
        },
    ),
    "names": Table(
        "Mentions of names",
        ("article", "form", "start"),
        {
            "article": ARTICLE,
            "form": Column("string", "", "the name as it stands"),
            "context": Column("string", "", "person, place or organisation, by cues next to it; empty if none"),
            "paragraph": PARAGRAPH,
            "sentence": SENTENCE,
            "start": START,
            "end": END,
            "kind": Column("string", "", "narrative, or the kind of the mark it stands in"),
            "quoted": Column("boolean", "", "whether it stands inside a direct quotation"),
            "credit": Column(
                "string", "", "how it is given as a source: told, according to, published by …; empty if not"
            ),
        },
    ),
}

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
EXTRACTION_TABLES = {
    "extraction": Table(
        "How the features were extracted",
        ("key",),
        {
            "key": Column("string", "", "what is recorded"),
            "value": Column("string", "", "its value"),
        },
    ),
}
TABLES = {**ARTICLE_TABLES, **PAIR_TABLES, **EXTRACTION_TABLES}
