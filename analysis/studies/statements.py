"""The matrix of statements and accounts: which account says what, beside each other."""

from typing import Any

import pandas as pd

from analysis.figures.outlets import OutletStyle, outlet_styles
from analysis.figures.statement_matrix import draw_statements
from analysis.studies.contract import Fact, Figure, Finding, Inputs, Results, Tables, absent
from analysis.studies.wording import counted, drawn, number, quantity, sentence_case, spoken
from analysis.tables import Column, Table

TITLE = "Which account says what?"
PAGE = "disagree"
NO_LEDGER = "Nobody has coded these articles: there is no ledger."
ALL_REJECTED = "Every item of the ledger was rejected in a review."
NONE = "The ledger has no reviewed statement of this kind."
FIGURES = ("fig-statements", "fig-statements-brief", "fig-statements-corrected", "fig-statements-excluded")
MOST_ROWS, BRIEF_ROWS = 30, 8
#: In the order of the matrix: first what a reader should know, last what says nothing about the outlets.
KINDS = (
    "stands after a correction",
    "cannot both be right",
    "may both be right",
    "changed over time",
    "changed in rewriting",
)
CONVENTION = (
    "A dot: the account says nothing about it. ‡: taken from another account, not a second witness. Hatched: the words "
    "are a translator’s or a carrier’s. In italics: on whose word; without, the account says it itself."
)

TABLES = {
    "account_columns": Table(
        "Accounts in the order of their first publication",
        ("position",),
        {
            "position": Column("Int64", "", "from 1; undated accounts last"),
            "column": Column("string", "", "the account, named by its longest article"),
            "label": Column("string", "", "whose report it is"),
            "carrier": Column("string", "", "who published the copy, when that is someone else"),
            "foreign": Column("boolean", "", "whether the wording is known not to be the outlet's"),
            "first_day": Column("string", "", "earliest day that the date allows; empty if unknown"),
        },
    ),
    "statement_matrix": Table(
        "Statements by account",
        ("row", "column", "start", "value"),
        {
            "row": Column("Int64", "", "place in the matrix, from 1: by kind, then the gravest first"),
            "item": Column("string", "", "the ledger's item"),
            "kind": Column("string", "", "what the difference means"),
            "subject": Column("string", "", "what the statement is about"),
            "severity": Column("Int64", "", "number of yes among the three answers"),
            "status": Column("string", "", "confirmed, or candidate: nobody has decided about it"),
            "within": Column("boolean", "", "whether both sides stand in one article"),
            "column": Column("string", "", "the account"),
            "start": Column("Int64", "code points", "where the value stands in the account's article"),
            "value": Column("string", "", "what it says, in the coder's words"),
            "said_by": Column("string", "", "on whose word; empty is the narrator's"),
            "outlet_of_copy": Column("string", "", "which outlet's copy has it, where the account's own has not"),
            "repeated": Column("boolean", "", "taken from another account, not a second witness"),
            "group": Column("Int64", "", "values of one row with the same number are the same"),
        },
    ),
}


def tables(inputs: Inputs, earlier: Tables) -> dict[str, Any]:  # noqa: ARG001
    """Order the accounts by date and the items by kind and severity."""
    return {"account_columns": _columns(earlier), "statement_matrix": _rows(earlier)}


def _columns(earlier: Tables) -> pd.DataFrame:
    articles = earlier["accounts"].merge(earlier["articles"][["article", "first_day", "carrier"]], on="article")
    rows = []
    for account, copies in articles.groupby("account"):
        own = copies[copies["article"] == account].iloc[0]
        others = copies.loc[copies["outlet"] != own["outlet"], "outlet"].nunique()
        days = copies.loc[copies["first_day"] != "", "first_day"]
        rows.append(
            {
                "column": account,
                "label": own["outlet"] + (f" and {number(others)} more" if others else ""),
                "carrier": own["carrier"],
                "foreign": own["foreign"],
                "first_day": days.min() if len(days) else "",
            }
        )
    rows.sort(key=lambda row: (row["first_day"] or "9999", row["column"]))
    return pd.DataFrame(rows).assign(position=range(1, len(rows) + 1))


