"""Reading a picture in a test: its texts, its frame, and where everything lies once all shifts are added up."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import NamedTuple

from sellkit.training.words import Words
from sellkit.views.pictures.style import text_width

SVG = "{http://www.w3.org/2000/svg}"
EN, ZH = Words("en"), Words("zh-CN")
LONG = "风险管理与预算控制 and everything that belongs to it " * 6
UNBROKEN = "Unbrokenlettersthatgoonandon" * 8
FIRM = {"cites": ["notes.p1"], "confidence": "explicit"}
# Elements that pictures are built of; none of them can run anything.
ALLOWED = {"svg", "title", "defs", "pattern", "marker", "path", "g", "rect", "circle", "text"}
GUESS = {"cites": ["notes.p1"], "confidence": "inferred"}
_SHIFT = re.compile(r"translate\((\S+?)(?:[ ,]+(\S+?))?\)")


class Box(NamedTuple):
    """Left, top, right and bottom of what is drawn; `what` is its text, or how its corners are rounded."""

    left: float
    top: float
    right: float
    bottom: float
    what: str

    def apart(self, other: "Box", slack: float = 0.2) -> bool:
        """They share no ground, but for what rounding makes of it."""
        beside = self.right <= other.left + slack or other.right <= self.left + slack
        return beside or self.bottom <= other.top + slack or other.bottom <= self.top + slack

    def within(self, other: "Box", slack: float = 0.2) -> bool:
        """It lies in the other one."""
        across = other.left - slack <= self.left and self.right <= other.right + slack
        return across and other.top - slack <= self.top and self.bottom <= other.bottom + slack


def texts(svg: str) -> list[ET.Element]:
    """The elements that show a text."""
    return list(ET.fromstring(svg).iter(f"{SVG}text"))


def shown(svg: str) -> list[str]:
    """What can be read, in the order in which it is drawn."""
    return [node.text or "" for node in texts(svg)]


def told(svg: str) -> str:
    """All that can be read as one text."""
    return " ".join(shown(svg))


def tags(svg: str) -> set[str]:
    """Kinds of elements that a picture is made of."""
    return {node.tag.removeprefix(SVG) for node in ET.fromstring(svg).iter()}


def frame(svg: str) -> Box:
    """The paper."""
    root = ET.fromstring(svg)
    return Box(0, 0, float(root.get("width", 0)), float(root.get("height", 0)), "paper")


def written(svg: str) -> list[Box]:
    """Where each text lies, as wide as its letters are at most."""
    return list(_written(svg))


def _written(svg: str) -> Iterator[Box]:
    for node, x, y in _placed(ET.fromstring(svg), 0, 0):
        if node.tag == f"{SVG}text" and (text := node.text or "").strip():
            size = float(node.get("font-size", 13))
            wide = text_width(text, size)
            left = x + float(node.get("x", 0)) - {"middle": wide / 2, "end": wide}.get(node.get("text-anchor", ""), 0)
            base = y + float(node.get("y", 0))
            yield Box(left, base - 0.75 * size, left + wide, base + 0.2 * size, text)


def boxes(svg: str, *corners: str) -> list[Box]:
    """Where the rectangles with rounded corners lie, or with these."""
    found = []
    for node, x, y in _placed(ET.fromstring(svg), 0, 0):
        if node.tag == f"{SVG}rect" and node.get("rx") in (corners or {node.get("rx")} - {None}):
            left, top, wide, high = (float(node.get(side, 0)) for side in ("x", "y", "width", "height"))
            found.append(Box(x + left, y + top, x + left + wide, y + top + high, node.get("rx", "")))
    return found


def meeting(found: list[Box], slack: float = 0.2) -> list[tuple[Box, Box]]:
    """Boxes of which one covers a part of the other."""
    pairs, ordered = [], sorted(found, key=lambda box: box.top)
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other.top >= one.bottom:  # so is the top of all that follow
                break
            if not one.apart(other, slack):
                pairs.append((one, other))
    return pairs


def _placed(node: ET.Element, x: float, y: float) -> Iterator[tuple[ET.Element, float, float]]:
    """Each element that is drawn, with the shift of all groups around it."""
    if node.tag == f"{SVG}defs":
        return
    if shift := _SHIFT.search(node.get("transform", "")):
        x, y = x + float(shift[1]), y + float(shift[2] or 0)
    yield node, x, y
    for child in node:
        yield from _placed(child, x, y)
