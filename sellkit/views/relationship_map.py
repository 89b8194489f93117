"""The relationship-map board (M37): the organisation with five marks on each person and the lines of influence."""

from collections.abc import Iterable, Mapping
from typing import Any

from sellkit.views.board import Board, board_spec, given
from sellkit.views.pictures import marks
from sellkit.views.pictures.layout import indented, organisation
from sellkit.views.pictures.relationship_map import SCALES, browser_plan


class RelationshipMapBoard(Board, files="relationship_map"):
    """Board of a relationship map; ``spec`` comes from ``relationship_map_spec``, ``value`` from the sheet."""

    def _basis(self) -> tuple[Any, ...]:
        people = self._people
        circles = {person: given(self.value, f"{person}/circle") for person, _ in people}
        pairs = [
            (person, target)
            for person, _ in people
            for target in _listed(given(self.value, f"{person}/influences"))
            if target != person
        ]
        return people, circles, pairs

    def _planned(self, *basis: Any) -> dict[str, Any]:
        people, circles, pairs = basis
        return {
            "narrow": browser_plan(indented(people), circles, pairs),
            "wide": browser_plan(organisation(people), circles, pairs),
        }


def _listed(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def relationship_map_spec(
    words: Any, people: Iterable[Mapping[str, Any]], *, key: str, passages: Mapping[str, str]
) -> dict[str, Any]:
    """Everything static of the board: what every board is told (``board_spec``), and the scales of the marks."""
    return {
        **board_spec(words, people, key=key, passages=passages),
        "scales": {mark: words.scale(scale) for mark, scale in SCALES.items()},
        "help": {mark: words.help(scale) for mark, scale in SCALES.items()},
        "badges": marks.for_browser(),
        "outlines": marks.OUTLINES,
    }
