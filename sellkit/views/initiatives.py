"""The initiative form: what the customer's business wants to reach, and by which work."""

from sellkit.views.base import View


class Initiatives(View, files="initiatives"):
    """Up to eight initiatives (slots i1 … i8): result, work, class, owner; exactly one of them leads.

    ``spec["people"]``: ``[{id, name, title}]``, one of whom owns an initiative; ``spec["scales"]["initiative-class"]``
    holds the classes. Citations hang on the result. All it says is edits; it has no command of its own.
    """
