"""The example account as its plan needs it: more deals, strategy, technology, our own growth and strengths."""

from functools import cache
from typing import NamedTuple

from sellkit.models.account.account import Account
from sellkit.models.portfolio.growth import GrowthPlan
from sellkit.models.portfolio.strengths import StrengthMatrix
from sellkit.training import accounts, deals, places
from sellkit.training.yamlfile import read_yaml


class PlannedAccount(NamedTuple):
    """What an account plan is made of."""

    account: Account
    growth: GrowthPlan
    strengths: StrengthMatrix


@cache
def example(language: str) -> PlannedAccount:
    """The example account (`accounts.example`) with all that its plan can tell, in one language."""
    account, more = (_read(name) for name in ("lanting.yaml", "lanting-plan.yaml"))
    heard = account["heard"] | more["heard"]
    told = deals.told({name: more[name] for name in ("account", "growth", "strengths")}, heard, language)
    first = accounts.example(language)
    added = [deals.opportunity(deal) for deal in told["account"]["opportunities"]]
    methods = first.methods | deals.joined(told["account"]["methods"])
    return PlannedAccount(
        account=first.changed(methods=methods, opportunities=(*first.opportunities, *added)),
        growth=GrowthPlan.model_validate(told["growth"]),
        strengths=StrengthMatrix.model_validate(told["strengths"]),
    )


def _read(name: str) -> dict[str, dict[str, object]]:
    file = places.content("accounts", name)
    data: dict[str, dict[str, object]] = read_yaml(name, file.read_bytes()).data
    return data
