"""Texts that no office sends: twice as much takes at most about twice as long, and what is endless is refused with a sentence."""

import sys
import time
from pathlib import Path

import pytest

from shenyue.errors import UnreadableFile
from shenyue.review import Order, open_review

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))
import pathological

RATIO = 3.2
"""Of the times for 2n and n: 2 where it grows with the size, 4 where it grows with the square."""
SLACK = 0.15
"""Seconds that a neighbour on the machine may add."""
SIZES = {
    "5,000 headings": 300,
    "100 tables": 20,
    "100,000 cells (txt)": 8000,
    "100,000 cells (html)": 4000,
    "100,000 cells (md)": 4000,
    "100,000 blank lines": 50_000,
    "blocks nested 2,000 deep (html)": 100,
    "quotes nested 2,000 deep (md)": 150,
    "45,000 （ (as long as a paragraph may be)": 8,
    "45,000 （ (md)": 8,
    "1 MB of （ on lines": 6,
    "45,000 [ (md)": 8,
    "45,000 《": 8,
    "45,000 digits": 8,
    "45,000 一二三": 8,
    "1 MB of blanks": 200,
    "45,000 characters of one word": 8,
    "45,000 characters of 其中": 8,
    "45,000 characters of a title": 8,
    "6,000 ordinals in a paragraph": 400,
    "20,000 paragraphs (docx)": 300,
}
REFUSED = {
    "one line of 20 MB": 20,
    "1 MB of （": 333,
    "50,000 ordinals in a paragraph": 50_000,
    "lists nested 2,000 deep (html)": 2000,
}


def spent(text: pathological.Text, size: int, path: Path) -> float:
    path.write_bytes(text.make(size))
    start = time.process_time()
    open_review(path, Order())
    return time.process_time() - start


@pytest.mark.parametrize("name", SIZES)
def test_twice_as_much_takes_about_twice_as_long(name: str, tmp_path: Path) -> None:
    text, size = pathological.TEXTS[name], SIZES[name]
    path = tmp_path / f"text{text.suffix}"
    spent(text, size, path)
    once = min(spent(text, size, path) for _ in range(2))
    twice = min(spent(text, 2 * size, path) for _ in range(2))
    assert twice <= RATIO * once + SLACK, f"{once:.2f} s, then {twice:.2f} s"


@pytest.mark.parametrize("name", REFUSED)
def test_endless_texts_are_refused(name: str, tmp_path: Path) -> None:
    text = pathological.TEXTS[name]
    path = tmp_path / f"text{text.suffix}"
    path.write_bytes(text.make(REFUSED[name]))
    with pytest.raises(UnreadableFile) as refused:
        open_review(path, Order())
    assert path.name in str(refused.value)
    assert str(refused.value).endswith("。")


def test_every_text_of_the_bench_is_tried() -> None:
    rest = pathological.TEXTS.keys() - SIZES.keys() - REFUSED.keys()
    assert all(name.startswith("1 MB of") for name in rest), rest
