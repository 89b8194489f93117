"""Accounts as data: a sheet of a method names the method by its id, in the account and in each of its deals."""

from functools import cache
from typing import Any

from sellkit.models.account.account import Account
from sellkit.training import deals, places
from sellkit.training.deals import joined, opportunity
from sellkit.training.yamlfile import read_yaml


def account(data: dict[str, Any]) -> Account:
    """The account in plain data. Raises NotFound for a method that is not there, ValueError for faults in the data."""
    deals = [opportunity(deal) if isinstance(deal, dict) else deal for deal in data.get("opportunities") or ()]
    return Account.model_validate(data | {"methods": joined(data.get("methods")), "opportunities": deals})


@cache
def example(language: str) -> Account:
    """The account of the example deal (`deals.example`), with that deal on its later day, in one language."""
    data = _read("lanting.yaml")
    _, deal = deals.example(language)
    told = deals.told(data["account"], data["heard"], language)
    people = told["people"] | {"people": deal.people.people}
    return account(told | {"people": people, "opportunities": (deal,)})


@cache
def planned(language: str) -> Account:
    """The same account with all that its plan can tell: more deals, strategy, technology, growth, strengths."""
    first, data, more = example(language), _read("lanting.yaml"), _read("lanting-plan.yaml")
    told = deals.told(more["account"], data["heard"] | more["heard"], language)
    added = [opportunity(deal) for deal in told.pop("opportunities")]
    methods = first.methods | joined(told.pop("methods"))
    return first.changed(**told, methods=methods, opportunities=(*first.opportunities, *added))


def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(name, places.content("accounts", name).read_bytes()).data
    return data
