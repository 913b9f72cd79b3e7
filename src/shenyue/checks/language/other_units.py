"""Names of another unit, place or trade left in a report that began as someone else's (L512).

Only what the unit says of itself or does itself counts: 贯彻全省会议精神 and 全省统一平台 are right in any report.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import regex

from shenyue.checks.language.wording_text import wording_text
from shenyue.findings import Hit, NotApplicable, Outcome, Passed
from shenyue.model import Span
from shenyue.report import Kind, Report

OTHER_UNITS_VALUES = frozenset({"text", "unit", "around"})
OTHER_UNITS_VARIANTS = frozenset({"self", "scope", "leaders"})
_MUNICIPALITIES = ("北京", "上海", "天津", "重庆")
_GOVERNMENTS = frozenset({Kind.OFFICE, Kind.COUNTY, Kind.CITY, Kind.PROVINCE, Kind.MINISTRY})
_QUOTED = regex.compile(r"“[^“”\n]{0,60}”|《[^《》\n]{0,80}》")
_AROUND = 10
_DOINGS = r"(?:组织|推动|推进|指导|部署|统筹|督促|督导|协调|规范|加强|强化|做好|抓好|深化|提升|促进|主管|负责|牵头|承担|开展|带动|引领|监督|检查)"
_FROM_ABOVE = regex.compile(
    r"会议|精神|部署|要求|统一|平台|系统|排名|考核|评估|测评|评比|评选|通报|培训|前列|第[一二三四五六七八九十\d]|率先|首[个家批次]|试点|示范|先进|优秀|表彰|"
    r"经验|推广|通知|文件|意见|规定|要点|方案|标准|决策|号召|安排|下发|印发|转发|网站|热线|任务|战略|大局|目标"
)
_SELF = regex.compile(
    r"(?<![\p{Han}][们自])(?P<mark>[我本](?P<noun>局|厅|委(?![托派任婉屈])|办(?![理法结事公好学案件完成])|街道|街(?!道)|镇|乡|县|区(?![域间块分])|省|旗|"
    r"校(?![对验正核])|院(?!落)|中心|公司|集团|部(?![分署门队])|处(?![理置于罚在境])))"
)
_NAMES_OF: Mapping[str, str] = {
    "街": "街道|街",
    "办": "办公厅|办公室|办事处|办$",
    "处": "处",
    "校": "学校|大学|学院|校",
    "委": "委员会|委$|管委会",
    "部": "部",
    "院": "院",
    "街道": "街道|街道办事处",
}
_SUBJECT = regex.compile(
    r"(?:(?<=[，。；：\n])|(?<=年[，,]?)|^)\s*(?P<mark>(?P<name>[\p{Han}]{2,24}?(?:街道(?:办事处)?|镇(?:人民政府|政府)?|乡(?:人民政府|政府)?|"
    r"[局厅部]|委员会|[区县市省](?:人民政府|政府)(?:办公[厅室])?|管委会)))(?=(?:\d{4}年(?:度)?)?(?:的)?(?:政府信息公开|政务公开)工作(?!领导|要点|专|动态|部门|机构|制度|平台|会|培训|考核|处|科|股|业务|办)|"
    r"(?:共|全年|累计|新|年内|\d{4}年)*(?:收到|受理)[^，。；\n]{0,8}(?:政府信息公开申请|信息公开申请|依申请)|"
    r"(?:始终|一直|持续|进一步|不断)?(?:高度重视|认真贯彻|深入贯彻|全面贯彻|坚持以|严格按照|严格执行|以习近平))"
)
_OWN_PLACE = regex.compile(r"[\p{Han}]+?(?:自治州|自治县|自治旗|自治区|街道|[省市州盟区县旗镇乡])")


def other_units(
    report: Report, *, ministries: tuple[str, ...] = (), innocent: tuple[str, ...] = ()
) -> Iterator[Outcome]:
    """The unit speaks of itself, its place and its leaders by their own names.

    `ministries`: names of central departments, which no local unit bears. `innocent`: words in which a name may stand.
    """
    if not report.unit:
        yield NotApplicable("看不出报告单位")
        return
    own = _Own(report.unit, report.kind)
    read = wording_text(report)
    text = _without_quotes(read.text)
    hits = [*_selves(text, own), *_scopes(text, own), *_leaders(text, own), *_subjects(text, own, ministries)]
    clean = True
    for hit in hits:
        if hit.span and not any(word in _near(text, hit.span) for word in innocent):
            clean = False
            yield hit
    if clean:
        yield Passed("other_units")


@dataclass(frozen=True, slots=True)
class _Own:
    unit: str
    kind: Kind | None

    @property
    def municipal(self) -> bool:
        """In a municipality directly under the central government, which has no province above it."""
        return self.unit.startswith(_MUNICIPALITIES)

    @property
    def provincial(self) -> bool:
        """Acts for a province or for the country."""
        rest = regex.sub(r"\A[\p{Han}]{2,4}?(?:省|自治区)", "", self.unit)
        above = self.kind in {Kind.PROVINCE, Kind.MINISTRY} or self.unit.startswith(("国家", "中国", "全国"))
        return above or (rest != self.unit and not regex.search(r"[市州盟县旗区]", rest)) or "厅" in self.unit


def _without_quotes(text: str) -> str:
    return _QUOTED.sub(lambda match: "\n" * len(match[0]), text)


def _near(text: str, span: Span) -> str:
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    return before + text[span.start : span.end + _AROUND].partition("\n")[0]


def _hit(text: str, span: Span, own: _Own, variant: str = "", *, certain: bool = True) -> Hit:
    values = {"text": text[span.start : span.end], "unit": own.unit, "around": _near(text, span)}
    return Hit(span, values, variant=variant, certain=certain, name="other_units")


def _selves(text: str, own: _Own) -> Iterator[Hit]:
    """我局 in a street's report, 我县 in a district's."""
    for match in _SELF.finditer(text):
        noun = match["noun"]
        if regex.search(_NAMES_OF.get(noun, noun), own.unit) or _may_be_above(noun, own):
            continue
        yield _hit(text, Span(*match.span("mark")), own, "self")


def _may_be_above(noun: str, own: _Own) -> bool:
    """Whether the unit may belong to a place of that rank that its name leaves out."""
    if noun == "省":
        return not own.municipal
    if noun in "区县旗":
        return not regex.search(r"[区县旗市州盟]", own.unit)
    return noun == "办" and own.kind in {Kind.STREET, Kind.OFFICE}


def _scopes(text: str, own: _Own) -> Iterator[Hit]:
    """推动全省政府信息公开工作 by a unit that acts for less than a province."""
    if own.provincial:
        return
    scope = regex.compile(
        rf"{_DOINGS}(?:了|好)?(?P<mark>全省|全自治区|全国|我省)(?P<rest>[^，。；：\n]{{0,24}})"
    )
    for match in scope.finditer(text):
        before = text[max(0, match.start() - _AROUND) : match.start()].rpartition("\n")[2]
        clause = regex.split(r"[，。；：、]", before)[-1] + match[0]
        if not _FROM_ABOVE.search(clause):
            yield _hit(text, Span(*match.span("mark")), own, "scope")


def _leaders(text: str, own: _Own) -> Iterator[Hit]:
    """省委、省政府 in a municipality; 县委、县政府 in a district."""
    wrong: list[str] = []
    if own.municipal:
        wrong.append(r"省委、?省政府|省委省政府")
    if regex.search(r"[^自治]区", own.unit) and "县" not in own.unit:
        wrong.append(r"县委、?县政府")
    if "县" in own.unit and "区" not in own.unit:
        wrong.append(r"区委、?区政府")
    if not wrong or own.kind in _GOVERNMENTS - {Kind.OFFICE, Kind.COUNTY}:
        return
    for match in regex.finditer(rf"(?<![各\p{{Lu}}])(?:{'|'.join(wrong)})", text):
        before = text[max(0, match.start() - 2 * _AROUND) : match.start()]
        if not regex.search(r"帮扶|支援|结对|协作|对口|各地|各", before):
            yield _hit(text, Span(*match.span()), own, "leaders")


def _subjects(text: str, own: _Own, ministries: tuple[str, ...]) -> Iterator[Hit]:
    """Another unit as the one that did this report's work."""
    for match in _SUBJECT.finditer(text):
        name = match["name"]
        if name in ministries and own.kind is not Kind.MINISTRY:
            yield _hit(text, Span(*match.span("mark")), own)
        elif _is_full_name(name) and not _is_own(name, own):
            above = _place(name) and own.unit.startswith(_place(name))
            yield _hit(text, Span(*match.span("mark")), own, certain=not above)


def _is_full_name(name: str) -> bool:
    """Whether it names a place and a body: 青山区教育局, 柳溪镇人民政府; 区政府 and 各街道 are none."""
    return bool(
        regex.fullmatch(
            r"(?![各本我全该某和及与由在对向])[\p{Han}]{2,}(?:[省市区县旗州盟][\p{Han}]{1,}|(?:街道|镇|乡).*)",
            name,
        )
    )


def _place(name: str) -> str:
    match = regex.match(r"[\p{Han}]+?[省市区县旗州盟](?=[\p{Han}])", name)
    return match[0] if match else ""


def _is_own(name: str, own: _Own) -> bool:
    """Whether a name is the unit's own, shortened or not; a government speaks of the units below it."""
    trimmed = regex.sub(r"(?:办事处|人民政府|政府)\Z", "", name)
    trimmed = regex.sub(r"\A(?:\d{4}年(?:度)?|年)", "", trimmed)
    return trimmed in own.unit or (own.kind in _GOVERNMENTS and own.unit[:2] in name)
