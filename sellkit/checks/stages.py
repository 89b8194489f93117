"""M29: a stage is where the customer's deeds have come to, not where we should like to be."""

import re
from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.methods.ladder import LadderSheet

# A note that begins with us, perhaps after a day, and in which the customer does nothing.
_WHEN = (
    r"(?:(?:昨天|今天|上周|本周|上个月|已经?|[\d年月日号/.-]++)[,，]?\s*"
    r"|(?:yesterday|today|last \w+|already|on [\w ]{1,12},)\s+)*"
)
# Sellers' notes often leave out who did it: "sent the minutes", "demo done", 已提交方案.
_DEEDS = r"提交|递交|发送|发出|寄出|拜访|走访|汇报|演示|讲解|宣讲|介绍|报价|投标|递标"
_EN_DEEDS = r"sent|submitted|presented|delivered|demonstrated|emailed|visited|held|gave|showed|quoted|pitched"
_PAPERS = r"proposal|offer|quote|quotation|bid|demo|presentation|minutes|workshop|plan"
_WE = re.compile(
    rf"^\s*{_WHEN}(?:我们|我方|我司|咱们|本人|项目组|销售(?:经理|代表)?(?=[^额部])|我(?![们国]))"
    rf"|^\s*{_WHEN}(?:[向给为对][^,，。]{{1,8}}?)?(?:{_DEEDS})"
    rf"|^\s*{_WHEN}(?:{_EN_DEEDS})\b|^\s*(?:the\s+)?(?:{_PAPERS})\s+(?:was\s+|were\s+)?(?:{_EN_DEEDS}|done)\b"
    rf"|^\s*{_WHEN}(?:we|i|my|our (?:\w+ )?(?:team|people|manager|engineers?|consultants?|presales))\b",
    re.IGNORECASE | re.ASCII,
)
_THEY = re.compile(
    r"(?<![给向对访])(?<!给了)客户|对方|甲方|[他她您]|回复|答复|同意|认可|确认|批准|签[了字收署]|[总长]说|表示|一起|共同"
    r"|(?<!to the )(?<!to )\b(?:customers?|clients?)\b|\bby (?:the|mr|mrs|ms|their)\b|\btogether\b"
    r"|\b(?:they|them|their|he|him|she|her|answered|replied|agreed|approved|confirmed|accepted|signed"
    r"|asked us)\b",
    re.IGNORECASE | re.ASCII,
)


@check("M29-claimed-above-evidence", LadderSheet, "warning")
def claimed_above_evidence(sheet: LadderSheet) -> Iterator[At]:
    """A stage is claimed that its outcomes do not carry."""
    if sheet.overstated:
        missing = len(sheet.lacking(str(sheet.claimed.given)))
        yield at("claimed", stages=sheet.overstated, count=missing)


@check("M29-earlier-outcome-open", LadderSheet, "hint")
def earlier_outcome_open(sheet: LadderSheet) -> Iterator[At]:
    """The stage is proved, and an outcome further down never was: somebody was passed over. Told in one remark."""
    if sheet.skipped:
        yield at(sheet.skipped[0], count=len(sheet.skipped))


@check("M29-our-own-deed", LadderSheet, "warning")
def our_own_deed(sheet: LadderSheet) -> Iterator[At]:
    """An outcome is something that the customer does or says; the note tells only what we did."""
    for outcome, judged in sheet.outcomes.items():
        if judged.given is True and _WE.search(judged.note) and not _THEY.search(judged.note):
            yield at(outcome, outcome=sheet.method.outcome_text(outcome))


@check("M29-claimed-against-evidence", LadderSheet, "error")
def claimed_against_evidence(sheet: LadderSheet) -> Iterator[At]:
    """A stage is claimed, and there is evidence that one of its outcomes has not come about."""
    if sheet.claimed.given is not None:
        for outcome in sheet.method.by_id[sheet.claimed.given].outcomes:
            if outcome.id in sheet.outcomes and sheet.outcomes[outcome.id].settled is False:
                yield at(outcome.id, outcome=outcome.text)
