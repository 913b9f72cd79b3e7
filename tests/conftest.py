"""What every test may ask for."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


_CACHE = "SHENYUE_TESTS_CACHE"


def pytest_configure() -> None:
    """One cache for this run and its processes, not the tester's own: first filled and then used, as on a user's machine."""
    if _CACHE not in os.environ:
        os.environ[_CACHE] = os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="shenyue-tests-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind, once the last process of the run is done."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(_CACHE), ignore_errors=True)


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the published reports and cases that are not ours to ship; skips where it is absent."""
    folder = Path(os.environ.get("SHENYUE_SHARED", ROOT.parent / "shared"))
    if not (folder / "reports").is_dir():
        pytest.skip("the published reports are not here (set SHENYUE_SHARED to their folder)")
    return folder


@pytest.fixture(scope="session")
def shared_reports(shared: Path) -> Path:
    """The folder with the published reports."""
    return shared / "reports"


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and state of this test alone: it must not find, nor leave, anything in the tester's own folders."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.setenv("COLUMNS", "100")  # whatever terminal or test runner this is
    monkeypatch.delenv("LINES", raising=False)
    monkeypatch.delenv("SHENYUE_STORE", raising=False)
    return folder
