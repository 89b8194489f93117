"""The prompter (M34) as a one-page call sheet: a row for each reason with its impact and its capability."""

from collections.abc import Mapping, Sequence

from sellkit.models.base import Judged
from sellkit.models.pain.pain_chain import Statement
from sellkit.models.pain.prompter import Prompter, PrompterLine
from sellkit.models.text import HABITS
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import (
    ACCENT,
    ACCENT_SOFT,
    CARD,
    FAINT,
    INK,
    LINE,
    MUTED,
    Element,
    document,
    el,
    label,
    paragraph,
    text_width,
    wrap,
)  # fmt: skip

MARGIN, GAP, PAD, SIZE, STEP, MOST = 32, 12, 14, 14, 20, 7
PHONE = 700  # below this width the three parts of a line stand one under the other
COLUMNS = ("reason", "impact", "capability")


class Part:
    """One box of a line: what it is called, its text, and whether that is confirmed, open, or missing."""

    def __init__(self, title: str, text: str, state: str, width: float) -> None:
        self.title, self.state = title, state
        self.lines = wrap(text, width - 2 * PAD, SIZE, MOST)
        self.height = 2 * PAD + 20 + len(self.lines) * STEP

    def draw(self, x: float, y: float, width: float, height: float) -> list[Element]:
        frame = {"firm": (ACCENT_SOFT, ACCENT, None), "open": (CARD, ACCENT, "5 4"), "plain": (CARD, LINE, None)}
        fill, stroke, dash = frame.get(self.state, (CARD, FAINT, "2 4"))
        known = self.state in frame
        return [
            el("rect", x=x, y=y, width=width, height=height, rx=9, fill=fill, stroke=stroke, stroke_dasharray=dash),
            label(self.title, x + PAD, y + PAD + 8, 12, fill=MUTED, font_weight=600),
            *paragraph(self.lines, x + PAD, y + PAD + 32, SIZE, STEP, fill=INK if known else MUTED),
        ]


def prompter_svg(
    record: Prompter, words: Says, *, names: Mapping[str, str] | None = None,
    statements: Mapping[str, str] | None = None, width: float = 1180,
) -> str:  # fmt: skip
    """The call sheet as SVG text. ``names`` are the people's by id, ``statements`` the texts of the exercise's bank."""
    narrow = width < PHONE
    margin = 14 if narrow else MARGIN
    inner = width - 2 * margin
    drawn, y = _head(record, words, names or {}, statements or {}, margin, inner)
    if not record.lines:
        rows = wrap(words.say("boards.prompter.empty"), inner, SIZE, 6)
        drawn += paragraph(rows, margin, y + 20, SIZE, STEP, fill=MUTED)
        y += 20 + len(rows) * STEP
    part = inner - 30 if narrow else (inner - 44 - 2 * GAP) / 3
    for n, line in enumerate(record.lines, 1):
        parts = _parts(line, words, names or {}, statements or {}, part)
        left = margin + (30 if narrow else 44)
        drawn += _number(n, margin + (11 if narrow else 16), y + 26, 11 if narrow else 15)
        if narrow:
            for each in parts:
                drawn += each.draw(left, y, part, each.height)
                y += each.height + 6
            y += GAP
        else:
            tall = max(each.height for each in parts)
            for column, each in enumerate(parts):
                drawn += each.draw(left + column * (part + GAP), y, part, tall)
                if column:
                    drawn.append(_arrow(left + column * (part + GAP) - GAP, y + tall / 2))
            y += tall + GAP
    foot, tall = _foot(record, words, margin, y, inner)
    return document([*drawn, *foot], width, y + tall, language=words.language, title=words.say("boards.prompter.title"))


def said(judged: Judged[Statement], statements: Mapping[str, str], words: Says) -> str:
    """A statement in the reader's language, or that it is unknown or blank."""
    if judged.given is None:
        return words.say("boards.prompter.unknown" if judged.value == "unknown" else "boards.prompter.blank")
    return statements.get(judged.given.bank, judged.given.bank) if judged.given.bank else judged.given.text


def named(people: Sequence[str], names: Mapping[str, str], words: Says) -> str:
    return HABITS[words.language].comma.join(names.get(person, person) for person in people)


