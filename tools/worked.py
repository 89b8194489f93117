"""Run the worked notebooks anew and keep what they tell: `python tools/do.py worked`, then read what git shows.

They lie in `solutions/worked/<language>`. Outputs and the order of running are kept, because the test run compares
them; times, widths of screens and whatever else differs between two machines is not.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

WORKED = Path(__file__).resolve().parent.parent / "solutions" / "worked"


def renew(path: Path) -> bool:
    """Run one notebook in its place; True if it tells something else than before."""
    book = nbformat.read(path, as_version=4)
    before = nbformat.writes(book)
    folder = {"metadata": {"path": str(path.parent)}}
    NotebookClient(book, kernel_name="python3", shutdown_kernel="immediate", resources=folder).execute()
    strip(book)
    nbformat.write(book, path)
    return nbformat.writes(book) != before


def strip(book: nbformat.NotebookNode) -> None:
    """Leave only what says the same on every machine."""
    book.metadata = {"kernelspec": book.metadata.kernelspec, "language_info": {"name": "python"}}
    for cell in book.cells:
        cell.metadata = {"tags": cell.metadata.tags} if "tags" in cell.metadata else {}
        for output in cell.get("outputs", ()):
            output.metadata = {}


if __name__ == "__main__":
    wanted = [Path(name).resolve() for name in sys.argv[1:]] or sorted(WORKED.glob("*/*.ipynb"))
    for notebook in wanted:
        print(f"{notebook.relative_to(WORKED)}: {'changed' if renew(notebook) else 'as before'}")
