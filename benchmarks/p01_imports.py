"""P1: the front door against pydantic with 40 models of the same average size."""

import sys
from collections.abc import Iterator

from measure import Figure, compared, reported
from pydantic import BaseModel

MODELS = 40


def figures() -> Iterator[Figure]:
    fields = average_fields()
    body = "".join(f"    f{number}: str | None = None\n" for number in range(fields))
    classes = "".join(f"class M{number}(BaseModel):\n{body}" for number in range(MODELS))
    reference = program(f"from pydantic import BaseModel\n{classes}")
    for name in ("sellkit", "sellkit.models"):
        ours = program(f"import {name}")
        title = f"pydantic and {MODELS} models of {fields} fields"
        yield compared("P1", f"import {name}", title, 1.5, reported(*ours), reported(*reference))


def program(code: str) -> list[str]:
    """Times the code inside the process: starting Python is not our doing."""
    timing = f"import time\nstart = time.perf_counter()\n{code}\nprint(time.perf_counter() - start)"
    return [sys.executable, "-c", timing]


def average_fields() -> int:
    import sellkit.models  # noqa: F401 - what is imported is what is counted

    sizes = [len(model.model_fields) for model in descendants(BaseModel) if model.__module__.startswith("sellkit.")]
    return round(sum(sizes) / len(sizes))


def descendants(model: type[BaseModel]) -> set[type[BaseModel]]:
    return {model, *(found for child in model.__subclasses__() for found in descendants(child))}
