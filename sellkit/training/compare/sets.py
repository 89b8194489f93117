"""Marks of which a person may carry several, and lines of influence."""

from typing import Any

from sellkit.training.answer import UNKNOWN, Answers
from sellkit.training.compare.item import Item, Question, cites_of, citing, nothing, value_of
from sellkit.training.key import Expected


def marks_set(question: Question, answers: Answers) -> list[Item]:
    """Overlap of two sets: what both have, divided by what either has."""
    return [_one_set(question, expected, answers) for expected in question.fields]


def _one_set(question: Question, expected: Expected, answers: Answers) -> Item:
    answer = answers.get(expected.field)
    given = value_of(answer)
    if answer is None or given == UNKNOWN or not isinstance(given, list):
        return nothing(expected, answer)
    mine = _ids(given)
    share, best = max(
        ((_overlap(mine, _ids(value)), -n) for n, value in enumerate(expected.values)),
        default=(0.0, 0),
    )
    factor, cited = citing(question.auto, answer, expected)
    if share == 1:
        reasons: tuple[str, ...] = ("right" if best == 0 else "also-right", cited)
    else:
        reasons = ("partly", cited) if share else ("wrong-set",)
    return Item(
        field=expected.field,
        verdict="right" if share == 1 else "near" if share else "different",
        share=share * factor,
        reasons=reasons,
        given=given,
        expected=expected.value,
        why=expected.whys[-best],
        cites=cites_of(answer),
        rests=expected.passages,
    )


def lines(question: Question, answers: Answers) -> list[Item]:
    """Each line of influence in the key is an item; a line that nothing carries costs."""
    auto = question.auto
    mark_name = auto.of.rpartition("/")[2]
    outcomes: list[Item] = []
    keyed = {expected.field: expected for expected in question.fields}
    for expected in question.fields:
        answer = answers.get(expected.field)
        given = value_of(answer)
        mine = _ids(given) if isinstance(given, list) else frozenset()
        for target in expected.value if isinstance(expected.value, list) else ():
            if answer is None or target not in mine:
                blank = nothing(expected, answer if given == UNKNOWN else None)
                outcomes.append(_about(blank, expected.field, target))
                continue
            factor, cited = citing(auto, answer, expected)
            outcomes.append(
                Item(
                    field=expected.field,
                    verdict="right",
                    share=factor,
                    reasons=("right", cited),
                    given=target,
                    expected=target,
                    why=expected.why,
                    cites=cites_of(answer),
                    rests=expected.passages,
                )
            )
    for field, answer in answers.items():
        given = value_of(answer)
        if not field.endswith(f"/{mark_name}") or field.count("/") != 1 or not isinstance(given, list):
            continue
        known = keyed.get(field)
        allowed = frozenset().union(*(_ids(value) for value in known.values)) if known else frozenset()
        outcomes += [
            Item(field, "extra", auto.extra, ("extra-line",), given=target, cites=cites_of(answer))
            for target in dict.fromkeys(item for item in given if isinstance(item, str))
            if target not in allowed
        ]
    return outcomes


def _about(outcome: Item, field: str, target: str) -> Item:
    return Item(
        field, outcome.verdict, 0.0, outcome.reasons, outcome.given, target, outcome.why, outcome.cites, outcome.rests
    )


def _ids(value: Any) -> frozenset[str]:
    return frozenset(item for item in value if isinstance(item, str)) if isinstance(value, list) else frozenset()


def _overlap(mine: frozenset[str], theirs: frozenset[str]) -> float:
    either = mine | theirs
    return len(mine & theirs) / len(either) if either else 1.0
