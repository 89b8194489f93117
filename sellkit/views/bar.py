"""The bar over an exercise: where am I, is my work safe, what can I do with it."""

from sellkit.views.base import View


class Bar(View, files="bar"):
    """Title, language, time box, save state, undo and redo, progress, earlier versions, submit with receipt.

    ``spec``: ``title, case, person, team, minutes, home`` (address of the start page, or none), ``key`` (that of the
    board), ``labels`` {field: name}, ``names`` {id: name} and ``statements`` (to show values in words), ``modes``
    (``["dossier", "board", "checks"]``). Beyond the common fields ``status`` has ``filled, total, started`` (ISO),
    ``versions`` [{n, at, changes, submit}], ``looking`` (the version on screen, or none) and
    ``receipt`` {hash, fields, at, attempt}.
    Commands: ``undo, redo, submit``, ``{do: "language", to}``, ``{do: "look", n}`` (n none = back to now),
    ``{do: "restore", n}``, ``{do: "home"}`` when there is no address. A conflict is settled by an edit of the bar
    whose ``was`` is ``theirs``.
    """
