"""A deal as a file: nothing is lost, older files are read, and whatever is wrong is told at once, with its line."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sellkit.interchange.deal_file import read_deal, to_json, to_yaml
from sellkit.interchange.errors import FileRefused
from sellkit.models.opportunity import Opportunity
from sellkit.models.plan.sales_plan import SalesPlan
from sellkit.models.text import LANGUAGES
from sellkit.training.deals import example
from sellkit.training.words import Words

from .records import records

FORMATS = [("deal.json", to_json), ("deal.yaml", to_yaml)]
OLD = Path(__file__).parent / "files" / "deal-1.json"
EN, ZH = Words("en"), Words("zh-CN")
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
EVERY = settings(max_examples=20, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "write"), FORMATS, ids=["json", "yaml"])
def test_a_whole_deal_comes_back_as_it_was(name, write, language):
    for deal in example(language):
        assert read_deal(name, write(deal).encode()) == deal


@pytest.mark.parametrize(("name", "write"), FORMATS, ids=["json", "yaml"])
@EVERY
@given(data=st.data())
def test_any_deal_comes_back_as_it_was(name, write, data):
    deal = data.draw(records(Opportunity))
    assert read_deal(name, write(deal).encode()) == deal


def test_a_method_is_written_by_id_and_version_and_not_whole():
    deal = json.loads(to_json(example("en")[1]))["deal"]
    assert deal["methods"]["ssm-stages"]["method"] == "ssm-stages"
    assert deal["methods"]["ssm-stages"]["version"] == 1


def test_the_same_deal_is_always_written_the_same_way():
    deal = example("zh-CN")[0]
    assert to_json(deal) == to_json(read_deal("deal.yaml", to_yaml(deal).encode()))


def test_a_file_of_the_first_version_is_read():
    deal = read_deal(OLD.name, OLD.read_bytes())
    assert [person.id for person in deal.people.people] == ["brandt", "olsen"]
    assert deal.people.actions[0].owner == "Mara"
    assert deal.people.influences[0].key == "brandt>olsen"
    assert deal.people.majority.value == "unknown"
    assert deal.methods["ssm-stages"].claimed.given == "vision"


def test_a_file_of_the_first_version_is_written_in_the_newest():
    deal = read_deal(OLD.name, OLD.read_bytes())
    assert json.loads(to_json(deal))["schema"] == "sellkit.deal/2"
    assert read_deal("deal.json", to_json(deal).encode()) == deal


def told(raw, name="deal.yaml", words=EN):
    with pytest.raises(FileRefused) as refused:
        read_deal(name, raw.encode() if isinstance(raw, str) else raw)
    assert words.error(refused.value)
    return [f"{fault.says} {fault.next}" for fault in refused.value.told(words)]


def test_every_fault_is_told_at_once_with_its_line():
    found = told("""\
schema: sellkit.deal/2
mood: good
deal:
  id: park
  nme: Platform
  value: -5
  people:
    people:
      - {id: chen, attitude: {value: friendly}}
  methods:
    nowhere: {claimed: {value: vision}}
""")
    assert [found[0][:18], *sorted(fault[:18] for fault in found[1:4])] == [
        "deal.yaml, line 2:", "deal.yaml, line 5:", "deal.yaml, line 6:", "deal.yaml, line 9:",
    ]  # fmt: skip
    assert any("nowhere" in fault for fault in found)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ('{"schema": "sellkit.deal/2", "deal": {"id": "a", "id": "b"}}', "stands twice"),
        ('{"schema": "sellkit.deal/2", "deal": {"id": "a",}}', "not JSON"),
        ('{"schema": "sellkit.deal/2", "deal": {"id": "a", "value": NaN}}', "not JSON"),
        ('{"schema": "sellkit.deal/9", "deal": {"id": "a"}}', "newer sellkit"),
        ('{"deal": {"id": "a"}}', "which version"),
        ('{"schema": "sellkit.deal/2", "deal": []}', "holds no deal"),
        ("[1, 2]", "holds no deal"),
        ("", "holds no deal"),
        (b'{"schema": "\xff"}', "UTF-8"),
        ("schema: &a sellkit.deal/2", "deal"),
        ("[" * 3000, "deal"),
        ('{"a":' * 3000, "deal"),
    ],
)
def test_a_file_that_is_no_deal_is_refused_with_the_reason(raw, says):
    (fault,) = told(raw)
    assert says in fault


def test_a_sheet_of_another_version_of_its_method_is_refused():
    raw = to_json(example("en")[0]).replace('"version": 1', '"version": 7')
    assert all("version 7 of its method" in fault for fault in told(raw))


def test_a_number_that_no_file_can_hold_is_refused():
    plan = SalesPlan().model_copy(update={"year_target": float("inf")})  # no model takes it, a careless copy does
    with pytest.raises(FileRefused) as refused:
        to_json(Opportunity(id="a").model_copy(update={"sales_plan": plan}))
    assert "sales_plan/year_target" in refused.value.told(ZH)[0].says


def test_texts_that_look_like_something_else_stay_texts():
    names = [
        "no",
        "2026-03-01",
        "1e5",
        "007",
        "null",
        "~",
        "=1+1",
        "a: b",
        "- x",
        "\u2028",
        "😀",
        "12345678901234567890",
    ]
    for name in names:
        deal = Opportunity(id="a", name=name)
        assert read_deal("deal.yaml", to_yaml(deal).encode()) == deal
        assert read_deal("deal.json", to_json(deal).encode()) == deal
