"""A document as one HTML page, and as a part of a page for a notebook.

The page holds no script and loads nothing; every text that came from a person is escaped by the template, and pictures
are built element by element.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from importlib.resources import files
from itertools import count
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from sellkit.documents.blocks import Block, Document, Figure
from sellkit.training.words import Words
from sellkit.views.pictures import PICTURES, picture

TEMPLATES = ("page.html", "body.html", "document.css", "page.css")
# As wide as a sheet of paper is for its smallest texts, and as wide as a phone.
PAPER, PHONE = 860, 390
# Of height to width: about twice the shape of a page.
TALLEST = 2.6
_SIZE = re.compile(r'<svg[^>]* width="(\d+)" height="(\d+)"')
_TITLE = re.compile(r"<title>([^<]*)</title>")
_NAMES = re.compile(r"(\bid=\"|url\(#)")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})")
_TAG = re.compile(r"<[^>]*>")


def page(document: Document) -> str:
    """The whole document as one HTML file."""
    return _rendered("page.html", document, linked=True)


def fragment(document: Document) -> str:
    """The same as a part of somebody else's page; its style keeps to itself."""
    return _rendered("body.html", document, linked=False)


def drawn(figure: Figure, words: Words, width: float) -> str:
    """The picture of a figure as SVG."""
    options: dict[str, Any] = {"names": figure.names} if PICTURES[figure.kind].named else {}
    if figure.on is not None:
        options["on"] = figure.on
    return picture(figure.record, words, figure.kind, width=width, **options).svg


def size(svg: str) -> tuple[int, int]:
    """Width and height of a picture in pixels."""
    found = _SIZE.search(svg)
    return (int(found[1]), int(found[2])) if found else (PAPER, PAPER)


def named(svg: str) -> str:
    """What a picture calls itself."""
    found = _TITLE.search(svg)
    return unescape(found[1]) if found else ""


def too_tall(svg: str) -> bool:
    """Shrunk to the height of a page, its texts could not be read any more."""
    wide, high = size(svg)
    return high / wide > TALLEST


def _rendered(template: str, document: Document, *, linked: bool) -> str:
    """`linked`: the contents lead to the sections, whose names are the page's own; a notebook may show two plans."""
    words, numbers = Words(document.language), count(1)

    def pictures(figure: Figure) -> Iterator[tuple[str, Markup]]:
        for name, width in (("paper", PAPER), ("phone", PHONE)):
            svg = _apart(drawn(figure, words, width), f"p{next(numbers)}-")
            yield f"{name} tall" if too_tall(svg) else name, Markup(svg)  # noqa: S704 built as a tree

    return (
        _templates()
        .get_template(template)
        .render(d=document, say=words.say, kind=_kind, pictures=pictures, linked=linked)
    )


def _kind(block: Block) -> str:
    return type(block).__name__.lower()


def _apart(svg: str, prefix: str) -> str:
    """A picture whose inner names (arrow heads, patterns) meet no other's on the page. Only tags are touched."""
    return _TAG.sub(lambda tag: _NAMES.sub(rf"\g<1>{prefix}", tag[0]), svg)


def _dated(text: str) -> Markup:
    """A text whose days are not broken at the end of a line."""
    day = Markup('<span class="day">{}</span>')
    parts = (day.format(part) if number % 2 else escape(part) for number, part in enumerate(_DAY.split(text)))
    return Markup("").join(parts)


@cache
def _templates() -> Environment:
    folder = files("sellkit.documents").joinpath("templates")
    loader = DictLoader({name: folder.joinpath(name).read_text(encoding="utf-8") for name in TEMPLATES})
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["dated"] = _dated
    return made
