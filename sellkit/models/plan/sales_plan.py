"""M42: the plan of a large deal: five stages, their items, and under each item the actions that somebody does."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Literal, get_args

from sellkit.models.base import Id, Money, Record, Rows

PlanStage = Literal["awareness", "lead", "need-guidance", "solution-competition", "negotiation"]
PLAN_STAGES: tuple[PlanStage, ...] = get_args(PlanStage)
ItemKind = Literal["key-node", "milestone", "general"]
Reader = Literal["region-head", "sales-manager", "salesperson"]


class PlanItem(Record):
    """An item of a stage (second level), or an action under an item (third level: `parent` is the item's id).

    stage    left out on an action, it is the item's
    kind     key node (关键节点), milestone (里程碑), general (一般)
    outcome  what stands at the end and can be shown; for a key node the new version of the 6C
    due, done  days; owner: who on our side
    """

    id: Id
    stage: PlanStage | None = None
    parent: Id | None = None
    what: str = ""
    due: date | None = None
    owner: str = ""
    kind: ItemKind = "general"
    outcome: str = ""
    done: date | None = None

    def done_by(self, on: date) -> bool:
        """It was done on that day or before."""
        return self.done is not None and self.done <= on

    def overdue(self, on: date) -> bool:
        """On that day its due date had passed and it was not done."""
        return self.due is not None and self.due < on and not self.done_by(on)


class Load(Record):
    """What one person carries ("" is nobody): work still open, how much of it is overdue, and what is done."""

    owner: str
    open: int
    overdue: int
    done: int


class Progress(Record):
    """How far one stage is: pieces of work, how many are done, how many overdue."""

    stage: PlanStage
    total: int
    done: int
    overdue: int

    @property
    def share(self) -> float | None:
        """Done, 0–1; None while the stage is empty."""
        return self.done / self.total if self.total else None


class SalesPlan(Record):
    """Sales plan of a large deal (大项目销售计划).

    year_target, opportunity_value  in the currency of the deal
    stage         where the deal is today; team: who works on it on our side
    deal_control  the value string of M43, such as 1W2F6C
    as_of         the day the plan speaks of; without it nothing is overdue
    Load and progress count pieces of work: actions, and items that have no actions under them. Raises ValueError for
    two items with one id. Source: the sales plan of the C136 tool.
    """

    year_target: Money | None = None
    opportunity_value: Money | None = None
    stage: PlanStage | None = None
    team: tuple[str, ...] = ()
    deal_control: str = ""
    items: Rows[PlanItem] = ()
    as_of: date | None = None

    @cached_property
    def by_id(self) -> Mapping[str, PlanItem]:
        """Every row by id."""
        return {item.id: item for item in self.items}

    def level(self, item: PlanItem) -> Literal[2, 3]:
        """Second level (an item of a stage) or third (an action under an item)."""
        return 2 if item.parent is None else 3

    def stage_of(self, item: PlanItem) -> PlanStage | None:
        """The row's own stage, else that of the item it stands under."""
        above = self.by_id.get(item.parent) if item.parent else None
        return item.stage or (above.stage if above else None)

    def under(self, item: PlanItem) -> tuple[PlanItem, ...]:
        """The actions under an item."""
        return self._children.get(item.id, ())

    @cached_property
    def work(self) -> tuple[PlanItem, ...]:
        """The pieces of work: rows that no other row stands under."""
        return tuple(item for item in self.items if not self.under(item))

    def in_stage(self, stage: PlanStage) -> tuple[PlanItem, ...]:
        """All rows of a stage, each item before its actions."""
        return tuple(item for item in self.in_order if self.stage_of(item) == stage)

    @cached_property
    def in_order(self) -> tuple[PlanItem, ...]:
        """Stage by stage, each item followed by its actions; rows without a stage come last."""
        found: dict[str, PlanItem] = {}
        for item in self.items:
            if item.parent is None or item.parent not in self.by_id:
                found[item.id] = item
                found.update((child.id, child) for child in self.under(item))
        # What stands under an action, or in a ring of parents, is shown all the same.
        rows = (found | {item.id: item for item in self.items if item.id not in found}).values()
        return tuple(sorted(rows, key=self._place))

    def for_reader(self, reader: Reader) -> tuple[PlanItem, ...]:
        """What a reader is shown: the region head key nodes and milestones wherever they stand, the sales manager the
        stages down to the second level, the salesperson everything."""
        if reader == "region-head":
            return tuple(item for item in self.in_order if item.kind != "general")
        if reader == "sales-manager":
            return tuple(item for item in self.in_order if self.level(item) == 2)
        return self.in_order

    def overdue(self, on: date) -> tuple[PlanItem, ...]:
        """Items and actions that are late on a day, the longest overdue first."""
        late = (item for item in self.items if item.overdue(on))
        return tuple(sorted(late, key=lambda item: item.due or date.max))

    def load(self, on: date) -> tuple[Load, ...]:
        """What each owner carries on a day, who carries most first; work that nobody owns is the owner ""."""
        held: dict[str, list[PlanItem]] = {}
        for item in self.work:
            held.setdefault(" ".join(item.owner.split()), []).append(item)
        loads = [
            Load(
                owner=owner,
                open=sum(not item.done_by(on) for item in items),
                overdue=sum(item.overdue(on) for item in items),
                done=sum(item.done_by(on) for item in items),
            )
            for owner, items in held.items()
        ]
        return tuple(sorted(loads, key=lambda load: (-load.open, load.owner)))

    def progress(self, on: date) -> tuple[Progress, ...]:
        """The five stages, in order."""
        return tuple(self._progress(stage, on) for stage in PLAN_STAGES)

    def _progress(self, stage: PlanStage, on: date) -> Progress:
        work = [item for item in self.work if self.stage_of(item) == stage]
        done, late = sum(item.done_by(on) for item in work), sum(item.overdue(on) for item in work)
        return Progress(stage=stage, total=len(work), done=done, overdue=late)

    @cached_property
    def _children(self) -> Mapping[str, tuple[PlanItem, ...]]:
        lists: dict[str, list[PlanItem]] = {}
        for item in self.items:
            if item.parent is not None:
                lists.setdefault(item.parent, []).append(item)
        return {parent: tuple(items) for parent, items in lists.items()}

    def _place(self, item: PlanItem) -> int:
        stage = self.stage_of(item)
        return PLAN_STAGES.index(stage) if stage else len(PLAN_STAGES)
