"""Worked examples that a sales coach can read: a sentence each, with what is given and what must follow."""

from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from sellkit.training.yamlfile import read_yaml

FOLDER = Path(__file__).with_name("examples")


def examples(topic: str, rule: str) -> list[ParameterSet]:
    """The examples of one rule as `(given, expect)`; their sentences are the tests' ids.

    A file holds `rule: [{says, given, expect}, …]` for each rule of its topic.
    """
    file = FOLDER / f"{topic}.yaml"
    listed: list[dict[str, Any]] = read_yaml(file.name, file.read_bytes()).data[rule]
    return [pytest.param(example.get("given"), example["expect"], id=example["says"]) for example in listed]
