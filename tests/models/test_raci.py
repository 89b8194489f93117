"""Who does what (M47): each rule by examples, then for all ways to share a task out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit import checks

from .examples import examples
from .method_sheets import table

PARTS = {"R": "responsible", "A": "accountable", "B": "accountable-responsible", "C": "consulted", "I": "informed"}
ROLES = ("customer-executive", "account-manager", "product-technical", "service", "project-manager", "partner")
RULES = ("M47-no-accountable", "M47-two-accountable", "M47-nobody-responsible")


def said(parts):
    cells = {"step": "deliver", "task": "Install on site", **{role: PARTS[part] for role, part in parts.items()}}
    found = checks.run(table("raci", [{"id": "1", "cells": cells}]))
    return [finding.code for finding in found if finding.code in RULES]


@pytest.mark.parametrize(("given", "expect"), examples("raci", "parts"))
def test_one_answers_for_a_task_and_somebody_does_it(given, expect):
    assert said(given) == expect


@given(st.dictionaries(st.sampled_from(ROLES), st.sampled_from("RABCI")))
def test_a_task_is_sound_exactly_if_one_answers_and_at_least_one_does_it(parts):
    held = "".join(parts.values())
    answer, do = held.count("A") + held.count("B"), held.count("R") + held.count("B")
    assert (said(parts) == []) == (not parts or (answer == 1 and do >= 1))
