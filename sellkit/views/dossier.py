"""The dossier reader: everything the customer has let us see, and where evidence is taken from."""

from sellkit.views.base import View


class Dossier(View, files="dossier"):
    """Documents in tabs, with search; each paragraph can be cited into the field in focus.

    ``spec["documents"]`` is ``[{id, kind, title, date, blocks}]``. A block is ``{kind, passage, level, ordered}`` with
    ``spans`` (paragraph, heading), ``items`` (list, quote) or ``cells`` (table, head first); a run of text is
    ``{text, strong}``. ``passage`` is the full id that a cite holds, none for a heading. ``value`` holds the answers
    that cite, for the "cited" marks; ``spec["labels"]`` names the field in focus.
    Commands: ``{do: "cite", passage}``, with ``remove: true`` when a passage that is cited there is pressed again.
    """
