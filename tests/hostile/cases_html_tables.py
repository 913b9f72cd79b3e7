"""Tables of web pages: spans as the HTML standard reads them, cells as browsers show them."""

from cases_html import small
from hostile_case import At

CELLS = "<p>前一句话。</p><table border=1>{}</table><p>后一句话。</p>"

SPANS = (
    small(
        "spans",
        CELLS.format(
            "<tr><td rowspan=2 colspan=2>角</td><td colspan=2>头</td></tr><tr><td>左</td><td>右</td></tr><tr><td>甲</td><td>乙</td><td>1</td><td>2</td></tr>"
        ),
        tables=(
            (
                (At("角", 0, 0, 2, 2), At("头", 0, 2, 1, 2)),
                (At("左", 1, 2), At("右", 1, 3)),
                (At("甲", 2, 0), At("乙", 2, 1), At("1", 2, 2), At("2", 2, 3)),
            ),
        ),
    ),
    small(
        "rowspan_zero_runs_to_the_end",
        CELLS.format("<tr><td rowspan=0>组</td><td>甲</td></tr><tr><td>乙</td></tr><tr><td>丙</td></tr>"),
        tables=(((At("组", 0, 0, 3), At("甲", 0, 1)), (At("乙", 1, 1),), (At("丙", 2, 1),)),),
    ),
    small(
        "rowspan_beyond_the_end",
        CELLS.format("<tr><td rowspan=99999999>组</td><td>甲</td></tr><tr><td>乙</td></tr>"),
        tables=(((At("组", 0, 0, 2), At("甲", 0, 1)), (At("乙", 1, 1),)),),
    ),
    small(
        "spans_malformed",
        CELLS.format(
            "<tr><td colspan='0'>甲</td><td colspan='abc'>乙</td><td rowspan='-3'>丙</td></tr><tr><td colspan='2;'>丁</td><td rowspan=''>戊</td></tr>"
        ),
        tables=(((At("甲", 0, 0), At("乙", 0, 1), At("丙", 0, 2)), (At("丁", 1, 0, 1, 2), At("戊", 1, 2))),),
    ),
    small(
        "rowspan_ends_with_its_section",
        CELLS.format(
            "<thead><tr><td rowspan=5>头</td><td>左</td></tr></thead><tbody><tr><td>甲</td><td>乙</td></tr></tbody>"
        ),
        tables=(((At("头", 0, 0), At("左", 0, 1)), (At("甲", 1, 0), At("乙", 1, 1))),),
    ),
    small(
        "colspan_vast",
        CELLS.format("<tr><td colspan=2000000000>标题行</td></tr><tr><td>甲</td><td>乙</td></tr>"),
        tables=((("标题行",), (At("甲", 1, 0), At("乙", 1, 1))),),
    ),
)
CONTENT = (
    small(
        "nested_tables",
        CELLS.format(
            "<tr><td>外格<table border=1><tr><td>内甲</td><td>7</td></tr><tr><td>内乙</td><td>8</td></tr></table></td><td>外右</td></tr><tr><td>外下</td><td>9</td></tr>"
        ),
        tables=((("外格内甲7内乙8", "外右"), ("外下", "9")), (("内甲", "7"), ("内乙", "8"))),
    ),
    small(
        "cells_without_end_tags",
        CELLS.format("<tr><td>甲<td>1<tr><td>乙<td>2<tr><th>丙<td>3"),
        tables=((("甲", "1"), ("乙", "2"), ("丙", "3")),),
        must_contain=("前一句话。", "后一句话。"),
    ),
    small(
        "cells_with_blocks",
        CELLS.format(
            "<tr><td><div>商业</div><div>企业</div></td><td><p>1</p></td></tr><tr><td>科研<br>机构</td><td>\n 2 \n</td></tr><tr><td><ul><li>公益</li></ul></td><td>&nbsp;</td></tr>"
        ),
        tables=((("商业企业", "1"), ("科研机构", "2"), ("公益", "")),),
    ),
    small(
        "caption",
        CELLS.format("<caption>办件统计</caption><tr><td>甲</td><td>1</td></tr>"),
        must_contain=("前一句话。", "办件统计", "后一句话。"),
    ),
    small(
        "row_of_hidden_cells",
        CELLS.format(
            "<tr><td>甲</td><td>1</td></tr><tr style='display:none'><td>暗行</td><td>9</td></tr><tr><td>乙</td><td>2</td></tr>"
        ),
        tables=((("甲", "1"), ("乙", "2")),),
        must_not_contain=("暗行",),
    ),
    small(
        "rows_without_cells",
        CELLS.format("<tr></tr><tr><td>甲</td><td>1</td></tr><tr></tr><tr><td>乙</td><td>2</td></tr>"),
        must_contain=("甲", "乙"),
    ),
    small(
        "picture_in_a_cell",
        CELLS.format("<tr><td>甲</td><td><img src=x.png width=90 height=40></td></tr>"),
        unread_between=(("图", "甲", "后一句话"),),
    ),
)
CASES = SPANS + CONTENT
