"""Rule packs written by tests: a made-up check, and folders of TOML."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest

from shenyue.checks import CHECKS, CheckKind
from shenyue.findings import Hit, Outcome, Passed
from shenyue.model import Span
from shenyue.report import Report


def words(
    report: Report,
    *,
    list: tuple[str, ...],  # noqa: A002 - the key that a rule author would write
    limit: int = 10,
    share: Decimal = Decimal("0.5"),
    mode: Literal["all", "first"] = "all",
    right: Mapping[str, str] | None = None,
) -> Iterator[Outcome]:
    """Yield a hit for every listed word."""
    del limit, share, mode, right
    for word in list:
        at = report.document.text.find(word)
        yield Hit(Span(at, at + len(word)), {"word": word}) if at >= 0 else Passed(word)


WORDS = CheckKind(words, frozenset({"word", "count"}), frozenset({"weak"}))


@pytest.fixture(autouse=True)
def words_check(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the made-up check among the real ones while a test runs; a test module names it to use it."""
    monkeypatch.setitem(CHECKS, "words", WORDS)


RULE = """\
id = "L900"
title = "用词"
severity = "warning"
message = "出现“{word}”。"
suggestion = "请改正“{quote}”。"
why = "测试"

[[basis]]
rank = "实务"
title = "审核惯例"

[check]
kind = "words"
list = ["甲", "乙"]
limit = 3

[variant.unsure]
severity = "info"

[[example]]
note = "有甲"
insert = {part1 = "甲。"}
flags = [{rule = "L900", quote = "甲"}]
"""


def write_pack(root: Path, pack_id: str, pack: str = "", **rules: str) -> Path:
    """A pack folder with its pack.toml (name and version are added) and rule files by stem; returns the root."""
    folder = root / pack_id
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.toml").write_text(f'name = "{pack_id}"\nversion = "1"\n{pack}', "utf-8")
    for stem, text in rules.items():
        (folder / f"{stem}.toml").write_text(text, "utf-8")
    return root
