"""The few document nodes that docutils lacks: a file to download, a box to open, a table's caption.

All text reaches a page as a Text node and all attributes through `starttag`, which
escapes them, so nothing an article says can become markup.
"""

from typing import Any

from docutils import nodes


class file_link(nodes.reference):  # type: ignore[misc]
    """A link to a file that is saved, not opened: a picture opened by itself could run script."""


class details(nodes.General, nodes.Element):  # type: ignore[misc]
    """A box that the reader opens."""


class summary(nodes.General, nodes.TextElement):  # type: ignore[misc]
    """The line by which a box is opened."""


class table_caption(nodes.General, nodes.TextElement):  # type: ignore[misc]
    """A table's caption; unlike docutils' title it is no heading to the search page."""


def text(words: str, node: nodes.TextElement | None = None, **attributes: Any) -> nodes.TextElement:
    """Return a paragraph, or the given node, that holds the words literally.

    Examples
    --------
    >>> text("<b> & {{ 7*7 }}").astext()
    '<b> & {{ 7*7 }}'
    """
    holder = nodes.paragraph() if node is None else node
    for name, value in attributes.items():
        holder[name] = value
    holder += nodes.Text(words)
    return holder


def link(words: str, uri: str, *, download: bool = False) -> nodes.reference:
    """Return a link within the book."""
    node = file_link if download else nodes.reference
    return node("", "", nodes.Text(words), refuri=uri, internal=True)


def _visit_file_link(translator: Any, node: nodes.Element) -> None:
    translator.body.append(translator.starttag(node, "a", "", href=node["refuri"], download=""))


def _depart_file_link(translator: Any, _node: nodes.Element) -> None:
    translator.body.append("</a>")


def _visit_details(translator: Any, node: nodes.Element) -> None:
    translator.body.append(translator.starttag(node, "details"))


def _depart_details(translator: Any, _node: nodes.Element) -> None:
    translator.body.append("</details>\n")


def _visit_summary(translator: Any, node: nodes.Element) -> None:
    translator.body.append(translator.starttag(node, "summary", ""))


def _depart_summary(translator: Any, _node: nodes.Element) -> None:
    translator.body.append("</summary>\n")


def _visit_table_caption(translator: Any, node: nodes.Element) -> None:
    translator.body.append(translator.starttag(node, "caption", ""))


def _depart_table_caption(translator: Any, _node: nodes.Element) -> None:
    translator.body.append("</caption>\n")


HTML = {
    file_link: (_visit_file_link, _depart_file_link),
    details: (_visit_details, _depart_details),
    summary: (_visit_summary, _depart_summary),
    table_caption: (_visit_table_caption, _depart_table_caption),
}
