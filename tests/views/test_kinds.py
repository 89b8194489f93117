"""Each kind of exercise is known everywhere: it has a form, and it can be shown."""

from sellkit.training.forms import FORMS
from sellkit.views.kinds import KINDS


def test_every_kind_with_a_form_has_a_board_and_the_other_way_round() -> None:
    assert FORMS.keys() == KINDS.keys()
    assert all(form.kind == kind for kind, form in FORMS.items())
