"""Money as it is read in a picture."""


def money(amount: float) -> str:
    """Without cents and with commas; beyond all business in powers of ten, so that no number outgrows its picture."""
    return f"{amount:,.0f}" if abs(amount) < 1e15 else f"{amount:.3g}"
