"""Any sheet of the method against a reference of the same kind, place by place; needs no form and no exercise.

For models that are analysed outside a workbook, and for coaches who compare a team's deal with their own.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from sellkit.models.base import Judged, Record
from sellkit.models.change import plain
from sellkit.models.paths import Leaf, leaves, order_of
from sellkit.training.answer import UNKNOWN
from sellkit.training.compare.item import Item, Verdict
from sellkit.training.compare.marks import OVERCLAIM_STEPS
from sellkit.training.rubric import Auto

FACTORS = Auto(compare="mark", of="*")
_ID = re.compile("[a-z0-9][a-z0-9-]*|[A-Z]")  # a level, a person or a role; anything else was written


class Comparison(NamedTuple):
    """What was compared, and what it is worth.

    items    one per place of the reference, and one per mark that the reference does not have
    by_hand  places with free text, which a person has to judge
    """

    items: tuple[Item, ...]
    by_hand: tuple[str, ...]

    @property
    def share(self) -> float:
        """0 … 1: the points of all items over the number of places that the reference fills; 0 for an empty one."""
        asked = sum(item.counts for item in self.items)
        return max(0.0, sum(item.share for item in self.items) / asked) if asked else 0.0


def compare_sheets(given: Record, reference: Record, factors: Auto = FACTORS) -> Comparison:
    """Compare every mark and every plain choice. Full points need the right value, something it rests on, and
    "explicit" or "agreed" (M60); claiming more than the reference costs more than "not known yet". Raises ValueError
    for sheets of different kinds."""
    if type(given) is not type(reference):
        raise ValueError(f"a {type(given).__name__} cannot be compared with a {type(reference).__name__}")
    ours = {leaf.path: leaf for leaf in leaves(given)}
    theirs = {leaf.path: leaf for leaf in leaves(reference)}
    items, by_hand = [], []
    for path, leaf in theirs.items():
        if _is_text(leaf):
            by_hand += [path] if leaf.value else []
        elif _filled(leaf):
            items.append(_item(ours.get(path), leaf, order_of(reference, leaf.owner, leaf.field), factors))
    for path, leaf in ours.items():
        if isinstance(leaf.value, Judged) and leaf.value.known and not (path in theirs and _filled(theirs[path])):
            items.append(Item(path, "extra", factors.extra, ("extra",), plain(leaf.value.value)))
    return Comparison(tuple(items), tuple(by_hand))


def _item(given: Leaf | None, wanted: Leaf, order: Mapping[Any, int] | None, factors: Auto) -> Item:
    value = _value(given.value) if given else None
    expected = _value(wanted.value)
    judged = given.value if given and isinstance(given.value, Judged) else None
    shown = {"given": plain(value), "expected": plain(expected)}
    shown["cites"] = judged.cites if judged else ()
    shown["rests"] = wanted.value.cites if isinstance(wanted.value, Judged) else ()
    if value is None or value in ((), frozenset()):
        return Item(wanted.path, "missing", 0.0, ("missing",), **shown)
    if value == UNKNOWN != expected:
        return Item(wanted.path, "unknown", 0.0, ("unknown",), **shown)
    factor, how = _resting(judged, factors)
    if value == expected:
        rightly_unknown = value == UNKNOWN
        share, how = (factors.right, "rightly-unknown") if rightly_unknown else (factor, how)
        return Item(wanted.path, "right", share, ("right", how) if judged else ("right",), **shown)
    if isinstance(value, frozenset) and isinstance(expected, frozenset):
        overlap = len(value & expected) / len(value | expected)
        if overlap:
            return Item(wanted.path, "near", overlap * factor, ("partly", how), **shown)
        return Item(wanted.path, "different", factors.wrong, ("wrong-set",), **shown)
    return Item(wanted.path, *_off(value, expected, order, factor, how, factors), **shown)


def _off(
    value: Any, expected: Any, order: Mapping[Any, int] | None, factor: float, how: str, factors: Auto
) -> tuple[Verdict, float, tuple[str, ...]]:
    """Another value than the reference's: rosier, a step off, or wrong."""
    if order:
        steps = order[value] - order[expected] if value in order and expected in order else None
        top = max(order.values())
    else:
        steps = value - expected if order is not None and _number(value) and _number(expected) else None
        top = None
    if order is not None and steps is not None:
        if steps >= OVERCLAIM_STEPS or (steps > 0 and top is not None and order.get(value) == top):
            return "different", factors.overclaim, ("overclaim",)
        if abs(steps) == 1:
            return "near", factors.near * factor, ("near", how)
    return "different", factors.wrong, ("wrong",)


def _resting(judged: Judged[Any] | None, factors: Auto) -> tuple[float, str]:
    if judged is None:
        return factors.right, "right"
    if not judged.backed:
        return factors.uncited, "uncited"
    return (factors.right, "cited") if judged.confirmed else (factors.unsure, "unsure")


def _value(value: Any) -> Any:
    return value.value if isinstance(value, Judged) else value


def _filled(leaf: Leaf) -> bool:
    """Somebody answered here: what tells rows apart, and what every sheet begins with, is no answer."""
    info = type(leaf.owner).model_fields[leaf.field]
    given = isinstance(leaf.value, Judged) or leaf.value != info.get_default(call_default_factory=True)
    return given and _value(leaf.value) not in (None, "", (), frozenset()) and leaf.field not in leaf.owner.KEYS


def _is_text(leaf: Leaf) -> bool:
    """Free text: two people say the same in different words."""
    if not isinstance(leaf.value, Judged):
        info = type(leaf.owner).model_fields[leaf.field]
        return info.annotation in (str, tuple[str, ...]) and not info.metadata
    value = leaf.value.value
    said = value if isinstance(value, tuple) else (value,)
    return isinstance(value, Record) or any(isinstance(each, str) and not _ID.fullmatch(each) for each in said)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
