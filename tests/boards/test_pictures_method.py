"""Each shape of method has its picture, except a table, whose rows say as much."""

from xml.etree import ElementTree as ET

import pytest

from sellkit.training import shelf
from sellkit.training.forms.method import MethodForm
from sellkit.training.words import Words
from sellkit.views.kinds import KINDS

from .methods import exercise

SHAPES = [
    exercise("meddpicc"),
    exercise("opportunity-assessment", subjects={"trident": "Trident"}),
    exercise("ssm-stages"),
    exercise("power-interest", people=["goto", "panic"]),
]


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("asked", SHAPES, ids=lambda asked: asked.name)
def test_a_sheet_of_a_method_is_drawn_blank_and_filled_in(asked, language):
    form = MethodForm(asked, shelf.case("homebody"))
    first = {field: {"value": min(slot.choices)} for field, slot in list(form.slots.items())[:5]}
    draw = KINDS["method"].picture
    for answers in ({}, first):
        svg = draw(form.record(answers, language), Words(language), {})
        assert ET.fromstring(svg).tag.endswith("svg")
        assert form.method.name.in_(language) in "".join(ET.fromstring(svg).itertext())
