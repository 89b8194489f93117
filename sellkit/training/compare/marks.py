"""Single marks: right, one step off, wrong, or rosier than the facts bear."""

from sellkit.training.answer import UNKNOWN, Answers
from sellkit.training.compare.item import Item, Question, Verdict, cites_of, citing, found, nothing, value_of
from sellkit.training.compare.orders import Order
from sellkit.training.key import Expected

OVERCLAIM_STEPS = 2


def mark(question: Question, answers: Answers) -> list[Item]:
    """One ordered or nominal value per field of the key."""
    items = []
    for expected in question.fields:
        answer = answers.get(expected.field)
        if answer is not None and answer.get("value") == expected.value != UNKNOWN:
            items.append(found(question.auto, expected, answer, expected.field))
        else:
            items.append(one_mark(question, expected, answers))
    return items


def one_mark(question: Question, expected: Expected, answers: Answers) -> Item:
    """Compare one field that holds a single level or id."""
    field, answer = expected.field, answers.get(expected.field)
    given = value_of(answer)
    if answer is None or given is None or (given == UNKNOWN and given not in expected.values):
        return nothing(expected, answer)
    auto, why = question.auto, expected.why
    factor, cited = citing(auto, answer, expected)
    verdict: Verdict = "right"
    reasons: tuple[str, ...] = ("right", cited)
    if given == UNKNOWN:  # nobody can cite what is not there
        why = expected.whys[expected.values.index(given)]
        factor, reasons = auto.right, ("right", "rightly-unknown")
    elif given != expected.value and given in expected.values:
        why = expected.whys[expected.values.index(given)]
        reasons = ("also-right", cited)
    elif given != expected.value:
        order = question.order(field)
        steps = _steps(order, given, expected)
        if order is not None and steps and _too_rosy(order, given, steps):
            verdict, factor, reasons = "different", auto.overclaim, ("overclaim",)
        elif 1 in steps or -1 in steps:
            verdict, factor, reasons = "near", auto.near * factor, ("near", cited)
        else:
            verdict, factor, reasons = "different", auto.wrong, ("wrong",)
    return Item(field, verdict, factor, reasons, given, expected.value, why, cites_of(answer), expected.passages)


def _steps(order: Order | None, given: object, expected: Expected) -> list[int]:
    """How many steps above each value of the key; empty if these values stand in no order."""
    if order is None or not isinstance(given, str) or given not in order.steps:
        return []
    known = [value for value in expected.values if isinstance(value, str) and value in order.steps]
    return [order.steps[given] - order.steps[value] for value in known]


def _too_rosy(order: Order, given: str, steps: list[int]) -> bool:
    if not order.ours:
        return False
    return min(steps) >= OVERCLAIM_STEPS or (order.steps[given] == order.top and min(steps) > 0)
