"""Initiatives: which slot means which initiative of the key, and how much of it is there."""

from typing import Any

from sellkit.training.answer import UNKNOWN, Answers
from sellkit.training.compare.item import Item, Question, cites_of, citing, nothing, value_of
from sellkit.training.compare.marks import one_mark
from sellkit.training.compare.matching import assign, share_of_terms
from sellkit.training.key import Expected

SLOTS = tuple(f"i{n}" for n in range(1, 9))
# What each part of one initiative is worth.
RESULT, WORK, CLASS, OWNER = 0.4, 0.4, 0.1, 0.1


def initiatives(question: Question, answers: Answers) -> list[Item]:
    """One item per initiative of the key. Result and work count by the share of their terms, times citing."""
    outcomes = []
    for name, slot in matched_slots(question, answers).items():
        result = question.key.answers[f"{name}/result"]
        whole = {part: _expected(question, name, part) for part in ("result", "work", "class", "owner")}
        asked = {part: expected.value for part, expected in whole.items() if expected is not None}
        if not slot:
            outcomes.append(
                Item(
                    f"{name}/result",
                    "missing",
                    0.0,
                    ("initiative-missing",),
                    None,
                    asked,
                    result.why,
                    (),
                    result.passages,
                )
            )
            continue
        answer = answers.get(f"{slot}/result") or {}
        factor, cited = citing(question.auto, answer, result)
        shares = {part: _share(answers, slot, part, whole[part]) for part in ("result", "work")}
        share = factor * (RESULT * shares["result"] + WORK * shares["work"])
        reasons = [f"{part}-{_word(shares[part])}" for part in ("result", "work")] + [cited]
        for part, worth in (("class", CLASS), ("owner", OWNER)):
            expected = whole[part]
            given = value_of(answers.get(f"{slot}/{part}"))
            if expected is None or (given is not None and given in expected.values):
                share += worth
            else:
                reasons.append(f"{part}-{'open' if given is None or given == UNKNOWN else 'wrong'}")
        outcomes.append(
            Item(
                field=f"{slot}/result",
                verdict="right" if share > 0.999 else "near",
                share=share,
                reasons=tuple(reasons),
                given={part: value_of(answers.get(f"{slot}/{part}")) for part in asked},
                expected=asked,
                why=result.why,
                cites=cites_of(answer),
                rests=result.passages,
            )
        )
    used = set(matched_slots(question, answers).values())
    for slot in SLOTS:
        text = value_of(answers.get(f"{slot}/result"))
        if slot not in used and text is not None and text != UNKNOWN:
            # not an initiative of the key: shown, but the eight slots invite a try, so it costs nothing
            outcomes.append(Item(f"{slot}/result", "extra", 0.0, ("initiative-extra",), given=text))
    return outcomes


def choice(question: Question, answers: Answers) -> list[Item]:
    """One value of several. Where it names a slot, the slot counts as the initiative that stands in it."""
    outcomes = []
    for expected in question.fields:
        answer = answers.get(expected.field)
        given = value_of(answer)
        if answer is None or given is None or given not in SLOTS:
            outcomes.append(one_mark(question, expected, answers) if given is not None else nothing(expected, answer))
            continue
        meant = next((name for name, slot in matched_slots(question, answers).items() if slot == given), "none of them")
        outcome = one_mark(question, expected, {expected.field: {**answer, "value": meant}})
        outcomes.append(
            Item(
                outcome.field,
                outcome.verdict,
                outcome.share,
                outcome.reasons,
                given,
                expected.value,
                outcome.why,
                outcome.cites,
                outcome.rests,
            )
        )
    return outcomes


def matched_slots(question: Question, answers: Answers) -> dict[str, str]:
    """For each initiative of the key the trainee's slot that means it, or ""."""
    if "slots" in question.memo:
        found: dict[str, str] = question.memo["slots"]
        return found
    names = question.key.initiatives
    folded = {
        f"{slot}/{part}": text.casefold()
        for slot in SLOTS
        for part in ("result", "work")
        if isinstance(text := value_of(answers.get(f"{slot}/{part}")), str) and text != UNKNOWN
    }
    worth = []
    for name in names:
        row = []
        for slot in SLOTS:
            parts = [
                share_of_terms(folded[f"{slot}/{part}"], expected)
                for part in ("result", "work")
                if f"{slot}/{part}" in folded and (expected := question.key.answers.get(f"{name}/{part}"))
            ]
            row.append(sum(parts) / 2)
        worth.append(row)
    found = {name: SLOTS[at] if at >= 0 else "" for name, at in zip(names, assign(worth), strict=True)}
    question.memo["slots"] = found
    return found


def _expected(question: Question, name: str, part: str) -> Expected | None:
    return question.key.answers.get(f"{name}/{part}")


def _share(answers: Answers, slot: str, part: str, expected: Expected | None) -> float:
    text: Any = value_of(answers.get(f"{slot}/{part}"))
    if expected is None or not isinstance(text, str) or text == UNKNOWN:
        return 0.0
    return share_of_terms(text.casefold(), expected)


def _word(share: float) -> str:
    return "right" if share == 1 else "partly" if share else "missing"
