"""The initiative form: what the customer's business wants to reach, and by which work."""

from sellkit.views.base import View


class Initiatives(View, files="initiatives"):
    """Up to eight initiatives (slots i1 … i8): result, work, class, owner; exactly one of them leads.

    ``spec["people"]`` is ``[{id, name, title}]``, ``spec["scales"]["initiative-class"]`` the classes; the owner of an initiative is one of them. Citations hang on the
    result. Everything it says and asks is an edit; it sends no command of its own.
    """
