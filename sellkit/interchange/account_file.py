"""An account in a file, JSON or YAML, with its deals: see `record_file`."""

from sellkit.interchange.kinds import ACCOUNT
from sellkit.interchange.record_file import read_record, to_json, to_yaml
from sellkit.models.account.account import Account

__all__ = ["read_account", "to_json", "to_yaml"]


def read_account(name: str, raw: bytes) -> Account:
    """The account in a file; `name` is what messages call the file. Raises FileRefused with every fault."""
    return read_record(ACCOUNT, name, raw)
