"""The best chain of sentences that two articles tell in the same order, found as a local alignment.

Smith & Waterman (1981) with a linear cost for sentences passed over. What a chain is worth is compared with the best
chain against the *reversed* article: sentences that are alike by chance, or because every report of an event has
them, make chains in either order; only what was taken over makes them in one.
"""

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]

#: A sentence passed over costs this.
SKIP_COST = 0.02
#: What two sentences that are too little alike are worth: no chain goes through them.
NO_PAIR = -1.0


def worth(similarity: Matrix, least: float) -> Matrix:
    """Return what each pair of sentences adds to a chain: by how much it is more alike than `least`."""
    return np.where(similarity > least, similarity - least, NO_PAIR)


def order_gains(*values: Matrix) -> list[float]:
    """Return for each matrix how much more its best chain is worth than the best in reversed order; at least 0.

    Parameters
    ----------
    values : array of float, shape (sentences of a, sentences of b)
        As `worth` makes them, of one shape.
    """
    if not values[0].size:
        return [0.0] * len(values)
    both = np.stack([*values, *(value[:, ::-1] for value in values)])
    best = _scores(both).max(axis=(1, 2))
    gained = np.maximum(best[: len(values)] - best[len(values) :], 0)
    return [round(float(gain), 9) for gain in gained]


def best_chain(value: Matrix) -> list[tuple[int, int]]:
    """Return the chain of pairs whose worth, less the sentences passed over, is the greatest.

    Parameters
    ----------
    value : array of float, shape (sentences of a, sentences of b)
        As `worth` makes it.

    Returns
    -------
    list of (int, int)
        Rising strictly on both sides; empty when no pair is alike.

    References
    ----------
    Smith, T. F., & Waterman, M. S. (1981). Identification of common molecular subsequences.
    """
    if not value.size:
        return []
    score = _scores(value[None])[0]
    i, j = (int(x) for x in np.unravel_index(int(score.argmax()), score.shape))
    pairs = []
    while score[i, j] > 0:
        if i and j and np.isclose(score[i, j], score[i - 1, j - 1] + value[i - 1, j - 1]):
            pairs.append((i - 1, j - 1))
            i, j = i - 1, j - 1
        elif i and np.isclose(score[i, j], score[i - 1, j] - SKIP_COST):
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def _scores(values: Matrix) -> Matrix:
    """Return the score of the best chain that ends before each place, for each matrix: row by row, a row at once."""
    count, rows, columns = values.shape
    score = np.zeros((count, rows + 1, columns + 1))
    cost = SKIP_COST * np.arange(columns + 1)
    for row in range(rows):
        before, here = score[:, row], score[:, row + 1]
        np.maximum(before[:, :-1] + values[:, row], before[:, 1:] - SKIP_COST, out=here[:, 1:])
        np.maximum(here, 0, out=here)
        # Passing over sentences of b: the best score to the left less what lies between.
        here += cost
        np.maximum.accumulate(here, axis=1, out=here)
        here -= cost
    return score
