"""Rules of the portfolio that hold for whatever is filled in."""

from datetime import date, timedelta
from math import isclose
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from sellkit.models.portfolio.customer_value import CustomerValue
from sellkit.models.portfolio.funnel import Funnel
from sellkit.models.portfolio.pace import velocity
from sellkit.models.portfolio.resource_audit import ResourceAudit
from sellkit.models.portfolio.technology_fit import technology_fit
from sellkit.models.portfolio.window import window_picture
from sellkit.training.methods import method
from sellkit.training.scales import scale

from .portfolio_sheets import grid, mark, table

TODAY = date(2009, 4, 1)
BLOCKS = ("applications", "systems-network", "systems-management", "services")
money = st.integers(0, 10**9)
shares = st.lists(st.tuples(st.sampled_from(["headquarters", "department"]), st.none() | money, st.none() | money))


def value_of(rows):
    listed = [
        {"id": f"s{n}", "decided_by": by, "amount": amount, "ours": ours} for n, (by, amount, ours) in enumerate(rows)
    ]
    return CustomerValue.model_validate({"shares": listed})


@given(shares)
def test_a_customers_value_is_headquarters_and_departments_together(rows):
    found = value_of(rows)
    assert found.value == sum(amount or 0 for _, amount, _ in rows) == sum(found.by.values())
    assert 0 <= found.white_space <= found.value
    assert found.central is None or 0 <= found.central <= 1
    assert len(found.unknown) == sum(amount is None for _, amount, _ in rows)


@given(shares, money, money)
def test_to_divide_a_department_in_two_changes_no_value(rows, one, other):
    whole, parts = (
        value_of([*rows, ("department", one + other, None)]),
        value_of([*rows, ("department", one, None), ("department", other, None)]),
    )
    assert (whole.by, whole.white_space) == (parts.by, parts.white_space)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(BLOCKS),
            st.sampled_from(["fits", "neutral", "conflict", "fits?", "conflict?", "unknown", None]),
            st.sampled_from(["", " ", "We keep it"]),
        )
    )
)
def test_each_preference_is_sorted_once_and_only_a_confirmed_one_is_a_fit_or_a_conflict(rows):
    sheet = table("technology-preferences", [{"block": b, "fit": mark(fit), "plan": plan} for b, fit, plan in rows])
    found = technology_fit(sheet)
    sorted_in = [id for block in found for id in (*block.fits, *block.neutral, *block.conflicts, *block.open)]
    assert sorted(sorted_in) == sorted(row.id for row in sheet.rows)
    conflicts = {str(n) for n, (_, fit, _) in enumerate(rows, 1) if fit == "conflict"}
    assert {id for block in found for id in block.conflicts} == conflicts
    assert all(set(block.unanswered) <= set(block.conflicts) for block in found)


sides = st.tuples(
    st.sampled_from(["given", "not-given", "given?", "unknown", None]),
    st.sampled_from(["wanted", "not-wanted", "not-wanted?", "unknown", None]),
)
WINDOW = {
    ("given", "wanted"): "keep", ("not-given", "wanted"): "start",
    ("given", "not-wanted"): "stop", ("not-given", "not-wanted"): "leave",
}  # fmt: skip


@given(st.dictionaries(st.sampled_from("abcdef"), sides))
def test_everything_in_the_window_has_one_pane_and_what_is_not_sure_stays_open(things):
    found = window_picture(grid("customer-window", things))._asdict()
    told = {placed.id: pane for pane, placements in found.items() for placed in placements}
    assert told == {id: WINDOW.get(place, "open") for id, place in things.items()}
    assert sum(map(len, found.values())) == len(things)


QUESTIONS = tuple(method("resource-audit").items)


