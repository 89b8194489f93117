"""A score card as the register keeps it: short, for there are thousands.

What the key says about a field (the value, the reason, its passages) is the same on every card of an exercise. It is
kept once, under the beginning of its own hash; an item names it. So a card stays true when the key changes later.
"""

from collections.abc import Callable, Collection, Mapping
from hashlib import sha256
from typing import Any

from pydantic_core import from_json, to_json

from sellkit.models.text import Text
from sellkit.training.compare import Item
from sellkit.training.grading import CriterionScore, ScoreCard

LookUp = Callable[[Collection[str]], Mapping[str, str]]


class Packer:
    """Writes cards. `said` gathers what they name: name → JSON of what the key says."""

    def __init__(self) -> None:
        self.said: dict[str, str] = {}
        self._named: dict[int, list[tuple[Text | None, Any, tuple[str, ...], str]]] = {}

    def pack(self, card: ScoreCard) -> str:
        """The card as JSON; each item a row, in the order of `_ROW`, its last part the name of what the key says."""
        return to_json({**vars(card), "criteria": [self._criterion(score) for score in card.criteria]}).decode()

    def _criterion(self, score: CriterionScore) -> dict[str, Any]:
        rows = [
            (i.field, i.verdict, i.share, i.reasons, i.given, i.cites, i.points, self._name(i)) for i in score.items
        ]
        return {**vars(score), "items": rows}

    def _name(self, item: Item) -> str:
        # By the explanation's identity, for all items of a key share its few hundred; held here, none can be another's.
        for _, expected, rests, name in self._named.get(id(item.why), ()):
            if expected == item.expected and rests == item.rests:
                return name
        json = to_json((item.expected, item.why, item.rests)).decode()
        name = sha256(json.encode()).hexdigest()[:16]
        self.said[name] = json
        self._named.setdefault(id(item.why), []).append((item.why, item.expected, item.rests, name))
        return name


_ROW = ("field", "verdict", "share", "reasons", "given", "cites", "points")
_SAID = ("expected", "why", "rests")


def unpack(packed: str, look_up: LookUp) -> ScoreCard:
    """The whole card again; `look_up` gives what is said under the names it is asked for."""
    card = from_json(packed)
    said = look_up({row[-1] for score in card["criteria"] for row in score["items"] if isinstance(row, list)})
    read = {name: dict(zip(_SAID, from_json(json), strict=True)) for name, json in said.items()}
    for score in card["criteria"]:  # cards of the register's first version are written out in full
        score["items"] = [
            dict(zip(_ROW, row[:-1], strict=True)) | read[row[-1]] if isinstance(row, list) else row
            for row in score["items"]
        ]
    return ScoreCard.model_validate_json(to_json(card))


def outline(packed: str) -> ScoreCard:
    """The card without its items: enough for sums."""
    card = from_json(packed)
    return ScoreCard.model_validate(card | {"criteria": [{**score, "items": ()} for score in card["criteria"]]})
