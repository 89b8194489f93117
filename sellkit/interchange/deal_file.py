"""A deal in a file, JSON or YAML, of this version or an earlier one: see `record_file`."""

from sellkit.interchange.kinds import DEAL
from sellkit.interchange.record_file import read_record, to_json, to_yaml
from sellkit.models.opportunity import Opportunity

__all__ = ["read_deal", "to_json", "to_yaml"]


def read_deal(name: str, raw: bytes) -> Opportunity:
    """The deal in a file; `name` is what messages call the file. Raises FileRefused with every fault."""
    return read_record(DEAL, name, raw)
