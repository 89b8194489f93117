"""Pain chains: each person's pain, the reasons for it, and whose pain each reason is."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sellkit.training.answer import UNKNOWN, Answer, Answers
from sellkit.training.compare.item import Item, Question, Verdict, cites_of, citing, found, nothing, value_of
from sellkit.training.compare.matching import assign, share_of_terms
from sellkit.training.key import REASONS, Expected

LEAF = "leaf"
SLOTS = tuple(f"/reasons/{n}" for n in REASONS)
LABEL_WRONG = 0.5  # the right person is named, under another reason
_WRONG, _LINK_RIGHT, _LINK_WRONG = ("wrong",), ("link-right",), ("link-wrong",)
_FIT = {"cited": 1.0, "unsure": 0.8, "cited-otherwise": 0.75, "uncited": 0.5}


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
            items.append(found(question.auto, expected, answer, expected.field))
        else:
            items.append(_item(expected, expected.field, "different", question.auto.wrong, _WRONG, answer))
    return items


def chain_reasons(question: Question, answers: Answers) -> list[Item]:
    """One item per reason of the key, wherever it stands among the person's reasons; each other reason costs."""
    items: list[Item] = []
    for _, reasons, filled, pairs in _people(question, answers):
        for expected, at in zip(reasons, pairs, strict=True):
            if at < 0:
                items.append(nothing(expected, None))
            else:
                items.append(found(question.auto, expected, answers[filled[at]], filled[at]))
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
                    items.append(_item(expected, slot, "right", auto.right, _LINK_RIGHT, answer))
                else:
                    items.append(_item(expected, slot, "different", auto.wrong, _LINK_WRONG, answer))
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
    keyed, known_slots = question.key.reasons_by_person, question.key.reason_slots
    filled: dict[str, list[str]] = {person: [] for person in keyed}
    for field in answers:
        person_of = known_slots.get(field)
        if person_of is None:  # a slot or a person that the key does not have
            name, _, end = field.partition("/")
            person_of = name if f"/{end}" in SLOTS else ""
        if person_of and value_of(answers[field]) is not None:
            filled.setdefault(person_of, []).append(field)
    found = []
    for person, slots in filled.items():
        slots.sort()
        reasons = keyed.get(person, ())
        found.append(Person(person, reasons, slots, _pairs(question, person, slots, answers)))
    question.memo["people"] = found
    return found


def _pairs(question: Question, person: str, slots: list[str], answers: Answers) -> list[int]:
    """Per reason of the key which slot says it, −1 for none; of several the one that is cited best."""
    reasons = question.key.reasons_by_person.get(person, ())
    banked = question.key.banked_reasons
    says: list[Sequence[int]] = []
    for slot in slots:
        given = answers[slot]["value"]
        bank = given.get("bank") if isinstance(given, dict) else None
        if isinstance(bank, str) and bank:
            says.append(banked.get((person, bank), ()))
        else:
            says.append(_reasons_said(question, reasons, person, given))
    pairs = [-1] * len(reasons)
    for n, said in enumerate(says):
        if len(said) > 1 or (said and pairs[said[0]] >= 0):
            break
        if said:
            pairs[said[0]] = n
    else:
        return pairs
    worth = [[0.0] * len(slots) for _ in reasons]
    for n, said in enumerate(says):
        for at in said:
            worth[at][n] = _FIT[citing(question.auto, answers[slots[n]], reasons[at])[1]]
    return assign(worth)


def _reasons_said(question: Question, reasons: Sequence[Expected], person: str, given: Any) -> Sequence[int]:
    """Which of a person's reasons in the key own words say, by their place."""
    bank, folded = _statement(question, given)
    if bank:  # somebody has typed the bank's words out
        return question.key.banked_reasons.get((person, bank), ())
    return [at for at, expected in enumerate(reasons) if folded and share_of_terms(folded, expected) == 1]


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


def _item(
    expected: Expected, field: str, verdict: Verdict, share: float, reasons: tuple[str, ...], answer: Answer | None
) -> Item:
    given, asked, why = value_of(answer), expected.value, expected.why
    if given != asked and given in expected.values:
        why = expected.whys[expected.values.index(given)]
    return Item(field, verdict, share, reasons, given, asked, why, cites_of(answer), expected.passages)
