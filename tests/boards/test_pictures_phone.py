"""The map and the chain on a phone: within the width, in reporting order, nothing lost that lines say on a slide."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellkit.models.base import Judged
from sellkit.models.pain.pain_chain import PainChain, PainNode, PersonRef, Reason, Statement
from sellkit.models.people.relationship_map import Influence, RelationshipMap
from sellkit.models.people.stakeholder import Stakeholder
from sellkit.training.words import Words
from sellkit.views.pictures import picture
from sellkit.views.pictures.style import text_width

SVG = "{http://www.w3.org/2000/svg}"
EN = Words("en")
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


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("record", [RelationshipMap(), PainChain()], ids=lambda record: type(record).__name__)
def test_an_empty_record_says_what_would_fill_it(record: RelationshipMap | PainChain, language: str) -> None:
    key = "boards.map.empty" if isinstance(record, RelationshipMap) else "boards.chain.empty-picture"
    shown = "".join(text.text or "" for text in texts(record, Words(language)))
    assert Words(language).say(key)[:6] in shown


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
