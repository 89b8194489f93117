"""The start page: which exercises there are, and how far I am."""

from sellkit.views.base import View


class StartPage(View, files="start_page"):
    """``spec``: ``person, team, case`` {title, summary, seller} and ``exercises``, a list of ``{id, icon, title,
    summary, minutes, state, filled, total, attempts, at, href}``.

    ``state`` is ``new | working | submitted | feedback``; ``at`` the time of the last change. ``href`` opens the
    exercise; without it the view sends ``{do: "open", exercise}``. Also sends ``{do: "language", to}``.
    """
