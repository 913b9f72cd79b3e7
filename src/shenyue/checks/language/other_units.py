"""Names of another unit, place or trade left in a report that began as someone else's (L512).

Only what the unit says of itself or does itself counts: 贯彻全省会议精神 and 全省统一平台 are right in any report. What a unit calls itself
in title, signature and preface, and whose 政府信息公开工作 it reports, is judged by D604.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from shenyue.checks.language.expressions import TOO_SLOW, TooSlow, complaint, expression, search
from shenyue.checks.language.wording_text import wording_text
from shenyue.checks.language.words_around import Word
from shenyue.chinese.unit_names import bare_unit, same_unit
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Kind, Report

OTHER_UNITS_VALUES = frozenset({"text", "unit", "around"})
OTHER_UNITS_VARIANTS = frozenset({"self", "scope", "leaders"})
_MUNICIPALITIES = ("北京", "上海", "天津", "重庆")
_SUPERIORS = frozenset({Kind.OFFICE, Kind.COUNTY, Kind.CITY, Kind.PROVINCE, Kind.MINISTRY})
"""Governments, which report for all below them."""
_QUOTED = compiled(r"“[^“”\n]{0,60}”|《[^《》\n]{0,80}》")
_AROUND = 10
_SHORTEST_NAME = 3
"""Characters of a short name, such as 水务局."""
_FAR = 30
_DOES = r"(?:组织|推动|推进|指导|部署|统筹|督促|督导|协调|规范|加强|强化|做好|抓好|深化|提升|促进|主管|负责|牵头|承担|开展|带动|引领|监督)"
_SCOPE = compiled(rf"{_DOES}(?:了|好)?(?P<mark>全省|全自治区|全国|我省)(?P<rest>[^，。；：\n]{{0,24}})")
_TOLD_ELSEWHERE = compiled(r"的?(?:政府信息公开|政务公开)工作")
"""Of which D604 tells where it stands in prose and not in a heading."""
_WHOLE = compiled(
    r"(?<![\p{Han}、])(?P<mark>全省(?:各级|各地|各部门|上下|政府系统|政务公开系统|行政机关)[^，。；：\n]{0,10}?)(?:持续|不断|认真|深入|全面|积极|坚持|扎实|共|主动|累计|切实|进一步|严格|大力)"
)
_SITES = compiled(
    r"(?:通过|依托|登录|登陆|在|利用)(?P<mark>(?P<place>(?!开发|高新|示范|新|园|景|各|全|本|我|该)\p{Han}{2,3}[区县])(?:人民)?政府(?:门户)?网站)"
)
_SUBORDINATES = compiled(
    r"(?P<mark>(?P<place>(?P<stem>\p{Han}{2})[区县旗])各(?:街道|乡镇|镇街|镇|乡|部门|单位|委办局|社区|行政村|中小学|科室))"
)
_NO_STEM = compiled(
    r"[各全本我该此某每两几数多省市县区旗辖驻对向由与和及至到赴从为把将让使给在以]|[城郊山林牧库矿园景社片小校院厂港新老街战地选灾]\Z"
)
"""What stands before 区 and 县 where they name no place: 全市区, 对山区, 主城区."""
_VISIT = compiled(r"考察|学习|交流|借鉴|调研|邻|兄弟|赴")
_FROM_ABOVE = compiled(
    r"会议|精神|部署|要求|统一|平台|系统|排名|考核|评估|测评|评比|评选|通报|培训|前列|第[一二三四五六七八九十\d]|率先|首[个家批次]|试点|示范|先进|优秀|表彰|"
    r"经验|推广|通知|文件|意见|规定|要点|方案|标准|决策|号召|安排|下发|印发|转发|网站|热线|任务|战略|大局|目标"
)
_APPLICATIONS = compiled(
    r"(?<![\p{Han}])(?:年度?+)?+(?P<mark>(?!年)\p{Han}{2,20}?(?:街道(?:办事处)?|[镇乡](?:人民政府|政府)?|[局厅部]|委员会|管委会|[区县市省](?:人民政府|政府)))"
    r"(?=(?:共|全年|累计|新|年内|本年度|\d{4}年)*(?:收到|受理)(?:了)?(?:政府信息公开申请|信息公开申请|依申请公开))"
)
_ACTOR = compiled(
    r"(?<![\p{Han}、（“])(?P<mark>(?:(?:\p{Han}{2,3})?[省市区县旗州]\p{Han}{2,8}?[局委厅]|我市))(?=(?:主要负责人|主要领导|分管领导|局长)(?:担任|任)|(?:门户)?网站(?:保持|全年|访问|栏目|运行|发布|设)|(?:持续|严格|切实|扎实|全面|深入|坚持|高度重视|不断)[^，。；：\n]{0,10}(?:公开|信息|发布|审核))"
)
"""Someone else as the one who does the unit's own work."""
_FULL_NAME = compiled(
    r"(?![各本我全该某和及与由在对向])\p{Han}{2,}(?:[省市区县旗州盟]\p{Han}+|街道|镇|乡|街道办事处|[镇乡]人民政府|[镇乡]政府)"
)


