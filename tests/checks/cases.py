"""Cases of the checks as data: `cases/<model>.yaml` holds a sound record and, per check, what to change in it.

    model: sellkit.models.plan.sales_plan:SalesPlan
    sound: {…}                     # no check speaks on it
    cases:
      M42-no-date:
        trips: {…}                 # changes under which this check speaks, alone or with those named in `also`
        silent: {…}                # a near miss: changes under which it does not
        also: [M60-uncited]

A sheet of a method names the `method: <id>` in place of a model and is written in short, as `method_sheets` says.

Changes are merged into the sound record: mappings by key, lists of things with an `id` by id (`drop: true` takes one
out), everything else replaces what was there.
"""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from sellkit.models.base import Record
from sellkit.training.accounts import account
from sellkit.training.deals import opportunity
from sellkit.training.yamlfile import read_yaml

from ..models.method_sheets import filled

FOLDER = Path(__file__).with_name("cases")
# Models in whose data a sheet only names its method.
BUILDERS: dict[str, Callable[[Any], Record]] = {
    "sellkit.models.opportunity:Opportunity": opportunity,
    "sellkit.models.account.account:Account": account,
}


class Case(NamedTuple):
    speaks: Record
    silent: Record
    others: frozenset[str]


def load() -> tuple[dict[str, Case], list[Record]]:
    """All cases by code, and the sound records."""
    cases: dict[str, Case] = {}
    sound = []
    for file in sorted(FOLDER.glob("*.yaml")):
        data = read_yaml(file.name, file.read_bytes()).data
        build = _builder(data)
        sound.append(build(data["sound"]))
        for code, case in data["cases"].items():
            assert code not in cases, f"{file.name}: {code} has its cases already"
            changes = (case["trips"] or {}, case["silent"] or {})
            trips, silent = (build(merged(data["sound"], change)) for change in changes)
            cases[code] = Case(trips, silent, frozenset(case.get("also") or ()))
    return cases, sound


def _builder(data: dict[str, Any]) -> Callable[[Any], Record]:
    if "method" in data:
        return partial(filled, data["method"])
    if data["model"] in BUILDERS:
        return BUILDERS[data["model"]]
    module, _, name = data["model"].partition(":")
    model: type[Record] = getattr(import_module(module), name)
    return model.model_validate


def merged(sound: Any, change: Any) -> Any:
    if isinstance(sound, dict) and isinstance(change, dict):
        return sound | {key: merged(sound.get(key), value) for key, value in change.items()}
    if _by_id(sound) and _by_id(change):
        changes = {each["id"]: each for each in change}
        kept = [merged(each, changes.pop(each["id"], {})) for each in sound]
        return [each for each in (*kept, *changes.values()) if not each.get("drop")]
    return change


def _by_id(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) and "id" in each for each in value)
