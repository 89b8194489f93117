"""M67: after the sale, who still talks to whom, and does the customer get what it was promised?"""

from collections.abc import Iterator

from sellkit.checks.registry import At, at, check
from sellkit.models.account.post_sale import LINES_NEEDED, PostSale


@check("M67-few-lines", PostSale, "warning")
def few_lines(sale: PostSale) -> Iterator[At]:
    """Three lines of contact that do not depend on one another, and on which somebody talked of late."""
    count = sale.independent()
    if sale.lines and count < LINES_NEEDED:
        yield at("lines", count=count, needed=LINES_NEEDED)


@check("M67-review-overdue", PostSale, "warning")
def review_overdue(sale: PostSale) -> Iterator[At]:
    """What the customer got for its money is looked at together at set intervals."""
    if sale.review_overdue and sale.review_due and sale.as_of:
        yield at("reviews", on=sale.review_due.isoformat(), days=(sale.as_of - sale.review_due).days)


@check("M67-silent-sponsor", PostSale, "warning")
def silent_sponsor(sale: PostSale) -> Iterator[At]:
    """Who stood up for us is somebody we talk to; silence is a risk, not peace. Told in one remark."""
    silent = sale.silent_sponsors()
    if silent:
        yield at("sponsors", person_id=silent[0], count=len(silent))


@check("M67-value-not-said", PostSale, "hint")
def value_not_said(sale: PostSale) -> Iterator[At]:
    """A value review ends with the customer's own judgement."""
    for review in sale.reviews:
        if review.delivered.strip() and review.value.value is None:
            yield at(f"reviews/{review.id}/value")


@check("M67-below-without-next", PostSale, "warning")
def below_without_next(sale: PostSale) -> Iterator[At]:
    """The customer got less than was promised, and nothing is written about making up for it."""
    review = sale.last_review
    if review is not None and review.value.given == "below" and not review.next.strip():
        yield at(f"reviews/{review.id}/next")
