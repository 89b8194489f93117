"""The initiative form: what the customer's business wants to reach, and by which work."""

from sellkit.views.base import View


class Initiatives(View, files="initiatives"):
    """Up to eight initiatives (slots i1 … i8): result, work, class, owner; exactly one of them leads.

    ``spec["people"]``: ``[{id, name, title}]``, one of whom owns an initiative; ``spec["scales"]["initiative-class"]``
    holds the classes, ``spec["labels"]`` names the fields. Result, class, owner and the choice of the leading one each
    take citations. All it says is edits; it has no command of its own.
    """
