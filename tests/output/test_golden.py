"""Whole outputs, byte by byte: what a reviewer sees. `make golden` rewrites them; the diff is to be read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from shenyue.output import as_json, as_junit, as_sarif, as_text
from shenyue.output.rules_text import explain_lines
from shenyue.output.style import Style
from shenyue.review import Order, Review, open_review
from shenyue.rules import read_pack

GOLDEN = Path(__file__).parent / "golden"
REPORT = Path("corpora/reports/street-2023-faulty.docx")
PLAIN = Style(width=100)

Renderer = Callable[[Review], str]
OUTPUTS: dict[str, Renderer] = {
    "street-2023-faulty.txt": lambda review: "".join(
        as_text.join([as_text.fragment(review, PLAIN, ledger=True)], ())
    ),
    "street-2023-faulty.json": lambda review: "".join(as_json.join([as_json.fragment(review)], ())),
    "street-2023-faulty.sarif": lambda review: "".join(as_sarif.join([as_sarif.fragment(review)], ())),
    "street-2023-faulty.junit.xml": lambda review: "".join(as_junit.join([as_junit.fragment(review)], ())),
    "explain-T311.txt": lambda review: "\n".join(explain_lines(review.pack.rule("T311"), PLAIN)) + "\n",
    "explain-N211.txt": lambda _: "\n".join(explain_lines(read_pack("national").rule("N211"), PLAIN)) + "\n",
}


@pytest.fixture(scope="module")
def review(root: Path) -> Review:
    here = Path.cwd()
    os.chdir(root)
    try:
        return open_review(REPORT, Order())
    finally:
        os.chdir(here)


@pytest.mark.parametrize("name", OUTPUTS)
def test_golden(review: Review, name: str) -> None:
    text = OUTPUTS[name](review)
    path = GOLDEN / name
    if os.environ.get("SHENYUE_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")

    assert path.read_text("utf-8") == text
