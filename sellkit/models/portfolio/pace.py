"""M44: how many prospects a funnel needs, and how much money it moves."""


def refill(closings: float, close_rate: float) -> int:
    """New prospects needed in a period for so many closings in the same period; the close rate in per cent.

    One close in five and two closings a month ask for ten a month. Raises ValueError for a rate of 0 or less.
    """
    if close_rate <= 0:
        raise ValueError("without a close rate above 0 no number of prospects is enough")
    need = round(closings * 100 / close_rate, 6)
    return int(need) + (need > int(need))


def velocity(deals: int, average_value: float, win_rate: float, cycle_days: float) -> float:
    """Qualified deals × average value × win rate (per cent) ÷ cycle days: money a day. Raises ValueError for 0 days."""
    if cycle_days <= 0:
        raise ValueError("a cycle takes more than 0 days")
    return deals * average_value * win_rate / 100 / cycle_days
