"""Which lists share a page, and in which shape they stand: the forms that salespeople know.

A sheet that is not named here has a page for each of its lists; its plain fields stand on top of the first.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sellkit.tables.table import Table


class Form(NamedTuple):
    """A page of a sheet: its lists, one below the other.

    named  the page bears the name of the sheet; else that of its first list
    """

    lists: tuple[str, ...]
    named: bool = True


# By class of sheet. A page that is named after its sheet is what people call the form.
FORMS: Mapping[str, Form] = {
    "AccountProfile": Form(("owners", "controls", "years", "departments", "systems")),
    "WhyNowWhyUs": Form(("values", "values/differences")),
    "Competition": Form(("rivals",)),
    "SuccessFactors": Form(("versions/factors/standings", "versions", "rivals"), named=False),
    "DealControl": Form(("elements",)),
    "PostSale": Form(("lines",)),
    "LifeCycle": Form(("states",)),
    "GrowthPlan": Form(("sources",)),
    "CustomerValue": Form(("shares",)),
    "ChecklistSheet": Form(("marks", "rivals")),
    "LadderSheet": Form(("outcomes",)),
    "GridSheet": Form(("placements",)),
    "TableSheet": Form(("rows",)),
}
# Lists that stand as a table, by class of their rows: what says to which row a mark belongs, what stands across.
CROSSED: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Mark": (("item",), ("party", "on")),
    "Standing": (("^versions", "^factors"), ("id",)),
}
# Lists that stand in quarters, and the column that sorts them.
SORTED: Mapping[str, str] = {"SwotRow": "kind"}
# Lists with columns for two pages: the needs table of the people.
SHARED: Mapping[str, tuple[str, ...]] = {
    "people": (
        "influence", "tendency", "direct_contact", "contact_frequency", "need", "other_needs", "company_needs",
        "personal_needs", "resonance_points",
    ),
}  # fmt: skip
# Lists that most deals leave empty: they get a page when something stands in them, or when everything is asked for.
RARE = frozenset({"earlier_needs", "pain_chain/people", "people/rivals"})
# Of more parties and days than this a list is easier to read.
MOST_ACROSS = 40


def rows_beside(table: Table, tables: Sequence[Table]) -> Table | None:
    """The list whose rows stand at the side of a table."""
    return next((each for each in tables if table.parents and each.id == table.parents[-1]), None)
