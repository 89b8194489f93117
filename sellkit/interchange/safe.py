"""Texts as a workbook can hold them. Some signs no workbook can: they are written by number, behind a mark."""

import re

MOST = 32_767
_MARK = "\\x:"
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_NUMBER = re.compile(r"\\u([0-9a-f]{4})|\\\\")


def safe(text: str) -> str:
    """The text without signs that would be lost or changed on the way through a workbook."""
    if not _UNSAFE.search(text) and not text.startswith(_MARK):
        return text
    plain = text.replace("\\", "\\\\")
    return _MARK + _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def unsafe(text: str) -> str:
    """The text that was made safe."""
    if not text.startswith(_MARK):
        return text
    return _NUMBER.sub(lambda found: chr(int(found[1], 16)) if found[1] else "\\", text.removeprefix(_MARK))
