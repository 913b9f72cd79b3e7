"""The contract `shenyue.compare/1`: a comparison as JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict

from shenyue.compare import Comparison, Version
from shenyue.compare.comparison import Compared, Fate, TextChange
from shenyue.decisions import Decision
from shenyue.findings import Finding

SCHEMA = "shenyue.compare/1"
Json = dict[str, object]


def as_json(comparison: Comparison, decisions: Mapping[str, Decision]) -> str:
    """The whole of it; `decisions`: the answers to the first version, by key."""
    carried = comparison.carried(decisions)
    whole = {
        "schema": SCHEMA,
        "old": _version(comparison.old),
        "new": _version(comparison.new),
        "summary": {fate.value: len(comparison.of(fate)) for fate in Fate},
        "findings": [_finding(one, decisions, carried) for one in comparison.findings],
        "cells": [asdict(change) for change in comparison.cells],
        "texts": [_text(change) for change in comparison.texts],
        "unchecked": [asdict(lost) for lost in comparison.lost],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _version(version: Version) -> Json:
    names = ("name", "sha256", "title", "unit", "year")
    told: Json = {name: getattr(version, name) for name in names}
    return told | {"pack": {"id": version.pack, "version": version.pack_version}}


def _finding(one: Compared, decisions: Mapping[str, Decision], carried: Mapping[str, Decision]) -> Json:
    finding = one.finding
    decision = decisions.get(one.old.key) if one.old else None
    return {
        "fate": one.fate.value,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "old": _place(one.old),
        "new": _place(one.new),
        "note": one.note,
        "decision": asdict(decision) if decision else None,
        "carried": one.new is not None and one.new.key in carried,
    }


def _place(finding: Finding | None) -> Json | None:
    if finding is None:
        return None
    place = finding.place
    return {
        "key": finding.key,
        "quote": finding.quote,
        "line": place.line,
        "start": place.start,
        "end": place.end,
    }


def _text(change: TextChange) -> Json:
    return {
        "old": change.old.text if change.old else None,
        "new": change.new.text if change.new else None,
        "heading": any(one.heading for one in (change.old, change.new) if one),
        "edits": [asdict(edit) | {"figures": edit.of_figures} for edit in change.edits],
        "asked": change.asked,
    }
