"""An account with its deals as a file and as a workbook: nothing is lost, and whatever is wrong is told at once."""

import io
import json

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sellkit.interchange.account_file import read_account, to_json, to_yaml
from sellkit.interchange.deal_file import read_deal
from sellkit.interchange.errors import FileRefused, WorkbookRefused
from sellkit.interchange.reading import read_workbook
from sellkit.interchange.writing import write_workbook
from sellkit.models.account.account import Account
from sellkit.models.text import LANGUAGES
from sellkit.training.accounts import planned
from sellkit.training.words import Words

from .records import records

FORMATS = [("account.json", to_json), ("account.yaml", to_yaml)]
EN = Words("en")
HOSTILE = ["=1+1", "+1", "-1", "@a", '=HYPERLINK("http://a")', "=cmd|' /C calc'!A0"]
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
FEW = settings(max_examples=8, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "write"), FORMATS, ids=["json", "yaml"])
def test_a_whole_account_comes_back_with_its_deals(name, write, language):
    account = planned(language)
    assert read_account(name, write(account).encode()) == account


@pytest.mark.parametrize(("name", "write"), FORMATS, ids=["json", "yaml"])
@FEW
@given(data=st.data())
def test_any_account_comes_back_as_it_was(name, write, data):
    account = data.draw(records(Account))
    assert read_account(name, write(account).encode()) == account


def test_methods_are_written_by_id_in_the_account_and_in_its_deals():
    account = json.loads(to_json(planned("en")))["account"]
    deals = [sheet for deal in account["opportunities"] for sheet in deal.get("methods", {}).items()]
    assert deals
    assert all(sheet["method"] == id for id, sheet in [*account["methods"].items(), *deals])


def told(raw, read=read_account):
    with pytest.raises(FileRefused) as refused:
        read("account.yaml", raw.encode())
    return [f"{fault.says} {fault.next}" for fault in refused.value.told(EN)]


def test_every_fault_of_the_account_and_of_its_deals_is_told_at_once():
    found = told("""\
schema: sellkit.account/1
account:
  id: harbour
  nme: Harbour
  profile: {registered_capital: {value: -5}}
  methods:
    nowhere: {}
  opportunities:
    - id: park
      value: -1
      methods:
        no-method: {}
    - {id: crane, methods: {ssm-stages: [1]}}
""")
    for said in (
        "“nme”",
        "registered_capital",
        "nowhere",
        "line 10",
        "no-method",
        "opportunities/2/methods/ssm-stages",
    ):
        assert [fault for fault in found if said in fault], (said, found)


def test_two_deals_with_one_id_are_refused():
    (fault,) = told("schema: sellkit.account/1\naccount: {id: a, opportunities: [{id: park}, {id: park}]}\n")
    assert "park" in fault


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ("schema: sellkit.account/1\ndeal: {id: a}", "holds no account"),
        ("schema: sellkit.account/2\naccount: {id: a}", "newer sellkit"),
        ("schema: sellkit.deal/2\naccount: {id: a}", "something else"),
        ("account: {id: a}", "which version"),
        ("[1, 2]", "holds no account"),
    ],
)
def test_a_file_that_is_no_account_is_refused_with_the_reason(raw, says):
    assert any(says in fault for fault in told(raw))


def test_a_deal_is_not_read_from_the_file_of_an_account():
    (fault,) = told(to_json(Account(id="a")), read_deal)
    assert "something else" in fault


# the workbook


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_of_an_account_comes_back_and_its_deals_are_kept(language):
    account, words = planned(language), Words(language)
    read = read_workbook(Account, write_workbook(account, words), words, before=account)
    assert read.record == account
    assert read.notices == ()


def test_a_workbook_in_one_language_is_read_in_the_other():
    account = planned("zh-CN")
    assert read_workbook(Account, write_workbook(account, Words("zh-CN")), EN, before=account).record == account


def test_deals_that_nobody_hands_on_are_told():
    account = planned("en")
    read = read_workbook(Account, write_workbook(account, EN), EN)
    assert read.record == account.changed(opportunities=())
    assert [EN.fault(notice) for notice in read.notices] == [
        f"The workbook names {len(account.opportunities)} deals of the account, and does not hold them."
    ]


def test_deals_of_another_account_are_not_taken_over():
    with pytest.raises(WorkbookRefused) as refused:
        read_workbook(Account, write_workbook(Account(id="a"), EN), EN, before=Account(id="b"))
    assert "“b”" in refused.value.told(EN)[0].says


def test_the_cover_says_where_the_deals_are_and_the_profile_comes_first():
    account = planned("en")
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(account, EN)))
    cover = [str(cell.value) for row in book.worksheets[0] for cell in row if cell.value is not None]
    assert EN.say("tables.deals-elsewhere") in cover
    assert all(deal.label in cover for deal in account.opportunities)
    assert book.sheetnames[1:5] == ["Account profile", "Projects", "People", "Needs table"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_the_text_that_it_is(text):
    account = Account.model_validate({
        "id": "a",
        "name": text,
        "profile": {"background": {"value": text}, "owners": [{"id": "o", "name": text}], "team": [text]},
        "triggers": {"triggers": [{"id": "t", "facts": text}]},
        "opportunities": [{"id": "d", "name": text}],
    })  # fmt: skip
    raw = write_workbook(account, EN)
    assert read_workbook(Account, raw, EN, before=account).record == account
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(raw)) for row in sheet for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
