"""What the checks say about the answer as it stands, and where to look."""

from sellkit.views.base import View


class ChecksPanel(View, files="checks_panel"):
    """``problems`` as a list; ``value`` tells an untouched answer from a clean one.

    ``spec["labels"]`` names fields: ``{field: name}``. A click sets ``focus`` and asks the board to show the place.
    """
