"""What the pictures of people share: the shades of a tendency, a circle that weighs somebody, names in a row."""

from collections.abc import Iterable

from sellkit.models.people.stakeholder import Stakeholder
from sellkit.tables.places import signed
from sellkit.views.pictures.relationship_map import Says
from sellkit.views.pictures.style import CARD, ERROR, FAINT, GOOD, INK, MUTED, Element, el, label

# The ids of the tendency scale by number, from those who work for us to those who work against us.
TENDENCIES = {
    3: "guide", 2: "strong-supporter", 1: "supporter", 0: "neutral", -1: "averse", -2: "opponent",
    -3: "hostile-insider",
}  # fmt: skip
SHADES = {3: GOOD, 2: "#6fbf8b", 1: "#cdead7", 0: CARD, -1: "#f8d9d5", -2: "#e2877d", -3: ERROR}
EDGES = {1: GOOD, 0: MUTED, -1: ERROR}


def side(number: int) -> int:
    return (number > 0) - (number < 0)


def bubble(person: Stakeholder, x: float, y: float) -> Element:
    """A circle around (x, y): the size is the influence, shade and number the tendency; dashed while unconfirmed."""
    tendency, influence = person.tendency.given, person.influence.given
    confirmed = person.tendency.confirmed and person.influence.confirmed
    blank = person.tendency.value is None
    colour = FAINT if blank else MUTED if tendency is None else EDGES[side(tendency)]
    fill = SHADES[tendency] if confirmed and tendency is not None else CARD
    dashes = None if confirmed or blank else "4 3"
    circle = el("circle", cx=x, cy=y, r=radius(influence), fill=fill, stroke=colour, stroke_width=1.8,
                stroke_dasharray=dashes)  # fmt: skip
    if blank:
        return circle
    strong = confirmed and tendency is not None and abs(tendency) == 3
    text = "?" if tendency is None else signed(tendency)
    return el("g", circle, label(text, x, y + 5, 14, text_anchor="middle", font_weight=700,
                                 fill=CARD if strong else INK))  # fmt: skip


def radius(influence: int | None) -> float:
    """From 13 for no influence to 28 for the one who controls the outcome."""
    return 13 + 3 * (influence or 0)


def in_a_row(people: Iterable[Stakeholder], words: Says) -> str:
    """Names side by side."""
    return (", " if words.language == "en" else "、").join(person.label for person in people)
