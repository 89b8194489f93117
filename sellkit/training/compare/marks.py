"""Single marks: right, one step off, wrong, or rosier than the facts bear."""

from sellkit.training.answer import Answers
from sellkit.training.compare.item import Item, Question, Verdict, cites_of, citing, is_unknown, nothing, value_of
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
    return [one_mark(question, expected, answers) for expected in question.fields]


def one_mark(question: Question, expected: Expected, answers: Answers) -> Item:
    """Compare one field that holds a single level or id."""
    answer = answers.get(expected.field)
    given = value_of(answer)
    if answer is None or given is None or (is_unknown(given) and given not in expected.values):
        return nothing(expected, answer)
    auto = question.auto
    factor, cited = citing(auto, answer, expected)
    why = expected.why
    verdict: Verdict
    reasons: tuple[str, ...]
    if given in expected.values:
        why = expected.whys[expected.values.index(given)]
        if is_unknown(given):  # nobody can cite what is not there
            factor, cited = auto.right, "rightly-unknown"
        verdict, share = "right", factor
        reasons = ("right" if given == expected.value else "also-right", cited)
    else:
        scale = expected.field.rpartition("/")[2]
        steps = _steps(scale, given, expected)
        if steps and _too_rosy(scale, given, steps):
            verdict, share, reasons = "different", auto.overclaim, ("overclaim",)
        elif steps and 1 in map(abs, steps):
            verdict, share, reasons = "near", auto.near * factor, ("near", cited)
        else:
            verdict, share, reasons = "different", auto.wrong, ("wrong",)
    return Item(
        field=expected.field,
        verdict=verdict,
        share=share,
        reasons=reasons,
        given=given,
        expected=expected.value,
        why=why,
        cites=cites_of(answer),
        rests=expected.passages,
    )


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
