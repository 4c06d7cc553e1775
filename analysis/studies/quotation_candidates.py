"""Quotations that stand in different words, as candidates for a discrepancy."""

from collections.abc import Iterable
from typing import Any

from analysis.studies.candidates import Candidate, Run, member
from analysis.studies.contract import Inputs, Tables

DETECTOR = "quotation variants"


def quotation_candidates(inputs: Inputs, earlier: Tables) -> Iterable[Candidate]:  # noqa: ARG001
    """Yield one candidate per pair of accounts that quote an utterance in different words."""
    accounts = earlier["accounts"].set_index("article")
    for pair in earlier["quotation_wordings"].to_dict("records"):
        if pair["change"] == "same":
            continue
        sides = [_side(pair, side, accounts) for side in "ab"]
        yield Candidate(
            id="quotation-{article_a}-{start_a}-{article_b}-{start_b}".format(**pair),
            type="quotation",
            kind="changed in rewriting" if any(side["foreign"] for side in sides) else "may both be right",
            within=False,
            relation="finer" if pair["change"] == "cut" else "compatible",
            detector=DETECTOR,
            score=pair["score"],
            explanation=_explanation(pair, sides),
            members=tuple(
                member(side["run"], side["value"], independent=side["own"], place=side["place"]) for side in sides
            ),
            sides=tuple((side["run"],) for side in sides),
        )


def _side(pair: dict[str, Any], side: str, accounts: Any) -> dict[str, Any]:
    article = pair[f"article_{side}"]
    only = pair[f"only_{side}"]
    return {
        "run": Run(article, pair[f"start_{side}"], pair[f"end_{side}"]),
        "place": {"paragraph": pair[f"paragraph_{side}"], "sentence": pair[f"sentence_{side}"]},
        "value": f"“{only}”" if only else "without the other’s words",
        "outlet": accounts.loc[article, "outlet"],
        "foreign": bool(accounts.loc[article, "foreign"]),
        "own": bool(accounts.loc[article, "account"] == article),
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
