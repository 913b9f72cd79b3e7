"""The memo opened by the programs that will open it: a browser, a word processor; skipped where they are not installed."""

import json
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hostile_strings import HOSTILE
from memos_by_hand import memo, saying

from shenyue.memo import FORMATS

BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
OFFICE = shutil.which("soffice")
OF_THE_BROWSER = (".google.com", ".googleapis.com", ".gvt1.com", ".gstatic.com")
"""Where the browser itself looks for news of itself."""


def answer_of_the_browser(address: str, folder: Path, log: Path) -> str:
    """The page as it stands when it is loaded; a browser that hangs at its start is asked again with a new profile."""
    for attempt in range(3):
        command = [
            str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / f'profile{attempt}'}",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
            "--disable-extensions", "--no-first-run", f"--log-net-log={log}", "--dump-dom", address,
        ]  # fmt: skip
        with suppress(subprocess.TimeoutExpired):
            return subprocess.run(command, capture_output=True, text=True, timeout=40, check=True).stdout
    pytest.skip("the browser did not start three times in turn")


def opened(page: str, folder: Path) -> tuple[str, set[str]]:
    """The page as the browser understands it, and the hosts that were asked for something meanwhile."""
    path, log = folder / "page.html", folder / "net.json"
    path.write_text(page, "utf-8")
    shown = answer_of_the_browser(path.as_uri(), folder, log)
    events = json.loads(log.read_text("utf-8"))["events"]
    urls = [event["params"]["url"] for event in events if "url" in event.get("params", {})]
    hosts = {urlsplit(url).hostname or "" for url in urls if url.startswith(("http", "ws", "ftp"))}
    return shown, {host for host in hosts if not host.endswith(OF_THE_BROWSER)}


@pytest.mark.skipif(BROWSER is None, reason="no browser here")
def test_the_browser_asks_for_nothing_and_runs_nothing(tmp_path: Path) -> None:
    hostile = " ".join(text for text in HOSTILE.values() if len(text) < 200)
    page = FORMATS["html"](saying(hostile), None).decode()

    shown, hosts = opened(page, tmp_path)
    assert hosts == set()
    assert "alert(1)" in shown
    assert "<script>" not in shown


@pytest.mark.skipif(BROWSER is None, reason="no browser here")
def test_a_page_that_does_ask_would_be_seen(tmp_path: Path) -> None:
    _, hosts = opened('<img src="http://example.invalid/x.png">', tmp_path)

    assert hosts == {"example.invalid"}


@pytest.mark.skipif(OFFICE is None, reason="no office program here")
@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_an_office_program_opens_it(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"意见.{suffix}"
    path.write_bytes(FORMATS[suffix](memo(), None))
    wanted = "txt:Text (encoded):UTF8" if suffix == "docx" else "csv:Text - txt - csv (StarCalc):44,34,76"
    command = [
        str(OFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
        "--convert-to", wanted, "--outdir", str(tmp_path / "out"), str(path),
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, timeout=120, check=True)

    (read,) = (tmp_path / "out").iterdir()
    text = read.read_text("utf-8-sig")
    assert all(item.title in text and item.place in text for item in memo().items)
