"""The ways from state to state (M23) as arcs over a row of boxes: forward on one side, back on the other."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sellkit.models.account.life_cycle import STATES, CycleState
from sellkit.views.pictures.style import ACCENT, CARD, ERROR, FAINT, INK, Element, el, label

Way = tuple[CycleState, CycleState]


class Look(NamedTuple):
    """How a way is drawn: its colour, how thick, its dashes, and the numbers of the moves that took it."""

    colour: str = FAINT
    thick: float = 1.2
    dashes: str | None = None
    told: str = ""


MOST_NUMBERS = 3
OPEN, NEXT = Look(), Look(ACCENT, 2.2)


def taken(numbers: Sequence[int], *, allowed: bool, firm: bool = True) -> Look:
    """A way that the account took; dashed and marked with "!" if there is no such way, with "?" if it is only said."""
    shown = ",".join(map(str, numbers)) if len(numbers) <= MOST_NUMBERS else f"{numbers[0]}…{numbers[-1]}"
    told = shown + ("" if firm else "?") + ("" if allowed else "!")
    return Look(INK if allowed else ERROR, 2.4, ("6 4" if firm else "2 4") if not (allowed and firm) else None, told)


class Row(NamedTuple):
    """Eight boxes in a row, or below each other on a phone: where the first stands, how large they are, the gap."""

    x: float
    y: float
    wide: float
    tall: float
    gap: float
    upright: bool

    @property
    def reach(self) -> float:
        """How far an arc over one box more goes out."""
        return 12 if self.upright else 20

    def corner(self, state: CycleState) -> tuple[float, float]:
        """The left upper corner of a state's box."""
        step = STATES.index(state) * ((self.tall if self.upright else self.wide) + self.gap)
        return (self.x, self.y + step) if self.upright else (self.x + step, self.y)

    def ways(self, looks: Mapping[Way, Look]) -> list[Element]:
        """All arcs, the plain ones first, so that those that matter lie above."""
        ports = self._ports(looks)
        ordered = sorted(looks, key=lambda way: looks[way].thick)
        return [part for way in ordered for part in self._arc(way, ports, looks[way])]

    def _ports(self, ways: Mapping[Way, Look]) -> dict[tuple[Way, bool], float]:
        """Where along its box each way leaves (True) and arrives (False): no two at one point, and nested arcs do not
        cross. Ways to one side leave from the half that faces their end."""
        length = self.tall if self.upright else self.wide
        ports = {}
        for state in STATES:
            for ahead in (True, False):  # the two halves of the box; which side of the row follows from the way
                for out in (True, False):
                    end = 1 if out else 0
                    here = [way for way in ways if way[1 - end] == state and (_steps(way) > 0) == (ahead == out)]
                    # the longest arc stands nearest to the middle of the box
                    here.sort(key=lambda way: -abs(_steps(way)))
                    for n, way in enumerate(here, 1):
                        shift = length / 2 * n / (len(here) + 1)
                        ports[way, out] = length / 2 + (shift if ahead else -shift)
        return ports

    def _arc(self, way: Way, ports: Mapping[tuple[Way, bool], float], look: Look) -> list[Element]:
        out = 18 + self.reach * abs(_steps(way))
        ends = []
        forward = _steps(way) > 0
        for state, leaves in zip(way, (True, False), strict=True):
            x, y = self.corner(state)
            at = ports[way, leaves]
            if self.upright:
                ends.append((x + self.wide if forward else x, y + at, 1 if forward else -1, 0))
            else:
                ends.append((x + at, y if forward else y + self.tall, 0, -1 if forward else 1))
        (x1, y1, dx, dy), (x2, y2, _, _) = ends
        far = out / 0.75  # a cubic arc reaches three quarters of the way to its handles
        path = (
            f"M{x1:.1f} {y1:.1f}C{x1 + dx * far:.1f} {y1 + dy * far:.1f} {x2 + dx * far:.1f} {y2 + dy * far:.1f} "
            f"{x2 + dx * 3:.1f} {y2 + dy * 3:.1f}"
        )
        arc = el("path", d=path, fill="none", stroke=look.colour, stroke_width=look.thick, stroke_dasharray=look.dashes,
                 marker_end=f"url(#{head_of(look.colour)})")  # fmt: skip
        if not look.told:
            return [arc]
        x, y, half = (x1 + x2) / 2 + dx * out, (y1 + y2) / 2 + dy * out, 8 + 3.4 * len(look.told)
        disc = el("rect", x=x - half, y=y - 10, width=2 * half, height=20, rx=10, fill=look.colour)
        return [arc, disc, label(look.told, x, y + 4.5, 12, text_anchor="middle", font_weight=700, fill=CARD)]


def heads() -> Element:
    """The arrow heads, one for each colour."""
    return el(
        "defs",
        *(
            el("marker", el("path", d="M0 0L8 4L0 8z", fill=colour), id=head_of(colour), viewBox="0 0 8 8", refX=6,
               refY=4, markerWidth=8, markerHeight=8, orient="auto", markerUnits="userSpaceOnUse")
            for colour in (FAINT, ACCENT, INK, ERROR)
        ),
    )  # fmt: skip


def head_of(colour: str) -> str:
    return f"head-{colour[1:]}"


def _steps(way: Way) -> int:
    return STATES.index(way[1]) - STATES.index(way[0])
