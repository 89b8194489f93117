"""How the pages of a workbook look: the colours of the boards, a format for each kind of value."""

from typing import Any

from sellkit.tables.columns import Column

INK, MUTED, LINE = "#1f2a37", "#5b6675", "#c3cad3"
ACCENT, SOFT, TINT = "#0f766e", "#e3f1ee", "#c9e4df"
GOOD, BAD = ("#e5f3e8", "#15803d"), ("#fbe9e7", "#b42318")


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.made: dict[tuple[Any, ...], Any] = {}

    def look(self, name: str = "", column: Column | None = None) -> Any:
        """The format of a part of a page; of a cell, as its column needs it."""
        kind = (column.holds.kind if not column.holds.many else "", column.unit, _muted(column)) if column else ()
        if (name, *kind) not in self.made:
            base = {} if name in ("positive", "negative") else _BASE  # these are laid over what is there
            more = _kind_format(column) if column else {}
            ink = {"font_color": MUTED} if column and _muted(column) else {}
            self.made[(name, *kind)] = self.book.add_format({**base, **_LOOKS.get(name, {}), **more, **ink})
        return self.made[(name, *kind)]


def _muted(column: Column) -> bool:
    technical = column.id == "id" and not column.refers and not column.options
    return column.evidence or technical


_BASE = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top"}
_HEAD = {"text_wrap": True, "valign": "vcenter", "bottom": 2, "bottom_color": ACCENT}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 18, "font_color": ACCENT, "valign": "vcenter"},
    "part": {"bold": True, "font_size": 13, "font_color": ACCENT, "valign": "vcenter"},
    "section": {"bold": True, "bg_color": SOFT, "bottom": 1, "bottom_color": ACCENT},
    "section-part": {"bg_color": SOFT, "font_color": MUTED, "bottom": 1, "bottom_color": ACCENT},
    "says": {"text_wrap": True},
    "label": {"font_color": MUTED, "text_wrap": True, "bg_color": "#f3f6f8", "border": 1, "border_color": LINE},
    "link": {"font_color": ACCENT, "underline": 1},
    "count": {"align": "left", "font_color": MUTED},
    "head": {"bold": True, "bg_color": TINT, **_HEAD},
    "head-part": {"font_color": MUTED, "bg_color": SOFT, **_HEAD},
    "cell": {"text_wrap": True, "border": 1, "border_color": LINE},
    "head-cell": {"bold": True, "text_wrap": True, "border": 1, "border_color": LINE, "bg_color": TINT},
    "beside": {"font_color": MUTED, "align": "right"},
    "about": {"italic": True, "font_color": MUTED, "text_wrap": True, "border": 1, "border_color": LINE},
    "quarter": {"bold": True, "bg_color": SOFT, **_HEAD},
    "quarter-positive": {"bold": True, "bg_color": GOOD[0], "font_color": GOOD[1], **_HEAD},
    "quarter-negative": {"bold": True, "bg_color": BAD[0], "font_color": BAD[1], **_HEAD},
    "positive": {"bg_color": GOOD[0], "font_color": GOOD[1]},
    "negative": {"bg_color": BAD[0], "font_color": BAD[1]},
}  # fmt: skip


def _kind_format(column: Column) -> dict[str, Any]:
    if column.holds.many:
        return {"num_format": "@"}
    if column.unit:
        return {"num_format": "#,##0.##" if column.unit == "money" else '0.##"%"', "align": "left"}
    return {
        "date": {"num_format": "yyyy-mm-dd", "align": "left"},
        "number": {"num_format": "General", "align": "left"},
        "whole": {"num_format": "0", "align": "left"},
    }.get(column.holds.kind, {"num_format": "@"})
