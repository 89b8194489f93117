"""Accounts as data: a sheet of a method names the method by its id, in the account and in each of its deals."""

from typing import Any

from sellkit.models.account.account import Account
from sellkit.training.deals import joined, opportunity


def account(data: dict[str, Any]) -> Account:
    """The account in plain data. Raises NotFound for a method that is not there, ValueError for faults in the data."""
    deals = [opportunity(deal) if isinstance(deal, dict) else deal for deal in data.get("opportunities") or ()]
    return Account.model_validate(data | {"methods": joined(data.get("methods")), "opportunities": deals})
