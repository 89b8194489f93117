"""What both boards share: people as cards on a plan that Python lays out and the browser draws."""

from collections.abc import Iterable, Mapping
from typing import Any

from traitlets import Dict

from sellkit.views.base import View, bundle, texts


class Board(View):
    """A view of people as cards.

    Fields
        plan: geometry, renewed whenever the answers change. ``{"narrow": …, "wide": …}``: the browser takes the one
            that fits its width. (``layout`` would be the widget's own CSS box.)
    """

    plan = Dict().tag(sync=True)

    def __init_subclass__(cls, *, files: str = "", **kwargs: Any) -> None:
        if files:
            cls._esm, cls._css = bundle("board", files)
        super().__init_subclass__(**kwargs)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._laid_out: Any = None
        self.observe(self._lay_out, names=["spec", "value"])
        self._lay_out()

    def _lay_out(self, _change: object = None) -> None:
        basis = self._basis()
        if basis != self._laid_out:  # most changes move nothing
            self._laid_out = basis
            self.plan = self._planned(*basis)

    def _basis(self) -> tuple[Any, ...]:
        """All that the geometry depends on."""
        raise NotImplementedError

    def _planned(self, *basis: Any) -> dict[str, Any]:
        """The plan for what `_basis` gave."""
        raise NotImplementedError

    @property
    def _people(self) -> list[tuple[str, str | None]]:
        return [(person["id"], person.get("reports_to")) for person in self.spec.get("people", [])]


def given(answers: Mapping[str, Any], field: str) -> Any:
    """The value of a field, or None for blank and "unknown"; an answer of the wrong shape counts as blank."""
    answer = answers.get(field)
    value = answer.get("value") if isinstance(answer, Mapping) else None
    return None if value == "unknown" else value


def board_spec(
    words: Any, people: Iterable[Mapping[str, Any]], *, key: str, passages: Mapping[str, str]
) -> dict[str, Any]:
    """What every board is told, in the language of ``words``.

    people    ``{id, name, title, reports_to}`` in that language, in the exercise's order
    key       names the answer in the browser's storage
    passages  short names of the citable passages by id (``base.passage_labels``)
    """
    return {
        "language": words.language,
        "text": texts(words, "boards."),
        "key": key,
        "people": [dict(person) for person in people],
        "passages": dict(passages),
    }
