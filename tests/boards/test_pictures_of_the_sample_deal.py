"""Every picture of a whole deal, in both languages and widths: well-formed, within its width, nobody by an id."""

import inspect
import xml.etree.ElementTree as ET
from importlib import import_module
from itertools import combinations

import pytest

from sellkit.models.opportunity import Opportunity
from sellkit.training.deals import example
from sellkit.training.words import Words
from sellkit.views.pictures import PICTURES, picture
from sellkit.views.pictures.plan_parts import NARROW
from sellkit.views.pictures.style import text_width

SVG = "{http://www.w3.org/2000/svg}"
# On a slide these keep within a width only as far as an organisation chart or a chain of pains can.
GROWS = {"relationship-map", "pain-chain"}


def shown(deal: Opportunity) -> list[str]:
    """The pictures of which the deal has the sheet."""
    kinds = {kind.__name__ for sheet in deal.sheets.values() for kind in type(sheet).__mro__}
    return [name for name, drawn in PICTURES.items() if drawn.shows in kinds]


NAMES = shown(example("en")[1])


def options(name: str, width: float) -> dict[str, float]:
    file, _, function = PICTURES[name].function.partition(":")
    draw = getattr(import_module(f"sellkit.views.pictures.{file}"), function)
    return {"width": width} if "width" in inspect.signature(draw).parameters else {}


def test_most_pictures_of_the_method_are_pictures_of_a_deal() -> None:
    assert len(NAMES) >= 16


@pytest.mark.parametrize("width", [1180, 390])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("name", NAMES)
def test_a_picture_of_the_deal_is_whole(name: str, language: str, width: float) -> None:
    for deal in example(language):
        root = ET.fromstring(picture(deal, Words(language), name, **options(name, width)).svg)
        texts = list(root.iter(f"{SVG}text"))
        assert texts
        ids = {person.id for person in deal.people.people}
        assert not ids & {(text.text or "").strip() for text in texts}
        if name not in GROWS or width < NARROW:
            assert float(root.get("width", 0)) <= width
            for text in (each for each in texts if each.get("text-anchor") is None):
                right = float(text.get("x", 0)) + text_width(text.text or "", float(text.get("font-size", 13)))
                assert right <= width + 1, text.text


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_on_a_phone_no_two_texts_of_one_line_of_the_sales_plan_overlap(language: str) -> None:
    root = ET.fromstring(picture(example(language)[1], Words(language), "sales-plan", width=390).svg)
    spans = []
    for text in root.iter(f"{SVG}text"):
        wide = text_width(text.text or "", float(text.get("font-size", 13)))
        x = float(text.get("x", 0)) - (wide if text.get("text-anchor") == "end" else 0)
        spans.append((float(text.get("y", 0)), x, x + wide))
    for (one, left, right), (other, start, end) in combinations(spans, 2):
        assert abs(one - other) > 4 or right <= start or end <= left
