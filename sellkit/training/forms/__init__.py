"""Forms: which fields an exercise has, what may stand in them, and the record they add up to."""

from functools import lru_cache

from sellkit.training.case import Case
from sellkit.training.exercise import Exercise
from sellkit.training.forms.form import Form
from sellkit.training.forms.initiatives import InitiativesForm
from sellkit.training.forms.method import MethodForm
from sellkit.training.forms.pain_chain import PainChainForm
from sellkit.training.forms.relationship_map import RelationshipMapForm
from sellkit.training.forms.slot import Slot

FORMS: dict[str, type[Form]] = {
    form.kind: form for form in (InitiativesForm, PainChainForm, RelationshipMapForm, MethodForm)
}


def form_of(exercise: Exercise, case: Case) -> Form:
    """The form of an exercise; made once and shared, for it holds no answer."""
    return _form(_Same(exercise), _Same(case))


class _Same:
    """Wraps a shared content object so that a cache tells it by identity: comparing dossiers would be slow."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


@lru_cache(maxsize=64)
def _form(exercise: _Same, case: _Same) -> Form:
    assert isinstance(exercise.value, Exercise)
    assert isinstance(case.value, Case)
    return FORMS[exercise.value.kind](exercise.value, case.value)


__all__ = ["Form", "Slot", "form_of"]
