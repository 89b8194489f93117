"""Turn a dossier's Markdown into blocks that a view sets as text, and that a mark can cite.

Only what a business document needs: headings, paragraphs, lists, quotes and tables, with strong words. No HTML, no
links, no pictures: nothing in a dossier can run or load anything.
"""

import re
from typing import Literal, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sellkit.models.base import Record
from sellkit.training.refusals import ContentError

BlockKind = Literal["heading", "paragraph", "list", "table", "quote"]

MAX_BYTES = 200_000
_MARKER = re.compile(r"\s*\{#([a-z0-9][a-z0-9-]{0,39})\}\s*$")
_SOFT = "\x00"  # a soft line break while spans are put together; Markdown itself never yields this character
_WRAP_IN_CJK = re.compile("(?<=[\u3000-\u9fff\uff00-\uffef])\x00(?=[\u3000-\u9fff\uff00-\uffef])")
_OPENERS: dict[str, BlockKind] = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "table_open": "table",
    "blockquote_open": "quote",
}


class Span(NamedTuple):
    """A run of text, plain or strong."""

    text: str
    strong: bool = False


Line = tuple[Span, ...]


class Block(Record):
    """One citable paragraph, list, table or quote of a document, or a heading.

    kind      what it is
    passage   its id, without the document's; empty for a heading, which nobody cites
    level     heading level 1–6; 0 elsewhere
    lines     a paragraph or heading has one line, a list one per item, a quote one per paragraph
    rows      a table's cells, row by row, the head first; empty elsewhere
    ordered   for a list: numbered
    """

    kind: BlockKind
    passage: str = ""
    level: int = 0
    lines: tuple[Line, ...] = ()
    rows: tuple[tuple[Line, ...], ...] = ()
    ordered: bool = False

    @property
    def said(self) -> tuple[str, ...]:
        """The words alone, line by line, a table row by row: for quoting a passage."""
        rows = (" | ".join(_plain(cell) for cell in row) for row in self.rows)
        return (*(_plain(line) for line in self.lines), *rows)


def _plain(line: Line) -> str:
    return "".join(span.text for span in line)


def read_blocks(name: str, raw: bytes) -> tuple[Block, ...]:
    """Parse one document's file. Raises ContentError (file, line) for HTML, links, or a block without its id."""
    blocks, faults = scan_blocks(name, raw)
    if faults:
        raise faults[0]
    return blocks


def scan_blocks(name: str, raw: bytes) -> tuple[tuple[Block, ...], list[ContentError]]:
    """Parse one document and list everything that is wrong with it."""
    if len(raw) > MAX_BYTES:
        return (), [ContentError("dossier-too-large", file=name, line=1, limit=MAX_BYTES)]
    try:
        source = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return (), [ContentError("dossier-not-utf8", file=name, line=raw[: error.start].count(b"\n") + 1)]
    faults: list[ContentError] = []
    found: list[tuple[Block, int]] = []
    for tokens in _top_level(MarkdownIt("commonmark", {"html": False, "maxNesting": 12}).enable("table").parse(source)):
        line = (tokens[0].map or [0, 0])[0] + 1
        if any(child.type in ("link_open", "image") for token in tokens for child in token.children or ()):
            faults.append(ContentError("dossier-link", file=name, line=line))
        if tokens[0].type not in _OPENERS:
            if tokens[0].type != "hr":
                faults.append(ContentError("dossier-block", file=name, line=line, kind=tokens[0].type))
            continue
        block = _block(_OPENERS[tokens[0].type], tokens)
        if block.lines == () and block.rows == () and found and not found[-1][0].passage:
            # an id on a line of its own, after a blank line, belongs to the block above
            found[-1] = (found[-1][0].model_copy(update={"passage": block.passage}), found[-1][1])
        else:
            found.append((block, line))
    seen: set[str] = set()
    for block, line in found:
        if not block.passage and block.kind != "heading":
            faults.append(ContentError("dossier-no-id", file=name, line=line))
        if block.passage in seen:
            faults.append(ContentError("dossier-id-twice", file=name, line=line, passage=block.passage))
        seen |= {block.passage} - {""}
    return tuple(block for block, _ in found), faults


def _top_level(tokens: list[Token]) -> list[list[Token]]:
    groups: list[list[Token]] = []
    for token in tokens:
        if token.level == 0 and token.nesting >= 0:
            groups.append([])
        groups[-1].append(token)
    return groups


def _block(kind: BlockKind, tokens: list[Token]) -> Block:
    if kind == "table":
        rows: list[list[Line]] = []
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(_spans(token))
        passage = ""
        if rows and not any(rows[-1][1:]):  # a marker on the line below the last row is read as one more row
            cut, passage = _cut_marker(rows[-1][0])
            if passage and not cut:
                rows.pop()
        if rows and not passage:
            rows[-1][-1], passage = _cut_marker(rows[-1][-1])
        return Block(kind=kind, passage=passage, rows=tuple(tuple(row) for row in rows))
    lines = [_spans(token) for token in tokens if token.type == "inline"]
    passage = ""
    if lines:
        lines[-1], passage = _cut_marker(lines[-1])
        if not lines[-1]:
            lines.pop()
    level = int(tokens[0].tag[1]) if kind == "heading" else 0
    ordered = tokens[0].type == "ordered_list_open"
    return Block(kind=kind, passage=passage, level=level, lines=tuple(lines), ordered=ordered)


def _spans(inline: Token) -> Line:
    spans: list[Span] = []
    strong = 0
    for child in inline.children or ():
        if child.type == "strong_open":
            strong += 1
        elif child.type == "strong_close":
            strong -= 1
        text = "\n" if child.type == "hardbreak" else child.content
        if child.type == "softbreak":
            text = _SOFT
        if text and spans and spans[-1].strong == bool(strong):
            spans[-1] = Span(spans[-1].text + text, bool(strong))
        elif text:
            spans.append(Span(text, bool(strong)))
    return tuple(Span(_unwrap(span.text), span.strong) for span in spans)


def _unwrap(text: str) -> str:
    """A line wrapped in the file is one line on screen: no space between Chinese characters, one elsewhere."""
    return _WRAP_IN_CJK.sub("", text).replace(_SOFT, " ")


def _cut_marker(line: Line) -> tuple[Line, str]:
    if not line:
        return line, ""
    match = _MARKER.search(line[-1].text)
    if not match:
        return line, ""
    rest = line[-1].text[: match.start()]
    kept = (Span(rest, line[-1].strong),) if rest else ()
    return line[:-1] + kept, match.group(1)
