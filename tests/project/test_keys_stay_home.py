"""Nothing a trainee receives holds the text of a key (S4)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sellkit.training.yamlfile import read_yaml

# a word or two may well stand in a dossier too; a sentence of a key may not
LONG_ENOUGH = {"en": 24, "zh-CN": 10}


def sentences_of_keys(folder: Path) -> set[str]:
    """Reasons, remarks and own-words answers of keys and samples, without their spaces."""
    found = set()
    for file in sorted(folder.rglob("*.yaml")):
        found |= {squeezed(text) for text in key_texts(read_yaml(file.name, file.read_bytes()).data)}
    return found


def key_texts(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for name, value in data.items():
            # the terms that own words are searched for are the dossier's own words
            yield from key_texts(value) if name != "accept" else ()
    elif isinstance(data, list):
        for value in data:
            yield from key_texts(value)
    elif isinstance(data, str):
        language = "zh-CN" if re.search(r"[\u3400-\u9fff]", data) else "en"
        if len(squeezed(data)) >= LONG_ENOUGH[language] and " " in data.strip() + (" " if language == "zh-CN" else ""):
            yield data


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def test_no_sentence_of_a_key_is_in_what_a_trainee_receives(root: Path, trainee_files: dict[str, str]) -> None:
    sentences = sentences_of_keys(root / "solutions")
    assert len(sentences) > 50, "the keys hold reasons in both languages, so this test would find nothing to look for"
    received = {name: squeezed(text) for name, text in trainee_files.items()}
    assert [f"{name}: {text}" for name, text_of in received.items() for text in sentences if text in text_of] == []


def test_a_key_that_slipped_into_an_exercise_would_be_found(root: Path, tmp_path: Path) -> None:
    key = "answers:\n  overall/attitude:\n    why: {en: 'He asked for the second demo\n      himself, twice.'}\n"
    (tmp_path / "key.yaml").write_text(key, encoding="utf-8")
    (sentence,) = sentences_of_keys(tmp_path)
    assert sentence in squeezed("brief: |\n  He asked for the second\n  demo himself, twice.\n")
