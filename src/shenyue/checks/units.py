"""Whether the report speaks of one unit only: its title's. Strict about what counts as naming another (D604)."""

from collections.abc import Iterator

import regex

from shenyue.checks.prose import stretches
from shenyue.chinese.unit_names import bare_unit, fold_unit, same_unit
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Kind, Report

UNIT_NAMED_VALUES = frozenset({"unit", "other"})
UNIT_NAMED_VARIANTS = frozenset({"office", "scope", "self"})
_SECONDS = 2.0
_GOVERNMENTS = frozenset({Kind.OFFICE, Kind.COUNTY, Kind.CITY, Kind.PROVINCE})
_LOCAL = r"街道(?:办事处)?|镇(?:人民政府)?|乡(?:人民政府)?|[省市区县旗州盟]人民政府"
_DEPARTMENTS = r"局|厅|委员会|管委会|委|部|署"
_SCOPE = compiled(
    r"(?:组织|推动|推进|统筹|指导|协调|部署|加强|做好|规范|深化)了?(?P<scope>[全我本](?P<level>[国省市]))的?(?:政府信息公开|政务公开)工作"
    r"(?!部署|要求|安排|会|考核|评|要点|培训|总体|目标|大局)"
)
"""Work of a whole province that a unit below tells of as its own."""
_TOWN = compiled(r"[镇乡](?:人民政府)?\Z")
_OFFICE = compiled(r"(?:政务公开|政府信息公开)?(?:办公[厅室]|(?<=政府)[厅办])\Z")
_NAME = r"(?!现[将就由把公发予对]|由|加强|推进|推动|做好|抓好|指导|督促|组织|规范|强化|深化|完善|健全|提升|开展|编[制写]|公[布开]|发布|形成|反映|汇总|起草|撰写)(?:(?!我)\p{Han}){1,20}?"
"""Words that lead to a name are not part of it (现将临溪区…), and no name has 我."""
_SELF = r"(?<![基根日文样版成资标课“])(?:我|本)(?P<type>{types})(?![域长属委员们部])"


def unit_named(
    report: Report,
    *,
    self_types: tuple[str, ...],
    follows: tuple[str, ...],
    leads: tuple[str, ...],
    others: tuple[str, ...],
) -> Iterator[Outcome]:
    """Whoever signs, whoever is spoken of as the reporting unit, and 我局 (variant self), is the title's unit.

    Variant office: the title adds an office of the unit's. Variant scope: 全省政府信息公开工作 is told of as its own by a unit below. `self_types`: types of unit that after 我 and 本 mean one in whose name they occur. `leads`,
    `follows`: patterns of what stands before and after a name that is spoken of as the reporting unit. `others`: of names that are rightly another's.
    """
    if not report.unit:
        yield Unchecked("unit", "报告标题中没有单位名称，无法核对")
        return
    yield from _signature(report)
    try:
        hits = (*_subjects(report, leads, follows, others), *_selves(report, self_types), *_scopes(report))
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
    if _adds_office(report, report.unit, signing.name):
        values = {"unit": signing.name, "other": report.unit}
        yield Hit(title.span, values, variant="office", name="signature")
    elif report.kind not in _GOVERNMENTS and _is_above(signing.name, report.unit):
        yield Passed("signature", note="落款为本级政府")
    elif report.kind in _GOVERNMENTS and _is_office_of_the_other(signing.name, report.unit):
        yield Passed("signature", note="政府的年度报告由其办公厅（室）组织编制")
    elif not same_unit(signing.name, report.unit) or _adds_office(report, signing.name, report.unit):
        yield _hit(report, signing.span, "signature")
    else:
        yield Passed("signature")


def _adds_office(report: Report, one: str, unit: str) -> bool:
    """Whether a name is that of a unit with one of its own offices added: 教育局办公室. A county's or higher government is reported for by its office."""
    if report.kind in _GOVERNMENTS and not _TOWN.search(unit):
        return False
    office = rf"{regex.escape(fold_unit(unit))}\p{{Han}}{{0,8}}(?:办公室|科|股|处室)"
    return regex.fullmatch(office, fold_unit(one)) is not None


