"""Whether we can carry a large account: the resource audit of our own side."""

from sellkit.documents.blocks import Block, Figure
from sellkit.documents.plan.source import Source
from sellkit.models.methods.checklist import ChecklistSheet
from sellkit.models.portfolio.resource_audit import ResourceAudit


def blocks(source: Source) -> list[Block]:
    """How many questions stand, which we answer with no, which are open, and the whole audit as a picture."""
    sheet = source.sheet("methods/resource-audit", ChecklistSheet)
    if sheet is None or not sheet.marks:
        return []
    speech, found = source.speech, ResourceAudit(audit=sheet).readiness(source.on)
    names = {id: speech.text(item.name) for id, item in sheet.method.items.items()}
    facts = source.facts(
        "",
        ("audit-ready", speech.say("documents.plan.audit-ready", ready=found.ready, total=found.total)),
        ("audit-missing", speech.listed(names[item] for item in found.missing)),
        ("audit-open", speech.listed(names[item] for item in found.open)),
    )
    return [*([facts] if facts else []), Figure("", "checklist", sheet)]
