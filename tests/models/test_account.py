"""One account: its sheets by path, the deals under it, and how complete its profile is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellkit import checks
from sellkit.models.account.account import Account
from sellkit.models.account.profile import BLOCKS, AccountProfile
from sellkit.training.accounts import account

from .method_sheets import mark

DEAL = {"id": "platform", "name": "Platform"}


def block(profile, id):
    return next(block for block in AccountProfile.model_validate(profile).blocks if block.id == id)


def test_every_sheet_of_an_account_and_of_its_deals_has_a_path():
    found = account({"id": "parks", "methods": {"account-grade": {}}, "opportunities": [DEAL]}).sheets
    assert list(found) == [
        "people", "profile", "triggers", "life-cycle", "post-sale", "growth", "strengths", "value",
        "opportunities/platform", "methods/account-grade",
    ]  # fmt: skip
    assert "sales-plan" in found["opportunities/platform"].sheets


def test_day_and_currency_are_shared_with_sheets_and_deals_that_have_none():
    own = DEAL | {"id": "own", "as_of": "2008-01-01", "currency": "USD"}
    found = account({"id": "parks", "as_of": "2009-03-15", "currency": "CNY", "opportunities": [DEAL, own]}).sheets
    shared = {path: (str(found[path].as_of), found[path].currency) for path in ("opportunities/platform", "profile")}
    assert set(shared.values()) == {("2009-03-15", "CNY")}
    assert (str(found["opportunities/own"].as_of), found["opportunities/own"].currency) == ("2008-01-01", "USD")
    assert str(found["opportunities/platform"].sheets["purchase"].as_of) == "2009-03-15"


def test_a_remark_on_a_deal_names_account_place_and_deal_place():
    deal = DEAL | {"people": {"people": [{"id": "qin", "reports_to": "ghost"}]}}
    found = checks.run(account({"id": "parks", "opportunities": [deal]}))
    assert "opportunities/platform/people/qin/reports-to" in {finding.place for finding in found}


def test_somebody_unknown_on_a_sheet_of_the_account_is_found_and_the_deals_own_people_are_not_blamed():
    deal = DEAL | {"people": {"people": [{"id": "qin"}]}, "control": {"top": "qin"}}
    found = checks.run(account({"id": "parks", "post_sale": {"sponsors": ["ghost"]}, "opportunities": [deal]}))
    assert [f.params["other"] for f in found if f.code == "M64-unknown-person"] == ["ghost"]


def test_an_empty_account_is_left_in_peace():
    assert checks.run(Account(id="parks")) == []


def test_the_profile_becomes_v2_with_the_first_deal():
    assert [account({"id": "parks", "opportunities": deals}).version for deals in ([], [DEAL])] == ["V1.0", "V2.0"]


def test_two_deals_with_one_id_are_refused():
    with pytest.raises(ValueError, match="'platform' stands twice"):
        account({"id": "parks", "opportunities": [DEAL, DEAL]})


def test_a_method_sheet_under_another_name_is_refused():
    with pytest.raises(ValueError, match="there is no sheet of 'account-grade'"):
        account({"id": "parks", "methods": {"grade": {"method": "account-grade"}}})


def test_an_empty_block_asks_for_everything_and_a_list_without_rows_is_one_blank():
    assert block({}, "company")[1:3] == (0, 5)
    assert block({}, "projects").blank == ("projects",)


def test_not_known_yet_is_no_blank_and_no_answer():
    company = block({"headcount": mark("unknown"), "ownership": mark("State")}, "company")
    assert (company.filled, company.unknown, len(company.blank)) == (1, ("headcount",), 3)


def test_every_row_of_a_list_needs_its_columns_and_the_place_says_which_is_missing():
    rows = [{"id": "finance", "head": "liu", "duties": "Budget"}]
    departments = block({"departments": rows}, "departments")
    assert (departments.filled, departments.asked) == (2, 4)
    assert departments.blank == ("departments/finance/contact-frequency", "departments/finance/standing")


def test_nothing_there_is_an_answer_and_makes_a_block_complete():
    assert block({"nothing_there": ["projects"]}, "projects").complete
    assert not block({}, "projects").complete


@given(st.sets(st.sampled_from(["ownership", "background", "strategy", "culture"])))
def test_each_answer_makes_a_block_fuller(fields):
    blocks = AccountProfile.model_validate({name: mark("x") for name in fields}).blocks
    assert sum(block.filled for block in blocks) == len(fields)
    assert [block.id for block in blocks] == list(BLOCKS)
    assert all(len(block.unknown) + len(block.blank) == block.asked - block.filled for block in blocks)


def test_a_gap_of_centuries_names_ten_years():
    years = [{"id": "a", "year": 1}, {"id": "b", "year": 9999}]
    assert AccountProfile.model_validate({"years": years}).years_missing == tuple(range(2, 12))


def test_the_mode_of_a_profile_rests_on_what_is_confirmed():
    controls = {"money": mark(True), "people": mark(False), "operations": mark(False)}
    rest = {"strategy": mark(False), "key-business": mark(False)}
    open = AccountProfile.model_validate({"controls": controls}).control
    assert (open.mode, open.open) == (None, ("strategy", "key-business"))
    assert AccountProfile.model_validate({"controls": controls | rest}).control.mode == "financial"
