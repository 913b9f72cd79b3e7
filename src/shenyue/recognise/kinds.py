"""What kind of unit a name means: rules and deadlines differ for streets, departments and governments."""

import regex

from shenyue.patterns import compiled
from shenyue.report import Kind

_DEPARTMENTS_OF_STATE = (
    r"\A(?:中华人民共和国)?(?:外交|国防|教育|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和社会保障|自然资源|生态环境"
    r"|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理|铁道)部\Z"
    r"|\A(?:中国人民银行|(?:中华人民共和国)?审计署|(?:中华人民共和国)?海关总署|国务院.+)\Z"
)
_NAMES: tuple[tuple[Kind | None, regex.Pattern[str]], ...] = tuple(
    (kind, compiled(pattern))
    for kind, pattern in (
        (Kind.STREET, r"街道(?:办事处|办)?\Z"),
        (Kind.OFFICE, r"(?:人民政府|[省市县区旗州盟]政府)办公[厅室]\Z|[省市县区旗州盟](?:人民)?政府办\Z"),
        (Kind.TOWN, r"(?:镇|乡|苏木)(?:人民政府|政府)?\Z"),
        (None, r"(?:医院|学校|大学|学院|公司|集团|银行|协会)\Z"),
        (Kind.MINISTRY, r"\A(?:中华人民共和国)?国家(?:(?![省市县区]).|市场)+?(?:局|委员会|总局|署|中心)\Z"),
        (
            Kind.MINISTRY,
            _DEPARTMENTS_OF_STATE,
        ),
        (Kind.PROVINCE, r"(?:省|自治区)(?:人民政府|政府)?\Z|\A(?:北京|上海|天津|重庆)市(?:人民政府|政府)?\Z"),
        (Kind.CITY, r"(?:[市州盟])(?:人民政府|政府)?\Z|(?:地区)?(?:行政公署|行署)\Z"),
        (
            None,
            r"(?:开发|高新|园|示范|度假|管理|功能|合作|自贸|保税|试验|产业|科技城|风景)区\Z|(?<!浦东)(?<!滨海)新区\Z",
        ),
        (Kind.COUNTY, r"(?:[县区旗]|林区|特区)(?:人民政府|政府)?\Z"),
        (
            Kind.DEPARTMENT,
            r"(?:局|委员会|委|厅|中心|管委会|办公室|办|署|处|队|所|站|部|院|馆|社|会)\Z",
        ),
    )
)


def kind_of(unit: str) -> Kind | None:
    """The kind of a unit by its name; None where the name does not say.

    A 市 is taken for a prefecture-level city, for the name of a county-level one is no different. 国家税务总局某市税务局 is a department.
    """
    for kind, pattern in _NAMES:
        if pattern.search(unit):
            return kind
    return None
