"""What all pictures share: colours, type, text that fits, and elements that cannot be broken by a text.

Elements are built as a tree and written by the standard library, so a name with ``<`` or ``&`` in it is only ever text.
"""

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from functools import lru_cache

INK, PAPER, CARD = "#1f2a37", "#fbfaf7", "#ffffff"
MUTED, LINE, FAINT = "#5b6675", "#8793a3", "#c3cad3"
ACCENT, ACCENT_SOFT, ACCENT_TINT = "#0f766e", "#e3f1ee", "#c9e4df"
WARN, ERROR, GOOD, SWAY = "#b45309", "#b42318", "#15803d", "#3f51a3"

# The first family that a machine has is used for every glyph it holds, so each language leads with its own.
FONTS = {
    "en": "Inter, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
    "zh-CN": "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
}
SVG = "http://www.w3.org/2000/svg"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_LINE_START = set("，。、；：？！）》」』”’…·,.;:?!)]}%")
_NARROW, _WIDE = set("iljtfrI|.,:;'!()[] "), set("mwMW@%")

Element = ET.Element


def clean(text: str) -> str:
    """The text without the characters that no XML file may hold."""
    return _NOT_XML.sub("", text)


def char_width(char: str) -> float:
    """Width of one character in ems; errs on the wide side, so that what is said to fit does fit."""
    if unicodedata.combining(char):
        return 0.0
    width = unicodedata.east_asian_width(char)
    # A sign such as × or → is as wide as a character where a Chinese face draws it.
    if width in "WF" or char in "“”‘’…—" or (width == "A" and unicodedata.category(char) in ("Sm", "So")):
        return 1.0
    if char in _NARROW:
        return 0.36
    if char in _WIDE:
        return 0.92
    return 0.68 if char.isupper() else 0.56


def text_width(text: str, size: float) -> float:
    return sum(map(char_width, text)) * size


def _pieces(text: str) -> list[str]:
    """Where a line may break: after a space, around each Chinese character, never before closing punctuation."""
    pieces: list[str] = []
    joined = False
    for char in " ".join(clean(text).split()):
        wide = unicodedata.east_asian_width(char) in "WF"
        if pieces and (char in _NO_LINE_START or char == " " or (joined and not wide)):
            pieces[-1] += char
        else:
            pieces.append(char)
        joined = not wide and char != " "
    return pieces


@lru_cache(maxsize=4096)  # a board lays itself out at every change, and nearly all its texts stay the same
def wrap(text: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """The text in at most ``most`` lines of ``width`` pixels; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    line = ""
    pieces = _pieces(text)
    while pieces:
        piece = pieces.pop(0)
        if text_width((line + piece).rstrip(), size) <= width:
            line += piece
        elif line:
            lines.append(line.rstrip())
            line = ""
            pieces.insert(0, piece)
            if len(lines) > most:
                break
        else:  # one word longer than the line: cut it, at least one character at a time
            cut = next((n for n in range(len(piece) - 1, 1, -1) if text_width(piece[:n], size) <= width), 1)
            lines.append(piece[:cut])
            if piece[cut:]:
                pieces.insert(0, piece[cut:])
    if line.strip():
        lines.append(line.rstrip())
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and text_width(last + "…", size) > width:
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip() + "…")


def el(tag: str, *children: Element | None, text: str | None = None, **attributes: object) -> Element:
    """One element; ``stroke_width=2`` becomes ``stroke-width``; ``None`` leaves an attribute out."""
    made = ET.Element(tag)
    for name, value in attributes.items():
        if value is not None:
            shown = f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else clean(str(value))
            made.set(name.rstrip("_").replace("_", "-"), shown)
    if text is not None:
        made.text = clean(text)
    made.extend(child for child in children if child is not None)
    return made


def label(text: str, x: float, y: float, size: float = 13, **attributes: object) -> Element:
    return el("text", text=text, x=x, y=y, font_size=size, **({"fill": INK} | attributes))


def paragraph(
    lines: Iterable[str], x: float, y: float, size: float, step: float, **attributes: object
) -> list[Element]:
    return [label(line, x, y + n * step, size, **attributes) for n, line in enumerate(lines)]


def document(children: Iterable[Element], width: float, height: float, *, language: str, title: str) -> str:
    """The finished picture as a string; it names itself for screen readers."""
    root = el(
        "svg", el("title", text=title), el("rect", width=width, height=height, fill=PAPER), *children,
        xmlns=SVG, viewBox=f"0 0 {width:.0f} {height:.0f}", width=round(width), height=round(height),
        role="img", lang=language, font_family=FONTS.get(language, FONTS["en"]),
    )  # fmt: skip
    return ET.tostring(root, encoding="unicode")
