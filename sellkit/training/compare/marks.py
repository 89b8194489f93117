"""Single marks: right, one step off, wrong, or rosier than the facts bear."""

from sellkit.training.answer import UNKNOWN, Answers
from sellkit.training.compare.item import Item, Question, Verdict, cites_of, citing, found, nothing, value_of
from sellkit.training.key import Expected

# Low to high. Where a scale says how we stand with somebody, its top is a claim that costs more when it is not true.
ORDER: dict[str, dict[str, int]] = {
    scale: {level: step for step, level in enumerate(levels)}
    for scale, levels in {
        "adaptability": ("laggard", "conservative", "pragmatist", "visionary", "innovator"),
        "attitude": ("opponent", "non-supporter", "neutral", "supporter", "sponsor"),
        "coverage": ("none", "brief", "multiple", "in-depth"),
        "circle": ("outside", "structure", "inner"),
    }.items()
}
OUR_STANDING = {"attitude": "sponsor", "coverage": "in-depth"}
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
    if given == expected.value:
        if given == UNKNOWN:  # nobody can cite what is not there
            factor, reasons = auto.right, ("right", "rightly-unknown")
    elif given in expected.values:
        why = expected.whys[expected.values.index(given)]
        reasons = ("also-right", cited)
    else:
        scale = field.rpartition("/")[2]
        steps = _steps(scale, given, expected)
        if steps and _too_rosy(scale, given, steps):
            verdict, factor, reasons = "different", auto.overclaim, ("overclaim",)
        elif 1 in steps or -1 in steps:
            verdict, factor, reasons = "near", auto.near * factor, ("near", cited)
        else:
            verdict, factor, reasons = "different", auto.wrong, ("wrong",)
    return Item(field, verdict, factor, reasons, given, expected.value, why, cites_of(answer), expected.passages)


def _steps(scale: str, given: object, expected: Expected) -> list[int]:
    """How many steps above each value of the key; empty if this is no ordered scale."""
    order = ORDER.get(scale)
    if order is None or not isinstance(given, str) or given not in order:
        return []
    return [order[given] - order[value] for value in expected.values if isinstance(value, str) and value in order]


def _too_rosy(scale: str, given: object, steps: list[int]) -> bool:
    if scale not in OUR_STANDING:
        return False
    return min(steps) >= OVERCLAIM_STEPS or (given == OUR_STANDING[scale] and min(steps) > 0)
