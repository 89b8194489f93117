"""How the customer chooses technology, what it has in place, and how we fit it."""

from collections.abc import Iterator

from sellkit.documents.blocks import Block, Paragraph, table
from sellkit.documents.plan.sheets import cell, columns
from sellkit.documents.plan.source import Source
from sellkit.models.methods.table import TableSheet
from sellkit.models.portfolio.technology_fit import technology_fit

COLUMNS = ("block", "kind", "what", "fit", "backed-by", "plan")


def blocks(source: Source) -> list[Block]:
    """Preferences with our fit, what they add up to, and the systems in use."""
    return [*_preferences(source), *_systems(source)]


def _preferences(source: Source) -> Iterator[Block]:
    sheet = source.sheet("methods/technology-preferences", TableSheet)
    if sheet is None or not sheet.rows:
        return
    speech = source.speech
    shown = columns(sheet, COLUMNS)
    rows = tuple(tuple(cell(source, column, row.cells) for column in shown) for row in sheet.rows)
    yield table(speech.text(sheet.method.name), tuple(speech.text(column.name) for column in shown), rows)
    fits = technology_fit(sheet)
    counts = {
        part: sum(len(getattr(block, part)) for block in fits) for part in ("fits", "conflicts", "open", "unanswered")
    }
    yield Paragraph(speech.say("documents.plan.technology-fit", **counts))


def _systems(source: Source) -> Iterator[Block]:
    speech, systems = source.speech, source.account.profile.systems
    if systems:
        rows = tuple(
            (
                row.product or row.id,
                str(row.since or ""),
                row.supplier,
                speech.person(row.pushed_by),
                row.use,
                speech.mark(row.attitude, speech.level("attitude")),
            )
            for row in systems
        )
        heads = speech.columns("product", "since", "supplier", "pushed-by", "use", "seen")
        yield table(speech.say("documents.plan.systems"), heads, rows)
