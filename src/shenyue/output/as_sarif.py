"""Reviews as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), for tools that collect findings."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from shenyue import __version__
from shenyue.findings import Finding, ItemState, LedgerEntry, LedgerState, Severity
from shenyue.model import Origin
from shenyue.output.failure import Failure
from shenyue.output.literal import visible
from shenyue.review import Review
from shenyue.rules import Rule
from shenyue.waivers import Notice, Waived

Json = dict[str, object]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PLAIN_TEXT = frozenset({"txt", "md"})
"""Formats whose origins are lines: only there do line and column mean something in the file."""


def fragment(review: Review) -> str:
    """What one report adds to the run, as JSON."""
    parts = {
        "artifact": _artifact(review),
        "rules": [_descriptor(rule) for rule in review.pack.rules],
        "results": [
            *(_result(finding, review) for finding in review.findings),
            *(_suppressed(one, review) for one in review.waived),
        ],
        "notifications": [_unchecked(entry, review) for entry in review.ledger if _reasons(entry)],
    }
    return json.dumps(parts, ensure_ascii=False)


def join(
    fragments: Iterable[str], failures: Sequence[Failure], notices: Sequence[Notice] = ()
) -> Iterator[str]:
    """All reports as one run; unreadable files, duties that could not be checked and notices are notifications."""
    parts = [json.loads(text) for text in fragments]
    rules = {rule["id"]: rule for part in reversed(parts) for rule in part["rules"]}
    numbers = {rule: number for number, rule in enumerate(sorted(rules))}
    run: Json = {
        "tool": {"driver": _driver([rules[key] for key in sorted(rules)])},
        "columnKind": "unicodeCodePoints",
        "language": "zh-CN",
        "artifacts": [part["artifact"] for part in parts],
        "invocations": [_invocation([*_notes(parts, notices)], failures)],
        "results": [
            {**result, "ruleIndex": numbers[result["ruleId"]]} for part in parts for result in part["results"]
        ],
    }
    yield (
        json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _notes(parts: Iterable[dict[str, list[Json]]], notices: Sequence[Notice]) -> Iterator[Json]:
    yield from (note for part in parts for note in part["notifications"])
    for notice in notices:
        yield {
            "level": "warning",
            "message": {"text": visible(notice.sentence)},
            "locations": [{"physicalLocation": _physical(notice.file)}],
        }


def _suppressed(waived: Waived, review: Review) -> Json:
    """A finding that is let pass: a result with its suppression."""
    words = (waived.reason, waived.person, f"至 {waived.expires}" if waived.expires else "")
    why = {"kind": "external", "justification": visible("，".join(word for word in words if word))}
    return _result(waived.finding, review) | {"suppressions": [why]}


def _driver(rules: Sequence[Json]) -> Json:
    return {"name": "Shenyue", "fullName": "审阅", "version": __version__, "rules": list(rules)}


def _descriptor(rule: Rule) -> Json:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.suggestion or rule.title},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": not rule.disabled},
        "properties": {"basis": [str(basis) for basis in rule.basis]},
    }


def _uri(path: Path) -> str:
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _artifact(review: Review) -> Json:
    source = review.report.document.source
    return {
        "location": {"uri": _uri(review.path)},
        "hashes": {"sha-256": source.sha256},
        "properties": {
            "format": source.format,
            "title": visible(review.report.title),
            "pack": review.pack.id,
        },
    }


def _invocation(notes: Sequence[Json], failures: Sequence[Failure]) -> Json:
    broken: list[Json] = [
        {
            "level": "error",
            "message": {"text": failure.sentence},
            "locations": [{"physicalLocation": _physical(Path(failure.path))}],
        }
        for failure in failures
    ]
    return {"executionSuccessful": not failures, "toolExecutionNotifications": [*broken, *notes]}


def _reasons(entry: LedgerEntry) -> list[str]:
    reasons = [item.note for item in entry.items if item.state is ItemState.UNCHECKED]
    if entry.state is LedgerState.COULD_NOT_CHECK and not reasons:
        reasons = [entry.reason]
    return list(dict.fromkeys(reasons))


def _unchecked(entry: LedgerEntry, review: Review) -> Json:
    text = f"{entry.rule} 未能核对：{'；'.join(_reasons(entry))}"
    return {
        "level": "note",
        "message": {"text": visible(text)},
        "associatedRule": {"id": entry.rule},
        "locations": [{"physicalLocation": _physical(review.path)}],
    }


def _physical(path: Path) -> Json:
    return {"artifactLocation": {"uri": _uri(path)}}


def _result(finding: Finding, review: Review) -> Json:
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": visible(finding.message)},
        "locations": [_location(finding, review)],
        "partialFingerprints": {"shenyueKey/v1": finding.key},
        "properties": {
            "quote": visible(finding.quote),
            "suggestion": visible(finding.suggestion),
            "basis": list(finding.basis),
        },
    }


def _location(finding: Finding, review: Review) -> Json:
    physical: Json = _physical(review.path)
    region = _region(finding, review)
    if region:
        physical["region"] = region
    return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": _logical(finding)}]}


def _region(finding: Finding, review: Review) -> Json | None:
    document, start, end = review.report.document, finding.place.start, finding.place.end
    if start is None or end is None or document.source.format not in _PLAIN_TEXT:
        return None
    origin = document.source.origins[bisect_right(document.source.origins, start, key=_start) - 1]
    column = origin.offset + 1 if origin.generated else origin.offset + start - origin.start + 1
    region: Json = {
        "startLine": origin.node,
        "startColumn": column,
        "snippet": {"text": visible(document.text[start:end])},
    }
    return region | (
        {"charOffset": start, "charLength": end - start} if document.source.format == "txt" else {}
    )


def _start(origin: Origin) -> int:
    return origin.start


def _logical(finding: Finding) -> str:
    place = finding.place
    steps = [
        f"第{place.section}部分" if place.section else "",
        place.heading,
        place.table or "",
        place.row or "",
        place.column or "",
    ]
    return visible("/".join(step for step in steps if step) or "全文")
