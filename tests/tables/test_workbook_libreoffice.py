"""A workbook that LibreOffice has opened and saved is the same workbook. Runs where LibreOffice is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from sellkit.interchange.reading import read_workbook
from sellkit.interchange.writing import write_workbook
from sellkit.models.account.account import Account
from sellkit.models.opportunity import Opportunity
from sellkit.training.accounts import planned
from sellkit.training.deals import example
from sellkit.training.words import Words

OFFICE = shutil.which("soffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_what_libreoffice_saved_is_what_was_written(language: str, tmp_path: Path) -> None:
    words, deal, account = Words(language), example(language)[-1], planned(language)
    for name, record in (("deal", deal), ("account", account)):
        (tmp_path / f"{name}.xlsx").write_bytes(write_workbook(record, words))
    for folder, ending in (("ods", "ods"), ("back", "xlsx")):
        files = sorted(tmp_path.glob("*.xlsx")) if ending == "ods" else sorted((tmp_path / "ods").glob("*.ods"))
        home = f"-env:UserInstallation=file://{tmp_path}/office"
        call = [
            OFFICE,
            home,
            "--headless",
            "--convert-to",
            ending,
            "--outdir",
            str(tmp_path / folder),
            *map(str, files),
        ]
        subprocess.run(call, check=True, capture_output=True, timeout=300)
    read = [(tmp_path / "back" / f"{name}.xlsx").read_bytes() for name in ("deal", "account")]
    assert read_workbook(Opportunity, read[0], words).record == deal
    assert read_workbook(Account, read[1], words, before=account).record == account
