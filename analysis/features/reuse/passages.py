"""The passages that two articles have in common, with their places on both sides, and the evidence of one origin.

Copied runs first (identical, edited); then, where the two are of one origin, sentences beside sentences (reworded,
following); then quotations. No passage overlaps another on either side.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from analysis.corpus.spans import Span
from analysis.features.reuse.aligned_sentences import aligned_sentences
from analysis.features.reuse.copied_runs import copied_runs
from analysis.features.reuse.inherited_passages import inherited_passages
from analysis.features.reuse.lineage_evidence import NOTHING, LineageEvidence, lineage_evidence
from analysis.features.reuse.matching import Flags
from analysis.features.reuse.passage import Passage, overlapping, turned
from analysis.features.reuse.passage_words import noted_words, passage_words
from analysis.features.reuse.reuse_join import candidate_pairs, fingerprints
from analysis.features.reuse.reuse_text import ReuseText
from analysis.measures.one_origin import ONE_ORIGIN
from analysis.measures.reuse_relation import COPIED

#: A sentence that both quote to more than this share is the quotation and who said it.
MOSTLY_QUOTED = 0.5
#: From this probability of one origin on two articles are compared sentence by sentence; whether they count as of one
#: origin is decided by whoever also knows the records.
LEAST_PROBABILITY = 0.1
#: From this probability on a pair is a link by way of which others may be of one origin.
LINK_PROBABILITY = 0.9
#: Where the sentences' words stand in one order so much better than reversed, quotations were reworded as well.
REWORDED_GAIN = 1.0
#: From this share on only what was not copied is aligned: of a release that many print, little is left.
LARGELY_COPIED = 0.75
#: From this share of the shorter article on, copied runs say all there is to say.
MOSTLY_COPIED = 0.9
#: From this share on they show one origin by themselves.
PARTLY_COPIED = 0.3
#: A copied run is part of sentences that stand beside one another when they cover this share of it on both sides, and
#: its words are no more than this share of theirs.
MOST_ABSORBED = 0.8


class PairReuse(NamedTuple):
    """What two articles have in common."""

    passages: list[Passage]
    evidence: LineageEvidence
    #: Whether the two show by themselves, beyond reasonable doubt, that they have one origin.
    linked: bool


def passages(
    texts: Iterable[ReuseText],
    hidden: Mapping[str, Sequence[Span]] | None = None,
    notes: Mapping[str, frozenset[str]] | None = None,
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return every passage that two of the articles have in common, and the evidence for each pair that has one.

    Parameters
    ----------
    texts : iterable of ReuseText
        Articles with distinct ids.
    hidden : mapping of str to sequence of Span, optional
        Article → the places of names that are withheld.
    notes : mapping of str to frozenset of str, optional
        Article → the words of its correction notes.

    Returns
    -------
    (list of dict, list of dict)
        Rows of the feature tables `passages` and `reuse_evidence`, sorted by pair and place.
    """
    by_id = {text.article: text for text in texts}
    pairs = candidate_pairs({article: fingerprints(text) for article, text in by_id.items()})
    found = {(a, b): pair_passages(by_id[a], by_id[b]) for a, b in pairs}
    complete = {pair: reuse.passages for pair, reuse in found.items() if reuse.passages}
    linked = {pair for pair, reuse in found.items() if reuse.linked}
    shown = {pair for pair, reuse in found.items() if reuse.evidence.probability >= ONE_ORIGIN}
    inherited = inherited_passages(complete, linked, shown)
    for pair, (_, more) in inherited.items():
        complete[pair] = sorted([*more, *(x for x in complete.get(pair, []) if not overlapping(x, more))])
    evidence = [
        {
            "article_a": a,
            "article_b": b,
            **_evidence_row(found[a, b].evidence if (a, b) in found else NOTHING),
            "via": inherited[a, b].via if (a, b) in inherited else "",
        }
        for a, b in sorted(
            {*complete, *(p for p, reuse in found.items() if reuse.evidence.probability >= LEAST_PROBABILITY)}
        )
    ]
    return _passage_rows(by_id, complete, hidden or {}, notes or {}), evidence


