"""What the coverage plan draws of a person: how often we meet, the influence, and what the signs mean."""

from sellkit.models.base import Judged
from sellkit.models.people.stakeholder import FREQUENCY_STEPS, ContactFrequency, Score
from sellkit.views.pictures import marks
from sellkit.views.pictures.plan_parts import Column
from sellkit.views.pictures.relationship_map import SCALES, Says
from sellkit.views.pictures.style import ACCENT, ACCENT_TINT, CARD, FAINT, INK, LINE, MUTED, Element, el

BLOCK, STEP = 14, 18


def contact(judged: Judged[ContactFrequency], words: Says, column: Column, *, titled: bool = False) -> None:
    """As many blocks as steps on the scale, and the word for them; dashed while unconfirmed, faint while blank.

    titled  says what it is about, where no column is headed so
    """
    state, level = marks.state(judged.value, judged.confirmed), judged.given
    steps = FREQUENCY_STEPS[level] if level is not None else 0
    edge = {"blank": FAINT, "unknown": LINE}.get(state, ACCENT)
    full = ACCENT if state == "firm" else ACCENT_TINT
    for n in range(max(FREQUENCY_STEPS.values())):
        column.drawn.append(
            el("rect", x=column.x + n * STEP, y=column.y + 1, width=BLOCK, height=10, rx=2,
               fill=full if n < steps else CARD, stroke=edge, stroke_dasharray="3 2" if state == "open" else None)
        )  # fmt: skip
    told = words.level("contact-frequency", level) if level is not None else words.say(f"boards.legend.{state}")
    if titled:
        told = words.say("boards.coverage.contact-is", level=told)
    column.space(14)
    column.text(told, 12, most=2, fill=INK if level is not None else MUTED)


def influence(judged: Judged[Score], x: float, y: float) -> Element:
    """The influence as a number in a circle."""
    state = marks.state(judged.value, judged.confirmed)
    text = "?" if state == "unknown" else "" if judged.given is None else str(judged.given)
    return marks.draw(marks.Badge("round", text, colour=INK if judged.given is not None else MUTED), state, x, y)


def signs(words: Says) -> list[tuple[Element, str]]:
    """The signs of role, attitude and coverage, and how sure a mark is."""
    found = [(marks.draw(marks.Badge("round", "4"), "firm", 0, 0), words.say("boards.coverage.legend.influence"))]
    for mark in ("roles", "attitude", "coverage"):
        for level, made in marks.BADGES[mark].items():
            told = words.level(SCALES[mark], level)
            # "None" and "Brief" could be of anything.
            told = words.say("boards.coverage.legend.coverage", level=told) if mark == "coverage" else told
            found.append((marks.draw(made, "firm", 0, 0), told))
    sample = marks.BADGES["attitude"]["supporter"]
    found.append((marks.draw(sample, "open", 0, 0), words.say("boards.legend.open")))
    unknown = marks.Badge("diamond", "?", colour=MUTED)
    found.append((marks.draw(unknown, "unknown", 0, 0), words.say("boards.legend.unknown")))
    found.append((marks.draw(marks.Badge("diamond"), "blank", 0, 0), words.say("boards.legend.blank")))
    return found
