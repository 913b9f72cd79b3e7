"""Tables drawn with lines and paragraphs wrapped for Chinese: nothing is cut, every line is as wide as the others."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from shenyue.tui.grid import GridCell, draw, first_line
from shenyue.tui.wrapping import wrapped

MERGED = [
    GridCell("申请人情况", 0, 0, 1, 3), GridCell("自然人", 1, 0), GridCell("法人或其他组织", 1, 1, 1, 2),
    GridCell("12", 2, 0), GridCell("0", 2, 1), GridCell("3456", 2, 2),
]  # fmt: skip


def _lines(cells: list[GridCell], width: int) -> list[str]:
    return ["".join(piece.text for piece in line) for line in draw(cells, width)]


def test_merged_cells_are_drawn_as_one() -> None:
    assert _lines(MERGED, 40) == [
        "┌─────────────────────┐",
        "│     申请人情况      │",
        "├──────┬──────────────┤",
        "│自然人│法人或其他组织│",
        "├──────┼───────┬──────┤",
        "│  12  │   0   │ 3456 │",
        "└──────┴───────┴──────┘",
    ]


def test_every_line_is_equally_wide_and_no_figure_is_broken() -> None:
    for width in range(12, 60):
        lines = _lines(MERGED, width)
        assert len({cell_len(line) for line in lines}) == 1
        assert cell_len(lines[0]) <= max(width, 14)
        assert any("3456" in line for line in lines)


def test_a_cell_knows_its_line() -> None:
    assert first_line(draw(MERGED, 40), 5) == 5


@given(st.text(st.sampled_from("政府信息，。（）“”abc12 \n"), max_size=80), st.integers(2, 30))
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    lines = wrapped(text, width)

    assert all(cell_len(text[start:end]) <= max(width, 2) for start, end in lines)
    assert "".join(text[start:end] for start, end in lines).replace(" ", "") == "".join(text.split())


def test_no_blank_begins_a_line_that_goes_on() -> None:
    text = "　　共核对 12 项，多 1 件　其余 3 项 不适用。"
    for width in range(4, 40):
        _, *others = wrapped(text, width)
        assert not {text[start] for start, _ in others} & set(" 　")


def test_no_bracket_is_parted_from_what_it_holds() -> None:
    text = "依据［国办公开办函］〔2021〕30号和「年报」『格式』的要求"
    for width in range(8, 40):
        lines = wrapped(text, width)
        assert not {text[start] for start, _ in lines} & set("］〕」』")
        assert not {text[end - 1] for _, end in lines} & set("［〔「『")


def test_no_stop_begins_a_line() -> None:
    text = "公开政府信息，公开政府信息，公开。"
    starts = [text[start] for width in range(8, 30) for start, _ in wrapped(text, width)]

    assert not set(starts) & set("，。")


def test_a_time_of_day_is_not_torn_for_the_stop_behind_it() -> None:
    text = "上次是 2026-11-27 08:06。"
    for width in range(12, 30):
        lines = [text[start:end] for start, end in wrapped(text, width)]
        assert any("08:06。" in line for line in lines), lines
