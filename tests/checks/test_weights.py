"""Weights that do not add up are told for every way to fill them in."""

from hypothesis import given
from hypothesis import strategies as st

from sellkit import checks
from sellkit.models import CustomerSelection

CODE = "M22-weights-do-not-add-up"


@given(st.lists(st.sampled_from([0, 10, 25, 33.3, 33.4, 40, 50, 90, 100, 120]), max_size=6))
def test_weights_are_told_when_they_make_too_much_or_all_are_there_and_make_too_little(weights):
    criteria = [{"id": f"c{n}", "weight": weight} for n, weight in enumerate(weights)]
    said = CODE in {finding.code for finding in checks.run(CustomerSelection.model_validate({"criteria": criteria}))}
    total = sum(weights)
    too_much, too_little = total > 100.15, total < 99.85
    assert said == bool(weights and (too_much or (too_little and all(weights))))
