"""Comparisons with a key, by the names that a rubric uses. Each is a pure function that survives any answer."""

from collections.abc import Callable

from sellkit.training.answer import Answers
from sellkit.training.compare.chain import chain_edges, chain_pains, chain_reasons
from sellkit.training.compare.initiatives import choice, initiatives
from sellkit.training.compare.item import Item, Question, Verdict
from sellkit.training.compare.marks import mark
from sellkit.training.compare.sets import lines, marks_set

COMPARE: dict[str, Callable[[Question, Answers], list[Item]]] = {
    "mark": mark,
    "marks-set": marks_set,
    "lines": lines,
    "chain-pains": chain_pains,
    "chain-reasons": chain_reasons,
    "chain-edges": chain_edges,
    "initiatives": initiatives,
    "choice": choice,
}

__all__ = ["COMPARE", "Item", "Question", "Verdict"]
