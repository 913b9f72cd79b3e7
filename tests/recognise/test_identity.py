"""Who reports, and for which year."""

import pytest
from laid_out import text_document

from shenyue.recognise import identify
from shenyue.report import Kind

BODY = "根据条例编制本报告，统计期限自{year}年1月1日至12月31日。\n一、总体情况\n{year}年工作平稳。"
TITLES = [
    ("云州市桂花桥街道\n2023年政府信息公开工作年度报告", "云州市桂花桥街道", 2023),
    ("云州市桂花桥街道2023年政府信息公开工作年度报告", "云州市桂花桥街道", 2023),
    ("2023年云州市桂花桥街道政府信息公开工作年度报告", "云州市桂花桥街道", 2023),
    ("云州市桂花桥街道2023年\n政府信息公开工作年度报告", "云州市桂花桥街道", 2023),
    ("云州市桂花桥街道\n2023年\n政府信息公开工作年度报告", "云州市桂花桥街道", 2023),
    ("云州市桂花桥街道２０２３年度政府信息公开年度报告", "云州市桂花桥街道", 2023),
    ("云州市桂花桥街道二〇二三年政府信息公开工作年度报告", "云州市桂花桥街道", 2023),
    ("云州市桂花桥街道二○二三年政府信息公开工作年度报告", "云州市桂花桥街道", 2023),
    ("云州市 桂花桥街道　2023年 政府信息公开 工作年度报告", "云州市桂花桥街道", 2023),
    ("云州市桂花桥街道政府信息公开工作年度报告（2023年度）", "云州市桂花桥街道", 2023),
    ("云州市桂花桥街道\n政府信息公开工作年度报告\n（2023年）", "云州市桂花桥街道", 2023),
    ("云州市桂花桥街道关于2023年政府信息公开工作情况的报告", "云州市桂花桥街道", 2023),
    ("云州市桂花桥街道2023年政务公开年报", "云州市桂花桥街道", 2023),
    ("云州市桂花桥街道2023年政府信息公开工作报告", "云州市桂花桥街道", 2023),
    ("云州市临溪县人民政府2023年政府信息公开工作年度报告", "云州市临溪县人民政府", 2023),
    ("2023年临溪县人民政府信息公开工作年度报告", "临溪县人民政府", 2023),
    ("首页 > 政务公开 > 政府信息公开年报\n云州市财政局2023年政府信息公开工作年度报告", "云州市财政局", 2023),
    (
        "云州市财政局2023年政府信息公开工作年度报告\n发布日期：2024-01-18 来源：市财政局\n云州市财政局\n2023年政府信息公开工作年度报告",
        "云州市财政局",
        2023,
    ),
    ("政府信息公开年报\n云州市财政局2023年政府信息公开工作年度报告", "云州市财政局", 2023),
    ("云州市财政局2023年政府信息公开工作年度报告\n2024年1月18日", "云州市财政局", 2023),
    ("发布日期：2024年1月18日　云州市财政局2023年政府信息公开工作年度报告", "云州市财政局", 2023),
]


@pytest.mark.parametrize(
    ("title", "unit", "year"),
    TITLES,
    ids=[title.split("\n")[0][:16] + str(n) for n, (title, _, _) in enumerate(TITLES)],
)
def test_titles(title: str, unit: str, year: int) -> None:
    found = identify(text_document(f"{title}\n{BODY.format(year=2019)}"))
    assert (found.unit, found.year) == (unit, year)
    assert found.title is not None
    assert "日期" not in found.title.text
    assert found.title.text.endswith(("报告", "年报", "）"))


def test_title_span_covers_both_lines() -> None:
    document = text_document("\n  云州市财政局 \n　2023年政府信息公开工作年度报告\n一、总体情况")
    title = identify(document).title
    assert title is not None
    assert document.quote(title.span) == "云州市财政局 \n　2023年政府信息公开工作年度报告"
    assert title.text == "云州市财政局2023年政府信息公开工作年度报告"


def test_title_that_repeats_is_the_reports_own() -> None:
    document = text_document(
        "财政局2023年政府信息公开年报\n云州市财政局\n2023年政府信息公开工作年度报告\n一、总体情况"
    )
    found = identify(document)
    assert found.unit == "云州市财政局"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("云州市财政局政府信息公开工作年度报告\n" + BODY.format(year=2022), 2022),
        ("本报告统计期限为2021年1月1日至2021年12月31日。", 2021),
        ("本单位编制本报告，公布2022年决算。", None),
        ("", None),
    ],
)
def test_year_of_the_stated_period(text: str, year: int | None) -> None:
    assert identify(text_document(text)).year == year


@pytest.mark.parametrize(
    "text",
    [
        "根据要求，现公布2023年政府信息公开工作年度报告。\n一、总体情况",
        "关于印发2023年政府信息公开工作要点的通知",
        "无关的一行",
    ],
)
def test_no_title(text: str) -> None:
    found = identify(text_document(text))
    assert found.title is None
    assert found.unit == ""
    assert found.kind is None


KINDS = [
    ("云州市临溪区桂花桥街道", Kind.STREET),
    ("桂花桥街道办事处", Kind.STREET),
    ("临溪县青石镇人民政府", Kind.TOWN),
    ("青石镇", Kind.TOWN),
    ("白水回族乡人民政府", Kind.TOWN),
    ("云州市人民政府办公厅", Kind.OFFICE),
    ("临溪县人民政府办公室", Kind.OFFICE),
    ("临溪县政府办公室", Kind.OFFICE),
    ("临溪县人民政府", Kind.COUNTY),
    ("云州市临溪区", Kind.COUNTY),
    ("右前旗人民政府", Kind.COUNTY),
    ("浦东新区人民政府", Kind.COUNTY),
    ("云州市人民政府", Kind.CITY),
    ("白水自治州人民政府", Kind.CITY),
    ("临溪地区行政公署", Kind.CITY),
    ("云南省人民政府", Kind.PROVINCE),
    ("上海市人民政府", Kind.PROVINCE),
    ("西藏自治区人民政府", Kind.PROVINCE),
    ("国家市场监督管理总局", Kind.MINISTRY),
    ("国家卫生健康委员会", Kind.MINISTRY),
    ("民政部", Kind.MINISTRY),
    ("云州市民政局", Kind.DEPARTMENT),
    ("国家税务总局云州市税务局", Kind.DEPARTMENT),
    ("临溪县教育委员会", Kind.DEPARTMENT),
    ("云州市公安局临溪分局", Kind.DEPARTMENT),
    ("云州经济技术开发区管理委员会", Kind.DEPARTMENT),
    ("临溪县大数据中心", Kind.DEPARTMENT),
    ("云州市机关事务管理办公室", Kind.DEPARTMENT),
    ("云州经济技术开发区", None),
    ("云州大学", None),
    ("云州水务公司", None),
    ("", None),
]


@pytest.mark.parametrize(("unit", "kind"), KINDS, ids=[unit or "none" for unit, _ in KINDS])
def test_kinds(unit: str, kind: Kind | None) -> None:
    title = f"{unit}2023年政府信息公开工作年度报告\n一、总体情况"
    assert identify(text_document(title)).kind == kind
