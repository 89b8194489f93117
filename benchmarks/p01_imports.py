"""P1: the front door against pydantic with 40 models of the same average size, and the whole house against as many."""

import sys
from collections.abc import Iterator

from measure import Figure, compared, reported
from pydantic import BaseModel

import sellkit.models

MODELS = 40


def figures() -> Iterator[Figure]:
    sizes = fields_of_all_models()
    fields = round(sum(sizes) / len(sizes))
    # names are loaded when they are first used, so the last one is what it costs to use them all
    asked = {"import sellkit": MODELS, "import sellkit.models": MODELS, "from sellkit.models import *": len(sizes)}
    for code, count in asked.items():
        title = f"pydantic and {count} models of {fields} fields"
        yield compared("P1", code, title, 1.5, reported(*program(code)), reported(*program(models(count, fields))))


def models(count: int, fields: int) -> str:
    body = "".join(f"    f{number}: str | None = None\n" for number in range(fields))
    classes = "".join(f"class M{number}(BaseModel):\n{body}" for number in range(count))
    return f"from pydantic import BaseModel\n{classes}"


def program(code: str) -> list[str]:
    """Times the code inside the process: starting Python is not our doing."""
    timing = f"import time\nstart = time.perf_counter()\n{code}\nprint(time.perf_counter() - start)"
    return [sys.executable, "-c", timing]


def fields_of_all_models() -> list[int]:
    for name in sellkit.models.__all__:
        getattr(sellkit.models, name)
    return [len(model.model_fields) for model in descendants(BaseModel) if model.__module__.startswith("sellkit.")]


def descendants(model: type[BaseModel]) -> set[type[BaseModel]]:
    return {model, *(found for child in model.__subclasses__() for found in descendants(child))}
