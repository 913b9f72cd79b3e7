"""Hostile files through the loaders and the recogniser; what must come out was written before either."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Never

import cases_bad
import cases_copied
import cases_docx
import cases_docx_asides
import cases_docx_formats
import cases_docx_numbers
import cases_docx_packages
import cases_html
import cases_html_tables
import cases_layouts
import cases_layouts_two_four
import cases_md
import cases_txt
import pytest
import regex
from expected import compare
from hostile_case import BadCase, HostileCase

from shenyue.errors import UnreadableFile

CASES: tuple[HostileCase, ...] = (
    *cases_docx.CASES,
    *cases_docx_asides.CASES,
    *cases_docx_formats.CASES,
    *cases_docx_numbers.CASES,
    *cases_docx_packages.CASES,
    *cases_html.CASES,
    *cases_html_tables.CASES,
    *cases_txt.CASES,
    *cases_copied.CASES,
    *cases_md.CASES,
    *cases_layouts.CASES,
    *cases_layouts_two_four.CASES,
)
NAMES_OF_FORMATS = regex.compile(
    r"\b(?:Word|WPS|Office|LibreOffice|Microsoft|PDF|HTML|XML|ZIP|UTF-8|GBK|GB18030|Excel|OCR)\b|\.?\b(?:docx?|xlsx|html?|txt|md|pdf|wps|zip|xml)\b",
    regex.I,
)
SECONDS = 20


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hostile(case: HostileCase, tmp_path: Path) -> None:
    with within(SECONDS):
        compare(case, tmp_path)


@pytest.mark.parametrize("case", cases_bad.CASES, ids=lambda case: case.name)
def test_refused(case: BadCase, tmp_path: Path) -> None:
    from shenyue.loaders import load  # noqa: PLC0415 - the cases stand without any loader

    path = case.prepare(tmp_path)
    with within(SECONDS), pytest.raises(UnreadableFile) as refused:
        load(path)
    sentence = str(refused.value)
    assert path.name[:40] in sentence
    said = sentence.replace(str(path), "").replace(path.name, "")
    assert sentence.endswith("。")
    assert said.count("。") == 1
    assert "\n" not in sentence
    assert "请" in said
    assert regex.search(case.says, said), said
    assert not regex.search(r"[A-Za-z]{3,}", NAMES_OF_FORMATS.sub("", said)), said


def test_names_differ() -> None:
    names = [case.name for case in CASES] + [case.name for case in cases_bad.CASES]
    assert len(names) == len(set(names))


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Stops what takes too long, such as a read from a pipe into which nobody writes."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(*_: object) -> Never:
        raise TimeoutError(f"more than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
