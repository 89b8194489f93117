"""What every test may rely on: the installed wheel is what is tested, and a browser that asks for no network."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

import sellkit

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]

# A busy machine is no fault of a rule or a page; what is slow is measured in benchmarks/.
settings.register_profile("sellkit", deadline=None)
settings.load_profile("sellkit")
expect.set_options(timeout=30_000)


def pytest_report_header() -> str:
    return f"sellkit: {Path(sellkit.__file__).parent}"


def pytest_sessionstart() -> None:
    """A file that is missing from the wheel must fail here, not at a customer's."""
    must_be_wheel = os.environ.get("SELLKIT_WHEEL") == "1" or os.environ.get("CI")
    if must_be_wheel and "site-packages" not in Path(sellkit.__file__).parts:
        pytest.exit(f"the tests would run against {sellkit.__file__} instead of the installed wheel", returncode=4)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout: for what is not in the wheel, such as the README."""
    return ROOT


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path. Where everything is set up it must be there; a developer without one skips."""
    found = os.environ.get("SELLKIT_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and os.environ.get("CI"):
        pytest.fail("no browser: `make test` installs one")
    if found is None:
        pytest.skip("no browser on this machine: `make test` installs one")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield running
        running.close()
