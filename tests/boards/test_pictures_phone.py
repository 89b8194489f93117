"""Narrow pictures: within the width, in reporting order, nothing lost of what a slide has room for."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.base import Judged
from sellkit.models.methods.grid import Grid, GridSheet
from sellkit.models.methods.table import Table, TableSheet
from sellkit.models.pain.pain_chain import PainChain, PainNode, PersonRef, Reason, Statement
from sellkit.models.people.relationship_map import Influence, RelationshipMap
from sellkit.models.people.stakeholder import Stakeholder
from sellkit.training.methods import method, methods
from sellkit.training.words import Words
from sellkit.views.pictures import picture
from sellkit.views.pictures.style import text_width

from .svg import EN, SVG

BERG = {"id": "berg", "name": "Ada Berg"}
LUND = {"id": "lund", "name": "Bo Lund", "reports_to": "berg"}


def texts(record: RelationshipMap | PainChain, words: Words = EN) -> list[ET.Element]:
    root = ET.fromstring(picture(record, words, width=390).svg)
    assert root.get("width") == "390"
    return list(root.iter(f"{SVG}text"))


def said(record: RelationshipMap | PainChain) -> list[str]:
    return [text.text or "" for text in texts(record)]


def chain(*reasons: Reason) -> PainChain:
    pain = Judged(value=Statement(text="Profit is falling"))
    node = PainNode(person="berg", pain=pain, reasons=reasons)
    return PainChain(people=(PersonRef(**BERG), PersonRef(**LUND)), nodes=(node,))


def why(owner: str | None) -> Reason:
    return Reason(id="1", statement=Judged(value=Statement(text="Costs rise")), owner=Judged(value=owner))


def test_a_line_of_influence_becomes_a_row_of_the_one_who_sways() -> None:
    people = (Stakeholder(**BERG), Stakeholder(**LUND))
    record = RelationshipMap(people=people, influences=(Influence(source="lund", target="berg"),))
    shown = said(record)
    assert shown.index("Bo Lund") < shown.index("sways Ada Berg")


def test_an_influence_on_somebody_unknown_is_left_out() -> None:
    record = RelationshipMap(people=(Stakeholder(**BERG),), influences=(Influence(source="berg", target="ghost"),))
    assert not [text for text in said(record) if text.startswith("sways")]


@pytest.mark.parametrize(
    ("owner", "told"),
    [
        ("lund", "Bo Lund's pain"),
        ("leaf", "leaf, our capability"),
        ("unknown", "Whose pain: not known yet"),
        (None, "Whose pain: not filled in"),
        ("ghost", "ghost's pain"),
    ],
)
def test_each_reason_says_whose_pain_it_is(owner: str | None, told: str) -> None:
    assert told in said(chain(why(owner)))


def test_whoever_carries_a_reason_is_told_whose_reason_it_is() -> None:
    assert "This pain is a reason of: Ada Berg" in said(chain(why("lund")))


@given(st.lists(st.tuples(st.text(max_size=60), st.integers(-1, 39)), max_size=40))
@settings(max_examples=30, deadline=None)
def test_any_organisation_keeps_within_a_phone(rows: list[tuple[str, int]]) -> None:
    people = tuple(
        Stakeholder(id=f"p{n}", name=name, title=name, reports_to=f"p{boss}" if boss >= 0 else None)
        for n, (name, boss) in enumerate(rows)
    )
    for text in texts(RelationshipMap(people=people)):
        left, size = float(text.get("x", 0)), float(text.get("font-size", 13))
        assert size >= 12
        if text.get("text-anchor") is None:
            assert left + text_width(text.text or "", size) <= 390


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("name", [each for each in methods() if isinstance(method(each), Grid)])
def test_what_a_region_asks_for_is_read_in_full_on_a_phone(name: str, language: str) -> None:
    shape, words = method(name), Words(language)
    assert isinstance(shape, Grid)
    root = ET.fromstring(picture(GridSheet(method=shape), words, width=390).svg)
    shown = "".join((text.text or "").replace(" ", "") for text in root.iter(f"{SVG}text"))
    for region in shape.regions:
        assert region.next.in_(words.language).replace(" ", "") in shown


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("name", [each for each in methods() if isinstance(method(each), Table)])
def test_a_table_of_the_house_keeps_within_a_slide(name: str, language: str) -> None:
    shape, words = method(name), Words(language)
    assert isinstance(shape, Table)
    cells = {
        column.id: column.levels[0].id if column.levels else ("ada", "bo")
        for column in shape.columns
        if (column.kind == "level" and not column.judged) or column.kind == "people"
    }
    record = TableSheet.model_validate({"method": shape, "rows": [{"id": "1", "cells": cells}]})
    root = ET.fromstring(picture(record, words, names={"ada": "Zhong Mingyuan", "bo": "Ada Berg"}).svg)

    def right(group: ET.Element, x: float) -> float:
        ends = [x + float(text.get("x", 0)) + text_width(text.text or "", 13) for text in group.findall(f"{SVG}text")]
        inner = group.findall(f"{SVG}g")
        moved = [float((each.get("transform") or "translate(0").split("(")[1].split()[0].rstrip(")")) for each in inner]
        return max([*ends, *(right(each, x + by) for each, by in zip(inner, moved, strict=True))], default=0)

    assert right(root, 0) <= 1180
    people = {text.text or "" for text in root.iter(f"{SVG}text") if "Zhong" in (text.text or "")}
    assert people <= {"Zhong Mingyuan ·", "Zhong Mingyuan · Ada Berg"}
