"""Reviews as JUnit XML, for build servers: a report is a suite, a rule a case."""

from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree as ET

from shenyue.findings import Finding, LedgerEntry, LedgerState, Severity
from shenyue.output.failure import Failure
from shenyue.output.literal import visible
from shenyue.output.spot import spot
from shenyue.output.style import NAMES
from shenyue.review import Review
from shenyue.waivers import Notice

_SKIPPED = frozenset({LedgerState.NOT_APPLICABLE, LedgerState.COULD_NOT_CHECK, LedgerState.DISABLED})


def fragment(review: Review, least: Severity = Severity.ERROR) -> str:
    """One suite; a rule fails where it has a finding of `least` severity or graver, lesser ones stand in system-out."""
    return _text(_suite(review, least))


def join(
    fragments: Iterable[str], failures: Sequence[Failure], notices: Sequence[Notice] = ()
) -> Iterator[str]:
    """The whole document, written as the suites come; `failures` and `notices` are read last."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="shenyue">\n'
    yield from fragments
    yield from (_text(_broken(failure)) for failure in failures)
    if notices:
        yield _text(_told(notices))
    yield "</testsuites>\n"


def _text(suite: ET.Element) -> str:
    ET.indent(suite)
    return ET.tostring(suite, encoding="unicode") + "\n"


def _suite(review: Review, least: Severity) -> ET.Element:
    by_rule: dict[str, list[Finding]] = {}
    for finding in review.findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    cases = [_case(entry, by_rule.get(entry.rule, []), review, least) for entry in review.ledger]
    suite = ET.Element("testsuite", name=visible(str(review.path)), tests=str(len(cases)), errors="0")
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
    suite.extend(cases)
    return suite


def _case(entry: LedgerEntry, findings: Sequence[Finding], review: Review, least: Severity) -> ET.Element:
    title = review.pack.rule(entry.rule).title
    case = ET.Element("testcase", classname=review.pack.id.replace("/", "."), name=f"{entry.rule} {title}")
    grave = [finding for finding in findings if finding.severity.rank >= least.rank]
    if grave:
        failure = ET.SubElement(
            case, "failure", message=visible(grave[0].message), type=grave[0].severity.value
        )
        failure.text = "\n".join(_line(review, finding) for finding in grave)
    elif entry.state in _SKIPPED:
        ET.SubElement(case, "skipped", message=visible(entry.reason))
    elif waived := [one for one in review.waived if one.finding.rule == entry.rule]:
        reasons = "；".join(dict.fromkeys(one.reason for one in waived))
        ET.SubElement(case, "skipped", message=visible(f"放过 {len(waived)} 处：{reasons}"))
    if len(grave) < len(findings):
        ET.SubElement(case, "system-out").text = "\n".join(
            _line(review, finding) for finding in findings if finding not in grave
        )
    return case


def _line(review: Review, finding: Finding) -> str:
    """A finding in a table names the table itself."""
    start = finding.place.start
    where = "" if start is None or finding.place.table else f"{spot(review.report, start)}："
    return visible(f"［{NAMES[finding.severity]}］{where}{finding.message}")


def _broken(failure: Failure) -> ET.Element:
    suite = ET.Element(
        "testsuite", name=visible(failure.path), tests="1", failures="0", errors="1", skipped="0"
    )
    case = ET.SubElement(suite, "testcase", classname="shenyue", name="读取文件")
    ET.SubElement(case, "error", message=visible(failure.sentence), type="unreadable")
    return suite


def _told(notices: Sequence[Notice]) -> ET.Element:
    """What is wrong with waivers, as a suite that nothing fails in."""
    suite = ET.Element("testsuite", name="放过清单", tests="0", failures="0", errors="0", skipped="0")
    ET.SubElement(suite, "system-out").text = "\n".join(visible(str(notice)) for notice in notices)
    return suite
