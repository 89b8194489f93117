"""The pain-chain board (M33): who feels which pain, for which reasons, and whose pain each reason is."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sellkit.views.board import Board, board_spec, given
from sellkit.views.pictures import routing
from sellkit.views.pictures.layout import Plan
from sellkit.views.pictures.pain_chain import Measured, measure, plan_chain

_REASON = re.compile(r"([a-z0-9][a-z0-9-]*)/reasons/([1-9][0-9]?)(/owner)?")


class PainChainBoard(Board, files="pain_chain"):
    """Board of a pain chain; ``spec`` comes from ``pain_chain_spec``, ``value`` from the sheet.

    Where a viewer has dragged cards is kept by the browser: it is no part of the answer.
    """

    def _basis(self) -> tuple[Any, ...]:
        people = self._people
        known = {person for person, _ in people}
        reasons: dict[str, set[str]] = defaultdict(set)
        for field in self.value:
            found = _REASON.fullmatch(field)
            if found and found[1] in known:
                reasons[found[1]].add(found[2])
        owners = [
            (person, reason, owner)
            for person, _ in people
            for reason in sorted(reasons[person], key=int)
            if isinstance(owner := given(self.value, f"{person}/reasons/{reason}/owner"), str) and owner in known
        ]
        bank = {statement["id"]: statement["text"] for statement in self.spec.get("statements", [])}
        owned = {owner for _, _, owner in owners}
        cards = {
            person: measure(
                self._text(f"{person}/pain", bank),
                {r: self._text(f"{person}/reasons/{r}", bank) for r in sorted(reasons[person], key=int)},
            )
            for person, _ in people
            if person in owned or reasons[person] or f"{person}/pain" in self.value
        }
        return people, cards, owners

    def _planned(self, *basis: Any) -> dict[str, Any]:
        people, cards, owners = basis
        return {
            name: _for_browser(*plan_chain(people, cards, owners, columns), cards)
            for name, columns in (("narrow", 1), ("wide", 4))
        }

    def _text(self, field: str, bank: Mapping[str, str]) -> str:
        """What the card shows for a statement, to count its lines; one line while it is blank or unknown."""
        value = given(self.value, field)
        if not isinstance(value, Mapping):
            return ""
        if value.get("bank"):
            return bank.get(value["bank"], "")
        return str(value.get("text", ""))


def _for_browser(
    plan: Plan, lines: Mapping[tuple[str, str], list[routing.Point]], cards: Mapping[str, Measured]
) -> dict[str, Any]:
    return {
        "width": plan.width,
        "height": plan.height,
        "cards": {person: [box.x, box.y, box.w, box.h] for person, box in plan.boxes.items()},
        "lines": {f"{person}/{reason}": routing.path(points) for (person, reason), points in lines.items()},
        "pains": {person: card.pain for person, card in cards.items()},
        "reasons": {person: card.reasons for person, card in cards.items()},
        "ports": {person: card.ports for person, card in cards.items()},
    }


def pain_chain_spec(
    words: Any,
    people: Iterable[Mapping[str, Any]],
    statements: Iterable[Mapping[str, str]],
    *,
    exercise: str,
    key: str,
    passages: Mapping[str, str],
) -> dict[str, Any]:
    """Everything static of the board: what every board is told (``board_spec``), and the bank.

    statements  the bank, ``{id, text, use}`` in the language of ``words``
    exercise    the exercise's id: it settles the bank's order, so that the order gives nothing away
    """
    shared = board_spec(words, people, key=key, passages=passages)
    return {**shared, "statements": shuffled(statements, exercise)}


def shuffled(statements: Iterable[Mapping[str, str]], exercise: str) -> list[dict[str, str]]:
    """The bank in an order that everybody gets and that follows no answer."""

    def place(statement: Mapping[str, str]) -> bytes:
        return hashlib.sha256(f"{exercise}\n{statement['id']}".encode()).digest()

    return [dict(statement) for statement in sorted(statements, key=place)]
