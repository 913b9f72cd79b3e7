"""Automatic numbers of Word: the label that the author sees, by ECMA-376 part 1, 17.9."""

from cases_docx_formats import AUTO, lettered
from hostile_case import HostileCase
from raw_docx import abstract, docx, level, num, numbered, p, style, tbl, tr

CHINESE = level(0, "chineseCounting", "%1、")
BRACKETED = level(1, "chineseCounting", "（%2）")
ARABIC = level(2, "decimal", "%3.")
ARABIC_BRACKETED = level(3, "decimal", "（%4）")
ONE_LIST = abstract(0, CHINESE, BRACKETED, ARABIC, ARABIC_BRACKETED) + num(1, 0)


def case(
    name: str, body: str, labels: tuple[tuple[str, str], ...], numbering: str = ONE_LIST, styles: str = ""
) -> HostileCase:
    """A document whose point is its labels."""
    return HostileCase(name, ".docx", lambda: docx(body, numbering=numbering, styles=styles), labels=labels)


LEVELS = (
    case(
        "number_four_levels",
        "".join(
            numbered(text, 1, ilvl)
            for text, ilvl in (
                ("总体", 0),
                ("公开", 1),
                ("机构", 2),
                ("职能", 3),
                ("依据", 3),
                ("计划", 2),
                ("申请", 1),
                ("渠道", 2),
                ("问题", 0),
                ("不足", 1),
            )
        ),
        (
            ("一、", "总体"),
            ("（一）", "公开"),
            ("1.", "机构"),
            ("（1）", "职能"),
            ("（2）", "依据"),
            ("2.", "计划"),
            ("（二）", "申请"),
            ("1.", "渠道"),
            ("二、", "问题"),
            ("（一）", "不足"),
        ),
    ),
    case(
        "number_never_restarts",
        "".join(
            numbered(text, 1, ilvl)
            for text, ilvl in (("甲部", 0), ("甲一", 1), ("甲二", 1), ("乙部", 0), ("乙一", 1))
        ),
        (("一、", "甲部"), ("1.", "甲一"), ("2.", "甲二"), ("二、", "乙部"), ("3.", "乙一")),
        abstract(0, CHINESE, level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')) + num(1, 0),
    ),
    case(
        "number_restarts_after_the_first_level_only",
        "".join(
            numbered(text, 1, ilvl)
            for text, ilvl in (
                ("甲部", 0),
                ("甲一", 1),
                ("甲条", 2),
                ("甲二", 1),
                ("乙条", 2),
                ("乙部", 0),
                ("丙一", 1),
                ("丙条", 2),
            )
        ),
        (
            ("一、", "甲部"),
            ("（一）", "甲一"),
            ("1.", "甲条"),
            ("（二）", "甲二"),
            ("2.", "乙条"),
            ("二、", "乙部"),
            ("（一）", "丙一"),
            ("1.", "丙条"),
        ),
        abstract(0, CHINESE, BRACKETED, level(2, "decimal", "%3.", '<w:lvlRestart w:val="1"/>')) + num(1, 0),
    ),
    case(
        "number_legal_style",
        numbered("总体") + numbered("细目", 1, 1) + numbered("又目", 1, 1),
        (("一、", "总体"), ("1.1", "细目"), ("1.2", "又目")),
        abstract(0, CHINESE, level(1, "chineseCounting", "%1.%2", "<w:isLgl/>")) + num(1, 0),
    ),
    case(
        "number_level_skipped",
        numbered("总体") + numbered("细节", 1, 2),
        (("1.", "总体"), ("1.1.1", "细节")),
        abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
        + num(1, 0),
    ),
    case(
        "number_level_left_out_is_the_first",
        p("总体", '<w:numPr><w:numId w:val="1"/></w:numPr>') + numbered("公开", 1, 1),
        (("一、", "总体"), ("（一）", "公开")),
    ),
    case(
        "number_followed_by_nothing",
        numbered("总体") + numbered("公开", 1, 1),
        (("一、", "总体"), ("（一）", "公开")),
        abstract(
            0,
            level(0, "chineseCounting", "%1、", '<w:suff w:val="nothing"/>'),
            level(1, "chineseCounting", "（%2）", '<w:suff w:val="space"/>'),
        )
        + num(1, 0),
    ),
)
OVERRIDE = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
LISTS = (
    case(
        "number_shared_abstract_list_goes_on",
        lettered(2) + numbered("后文", 2),
        (("一、", "事项甲"), ("二、", "事项乙"), ("三、", "后文")),
        abstract(0, CHINESE) + num(1, 0) + num(2, 0),
    ),
    case(
        "number_start_override_restarts",
        lettered(2) + numbered("后文", 2) + numbered("末文", 2),
        (("一、", "事项甲"), ("二、", "事项乙"), ("一、", "后文"), ("二、", "末文")),
        abstract(0, CHINESE) + num(1, 0) + num(2, 0, OVERRIDE),
    ),
    case(
        "number_start_override_to_four",
        numbered("后文", 2),
        (("四、", "后文"),),
        abstract(0, CHINESE) + num(2, 0, OVERRIDE.replace('val="1"', 'val="4"')),
    ),
    case(
        "number_level_overridden",
        numbered("总体", 2) + numbered("公开", 2, 1),
        (("一、", "总体"), ("1）", "公开")),
        abstract(0, CHINESE, BRACKETED)
        + num(2, 0, f'<w:lvlOverride w:ilvl="1">{level(1, "decimal", "%2）")}</w:lvlOverride>'),
    ),
    case(
        "number_two_lists_apart",
        numbered("甲总", 1) + numbered("乙总", 2) + numbered("甲次", 1) + numbered("乙次", 2),
        (("一、", "甲总"), ("1.", "乙总"), ("二、", "甲次"), ("2.", "乙次")),
        abstract(0, CHINESE) + abstract(1, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 1),
    ),
    case(
        "number_through_style_link",
        numbered("总体", 1) + numbered("公开", 1, 1),
        (("一、", "总体"), ("（一）", "公开")),
        abstract(0, extra='<w:numStyleLink w:val="list"/>')
        + abstract(1, CHINESE, BRACKETED, extra='<w:styleLink w:val="list"/>')
        + num(1, 0)
        + num(2, 1),
        style("list", '<w:numPr><w:numId w:val="2"/></w:numPr>', kind="numbering"),
    ),
    case("number_of_unknown_list", numbered("总体", 77), (("", "总体"),)),
    case(
        "number_bullet_is_no_label",
        numbered("要点", 1),
        (("", "要点"),),
        abstract(0, level(0, "bullet", "\uf0b7")) + num(1, 0),
    ),
    case(
        "number_none_is_no_label",
        numbered("要点", 1),
        (("", "要点"),),
        abstract(0, level(0, "none", "")) + num(1, 0),
    ),
)


def styled(text: str, name: str, more: str = "") -> str:
    """A paragraph in a style."""
    return p(text, f'<w:pStyle w:val="{name}"/>{more}')


LINKED = abstract(
    0,
    level(0, "chineseCounting", "%1、", '<w:pStyle w:val="one"/>'),
    level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="two"/>'),
) + num(3, 0)
HEADINGS = (
    style("one", '<w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/>', "a")
    + style("two", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="1"/>', "a")
    + style("mine", "", "one")
)
NO_NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
IN_FINAL = (
    numbered("总体")
    + '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1" w:author="甲"/></w:rPr></w:pPr>'
    '<w:del w:id="2" w:author="甲"><w:r><w:delText>删去的一条</w:delText></w:r></w:del></w:p>'
    + numbered("公开")
)
STYLES_AND_EDITS = (
    HostileCase(
        "number_from_heading_styles",
        ".docx",
        lambda: docx(
            styled("总体", "one") + styled("公开", "two") + styled("问题", "mine"),
            numbering=LINKED,
            styles=HEADINGS,
        ),
        labels=(("一、", "总体"), ("（一）", "公开"), ("二、", "问题")),
        label_source=AUTO,
        outline=((0, "总体"), (1, "公开"), (0, "问题")),
    ),
    case(
        "number_switched_off",
        styled("总体", "one") + styled("附言", "one", NO_NUMBER) + styled("问题", "one"),
        (("一、", "总体"), ("", "附言"), ("二、", "问题")),
        LINKED,
        HEADINGS,
    ),
    HostileCase(
        "number_of_deleted_paragraph_is_not_counted",
        ".docx",
        lambda: docx(IN_FINAL, numbering=ONE_LIST),
        must_contain=("总体", "公开"),
        must_not_contain=("删去的一条",),
        labels=(("一、", "总体"), ("二、", "公开")),
        unread=("删除",),
    ),
    case(
        "number_of_empty_paragraph_counts",
        numbered("总体") + numbered("") + numbered("公开"),
        (("一、", "总体"), ("三、", "公开")),
    ),
    HostileCase(
        "number_in_cells",
        ".docx",
        lambda: docx(
            tbl(tr(numbered_cell("国家秘密"), "0"), tr(numbered_cell("法律禁止"), "1")),
            numbering=abstract(0, level(0, "decimal", "%1.")) + num(1, 0),
        ),
        tables=((("1.国家秘密", "0"), ("2.法律禁止", "1")),),
    ),
    case("number_before_a_typed_one", numbered("（一）公开", 1, 2), (("1.", "（一）公开"),)),
    HostileCase(
        "number_typed_beside_automatic",
        ".docx",
        lambda: docx(numbered("总体") + p("（一）主动公开"), numbering=ONE_LIST),
        labels=(("一、", "总体"), ("（一）", "主动公开")),
        must_contain=("一、 总体", "（一）主动公开"),
    ),
)


def numbered_cell(text: str) -> str:
    """A cell with a numbered paragraph."""
    return f"<w:tc><w:tcPr/>{numbered(text)}</w:tc>"


CASES = LEVELS + LISTS + STYLES_AND_EDITS
