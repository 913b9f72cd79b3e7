"""When a report was signed or published: by the legal deadline (D603), and not before what it tells of (D605)."""

from collections.abc import Iterator, Mapping
from datetime import date

import regex

from shenyue.checks.reported_year import YearAt, years_of
from shenyue.checks.surroundings import clause_at, sentence_at
from shenyue.checks.wordings import occurs
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.report import Dated, Kind, Report

DEADLINE_VALUES = frozenset({"date", "deadline", "what"})
DATED_AFTER_VALUES = frozenset({"year", "date", "event", "what"})
DATED_AFTER_VARIANTS = frozenset({"event", "undated"})
_DISAGREE = "标题年份与统计期限、正文的年份不一致，无法确定以哪一年为准"
_IMPROVEMENTS = 5
_DONE = regex.compile(r"已经?|召开了|印发了|完成了|组织了|开展了")
"""What tells of something done where plans are told."""
_RESULT = regex.compile(r"率(?:达到?|为)?(?:100[%％]|百分之百)")
"""A result beside the clause that tells of the deed."""
