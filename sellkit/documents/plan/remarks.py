"""What the checks remark on an account and its deals, by the section of the plan that it belongs to."""

from sellkit import checks
from sellkit.checks.registry import Finding
from sellkit.documents.blocks import Remark, Remarks
from sellkit.documents.plan.source import Source

# More than this nobody reads in a plan; the boards show all of them.
MOST = 6
_OF_ACCOUNT = {
    "people": "coverage",
    "post-sale": "coverage",
    "triggers": "opportunities",
    "growth": "strategy",
    "strengths": "value",
    "methods/strategic-alignment": "strategy",
    "methods/tactical-initiatives": "strategy",
    "methods/technology-preferences": "technology",
    "methods/mutual-plan": "mutual",
    "methods/resource-audit": "readiness",
}
_OF_DEAL = {
    "people": "coverage",
    "initiatives": "strategy",
    "pain-chain": "value",
    "prompters": "value",
    "call-plans": "value",
    "why": "value",
    "concerns": "value",
    "competition": "competition",
    "success-factors": "competition",
    "purchase": "actions",
    "sales-plan": "actions",
    "methods/mutual-plan": "mutual",
}


def remarks_on(source: Source) -> dict[str, Remarks]:
    """Errors and warnings by section, the gravest first; hints stay on the boards. Each sentence stands once."""
    told: dict[str, dict[Remark, None]] = {}
    for finding in checks.run(source.account):
        if finding.severity != "hint":
            said = source.words.finding(finding)
            message = said["message"]
            if (deal := _deal(finding)) and len(source.deals) > 1:
                message = source.speech.say("documents.of-deal", deal=_label(source, deal), what=message)
            told.setdefault(_section(finding), {})[Remark(finding.severity, message, said["next"])] = None
    return {section: Remarks(tuple(rows)[:MOST], max(0, len(rows) - MOST)) for section, rows in told.items()}


def _section(finding: Finding) -> str:
    place = finding.place.split("/")
    if place[0] == "opportunities":
        return _named(_OF_DEAL, place[2:], "opportunities")
    return _named(_OF_ACCOUNT, place, "profile")


def _named(sections: dict[str, str], place: list[str], default: str) -> str:
    return sections.get("/".join(place[:2])) or sections.get(place[0] if place else "") or default


def _deal(finding: Finding) -> str:
    place = finding.place.split("/")
    return place[1] if place[0] == "opportunities" and len(place) > 1 else ""


def _label(source: Source, id: str) -> str:
    return next((deal.label for deal in source.deals if deal.id == id), id)
