"""The key of a finding: the same fault has the same key in every format and every later run.

Never in a key: offsets, paragraph or line numbers, labels, values, message, severity.
"""

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from shenyue.chinese.numbering import read_label
from shenyue.findings import Hit
from shenyue.model import Span
from shenyue.report import Report

_BOUNDARIES = frozenset("，。；：！？,｡;:!?\n\t")
_LONGEST = 40
"""Characters of a clause that count."""
_FARTHEST = 1000
"""Characters from a quote within which its clause begins and ends; a text without any mark is not searched through for each."""


def finding_key(rule: str, anchor: str) -> str:
    """First 12 hex digits of sha256(`rule|anchor`)."""
    return sha256(f"{rule}|{anchor}".encode()).hexdigest()[:12]


def finding_keys(rule: str, anchors: Sequence[str]) -> tuple[str, ...]:
    """The keys of one rule's findings in text order; equal anchors get `|2`, `|3`."""
    seen: Counter[str] = Counter()
    keys: list[str] = []
    for anchor in anchors:
        seen[anchor] += 1
        keys.append(finding_key(rule, anchor if seen[anchor] == 1 else f"{anchor}|{seen[anchor]}"))
    return tuple(keys)


def anchor_of(report: Report, hit: Hit) -> str:
    """What a finding hangs on: a cell of the contract, the name of what is missing, or a clause of a part."""
    if hit.cell is not None:
        return str(hit.cell)
    if hit.missing or hit.span is None:
        return hit.missing or hit.name
    part = report.section_at(hit.span.start).part or 0
    return f"part{part}|{_clause(report, hit.span)}"


def _clause(report: Report, span: Span) -> str:
    """The clause that holds the beginning of a quote, folded."""
    text = report.document.text
    begin, end = _paragraph(report, span.start)
    label = read_label(text[begin : min(end, begin + _FARTHEST)])
    if label is not None:
        begin = text.index(label.text, begin) + len(label.text)
    start = max(span.start, begin)
    begin, end = max(begin, start - _FARTHEST), min(end, start + _FARTHEST)
    left = next((at + 1 for at in range(start - 1, begin - 1, -1) if text[at] in _BOUNDARIES), begin)
    right = next((at for at in range(start, end) if text[at] in _BOUNDARIES), end)
    return _folded(text[left:right]) or _folded(report.document.quote(span))


def _paragraph(report: Report, offset: int) -> tuple[int, int]:
    blocks = report.document.blocks
    at = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
    if at >= 0 and offset < max(blocks[at].span.end, blocks[at].span.start + 1):
        return blocks[at].span.start, blocks[at].span.end
    return offset, len(report.document.text)


def _folded(clause: str) -> str:
    label = read_label(clause)
    unlabelled = clause.lstrip().removeprefix(label.text) if label else clause
    return "".join(unicodedata.normalize("NFKC", unlabelled).split())[:_LONGEST]
