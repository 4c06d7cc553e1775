"""An outlet has one colour everywhere; its marks are hollow or hatched where the wording is not its own."""

from dataclasses import dataclass

import pandas as pd

#: Okabe and Ito's colours for all kinds of colour vision, darkened where white needs it; then repeated in greys.
COLOURS = ("#0072b2", "#d55e00", "#00805f", "#a8488b", "#8a6d00", "#3b8fc4", "#5b4db1", "#7a4b2a")
HATCH = "////"


@dataclass(frozen=True)
class OutletStyle:
    """How an outlet is drawn."""

    colour: str
    foreign: bool

    @property
    def face(self) -> str:
        """Fill of a dot or bar: white where the wording is not the outlet's."""
        return "#ffffff" if self.foreign else self.colour

    @property
    def hatch(self) -> str:
        """Hatch of a bar."""
        return HATCH if self.foreign else ""


def outlet_styles(accounts: pd.DataFrame) -> dict[str, OutletStyle]:
    """Give each outlet its colour, in alphabetical order.

    Parameters
    ----------
    accounts : DataFrame
        Columns `outlet` and `foreign` (whether the wording is known not to be the outlet's).

    Returns
    -------
    dict of str to OutletStyle
        An outlet is drawn as foreign if all its articles are.
    """
    foreign = accounts.groupby("outlet")["foreign"].all()
    return {
        outlet: OutletStyle(COLOURS[i % len(COLOURS)], bool(foreign[outlet]))
        for i, outlet in enumerate(sorted(foreign.index))
    }
