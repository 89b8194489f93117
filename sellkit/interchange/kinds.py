"""What can stand in a file: a deal or an account, with the version of its format and the way from earlier ones."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, get_args, get_origin

from sellkit.interchange import migrations
from sellkit.models.account.account import Account
from sellkit.models.binder import Binder
from sellkit.models.opportunity import Opportunity

B = TypeVar("B", bound=Binder)
Parts = dict[str, Any]


@dataclass(frozen=True)
class Kind(Generic[B]):
    """One kind of file.

    id          the key under which the record stands
    schema      the newest version of the format
    migrations  by version, the step to the next one
    """

    id: str
    model: type[B]
    schema: str
    migrations: Mapping[str, Callable[[Parts], Parts]] = field(default_factory=dict)


DEAL = Kind("deal", Opportunity, migrations.SCHEMA, migrations.MIGRATIONS)
ACCOUNT = Kind("account", Account, "sellkit.account/1")


def kind_of(record: Binder) -> Kind[Any]:
    """The kind of file that holds such a record."""
    return next(kind for kind in (ACCOUNT, DEAL) if isinstance(record, kind.model))


def held_in(model: type[Any]) -> Mapping[str, type[Binder]]:
    """The fields in which a record holds whole others, such as an account its deals, each with their class."""
    found: dict[str, type[Binder]] = {}
    for name, info in model.model_fields.items():
        args = get_args(info.annotation)
        if get_origin(info.annotation) is tuple and isinstance(args[0], type) and issubclass(args[0], Binder):
            found[name] = args[0]
    return found
