"""Quotations that stand in different words, as candidates for a discrepancy."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import Any

from analysis.studies.candidates import Candidate, Run, member
from analysis.studies.contract import Inputs, Tables
from analysis.studies.independence import independence

DETECTOR = "quotation variants"
#: Hexadecimal digits of an id.
DIGITS = 8


def quotation_candidates(inputs: Inputs, earlier: Tables) -> Iterable[Candidate]:  # noqa: ARG001
    """Yield one candidate per pair of accounts that quote an utterance in different words."""
    accounts, known = earlier["accounts"].set_index("article"), independence(earlier)
    pairs = [pair for pair in earlier["quotation_wordings"].to_dict("records") if pair["change"] != "same"]
    for pair, id_ in zip(pairs, _ids(pairs), strict=True):
        sides = [_side(pair, side, accounts) for side in "ab"]
        if sides[0]["outlet"] == sides[1]["outlet"]:
            sides = [{**side, "outlet": f"{side['outlet']} ({side['run'].article})"} for side in sides]
        yield Candidate(
            id=id_,
            type="quotation",
            kind="changed in rewriting" if any(side["foreign"] for side in sides) else "may both be right",
            within=False,
            relation="finer" if pair["change"] == "cut" else "compatible",
            detector=DETECTOR,
            score=pair["score"],
            explanation=_explanation(pair, sides),
            members=tuple(
                member(side["run"], side["value"], independence=known, place=side["place"]) for side in sides
            ),
            sides=tuple((side["run"],) for side in sides),
        )


def _ids(pairs: Iterable[dict[str, Any]]) -> list[str]:
    """Name each pair by what differs, not by its place: decisions about it outlive a text that is saved anew."""
    seen: Counter[str] = Counter()
    ids = []
    for pair in pairs:
        said = [str(pair[key]) for key in ("alignment", "only_a", "only_b")]
        digest = hashlib.sha256("\n".join(said).encode()).hexdigest()[:DIGITS]
        id_ = f"quotation-{pair['article_a']}-{pair['article_b']}-{digest}"
        seen[id_] += 1
        ids.append(id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}")
    return ids


def _side(pair: dict[str, Any], side: str, accounts: Any) -> dict[str, Any]:
    article = pair[f"article_{side}"]
    only = pair[f"only_{side}"]
    return {
        "run": Run(article, pair[f"start_{side}"], pair[f"end_{side}"]),
        "place": {"paragraph": pair[f"paragraph_{side}"], "sentence": pair[f"sentence_{side}"]},
        "value": f"“{only}”" if only else "without the other’s words",
        "outlet": accounts.loc[article, "outlet"],
        "foreign": bool(accounts.loc[article, "foreign"]),
    }


def _explanation(pair: dict[str, Any], sides: list[dict[str, Any]]) -> str:
    whom = f" {pair['voice']}" if pair["voice"] else ""
    how = "leaves out a part" if pair["change"] == "cut" else "has other words"
    if pair["change"] == "cut" and pair["words_b"] < pair["words_a"]:
        sides = sides[::-1]
    short, long = sides
    if pair["change"] == "cut":
        return f"{short['outlet']} and {long['outlet']} quote{whom}; {short['outlet']} {how}."
    return f"{short['outlet']} quotes{whom} with {short['value']}, {long['outlet']} {how}: {long['value']}."
