"""Sheets of deal control, with as many reviews and deals and as long texts as a picture must bear."""

from datetime import date

from sellkit.models.control.calibration import calibrate
from sellkit.models.control.closed_deals import ClosedDeal, ClosedDeals, Reading
from sellkit.models.control.history import ControlHistory, ControlPortfolio

from ...models.deal_sheets import element, sheet


def gauge(text="Harbour ERP", **more):
    rows = [element("c4", True, ("bai", False)), element("c6", value=False), element("c8", value="unknown")]
    return sheet("w f1 c1 c2", "c7", rows=rows, deal=text, seller=text, as_of="2026-03-31", **more)


def history(count=3, text="Harbour ERP"):
    held = ["", "c1 c2", "w f1 c1 c2 c3"]
    reviews = [sheet(held[n % 3], "f2", id=f"r{n}", as_of=date(2026, 1 + n % 12, 1 + n // 12)) for n in range(count)]
    return ControlHistory(deal=text, reviews=reviews)


def portfolio(count=3, text="Harbour ERP"):
    return ControlPortfolio(deals=[gauge(text).changed(id=f"d{n}") for n in range(count)])


def calibration(count=20, text="Han Mei"):
    reading = Reading(on=date(2026, 1, 1), claimed={"w", "f1"}, confirmed={"w"}, chance=0.8)
    return calibrate(
        ClosedDeals(
            deals=[
                ClosedDeal(id=f"d{n}", seller=text, won=n % 4 > 0, closed_on=date(2026, 6, 1), readings=(reading,))
                for n in range(count)
            ]
        )
    )
