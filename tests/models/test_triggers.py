"""What changed at the customer's, and what was made of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.account.triggers import TriggerLog

from .examples import examples


def log(data):
    return TriggerLog.model_validate({name: data.get(name, []) for name in ("triggers", "initiations")})


@pytest.mark.parametrize(("data", "expect"), examples("triggers", "missed"))
def test_a_trigger_is_missed_when_a_year_passes_and_nobody_does_anything(data, expect):
    assert [trigger.id for trigger in log(data).missed(date.fromisoformat(data["on"]))] == expect


@pytest.mark.parametrize(("data", "expect"), examples("triggers", "untouched"))
def test_what_nobody_made_anything_of(data, expect):
    assert [trigger.id for trigger in log(data).untouched()] == expect


@given(st.lists(st.none() | st.dates(), max_size=30), st.dates(), st.integers(0, 4000))
def test_what_was_missed_stays_missed(days, on, later):
    triggers = [{"id": f"t{n}", "on": day} for n, day in enumerate(days)]
    held = log({"triggers": triggers})
    after = on + timedelta(min(later, (date.max - on).days))
    assert set(held.missed(on)) <= set(held.missed(after)) <= set(held.untouched())
