"""Each kind of exercise is known everywhere: it has a form, it can be shown, and what rubrics compare exists."""

from typing import get_args

from sellkit.training.compare import COMPARE
from sellkit.training.forms import FORMS
from sellkit.training.rubric import CompareName
from sellkit.views.kinds import KINDS


def test_every_kind_with_a_form_has_a_board_and_the_other_way_round() -> None:
    assert FORMS.keys() == KINDS.keys()
    assert all(form.kind == kind for kind, form in FORMS.items())


def test_every_comparison_that_a_rubric_may_name_exists() -> None:
    assert set(get_args(CompareName)) == COMPARE.keys()
