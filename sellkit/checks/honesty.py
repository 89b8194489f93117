"""M66: the red lines of honest selling, looked for in everything that a trainee writes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sellkit.checks.registry import At, about, at, check
from sellkit.models.base import Judged, Record
from sellkit.models.pain.pain_chain import Statement
from sellkit.models.paths import leaves
from sellkit.models.people.stakeholder import People

_KEPT = "sellkit texts"


@dataclass(frozen=True)
class RedLine:
    """A pattern for lower-case text, and stems of which one must occur for the pattern to be tried at all."""

    stems: tuple[str, ...]
    pattern: re.Pattern[str]


BRIBE = RedLine(
    ("kick", "brib", "cash", "table", "pay ", "回扣", "好处费", "贿", "红包", "购物卡", "送钱", "给钱", "返点"),
    re.compile(
        r"\b(?:kick-?backs?|brib(?:e|es|ing)|cash gifts?|under the table|envelopes? of (?:cash|money))\b"
        r"|\bpay (?:him|her|them) off\b"
        r"|回扣|好处费|贿赂|行贿|红包|购物卡|送钱|私下给钱|返点给个人",
        re.ASCII,
    ),
)
RIVAL_SECRET = RedLine(
    ("competitor", "rival", "对手", "竞品", "友商", "别家"),
    re.compile(
        r"\b(?:get|obtain|ask for|find out|leak\w*|see|copy)\b[^.;]{0,40}\b(?:competitor|rival)s?'?s?\b[^.;]{0,30}"
        r"\b(?:offers?|prices?|quotes?|quotations?|bids?|proposals?)\b"
        r"|(?:打听|弄到|拿到|要到|套出|泄露|偷看|获取)[^。；，]{0,12}(?:对手|竞品|友商|别家)[^。；，]{0,10}(?:报价|底价|方案|标书|投标)"
        r"|(?:对手|友商|别家)的?(?:底价|保密报价)",
        re.ASCII,
    ),
)
COLLUSION = RedLine(
    ("collu", "rig", "cover bid", "sham bid", "围标", "串标", "陪标", "内定", "标书"),
    re.compile(
        r"\b(?:collu(?:de|sion|ding)|bid[- ]rigging|rig(?:ging)? the (?:bid|tender)|cover bids?|sham bid(?:der)?s?)\b"
        r"|围标|串标|陪标|内定中标|量身定做标书",
        re.ASCII,
    ),
)
# What a person's file may not hold: business needs none of it. An illness of the market, a divorce of two firms and an
# address of a site are no private matters, so these count only beside a person.
PERSONAL = RedLine(
    (
        "passport",
        "id card",
        "identity card",
        "social security",
        "home address",
        "medical",
        "illness",
        "divorce",
        "affair",
        "religi",
        "gambl",
        "身份证",
        "护照",
        "家庭住址",
        "病史",
        "的病",
        "离婚",
        "婚外",
        "外遇",
        "情妇",
        "情人",
        "信教",
        "宗教信仰",
        "赌债",
        "好赌",
        "银行卡号",
    ),
    re.compile(
        r"\b(?:passport|id card|identity card|social security) (?:number|no\.?)\b|\bhome address\b|\bextramarital\b"
        r"|\b(?:his|her) (?:own )?(?:medical (?:history|file)|illness|divorce|religion|religious beliefs?|gambling)\b"
        r"|\b(?:has|having|had) an affair\b"
        r"|身份证号|护照号|家庭住址|[他她]的病(?!历)|[他她](?:刚|正在|要)?离婚|婚外情|外遇|情妇|情人(?!节)|信教|宗教信仰|赌债|好赌|银行卡号",
        re.ASCII,
    ),
)
RED_LINES = (BRIBE, RIVAL_SECRET, COLLUSION, PERSONAL)


def crossed(text: str) -> bool:
    """The text crosses a red line."""
    lowered = text.lower()
    return any(any(stem in lowered for stem in line.stems) and line.pattern.search(lowered) for line in RED_LINES)


@check("M66-bribe", Record, "error")
def bribe(record: Record) -> Iterator[At]:
    """Kickbacks and improper gifts."""
    return _crossed(record, BRIBE)


@check("M66-rival-secret", Record, "error")
def rival_secret(record: Record) -> Iterator[At]:
    """A competitor's confidential offer is neither asked for nor used, whoever brings it."""
    return _crossed(record, RIVAL_SECRET)


@check("M66-collusion", Record, "error")
def collusion(record: Record) -> Iterator[At]:
    """No agreement on who wins a tender."""
    return _crossed(record, COLLUSION)


@check("M66-personal-data", Record, "error")
def personal_data(record: Record) -> Iterator[At]:
    """Health, family, belief, numbers of papers: what business does not need is not written down about anybody."""
    return _crossed(record, PERSONAL)


@check("M66-personal-benefit", People, "hint")
def personal_benefit(people: People) -> Iterator[At]:
    """A wish for personal benefit is answered lawfully; the risk is named at once."""
    for person in people.people:
        if person.need.given == "physiological":
            yield about(person, "need")


def _crossed(record: Record, line: RedLine) -> Iterator[At]:
    texts, everything = _texts(record)
    # Checks run at every change, and nearly no text holds a stem: few are searched.
    stems = [stem for stem in line.stems if stem in everything]
    if stems:
        suspects = ((place, text) for place, text in texts if any(stem in text for stem in stems))
        yield from (at(place) for place, text in suspects if line.pattern.search(text))


def _texts(record: Record) -> tuple[tuple[tuple[str, str], ...], str]:
    """Every text of a sheet with its place, and all of them in one; the red lines ask for the same."""
    kept: tuple[tuple[tuple[str, str], ...], str] | None = record.__dict__.get(_KEPT)
    if kept is None:
        texts = tuple((place, text.lower()) for place, text in _said(record))
        kept = record.__dict__[_KEPT] = texts, "\n".join(text for _, text in texts)
    return kept


def _said(record: Record) -> Iterator[tuple[str, str]]:
    for path, value, _, _ in leaves(record):
        if value.__class__ is not str and isinstance(value, Judged):
            if value.note:
                yield path, value.note
            value = value.value
            if isinstance(value, Statement):
                value = value.text
        if isinstance(value, tuple):
            value = "\n".join(each for each in value if isinstance(each, str))
        if value and isinstance(value, str):
            yield path, value