class _Own(NamedTuple):
    unit: str
    kind: Kind | None

    @property
    def municipal(self) -> bool:
        """In a municipality directly under the central government, which has no province above it."""
        return self.unit.startswith(_MUNICIPALITIES)

    @property
    def provincial(self) -> bool:
        """Acts for a province or for the country."""
        rest = compiled(r"\A\p{Han}{2,4}?(?:省|自治区)").sub("", self.unit)
        above = self.kind in {Kind.PROVINCE, Kind.MINISTRY} or self.unit.startswith(("国家", "中国", "全国"))
        return (
            above or (rest != self.unit and not compiled(r"[市州盟县旗区]").search(rest)) or "厅" in self.unit
        )


def other_units(
    report: Report,
    *,
    self_types: Mapping[str, str],
    ministries: tuple[str, ...] = (),
    innocent: tuple[str, ...] = (),
    trades: Mapping[str, str] | None = None,
) -> Iterator[Outcome]:
    """The unit speaks of its own place, leaders and work.

    `self_types`: for a noun after 我 or 本, what the unit's name must have (both are expressions): 校 = 学校|学院. `ministries`:
    central departments, which receive no applications for a local unit. `innocent`: words near which another's name is right.
    `trades`: for a trade that 我局…工作 names, what the unit's name must have (both are expressions): 教育 = 教.
    """
    if not report.unit:
        yield Unchecked("other_units", "看不出报告单位，无法核对")
        return
    own = _Own(report.unit, report.kind)
    text = _QUOTED.sub(lambda match: "\n" * len(match[0]), wording_text(report).text)
    try:
        selves = [*_selves(text, own, self_types), *_trades(text, own, trades or {})]
    except TooSlow:
        yield Unchecked("other_units", TOO_SLOW)
        return
    hits = [
        *selves,
        *_scopes(text, own, wording_text(report, "prose").text),
        *_leaders(text, own),
        *_sites(text, own),
        *_subordinates(text, own),
        *_received(text, own, ministries),
        *_actors(text, own),
    ]
    kept = [hit for hit in hits if not any(word in hit.values["around"] for word in innocent)]
    yield from kept
    if not kept:
        yield Passed("other_units")


def other_unit_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the expressions of a rule: parameter and sentence."""
    for key in ("self_types", "trades"):
        types = parameters.get(key) or {}
        for source in (one for pair in types.items() for one in pair) if isinstance(types, Mapping) else ():
            if sentence := complaint(source):
                yield key, f"{source}：{sentence}"


def _hit(text: str, span: Span, own: _Own, variant: str = "", *, certain: bool = True) -> Hit:
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    around = before + text[span.start : span.end + _AROUND].partition("\n")[0]
    values = {"text": text[span.start : span.end], "unit": own.unit, "around": around}
    return Hit(span, values, variant=variant, certain=certain, name="other_units")


def _selves(text: str, own: _Own, types: Mapping[str, str]) -> Iterator[Hit]:
    """我校 in a bureau's report, 我区 in a county's: once a noun."""
    told: set[str] = set()
    for noun, names in types.items():
        if search([expression(names)], own.unit):
            continue
        for found in search([expression(rf"(?<![\p{{Han}}“])[我本](?:{noun})")], text):
            if found.text not in told:
                told.add(found.text)
                yield _hit(text, found.span, own, "self")


def _trades(text: str, own: _Own, trades: Mapping[str, str]) -> Iterator[Hit]:
    """我局教育工作 in a water bureau's report."""
    if own.kind is not Kind.DEPARTMENT:
        return
    bare = bare_unit(own.unit)
    names = [bare[at:] for at in range(len(bare) - _SHORTEST_NAME + 1)]
    for trade, named in trades.items():
        if search([expression(named)], own.unit):
            continue
        for found in search([expression(rf"(?P<mark>(?:{trade})工作)")], text):
            before = text[: found.span.start].removesuffix("的")
            if before.endswith(("我局", "本局", "我委", "本委", "我厅", "本厅", *names)):
                yield _hit(text, found.span, own)


