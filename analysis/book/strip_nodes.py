"""Two articles as bars with bands between the passages that they share: a small picture drawn from numbers alone."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from docutils import nodes

WIDTH, HEIGHT, BAR = 720, 150, 24
#: Where the bars begin from above.
TOP, BOTTOM = 22, HEIGHT - 22 - BAR


class Band(NamedTuple):
    """A passage: its places on both sides in code points, and its kind."""

    start_a: int
    end_a: int
    start_b: int
    end_b: int
    kind: str


class strip_picture(nodes.General, nodes.Element):  # type: ignore[misc]
    """The picture; its text alternative is the table of passages below it."""


def pair_strip(names: tuple[str, str], lengths: tuple[int, int], bands: Sequence[Band]) -> strip_picture:
    """Return the picture of a pair.

    Parameters
    ----------
    names : (str, str)
        How the two are called.
    lengths : (int, int)
        Of either text, in code points.
    bands : sequence of Band
    """
    return strip_picture("", names=list(names), lengths=list(lengths), bands=[tuple(band) for band in bands])


def visit_strip(translator: Any, node: strip_picture) -> None:
    """Write the picture; every text and number goes through `starttag` or `encode`, which escape them."""
    names, lengths = node["names"], node["lengths"]
    scale = WIDTH / max(1, *lengths)
    label = (
        f"Passages ({len(node['bands'])}) that {names[0]} and {names[1]} share, at their places in both; listed below."
    )
    body = translator.body
    body.append(translator.starttag(node, "svg", "", CLASS="pair-strip", viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img",
                                    **{"aria-label": label}))  # fmt: skip
    for start_a, end_a, start_b, end_b, kind in node["bands"]:
        left, right = (start_a * scale, end_a * scale), (start_b * scale, end_b * scale)
        middle = (TOP + BAR + BOTTOM) / 2
        path = (
            f"M{left[0]:.1f},{TOP + BAR} C{left[0]:.1f},{middle} {right[0]:.1f},{middle} {right[0]:.1f},{BOTTOM} "
            f"L{right[1]:.1f},{BOTTOM} C{right[1]:.1f},{middle} {left[1]:.1f},{middle} {left[1]:.1f},{TOP + BAR} Z"
        )
        body.append(translator.emptytag(node, "path", "", CLASS=f"band {kind}", d=path, ids=[]))
    for place, (name, length) in enumerate(zip(names, lengths, strict=True)):
        top = TOP if place == 0 else BOTTOM
        sides = [(band[0], band[1], band[4]) if place == 0 else (band[2], band[3], band[4]) for band in node["bands"]]
        body.append(_rectangle(translator, node, 0, length * scale, top, "bar"))
        for start, end, kind in sides:
            body.append(_rectangle(translator, node, start * scale, (end - start) * scale, top, f"piece {kind}"))
        y = TOP - 8 if place == 0 else BOTTOM + BAR + 16
        body.append(translator.starttag(node, "text", "", x="0", y=str(y), ids=[]))
        body.append(f"{translator.encode(name)}</text>")
    body.append("</svg>\n")
    raise nodes.SkipNode


def _rectangle(translator: Any, node: nodes.Element, x: float, width: float, y: float, css: str) -> str:
    place = {"x": f"{x:.1f}", "y": str(y), "width": f"{max(width, 1):.1f}", "height": str(BAR)}
    return str(translator.emptytag(node, "rect", "", CLASS=css, ids=[], **place))