def reads(line: PrompterLine, words: Says, names: Mapping[str, str], statements: Mapping[str, str]) -> dict[str, str]:
    """What the three parts of a line say, as questions; a part of which nothing is written is ""."""
    reason, capability = said(line.reason, statements, words), line.capability
    impact = line.impact.strip()
    gap = words.say("boards.prompter.gap")
    space = HABITS[words.language].space
    asked = {"reason": "", "impact": "", "capability": ""}
    if line.reason.known:
        today = line.today.strip()
        asked["reason"] = words.say("boards.prompter.because", reason=reason)
        asked["reason"] += space + words.say("boards.prompter.today", today=today) if today else ""
    if impact or line.touched:
        whom = named(line.touched, names, words)
        asked["impact"] = words.say("boards.prompter.leads-to", impact=impact or gap)
        asked["impact"] += space + words.say("boards.prompter.touched", people=whom) if whom else ""
    if any(capability.values()):
        parts = {part: text or gap for part, text in capability.items()}
        asked["capability"] = words.say("boards.prompter.if", **parts)
    return asked


def _parts(
    line: PrompterLine, words: Says, names: Mapping[str, str], statements: Mapping[str, str], width: float
) -> list[Part]:
    asked = reads(line, words, names, statements)
    states = {"confirmed": "firm", "unconfirmed": "open", "unknown": "missing", "blank": "missing"}
    state = {"reason": states[line.reason.state], "impact": "plain", "capability": "plain"}
    blank = {"reason": said(line.reason, statements, words)}
    return [
        Part(
            words.say(f"boards.prompter.{column}"),
            asked[column] or blank.get(column) or words.say("boards.prompter.blank"),
            state[column] if asked[column] else "missing", width,
        )
        for column in COLUMNS
    ]  # fmt: skip


def _head(
    record: Prompter, words: Says, names: Mapping[str, str], statements: Mapping[str, str], x: float, width: float
) -> tuple[list[Element], float]:
    owner = names.get(record.owner, record.owner) if record.owner else words.say("boards.prompter.no-owner")
    pain = said(record.pain, statements, words)
    drawn = [label(words.say("boards.prompter.title"), x, 34, 13, fill=MUTED, font_weight=600)]
    rows = wrap(owner, width, 22, 2)
    drawn += paragraph(rows, x, 64, 22, 28, font_weight=700, fill=INK if record.owner else MUTED)
    y = 64 + 28 * len(rows)
    pains = wrap(pain, width - 24, 16, 4)
    tall = 22 * len(pains) + 20
    dash = None if record.pain.confirmed else "5 4"
    drawn.append(el("rect", x=x, y=y - 8, width=width, height=tall, rx=9, stroke_dasharray=dash,
                    fill=ACCENT_SOFT if record.pain.confirmed else CARD,
                    stroke=ACCENT if record.pain.known else FAINT))  # fmt: skip
    drawn += paragraph(pains, x + 14, y + 18, 16, 22, font_weight=600, fill=INK if record.pain.known else MUTED)
    return drawn, y + tall + 12


def _foot(record: Prompter, words: Says, x: float, y: float, width: float) -> tuple[list[Element], float]:
    drawn: list[Element] = []
    top = y
    if record.offer.strip():
        rows = wrap(words.say("boards.prompter.offer", offer=record.offer), width, 13, 3)
        drawn += paragraph(rows, x, y + 22, 13, 19, fill=MUTED)
        y += 22 + 19 * len(rows)
    at = x
    for dash, fill, key in ((None, ACCENT_SOFT, "boards.legend.firm"), ("5 4", CARD, "boards.legend.open")):
        text = words.say(key)
        if at > x and at + 30 + text_width(text, 12) > x + width:
            at, y = x, y + 24
        drawn.append(
            el("rect", x=at, y=y + 14, width=18, height=14, rx=4, fill=fill, stroke=ACCENT, stroke_dasharray=dash)
        )
        drawn.append(label(text, at + 26, y + 26, 12, fill=MUTED))
        at += 50 + text_width(text, 12)
    return drawn, y + 48 - top


def _number(n: int, x: float, y: float, radius: float) -> list[Element]:
    return [
        el("circle", cx=x, cy=y, r=radius, fill=INK),
        label(str(n), x, y + 5, 12 if n > 9 else 14, text_anchor="middle", font_weight=700, fill=CARD),
    ]


def _arrow(x: float, y: float) -> Element:
    return el("path", d=f"M{x + 2:.1f} {y - 5:.1f}l6 5l-6 5", fill="none", stroke=ACCENT, stroke_width=2)
