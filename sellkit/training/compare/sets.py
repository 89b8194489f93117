"""Marks of which a person may carry several, and lines of influence."""

from sellkit.training.answer import UNKNOWN, Answers
from sellkit.training.compare.item import Item, Question, Verdict, cites_of, citing, found, nothing, value_of
from sellkit.training.key import Expected, ids_of


def marks_set(question: Question, answers: Answers) -> list[Item]:
    """Overlap of two sets: what both have, divided by what either has."""
    return [_one_set(question, expected, answers) for expected in question.fields]


def _one_set(question: Question, expected: Expected, answers: Answers) -> Item:
    answer = answers.get(expected.field)
    given = value_of(answer)
    if answer is None or given == UNKNOWN or not isinstance(given, list):
        return nothing(expected, answer)
    if given == expected.value:
        return found(question.auto, expected, answer, expected.field)
    mine = ids_of(given)
    best, share = 0, _overlap(mine, expected.sets[0])
    for n, theirs in enumerate(expected.sets[1:], 1):
        if (other := _overlap(mine, theirs)) > share:
            best, share = n, other
    factor, cited = citing(question.auto, answer, expected)
    verdict: Verdict = "right" if share == 1 else "near" if share else "different"
    if share == 1:
        reasons: tuple[str, ...] = ("right" if best == 0 else "also-right", cited)
    else:
        reasons = ("partly", cited) if share else ("wrong-set",)
    value, why, cites = expected.value, expected.whys[best], cites_of(answer)
    return Item(expected.field, verdict, share * factor, reasons, given, value, why, cites, expected.passages)


def lines(question: Question, answers: Answers) -> list[Item]:
    """Each line of influence in the key is an item; a line that nothing carries costs."""
    auto = question.auto
    mark_name = auto.of.rpartition("/")[2]
    outcomes: list[Item] = []
    keyed = {expected.field: expected for expected in question.fields}
    for expected in question.fields:
        answer = answers.get(expected.field)
        given = value_of(answer)
        mine = ids_of(given)
        for target in expected.value if isinstance(expected.value, list) else ():
            if answer is None or target not in mine:
                blank = nothing(expected, answer if given == UNKNOWN else None)
                outcomes.append(_about(blank, expected.field, target))
                continue
            factor, cited = citing(auto, answer, expected)
            why, cites, reasons = expected.why, cites_of(answer), ("right", cited)
            outcomes.append(
                Item(expected.field, "right", factor, reasons, target, target, why, cites, expected.passages)
            )
    ending = f"/{mark_name}"
    for field in answers:
        if not field.endswith(ending) or field.count("/") != 1:
            continue
        given, known = value_of(answers[field]), keyed.get(field)
        allowed = frozenset().union(*known.sets) if known else frozenset()
        if ids_of(given) <= allowed:
            continue
        outcomes += [
            Item(field, "extra", auto.extra, ("extra-line",), given=target, cites=cites_of(answers[field]))
            for target in dict.fromkeys(item for item in given if isinstance(item, str))
            if target not in allowed
        ]
    return outcomes


def _about(outcome: Item, field: str, target: str) -> Item:
    return Item(
        field, outcome.verdict, 0.0, outcome.reasons, outcome.given, target, outcome.why, outcome.cites, outcome.rests
    )


def _overlap(mine: frozenset[str], theirs: frozenset[str]) -> float:
    if mine == theirs:
        return 1.0
    return len(mine & theirs) / len(mine | theirs)
