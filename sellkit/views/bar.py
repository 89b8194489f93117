"""The bar over an exercise: where am I, is my work safe, what can I do with it."""

from sellkit.views.base import View


class Bar(View, files="bar"):
    """Title, language, time box, save state, undo and redo, progress, earlier versions, submit with receipt.

    ``spec``
        title, case, person, team, minutes: what the bar says
        home: address of the start page, true to send ``home``, or none
        key: that of the board, to hear how many of its edits wait
        labels {field: name}, names {value: name}, statements: to show answers in words
    ``status``, beyond the common part
        filled, total, started (ISO time), versions [{n, at, changes, submit}], looking (number of the version on
        screen, or none), receipt {hash, fields, at, attempt}
    Commands: ``undo, redo, submit, home``, ``{do: "language", to}``, ``{do: "look", n}`` (n none = back to now) and
    ``{do: "restore", n}``. A conflict is settled by an edit of the bar whose ``was`` is ``theirs``.
    """
