"""How a page is printed."""

from typing import Any

_READABLE = 190  # as many signs side by side can be read on one sheet of paper
A4 = 9


def for_paper(sheet: Any, wide: int = 0, *, one: bool = False) -> None:
    """As wide as the paper, or as several sheets that still can be read; a form is a single sheet."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(max(1, round(wide / _READABLE)), int(one))
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&R&P / &N")