@given(
    st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from(["yes", "no", "yes?", "no?", "unknown"])),
    st.sets(st.sampled_from(QUESTIONS)),
)
def test_each_of_the_eleven_questions_is_ready_missing_or_open(answers, planned):
    marks = [{"item": item, "judged": mark(answer)} for item, answer in answers.items()]
    actions = [{"id": item, "what": "Mend it"} for item in sorted(planned)]
    audit = ResourceAudit.model_validate(
        {"audit": {"method": method("resource-audit"), "marks": marks}, "actions": actions}
    )
    found = audit.readiness()
    assert found.ready + len(found.missing) + len(found.open) == found.total == 11
    assert set(found.missing) == {item for item, answer in answers.items() if answer in ("no", "no?")}
    assert set(found.unplanned) == set(found.missing) - planned


@given(st.sampled_from(["wall-ways", "customer-value-kinds"]), st.data())
def test_the_level_that_leads_has_the_most_signs(name, data):
    levels = scale(name)
    signs = [sign.id for level in levels.levels for sign in level.signs]
    observed = data.draw(st.lists(st.sampled_from(signs)))
    counts, leading = levels.seen(observed), levels.most_seen(observed)
    assert sum(counts.values()) == len(set(observed))
    assert set(leading) == {id for id, count in counts.items() if observed and count == max(counts.values())}


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=9), st.integers(0, 100), st.integers(1, 400))
def test_velocity_is_what_the_qualified_deals_are_worth_by_win_rate_and_cycle(values, rate, cycle):
    deals = [{"id": f"d{n}", "value": value, "qualified": True} for n, value in enumerate(values)]
    funnel = Funnel.model_validate({"deals": deals, "win_rate": rate, "cycle_days": cycle})
    assert isclose(funnel.velocity or 0, sum(values) * rate / 100 / cycle)
    assert isclose(velocity(len(values), 10, rate, cycle), 2 * velocity(len(values), 10, rate, 2 * cycle))


@given(st.lists(money, max_size=9), st.integers(1, 10**9))
def test_coverage_grows_by_each_deal_and_halves_when_the_target_doubles(values, target):
    deals = [{"id": f"d{n}", "value": value} for n, value in enumerate(values)]
    found = [
        Funnel.model_validate({"deals": held, "target_value": wanted}).coverage
        for held, wanted in ((deals, target), (deals, 2 * target), ([*deals, {"id": "more", "value": 1}], target))
    ]
    assert isclose(found[0], 2 * found[1])
    assert found[2] > found[0]


@given(st.lists(st.integers(0, 400), max_size=7), st.integers(0, 1000))
def test_a_deal_is_stalled_exactly_beyond_one_and_a_half_medians_of_at_least_three_stays(stays, days):
    funnel = Funnel.model_validate(
        {
            "as_of": TODAY,
            "stages": [{"id": "lead", "stays": stays}],
            "deals": [{"id": "a", "stage": "lead", "entered": TODAY - timedelta(days)}],
        }
    )
    assert funnel.ages()[0].stalled == (len(stays) >= 3 and days > 1.5 * median(stays))


@given(st.sampled_from("ABCD"), st.integers(0, 60), st.integers(0, 60))
def test_a_review_that_is_overdue_stays_so_and_a_higher_tier_never_waits_longer(tier, days, more):
    def overdue(tier, days):
        deal = {"id": "a", "tier": tier, "reviewed": TODAY - timedelta(days)}
        return bool(Funnel.model_validate({"as_of": TODAY, "deals": [deal]}).to_review())

    if overdue(tier, days):
        assert overdue(tier, days + more)
        assert all(overdue(higher, days) for higher in "ABCD"["ABCD".index("A") : "ABCD".index(tier)])


@given(st.sampled_from(["local", "regions", "nationwide"]), st.sampled_from(["low", "medium", "high"]))
def test_reach_gives_the_letter_of_a_grade_and_management_its_number(reach, management):
    sheet = grid("account-grade", {"group": (management, reach)})
    letter = {"local": "c", "regions": "b", "nationwide": "a"}[reach]
    number = {"high": "1", "medium": "2", "low": "3"}[management]
    assert sheet.region(sheet.placements[0]).id == letter + number
