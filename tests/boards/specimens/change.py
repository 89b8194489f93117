"""Differences and suppositions, with as many changes and as long texts as a picture must bear."""

from sellkit.checks.what_if import what_if
from sellkit.models.change import Change, Difference
from sellkit.training.deals import opportunity

from .people import listed


def changes(text="Chen Li", rows=1):
    kinds = ("changed", "added", "removed", "firmer", "looser")
    return Difference(
        changes=tuple(
            Change(path=f"p{n // 3}/attitude", kind=kinds[n % 5], was=text, now=f"{text} {n}", steps=n % 3 - 1)
            for n in range(rows)
        )
    )


def supposed(text="Chen Li", rows=1):
    deal = opportunity({"id": "deal", "name": text, "people": {"people": listed(text, rows)}})
    return what_if(deal, {f"people/p{n}/tendency": 3 for n in range(rows)})