def _rows(earlier: Tables) -> pd.DataFrame:
    """One row per item, account and value; a copy's value only where it differs from the account's longest article."""
    items = earlier["ledger_items"].query("status != 'rejected'").copy()
    items["place"] = items["kind"].map(KINDS.index)
    items = items.sort_values(["place", "severity", "id"], ascending=[True, False, True])
    items["row"] = range(1, len(items) + 1)
    items["subject"] = items["subject"].map(sentence_case) + ": " + items["attribute"]
    values = earlier["ledger_values"].copy()
    values["copy"] = values["account"] != values["article"]
    values = values.sort_values(["id", "account", "copy", "article", "start"])
    values = values.drop_duplicates(["id", "account", "value"])
    own = values["account"].map(earlier["accounts"].set_index("article")["outlet"])
    values["outlet_of_copy"] = values["outlet"].where(values["copy"] & (values["outlet"] != own), "")
    account = earlier["accounts"].set_index("article")["account"]
    values["repeated"] = (values["repeats"] != "") & (values["repeats"].map(account) != values["account"])
    rows = items[["id", "row", "kind", "subject", "severity", "status", "within"]].merge(values, on="id")
    rows["group"] = [
        group for _, said in rows.groupby("id", sort=False)["value"] for group in pd.factorize(said.str.casefold())[0]
    ]
    rows = rows.rename(columns={"account": "column", "id": "item"})
    return rows[list(TABLES["statement_matrix"].columns)]


def facts(results: Results) -> dict[str, Fact]:
    """How many statements the matrix has."""
    count = int(results["statement_matrix"]["item"].nunique())
    return {"statements": Fact(count, number(count), "statements that the accounts give differently")}


def findings(results: Results) -> list[Finding]:  # noqa: ARG001
    """None: what the statements come to is said by the study of the ledger."""
    return []


def figures(results: Results) -> list[Figure]:
    """The gravest statements, in brief those that lead, and apart those of the two kinds that findings name."""
    rows = results["statement_matrix"]
    if not len(rows):
        why = ALL_REJECTED if len(results["ledger_items"]) else NO_LEDGER
        return [absent(id_, PAGE, why) for id_ in FIGURES]
    reviewed = rows[rows["status"] == "confirmed"]
    leading = reviewed[reviewed["kind"] != "changed in rewriting"]
    drawn_rows = {
        "fig-statements": (rows, MOST_ROWS),
        "fig-statements-brief": (leading if len(leading) else rows, BRIEF_ROWS),
        "fig-statements-corrected": (reviewed[reviewed["kind"] == KINDS[0]], BRIEF_ROWS),
        "fig-statements-excluded": (reviewed[reviewed["kind"] == KINDS[1]], BRIEF_ROWS),
    }
    return [
        _figure(results, chosen, id_, most) if len(chosen) else absent(id_, PAGE, NONE)
        for id_, (chosen, most) in drawn_rows.items()
    ]


def column_styles(results: Results) -> dict[str, OutletStyle]:
    """Return how each account is drawn: in its outlet's colour."""
    styles, accounts = outlet_styles(results["accounts"]), results["accounts"]
    own = accounts[accounts["article"] == accounts["account"]]
    return {row.account: styles[row.outlet] for row in own.itertuples()}


def _figure(results: Results, rows: pd.DataFrame, id_: str, most: int) -> Figure:
    columns, total = results["account_columns"], rows["item"].nunique()
    gravest = rows.drop_duplicates("item").sort_values("severity", ascending=False, kind="stable")["item"].head(most)
    numbers = rows[rows["item"].isin(gravest)].drop(columns="start").reset_index(drop=True)
    numbers["subject"] += numbers["status"].map({"candidate": " (not reviewed)"}).fillna("")
    labels, styles = dict(zip(columns["column"], columns["label"], strict=True)), column_styles(results)
    said = [
        f"{subject}: " + ", ".join(f"{labels[row.column]} {row.value}" for row in group.itertuples())
        for subject, group in numbers.groupby("subject", sort=False)
    ]
    cut = drawn(len(gravest), total, "statement", which="the gravest")
    return Figure(
        id_, PAGE, _title(numbers), CONVENTION + " The gravest come first within each group." + cut,
        "Statements by account. " + spoken(said, most=8),
        f"{quantity(total, 'statement')}, {quantity(len(columns), 'account')}", numbers,
        lambda: draw_statements(numbers, columns, styles),
    )  # fmt: skip


def _title(rows: pd.DataFrame) -> str:
    """Name the first kind in the picture, and how many of the statements are of it."""
    kinds = rows.drop_duplicates("item")["kind"].value_counts()
    first = next(kind for kind in KINDS if kind in kinds)
    count = int(kinds[first])
    said = counted(count, "statement")
    verb = first.replace("stands", "stand").replace("changed", "were changed") if count > 1 else first
    # Two values are right or not, a statement stands or was changed.
    title = f"The values of {said} {first}" if "both be right" in first else f"{sentence_case(said)} {verb}"
    rest = int(kinds.sum()) - count
    return title + (f"; {counted(rest, 'more differs', 'more differ')} in other ways" if rest else "")
