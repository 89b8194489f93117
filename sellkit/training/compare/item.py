"""What comparing one thing with the key yields: a verdict, a share of a point, and the reasons for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sellkit.models.text import Text
from sellkit.training.answer import UNKNOWN, Answer
from sellkit.training.compare.orders import OrderOf, house_order
from sellkit.training.key import Expected, Key
from sellkit.training.rubric import Auto

Verdict = Literal["right", "near", "missing", "extra", "different", "unknown"]


@dataclass(slots=True)
class Item:
    """One compared thing on a score card. Not frozen, for grading makes thousands; treat it as a value.

    field     where the trainee's answer stands, or would stand
    verdict   right · near (partly) · missing · extra · different · unknown ("not known yet")
    share     −1 … 1 of what one item is worth
    reasons   codes of sentences in training.po (`training.reason.<code>`): what was judged, and how it was cited
    given     what was answered; expected: what the key says
    why       the key's explanation, in both languages
    cites     passages that were cited; rests: those that the key rests on
    points    share × worth, out of the criterion's weight; may be negative. Grading sets it
    """

    field: str
    verdict: Verdict
    share: float
    reasons: tuple[str, ...]
    given: Any = None
    expected: Any = None
    why: Text | None = None
    cites: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()
    points: float = 0.0

    @property
    def counts(self) -> bool:
        """True if the key asks for it; an extra only takes away."""
        return self.expected is not None


@dataclass(slots=True)
class Question:
    """All that a comparison may look at. `fields` are the key's fields that the criterion's pattern covers; `order`
    says for a field in which order its values stand, if they do."""

    auto: Auto
    key: Key
    fields: tuple[Expected, ...]
    bank: Mapping[str, str] = field(default_factory=dict)  # folded wording of a bank statement → its id
    order: OrderOf = house_order
    memo: dict[str, Any] = field(default_factory=dict)  # what two criteria both need to know about one sheet


def value_of(answer: Answer | None) -> Any:
    """The value, or None for a blank."""
    if answer is None:
        return None
    value = answer.get("value")
    return None if isinstance(value, str) and (not value or value.isspace()) else value


# Only what is called explicit or agreed counts in full (M60); an inference earns a part, even with the right passage.
SURE = ("explicit", "agreed")


def citing(auto: Auto, answer: Answer, expected: Expected) -> tuple[float, str]:
    """The factor that the citations earn, and its reason's code."""
    cites = answer.get("cites")
    if not cites:
        return auto.uncited, "uncited"
    if expected.cites.isdisjoint(cites):
        return auto.cited_otherwise, "cited-otherwise"
    if answer.get("confidence") not in SURE:
        return auto.unsure, "unsure"
    return auto.right, "cited"


def found(auto: Auto, expected: Expected, answer: Answer, field: str) -> Item:
    """A right answer in its place; what it is worth depends on its citations. Most items of a good sheet are such."""
    cites = answer.get("cites")
    if not cites:
        share, reasons, cites = auto.uncited, _UNCITED, ()
    elif expected.cites.isdisjoint(cites):
        share, reasons = auto.cited_otherwise, _CITED_OTHERWISE
    elif answer.get("confidence") not in SURE:
        share, reasons = auto.unsure, _UNSURE
    else:
        share, reasons = auto.right, _CITED
    given, value, why = answer["value"], expected.value, expected.why
    if given != value and given in expected.values:
        why = expected.whys[expected.values.index(given)]
    return Item(field, "right", share, reasons, given, value, why, tuple(cites), expected.passages)


_CITED, _CITED_OTHERWISE, _UNCITED = ("right", "cited"), ("right", "cited-otherwise"), ("right", "uncited")
_UNSURE = ("right", "unsure")


def nothing(expected: Expected, answer: Answer | None, field: str = "") -> Item:
    """A blank, or an honest "not known yet": no points, no loss."""
    field, value = field or expected.field, expected.value
    if value_of(answer) == UNKNOWN:
        cites = cites_of(answer)
        return Item(field, "unknown", 0.0, ("unknown",), UNKNOWN, value, expected.why, cites, expected.passages)
    return Item(field, "missing", 0.0, ("missing",), None, value, expected.why, (), expected.passages)


def cites_of(answer: Answer | None) -> tuple[str, ...]:
    return tuple(answer["cites"]) if answer and "cites" in answer else ()
