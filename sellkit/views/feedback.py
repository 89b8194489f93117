"""The score card as its owner reads it: what was expected, what was given, why, and the coach's words."""

from sellkit.views.base import View


class Feedback(View, files="feedback"):
    """``spec["card"]`` in the reader's language: ``{title, total, maximum, attempt, at, assessor, comment, criteria}``.

    A criterion is ``{id, title, points, maximum, level, comment, items}``; ``level`` is what the reached rubric level
    says. An item is ``{label, verdict, given, expected, why, points, cites: [passage]}`` with verdict ``right | near |
    missing | extra | different | unknown``; points are its share of the criterion, or none.
    ``spec["passages"]`` names passages; ``spec["home"]`` is the address of the way back, true to send ``home``, or
    none. A click on a passage asks a dossier on the same page to show it.
    """
