"""Say which of a trainee's lines is meant by which of the key's, where order and numbering are free."""

from collections.abc import Sequence

from sellkit.training.key import Expected


def share_of_terms(folded: str, expected: Expected) -> float:
    """The share of term groups of which the text has a term; the better of the key's languages. `folded` is
    casefolded."""
    best = 0.0
    for groups in expected.terms:
        hits = 0
        for group in groups:
            for term in group:
                if term in folded:
                    hits += 1
                    break
        best = max(best, hits / len(groups))
    return best


def assign(worth: Sequence[Sequence[float]]) -> list[int]:
    """For each row the column it is paired with, −1 for none, so that the sum is as high as it can be.

    Pairs worth nothing are never made; equal sums are decided for the earlier columns. Rows and columns are few
    (reasons of one person, slots of a list), so a search by table over the columns taken is quick and exact.
    """
    wanted = [[c for c, value in enumerate(row) if value > 0] for row in worth]
    alone = [columns[0] for columns in wanted if len(columns) == 1]
    if all(len(columns) <= 1 for columns in wanted) and len(set(alone)) == len(alone):
        return [columns[0] if columns else -1 for columns in wanted]
    states: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for row, columns in zip(worth, wanted, strict=True):
        after: dict[int, tuple[float, tuple[int, ...]]] = {}
        for taken, (total, chosen) in states.items():
            for column in [*columns, -1]:
                if column >= 0 and taken >> column & 1:
                    continue
                now = taken | 1 << column if column >= 0 else taken
                sum_ = total + (row[column] if column >= 0 else 0.0)
                if now not in after or sum_ > after[now][0] + 1e-12:
                    after[now] = (sum_, (*chosen, column))
        states = after
    return list(max(states.values(), key=lambda state: state[0])[1])
