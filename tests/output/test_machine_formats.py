"""JSON, SARIF and JUnit hold what their schemas ask for."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from shenyue.findings import Severity
from shenyue.output import as_json, as_junit, as_sarif
from shenyue.output.failure import Failure
from shenyue.review import Order, Review, open_review

FAILURES = (Failure("坏.docx", "坏.docx 不是 Word 文件，请另存为 .docx 再试。"),)


@pytest.fixture(scope="module")
def reviews(root: Path) -> list[Review]:
    """The reports of the corpus, every format among them."""
    files = sorted((root / "corpora" / "reports").glob("*.*"))
    return [
        open_review(path.relative_to(root) if path.is_relative_to(Path.cwd()) else path, Order())
        for path in files
        if path.suffix in {".docx", ".html", ".txt"}
    ][:12]


def test_json_follows_its_schema(reviews: list[Review], root: Path) -> None:
    text = "".join(as_json.join((as_json.fragment(review) for review in reviews), FAILURES))

    schema = json.loads((root / "docs" / "schema" / "shenyue.review-1.json").read_text("utf-8"))
    jsonschema.validate(json.loads(text), schema, cls=jsonschema.Draft202012Validator)
    assert len(json.loads(text)["reports"]) == len(reviews)


def test_spans_of_json_are_the_quotes(reviews: list[Review]) -> None:
    for review in reviews:
        for finding in json.loads(as_json.fragment(review))["findings"]:
            start, end = finding["place"]["start"], finding["place"]["end"]
            if start is not None:
                assert review.report.document.text[start:end] == finding["quote"]


def test_sarif_follows_its_schema(reviews: list[Review], root: Path) -> None:
    text = "".join(as_sarif.join((as_sarif.fragment(review) for review in reviews), FAILURES))

    schema = json.loads((root / "tests" / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.validate(json.loads(text), schema, cls=jsonschema.Draft4Validator)
    (run,) = json.loads(text)["runs"]
    assert len(run["results"]) == sum(len(review.findings) for review in reviews)
    assert {
        run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for result in run["results"]
    } == {True}
    assert run["invocations"][0]["executionSuccessful"] is False


def test_junit_counts_what_it_holds(reviews: list[Review]) -> None:
    text = "".join(
        as_junit.join((as_junit.fragment(review, Severity.WARNING) for review in reviews), FAILURES)
    )

    suites = ET.fromstring(text)  # noqa: S314 - our own output
    assert len(suites) == len(reviews) + len(FAILURES)
    for suite in suites:
        for count, tag in (("failures", "failure"), ("skipped", "skipped"), ("errors", "error")):
            assert int(suite.get(count, "-1")) == len(suite.findall(f"testcase/{tag}"))
        assert int(suite.get("tests", "-1")) == len(suite.findall("testcase"))