def _passage_rows(
    texts: Mapping[str, ReuseText],
    found: Mapping[tuple[str, str], Sequence[Passage]],
    hidden: Mapping[str, Sequence[Span]],
    notes: Mapping[str, frozenset[str]],
) -> list[dict[str, Any]]:
    """Return passages as rows with offsets into the raw texts."""
    return [
        {
            "article_a": a,
            "start_a": int(texts[a].places[x.first_a, 0]),
            "end_a": int(texts[a].places[x.last_a - 1, 1]),
            "article_b": b,
            "start_b": int(texts[b].places[x.first_b, 0]),
            "end_b": int(texts[b].places[x.last_b - 1, 1]),
            "words": x.words,
            "words_a": x.last_a - x.first_a,
            "words_b": x.last_b - x.first_b,
            "similarity": x.similarity,
            "kind": x.kind,
            "sentences": int(np.unique(texts[a].sentences[x.first_a : x.last_a]).size),
            **passage_words(texts[a], texts[b], x, hidden.get(a, ()), hidden.get(b, ())),
            "noted_a": noted_words(texts[a], x.first_a, x.last_a, notes.get(a, frozenset())),
            "noted_b": noted_words(texts[b], x.first_b, x.last_b, notes.get(b, frozenset())),
        }
        for (a, b), shared in sorted(found.items())
        for x in sorted(shared)
    ]


def _evidence_row(evidence: LineageEvidence) -> dict[str, Any]:
    return {
        "details": evidence.order.details,
        "in_order": evidence.order.in_order,
        "density": evidence.order.density,
        "skeleton_gain": evidence.skeleton_gain,
        "likeness_gain": evidence.likeness_gain,
        "probability": evidence.probability,
    }


def pair_passages(a: ReuseText, b: ReuseText) -> PairReuse:
    """Return the passages that two articles have in common, as ranges of their words, and the evidence of one origin.

    Parameters
    ----------
    a, b : ReuseText
        Two articles; nothing else in a corpus has a say.

    Returns
    -------
    PairReuse
        Passages sorted by place in `a`; none overlaps another on either side.
    """
    if _order(b) < _order(a):
        mirrored = pair_passages(b, a)
        return mirrored._replace(passages=sorted(turned(x) for x in mirrored.passages))
    runs = copied_runs(a, b)
    free = _free(runs, a, 0), _free(runs, b, 2)
    evidence = lineage_evidence(a, b, *free)
    share = sum(run.words for run in runs if run.kind in COPIED) / max(1, min(len(a), len(b)))
    copy = share >= PARTLY_COPIED
    beside: list[Passage] = []
    if (evidence.probability >= LEAST_PROBABILITY or copy) and share < MOSTLY_COPIED:
        # In a copy only what was not copied is left to be found.
        rest = free if share >= LARGELY_COPIED else (None, None)
        beside = aligned_sentences(a, b, with_quotations=evidence.skeleton_gain >= REWORDED_GAIN, free=rest)
    return PairReuse(_merged(runs, beside), evidence, copy or evidence.probability >= LINK_PROBABILITY)


def _order(text: ReuseText) -> tuple[int, bytes, str]:
    """Return what decides which of two texts is read first: not the id, so that another name changes no passage."""
    return len(text), text.terms.tobytes(), text.text


def _free(runs: Sequence[Passage], text: ReuseText, side: int) -> Flags | None:
    """Return which words stand in no copied run, and in no sentence that is little more than what both quote."""
    if not runs:
        return None
    free = np.ones(len(text), dtype=np.bool_)
    for run in runs:
        first, last = run[side], run[side + 1]
        if run.kind in COPIED:
            free[first:last] = False
        elif run.kind == "quotation":
            for sentence in np.unique(text.sentences[first:last]):
                own = text.sentences == sentence
                free[own] &= text.quoted[own].mean() <= MOSTLY_QUOTED
    return free


def _merged(runs: Sequence[Passage], beside: Sequence[Passage]) -> list[Passage]:
    """Put copied runs and aligned sentences together without overlap.

    A run that is only a part of sentences that stand beside one another is theirs; other runs come first.
    """
    kept = [run for run in runs if not _absorbed(run, [x for x in beside if overlapping(x, [run])])]
    return sorted([*kept, *(sentence for sentence in beside if not overlapping(sentence, kept))])


def _absorbed(run: Passage, sentences: Sequence[Passage]) -> bool:
    """Whether sentences cover a run on both sides and reach well beyond it."""
    covered_a = sum(max(0, min(run.last_a, x.last_a) - max(run.first_a, x.first_a)) for x in sentences)
    covered_b = sum(max(0, min(run.last_b, x.last_b) - max(run.first_b, x.first_b)) for x in sentences)
    extent = sum(max(x.last_a - x.first_a, x.last_b - x.first_b) for x in sentences)
    most = MOST_ABSORBED * max(run.last_a - run.first_a, run.last_b - run.first_b)
    return min(covered_a, covered_b) >= most and run.words < MOST_ABSORBED * extent
