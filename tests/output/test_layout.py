"""Lines on a terminal: widths, breaks, and nothing of a file reaching it raw."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shenyue.output.layout import columns, pad, width, wrap
from shenyue.output.literal import visible


def test_a_chinese_character_takes_two_cells() -> None:
    assert width("三是abc") == 7
    assert pad("三是", 6) == "三是  "


def test_no_line_begins_with_a_closing_mark() -> None:
    lines = wrap("一是推进公开；二是推进解读，三是推进回应。", 12)

    assert all(line[0] not in "，。；：！？、）》”" for line in lines)
    assert "".join(lines) == "一是推进公开；二是推进解读，三是推进回应。"


@given(st.text(alphabet="一二三，。；（）《》“”abc 12\x1b[7m", max_size=80), st.integers(8, 40))
def test_wrapping_loses_nothing_but_blanks(text: str, cells: int) -> None:
    lines = wrap(visible(text), cells)

    assert "".join("".join(lines).split()) == "".join(visible(text).split())


@given(st.text(alphabet="一二三四五六七八九十", max_size=60), st.integers(8, 40))
def test_lines_fit(text: str, cells: int) -> None:
    assert all(width(line) <= cells for line in wrap(text, cells))


def test_a_colour_is_closed_at_the_end_of_a_line() -> None:
    lines = wrap("前文\x1b[7m一二三四五六七八九十\x1b[0m后文", 12)

    assert all(line.count("\x1b[7m") == line.count("\x1b[0m") for line in lines)


def test_columns_align_by_cells() -> None:
    lines = columns([("表", "1"), ("abcd", "23")], (False, True))

    assert lines == ["表     1", "abcd  23"]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31m红", "␛[31m红"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("[bookmark: _GoBack]", "[bookmark: _GoBack]"),
        ("行\n\t列", "行\n\t列"),
        ("\x7f", "␡"),
    ],
)
def test_what_would_steer_the_terminal_is_shown(raw: str, shown: str) -> None:
    assert visible(raw) == shown
