"""A scale of the house, by its id."""

import pytest

from sellkit.training.refusals import NotFound
from sellkit.training.scales import scale


def test_a_scale_is_read_once():
    assert scale("tendency") is scale("tendency")
    assert scale("tendency").level(3).value == 3


@pytest.mark.parametrize("name", ["no-such-scale", "../methods/zero-rule", ""])
def test_a_scale_that_does_not_exist_is_refused(name):
    with pytest.raises(NotFound):
        scale(name)