def _is_office_of_the_other(one: str, other: str) -> bool:
    """Whether one is a government and the other its general office, whichever of the two stands first."""
    stems = [_OFFICE.sub("", fold_unit(name)) for name in (one, other)]
    changed = stems[0] != fold_unit(one) or stems[1] != fold_unit(other)
    shorter, longer = sorted(map(bare_unit, stems), key=len)
    return changed and bool(shorter) and longer.endswith(shorter)


def _hit(report: Report, span: Span, name: str, variant: str = "") -> Hit:
    other = fold_unit(report.document.quote(span))
    return Hit(span, {"unit": report.unit, "other": other}, variant=variant, name=name)


def _subjects(
    report: Report, leads: tuple[str, ...], follows: tuple[str, ...], others: tuple[str, ...]
) -> Iterator[Hit]:
    """Names that are spoken of as the reporting unit's: in the preface and the beginning of the overview, at the beginning of a paragraph,
    and before 政府信息公开 anywhere.
    """
    types = _LOCAL if report.kind in _GOVERNMENTS else f"{_LOCAL}|{_DEPARTMENTS}"
    name = rf"(?P<name>{_NAME}(?:{types}))"
    before, after = "|".join(leads), "|".join(follows)
    near = compiled(rf"(?:{before}){name}(?=(?:{after}))")
    first = compiled(rf"\A\s*{name}(?=(?:{after}))")
    anywhere = compiled(rf"(?:{before}){name}(?=(?:20\d\d年度?)?政府信息公开(?:工作|年度|情况|。|$))")
    innocent = compiled("|".join(others))
    signing = report.dates.signing_unit
    names = (report.unit, *((signing.name,) if signing else ()))
    told: set[str] = set()
    for span, opening in _passages(report):
        text = report.document.quote(span)
        patterns = (near,) if opening else (first, anywhere)
        for match in (one for pattern in patterns for one in pattern.finditer(text, timeout=_SECONDS)):
            found = Span(span.start + match.start("name"), span.start + match.end("name"))
            own = any(same_unit(match["name"], one) for one in names) or _is_above(match["name"], report.unit)
            if not own and match["name"] not in told and not innocent.search(match["name"], timeout=_SECONDS):
                told.add(match["name"])
                yield _hit(report, found, "text")


def _is_above(name: str, unit: str) -> bool:
    """Whether it is the government of a place in which the unit lies."""
    return name.endswith("政府") and bare_unit(unit).startswith(bare_unit(name))


def _passages(report: Report) -> Iterator[tuple[Span, bool]]:
    """The prose, and whether it is where a report names itself: the preface, the first passage of the overview."""
    first = True
    for stretch in stretches(report):
        for passage in stretch.passages:
            opening = stretch.section.part == 0 or (stretch.section.part == 1 and first)
            first = first and stretch.section.part != 1
            yield passage.span, opening


def _selves(report: Report, types: tuple[str, ...]) -> Iterator[Hit]:
    wrong = [one for one in types if one not in report.unit]
    if not wrong:
        return
    pattern = compiled(_SELF.format(types="|".join(wrong)))
    told: set[str] = set()
    for span, _ in _passages(report):
        for match in pattern.finditer(report.document.quote(span), timeout=_SECONDS):
            if match[0] not in told:
                told.add(match[0])
                yield _hit(report, Span(span.start + match.start(), span.start + match.end()), "text", "self")


def _scopes(report: Report) -> Iterator[Hit]:
    if report.kind in {Kind.PROVINCE, Kind.MINISTRY}:
        return
    headings = (one.span for section in report.sections for one in section.headings)
    for span in (*headings, *(span for span, _ in _passages(report))):
        for match in _SCOPE.finditer(report.document.quote(span), timeout=_SECONDS):
            if match["level"] not in report.unit:
                start, end = match.span("scope")
                yield _hit(report, Span(span.start + start, span.start + end), "text", "scope")
