"""Pain chains: each person's pain, the reasons for it, and whose pain each reason is."""

from typing import Any, NamedTuple

from sellkit.training.answer import Answer, Answers
from sellkit.training.compare.item import (
    Item,
    Question,
    Verdict,
    cites_of,
    citing,
    is_unknown,
    nothing,
    value_of,
)
from sellkit.training.compare.matching import assign, share_of_terms
from sellkit.training.key import Expected

LEAF = "leaf"
REASONS = 6
_CITED = {"cited": 1.0, "cited-otherwise": 0.75, "uncited": 0.5}
LABEL_WRONG = 0.5  # the right person is named, under another reason


def says_the_same(question: Question, given: Any, expected: Expected) -> bool:
    """True if a statement is one that the key accepts: the same from the bank, or own words with all its terms."""
    if not isinstance(given, dict):
        return False
    bank = given.get("bank")
    text = given.get("text")
    if isinstance(text, str):
        folded = text.casefold().strip()
        bank = question.bank.get(folded)
        if bank is None:
            return share_of_terms(folded, expected) == 1
    return any(isinstance(value, dict) and value.get("bank") == bank for value in expected.values)


def chain_pains(question: Question, answers: Answers) -> list[Item]:
    """One item per person of the key."""
    outcomes = []
    for expected in question.fields:
        answer = answers.get(expected.field)
        given = value_of(answer)
        if answer is None or given is None or is_unknown(given):
            outcomes.append(nothing(expected, answer))
        elif says_the_same(question, given, expected):
            outcomes.append(_found(question, expected, answer, expected.field))
        else:
            outcomes.append(_outcome(expected, expected.field, "different", question.auto.wrong, ("wrong",), answer))
    return outcomes


def chain_reasons(question: Question, answers: Answers) -> list[Item]:
    """One item per reason of the key, wherever it stands among the person's reasons; each other reason costs."""
    outcomes: list[Item] = []
    for _, reasons, slots, pairs in _people(question, answers):
        for expected, at in zip(reasons, pairs, strict=True):
            if at < 0:
                outcomes.append(nothing(expected, None))
            else:
                slot = slots[at]
                outcomes.append(_found(question, expected, answers[slot], slot))
        for n, slot in enumerate(slots):
            if n in pairs:
                continue
            answer = answers[slot]
            unknown = is_unknown(value_of(answer))
            outcomes.append(
                Item(
                    slot,
                    "unknown" if unknown else "extra",
                    0.0 if unknown else question.auto.extra,
                    ("unknown" if unknown else "extra-reason",),
                    given=value_of(answer),
                    cites=cites_of(answer),
                )
            )
    return outcomes


def chain_edges(question: Question, answers: Answers) -> list[Item]:
    """One item per reason of the key that has an owner. Its passage is the reason's: citing is not asked twice."""
    outcomes: list[Item] = []
    for person, reasons, slots, pairs in _people(question, answers):
        matched = {slots[at] for at in pairs if at >= 0}
        free = {  # links under reasons that the key does not have, by whom they lead to
            owner: slot
            for slot in reversed([f"{person}/reasons/{n}" for n in range(1, REASONS + 1)])
            if slot not in matched and isinstance(owner := value_of(answers.get(f"{slot}/owner")), str)
        }
        for expected_reason, at in zip(reasons, pairs, strict=True):
            expected = question.key.answers.get(f"{expected_reason.field}/owner")
            if expected is None:
                continue
            slot = f"{slots[at]}/owner" if at >= 0 else ""
            answer = answers.get(slot)
            owner = value_of(answer)
            if at >= 0 and owner is not None and not is_unknown(owner):
                right = owner in expected.values
                outcomes.append(
                    _outcome(
                        expected,
                        slot,
                        "right" if right else "different",
                        question.auto.right if right else question.auto.wrong,
                        ("link-right",) if right else ("link-wrong",),
                        answer,
                    )
                )
            elif at < 0 and expected.value != LEAF and expected.value in free:
                slot = f"{free.pop(expected.value)}/owner"
                outcomes.append(_outcome(expected, slot, "near", LABEL_WRONG, ("link-label",), answers[slot]))
            else:
                outcomes.append(nothing(expected, answer, slot))
    return outcomes


class Person(NamedTuple):
    """One person's reasons: the key's, the slots that are filled, and per key reason the slot that says it (or −1)."""

    id: str
    reasons: tuple[Expected, ...]
    slots: list[str]
    pairs: list[int]


def _people(question: Question, answers: Answers) -> list[Person]:
    if "people" in question.memo:
        known: list[Person] = question.memo["people"]
        return known
    keyed = question.key.reasons_by_person
    others = dict.fromkeys(field.partition("/")[0] for field in answers if "/reasons/" in field)
    found = []
    for person in dict.fromkeys([*keyed, *others]):
        slots = [
            slot for n in range(1, REASONS + 1) if value_of(answers.get(slot := f"{person}/reasons/{n}")) is not None
        ]
        reasons = keyed.get(person, ())
        worth = [[_fit(question, answers[slot], expected) for slot in slots] for expected in reasons]
        found.append(Person(person, reasons, slots, assign(worth)))
    question.memo["people"] = found
    return found


def _fit(question: Question, answer: Answer, expected: Expected) -> float:
    """Where two slots say the same, the better cited one is meant."""
    if not says_the_same(question, answer["value"], expected):
        return 0.0
    return _CITED[citing(question.auto, answer, expected)[1]]


def _found(question: Question, expected: Expected, answer: Answer, field: str) -> Item:
    factor, cited = citing(question.auto, answer, expected)
    return _outcome(expected, field, "right", factor, ("right", cited), answer)


def _outcome(
    expected: Expected, field: str, verdict: Verdict, share: float, reasons: tuple[str, ...], answer: Answer | None
) -> Item:
    given = value_of(answer)
    why = expected.why
    if given in expected.values:
        why = expected.whys[expected.values.index(given)]
    return Item(
        field=field,
        verdict=verdict,
        share=share,
        reasons=reasons,
        given=given,
        expected=expected.value,
        why=why,
        cites=cites_of(answer),
        rests=expected.passages,
    )
