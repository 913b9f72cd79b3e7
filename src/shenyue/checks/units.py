"""Whether the report speaks of one unit only: its title's. Strict about what counts as naming another (D604)."""

from collections.abc import Iterator

import regex

from shenyue.checks.prose import stretches
from shenyue.chinese.unit_names import fold_unit, same_unit
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.model import Span
from shenyue.report import Kind, Report

UNIT_NAMED_VALUES = frozenset({"unit", "other"})
UNIT_NAMED_VARIANTS = frozenset({"self", "scope", "office"})
_SECONDS = 2.0
_GOVERNMENTS = frozenset({Kind.OFFICE, Kind.COUNTY, Kind.CITY, Kind.PROVINCE})
_LOCAL = r"街道(?:办事处)?|镇(?:人民政府)?|乡(?:人民政府)?"
_DEPARTMENTS = r"局|厅|委员会|管委会|委|部|署"
_BETWEEN = regex.compile(r"(?:[（(]原[^）)]*[）)])?")
_SELF = r"(?<![基根日文样版成资标课\p{{Han}}“])(?:我|本)(?P<type>{types})(?![域长属委员们域部])"
_SCOPE = regex.compile(
    r"(?:组织|推动|推进|统筹|指导|协调|部署|加强|做好)(?P<scope>[全我本](?P<level>[国省市]))(?:的)?(?:政府信息公开|政务公开)工作(?!部署|要求|安排|会|考核|评|要点|培训|总体|目标|大局)"
)


def unit_named(
    report: Report,
    *,
    self_types: tuple[str, ...],
    follows: tuple[str, ...],
    leads: tuple[str, ...],
    others: tuple[str, ...],
) -> Iterator[Outcome]:
    """Signature, subjects near the beginning and self-references (variant self) name the title's unit; no wider work is claimed (variant scope).

    `self_types`: types of unit after 我 and 本 that must occur in the unit's name. `leads`, `follows`: patterns of what stands before and after a
    name that is spoken of as the reporting unit. `others`: patterns of names that are rightly another's.
    """
    if not report.unit:
        yield Unchecked("unit", "报告标题中没有单位名称，无法核对")
        return
    yield from _signature(report)
    try:
        hits = [*_subjects(report, leads, follows, others), *_selves(report, self_types), *_scopes(report)]
    except TimeoutError:
        yield Unchecked("text", "规则中的正则表达式用时过长")
        return
    if not hits:
        yield Passed("text")
    yield from hits


def _signature(report: Report) -> Iterator[Outcome]:
    signing, title = report.dates.signing_unit, report.identity.title
    if signing is None or title is None:
        return
    own_office = report.kind not in _GOVERNMENTS
    if not same_unit(signing.name, report.unit) or (own_office and _is_office_of(signing.name, report.unit)):
        yield _hit(report, signing.span, name="signature")
    elif own_office and _is_office_of(report.unit, signing.name):
        values = {"unit": signing.name, "other": report.unit}
        yield Hit(title.span, values, variant="office", name="signature")
    else:
        yield Passed("signature")


def _is_office_of(one: str, unit: str) -> bool:
    """Whether a name is that of a unit with one of its own offices added: 教育局办公室."""
    return bool(
        regex.fullmatch(
            rf"{regex.escape(fold_unit(unit))}\p{{Han}}{{0,8}}(?:办公室|科|股|处室)", fold_unit(one)
        )
    )


def _hit(report: Report, span: Span, *, name: str = "text", variant: str = "") -> Hit:
    other = fold_unit(report.document.quote(span))
    return Hit(span, {"unit": report.unit, "other": other}, variant=variant, name=name)


def _subjects(
    report: Report, leads: tuple[str, ...], follows: tuple[str, ...], others: tuple[str, ...]
) -> Iterator[Hit]:
    """Names that are spoken of as the reporting unit's: in the preface and the beginning of the overview, at the beginning of a paragraph,
    and before 政府信息公开 anywhere.
    """
    types = _LOCAL if report.kind in _GOVERNMENTS else rf"{_LOCAL}|{_DEPARTMENTS}"
    name = rf"(?P<name>\p{{Han}}{{1,20}}?(?:{types}))"
    before, after = "|".join(leads), "|".join(follows)
    near = regex.compile(rf"(?:{before}){name}(?=(?:{after}))")
    first = regex.compile(rf"\A\s*{name}(?=(?:{after}))")
    anywhere = regex.compile(
        rf"(?:{'|'.join(leads)}){name}(?=(?:20\d\d年度?)?政府信息公开(?:工作|年度|情况|。|$))"
    )
    innocent = regex.compile("|".join(others))
    told: set[str] = set()
    for span, opening in _passages(report):
        text = report.document.quote(span)
        patterns = (near,) if opening else (first, anywhere)
        for match in (one for pattern in patterns for one in pattern.finditer(text, timeout=_SECONDS)):
            found = Span(span.start + match.start("name"), span.start + match.end("name"))
            own = same_unit(match["name"], report.unit)
            if not own and match["name"] not in told and not innocent.search(match["name"], timeout=_SECONDS):
                told.add(match["name"])
                yield _hit(report, found)


def _passages(report: Report) -> Iterator[tuple[Span, bool]]:
    """The prose, and whether it is where a report names itself: the preface, the first passage of the overview."""
    first = True
    for stretch in stretches(report):
        for passage in stretch.passages:
            opening = stretch.section.part == 0 or (stretch.section.part == 1 and first)
            first = first and stretch.section.part != 1
            yield passage.span, opening


def _selves(report: Report, types: tuple[str, ...]) -> Iterator[Hit]:
    wrong = [one for one in types if one[0] not in report.unit]
    if not wrong:
        return
    pattern = regex.compile(_SELF.format(types="|".join(wrong)))
    told: set[str] = set()
    for span, _ in _passages(report):
        for match in pattern.finditer(report.document.quote(span), timeout=_SECONDS):
            if match[0] not in told:
                told.add(match[0])
                yield _hit(report, Span(span.start + match.start(), span.start + match.end()), variant="self")


def _scopes(report: Report) -> Iterator[Hit]:
    if report.kind in {Kind.PROVINCE, Kind.MINISTRY}:
        return
    for span, _ in _passages(report):
        for match in _SCOPE.finditer(report.document.quote(span)):
            if match["level"] not in report.unit:
                start, end = match.span("scope")
                yield _hit(report, Span(span.start + start, span.start + end), variant="scope")
