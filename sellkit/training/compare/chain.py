"""Pain chains: each person's pain, the reasons for it, and whose pain each reason is."""

from typing import Any, NamedTuple

from sellkit.training.answer import UNKNOWN, Answer, Answers
from sellkit.training.compare.item import Item, Question, Verdict, cites_of, citing, nothing, value_of
from sellkit.training.compare.matching import assign, share_of_terms
from sellkit.training.key import Expected

LEAF = "leaf"
SLOTS = tuple(f"/reasons/{n}" for n in range(1, 7))
LABEL_WRONG = 0.5  # the right person is named, under another reason
_FIT = {"cited": 1.0, "cited-otherwise": 0.75, "uncited": 0.5}


class Person(NamedTuple):
    """One person's reasons.

    reasons  the key's; filled: the slots in which the trainee put something
    pairs    per reason of the key which of `filled` says it, −1 for none
    """

    id: str
    reasons: tuple[Expected, ...]
    filled: list[str]
    pairs: list[int]


def chain_pains(question: Question, answers: Answers) -> list[Item]:
    """One item per person of the key."""
    items = []
    for expected in question.fields:
        answer = answers.get(expected.field)
        given = value_of(answer)
        if answer is None or given is None or given == UNKNOWN:
            items.append(nothing(expected, answer))
        elif _same(_statement(question, given), expected):
            items.append(_found(question, expected, answer, expected.field))
        else:
            items.append(_item(expected, expected.field, "different", question.auto.wrong, ("wrong",), answer))
    return items


def chain_reasons(question: Question, answers: Answers) -> list[Item]:
    """One item per reason of the key, wherever it stands among the person's reasons; each other reason costs."""
    items: list[Item] = []
    for _, reasons, filled, pairs in _people(question, answers):
        for expected, at in zip(reasons, pairs, strict=True):
            if at < 0:
                items.append(nothing(expected, None))
            else:
                items.append(_found(question, expected, answers[filled[at]], filled[at]))
        for n, slot in enumerate(filled):
            if n not in pairs:
                items.append(_unasked(question, slot, answers[slot]))
    return items


def chain_edges(question: Question, answers: Answers) -> list[Item]:
    """One item per reason of the key that has an owner. Its passage is the reason's: citing is not asked twice."""
    auto = question.auto
    items: list[Item] = []
    for person, reasons, filled, pairs in _people(question, answers):
        stray: dict[str, str] | None = None
        for reason, at in zip(reasons, pairs, strict=True):
            expected = reason.owner
            if expected is None:
                continue
            slot = f"{filled[at]}/owner" if at >= 0 else ""
            answer = answers.get(slot)
            owner = value_of(answer)
            if at >= 0 and owner is not None and owner != UNKNOWN:
                if owner in expected.values:
                    items.append(_item(expected, slot, "right", auto.right, ("link-right",), answer))
                else:
                    items.append(_item(expected, slot, "different", auto.wrong, ("link-wrong",), answer))
                continue
            if at < 0 and expected.value != LEAF:
                if stray is None:
                    stray = _stray_links(person, {filled[n] for n in pairs if n >= 0}, answers)
                if expected.value in stray:
                    slot = stray.pop(expected.value)
                    items.append(_item(expected, slot, "near", LABEL_WRONG, ("link-label",), answers[slot]))
                    continue
            items.append(nothing(expected, answer, slot))
    return items


def _stray_links(person: str, matched: set[str], answers: Answers) -> dict[str, str]:
    """Links under reasons that the key does not have: to whom they lead → the first field that says so."""
    found: dict[str, str] = {}
    for end in SLOTS:
        slot = person + end
        owner = value_of(answers.get(f"{slot}/owner"))
        if slot not in matched and isinstance(owner, str):
            found.setdefault(owner, f"{slot}/owner")
    return found


def _people(question: Question, answers: Answers) -> list[Person]:
    if "people" in question.memo:
        known: list[Person] = question.memo["people"]
        return known
    keyed = question.key.reasons_by_person
    filled: dict[str, list[str]] = {person: [] for person in keyed}
    for field in answers:
        person, _, end = field.partition("/")
        if end.startswith("reasons/") and f"/{end}" in SLOTS and value_of(answers[field]) is not None:
            filled.setdefault(person, []).append(field)
    found = []
    for person, slots in filled.items():
        slots.sort()
        reasons = keyed.get(person, ())
        statements = [_statement(question, answers[slot]["value"]) for slot in slots]
        worth = [
            [
                _FIT[citing(question.auto, answers[slot], expected)[1]] if _same(statement, expected) else 0.0
                for slot, statement in zip(slots, statements, strict=True)
            ]
            for expected in reasons
        ]
        found.append(Person(person, reasons, slots, assign(worth)))
    question.memo["people"] = found
    return found


def _statement(question: Question, given: Any) -> tuple[str, str]:
    """A statement as the bank's id, or else as folded own words. Somebody may have typed the bank's words out."""
    if not isinstance(given, dict):
        return "", ""
    bank, text = given.get("bank"), given.get("text")
    if isinstance(bank, str):
        return bank, ""
    if not isinstance(text, str):
        return "", ""
    folded = text.casefold().strip()
    return question.bank.get(folded, ""), folded


def _same(statement: tuple[str, str], expected: Expected) -> bool:
    """True if the key accepts it: one of its statements, or own words with all its terms."""
    bank, folded = statement
    return bank in expected.banks if bank else bool(folded) and share_of_terms(folded, expected) == 1


def _unasked(question: Question, slot: str, answer: Answer) -> Item:
    given = value_of(answer)
    if given == UNKNOWN:
        return Item(slot, "unknown", 0.0, ("unknown",), given, cites=cites_of(answer))
    return Item(slot, "extra", question.auto.extra, ("extra-reason",), given, cites=cites_of(answer))


def _found(question: Question, expected: Expected, answer: Answer, field: str) -> Item:
    factor, cited = citing(question.auto, answer, expected)
    return _item(expected, field, "right", factor, ("right", cited), answer)


def _item(
    expected: Expected, field: str, verdict: Verdict, share: float, reasons: tuple[str, ...], answer: Answer | None
) -> Item:
    given = value_of(answer)
    why = expected.why
    if given != expected.value and given in expected.values:
        why = expected.whys[expected.values.index(given)]
    return Item(field, verdict, share, reasons, given, expected.value, why, cites_of(answer), expected.passages)