def _actors(text: str, own: _Own) -> Iterator[Hit]:
    """县水务局严格审核信息内容 in a town's report, 我市持续推进 in a street's: perhaps copied."""
    if own.kind not in {Kind.STREET, Kind.TOWN, Kind.DEPARTMENT}:
        return
    for match in _ACTOR.finditer(text):
        name = match["mark"]
        own_level = name == "我市" and not compiled("[区县旗]").search(own.unit)
        if not own_level and not same_unit(name, own.unit):
            yield _hit(text, Span(*match.span("mark")), own, certain=False)


def _scopes(text: str, own: _Own, prose: str) -> Iterator[Hit]:
    """推动全省工作 by a unit that acts for less than a province."""
    for match in () if own.provincial else _SCOPE.finditer(text):
        before = text[max(0, match.start() - _AROUND) : match.start()].rpartition("\n")[2]
        clause = compiled(r"[，。；：、]").split(before)[-1] + match[0]
        if not _FROM_ABOVE.search(clause) and not (
            _TOLD_ELSEWHERE.match(match["rest"]) and prose[match.start()] == text[match.start()]
        ):
            yield _hit(text, Span(*match.span("mark")), own, "scope")
    for match in () if own.provincial else _WHOLE.finditer(text):
        yield _hit(text, Span(*match.span("mark")), own, "scope")


def _leaders(text: str, own: _Own) -> Iterator[Hit]:
    """省委、省政府 in a municipality; 县委、县政府 in a district."""
    wrong = ["省委、?省政府"] if own.municipal else []
    if own.kind not in _SUPERIORS - {Kind.OFFICE, Kind.COUNTY}:
        wrong += ["县委、?县政府"] if "区" in own.unit and "县" not in own.unit else []
        wrong += ["区委、?区政府"] if "县" in own.unit and "区" not in own.unit else []
    if own.kind not in {Kind.TOWN, None} and not compiled("[乡镇]").search(own.unit):
        wrong.append("(?<=在)[乡镇]党委、?[乡镇](?:人民)?政府(?=的)")
    for match in compiled("|".join(wrong)).finditer(text) if wrong else ():
        if text[max(0, match.start() - 1) : match.start()] != "各":
            yield _hit(text, Span(*match.span()), own, "leaders")


def _sites(text: str, own: _Own) -> Iterator[Hit]:
    """Another district's website as the place where the unit publishes."""
    for match in _SITES.finditer(text) if own.kind not in _SUPERIORS else ():
        if compiled("[区县]").search(own.unit) and match["place"] not in own.unit:
            yield _hit(text, Span(*match.span("mark")), own)


def _subordinates(text: str, own: _Own) -> Iterator[Hit]:
    """Another county's streets and departments, as if they were one's own: 鹤溪县各乡镇 in 临溪区's report."""
    if own.kind in _SUPERIORS - {Kind.OFFICE, Kind.COUNTY} or not compiled("[区县旗]").search(own.unit):
        return
    for match in _SUBORDINATES.finditer(text):
        span, stem = Span(*match.span("mark")), Span(*match.span("stem"))
        clause = compiled(r"[，。；：\n]").split(text[max(0, span.start - _FAR) : span.start])[-1]
        if match["place"] in own.unit or _NO_STEM.search(match["stem"]) or _VISIT.search(clause):
            continue
        if not Word(match["stem"], stem).known or Word(match["place"], span).known:
            yield _hit(text, span, own)


def _received(text: str, own: _Own, ministries: tuple[str, ...]) -> Iterator[Hit]:
    """Another unit as the one that received the applications."""
    for match in _APPLICATIONS.finditer(text):
        name = match["mark"]
        foreign = name in ministries and own.kind is not Kind.MINISTRY
        named = _FULL_NAME.fullmatch(name) and not same_unit(name, own.unit) and own.kind not in _SUPERIORS
        if foreign or named:
            yield _hit(text, Span(*match.span("mark")), own)
