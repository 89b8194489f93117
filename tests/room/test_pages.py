"""Which notebooks are pages of the room."""

import subprocess
import sys

from sellkit.seat import default_notebooks


def test_lessons_are_no_pages_of_the_room() -> None:
    """They show keys. A process of its own, because Solara takes the pages over when they are imported."""
    program = (
        "import sys; from pathlib import Path; from sellkit.room import pages; "
        "print(*(book.name for book in pages.notebooks(Path(sys.argv[1]))))"
    )
    seen = subprocess.run([sys.executable, "-c", program, default_notebooks()], capture_output=True, text=True)
    assert seen.stdout.split() == ["start", "exercise", "console"], seen.stderr
