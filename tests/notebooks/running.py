"""Run a notebook as a person would, and look where errors hide."""

from pathlib import Path
from typing import Any

import nbformat
import papermill


def run(notebook: Path, folder: Path, **parameters: Any) -> nbformat.NotebookNode:
    """The notebook as it is after all its cells were run with these parameters; it is kept in the folder."""
    executed = folder / "executed.ipynb"
    papermill.execute_notebook(
        str(notebook), str(executed), parameters, progress_bar=False, shutdown_kernel="immediate", cwd=str(folder)
    )
    return nbformat.read(str(executed), as_version=4)


def hidden_errors(notebook: nbformat.NotebookNode) -> list[str]:
    """Errors that leave papermill green: tracebacks kept in widget state, and views that report a failure."""
    found = []
    states = notebook.metadata.get("widgets", {}).get("application/vnd.jupyter.widget-state+json", {}).get("state", {})
    for widget in states.values():
        state = widget.get("state", {})
        found += [output["ename"] for output in state.get("outputs", ()) if output.get("output_type") == "error"]
        if state.get("status", {}).get("state") == "failed":
            found.append(state["status"].get("message", "failed"))
    for cell in notebook.cells:
        found += [o.get("text", "") for o in cell.get("outputs", ()) if o.get("name") == "stderr"]
    return found
