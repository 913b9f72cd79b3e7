"""The reports that are committed: a few of every kind, form and format, clean and faulty, with their labels.

`make corpora-files` writes them; a test says that they are in step with this code and that the program finds what the labels say.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.corpora.composing import Wish, compose
from tools.corpora.drafts import Draft
from tools.corpora.pages import page_of
from tools.corpora.planting import Planted, faults, plant, planted_together
from tools.corpora.units import units
from tools.corpora.wordings import ROOT
from tools.corpora.writers import WRITERS

FOLDER = ROOT / "corpora" / "reports"
LABELS = "labels.jsonl"
_CLEAN = (
    ("street", "2021", "docx"),
    ("street", "2019", "txt"),
    ("street", "2021", "extracted.txt"),
    ("town", "2021", "auto.docx"),
    ("town", "2019", "html"),
    ("department", "2021", "html"),
    ("department", "2019", "docx"),
    ("department", "2021", "md"),
    ("office", "2019", "auto.docx"),
    ("office", "2021", "txt"),
    ("county", "2021", "html"),
    ("county", "2021", "docx"),
    ("city", "2021", "auto.docx"),
    ("city", "2019", "md"),
    ("province", "2021", "html"),
    ("ministry", "2021", "txt"),
)
_FAULTY = (
    ("S101", "part four left out, the rest renumbered (五 becomes 四)", "docx"),
    ("S102", "reviews before applications, relabelled", "html"),
    ("S103", "汇报 for 报告", "auto.docx"),
    ("S104", "part six pasted twice", "txt"),
    ("S105", "heading six is the last line, no 无", "docx"),
    ("S106", "no word on 平台建设", "html"),
    ("S107", "政务公开 for 政府信息公开", "docx"),
    ("N201", "二 twice among the parts", "txt"),
    ("N202", "五 to 七 at the end", "html"),
    ("N204", "一、2、三、; one finding", "docx"),
    ("N211", "二是 twice, counted on with 三是", "extracted.txt"),
    ("N212", "四是 missing, full stops", "auto.docx"),
    ("N213", "begins with 二是", "md"),
    ("N214", "only 第一", "html"),
    ("T301", "the block of 第二十条第（八）项 is missing", "docx"),
    ("T302", "（五）5 left out", "html"),
    ("T303", "three blanks, one finding", "extracted.txt"),
    ("T304", "negative count", "docx"),
    ("T305", "all tables of the 2019 form in a report for 2021 or later", "auto.docx"),
    ("T311", "总计 one too many; T313 follows for the column total", "html"),
    ("T312", "the same in 商业企业", "docx"),
    ("T313", "received one too many", "txt"),
    ("T314", "a corrected case the total leaves out", "md"),
    ("X401", "received one more than the table", "docx"),
    ("L505", "figure not filled in", "html"),
    ("D601", "title of last year, period and text of this year", "docx"),
)
_SEVERAL = (
    ("N211", "三是 twice in six"),
    ("N204", "一、2、三、; one finding"),
    ("T303", "three blanks, one finding"),
    ("T303", "one blank"),
    ("T311", "总计 one too many; T313 follows for the column total"),
)
"""What the faulty street's report has, all at once."""
_KINDS = ("street", "town", "department", "street", "office", "county", "street", "city")
"""Of faulty reports, in turn."""
SEVERAL_NAME = "street-2023-faulty.docx"


@dataclass(frozen=True, slots=True)
class Item:
    """A committed report."""

    name: str
    draft: Draft
    ending: str
    planted: tuple[Planted, ...]
    """None where the report is clean."""

    def content(self) -> bytes:
        """The file."""
        return WRITERS[self.ending](page_of(self.draft))

    def labels(self) -> Iterator[Mapping[str, Any]]:
        """A line a fault, or one that says that there is none."""
        if not self.planted:
            yield {"file": self.name, "rule": None}
        for each in self.planted:
            cell = ".".join(each.cell) if each.cell else None
            yield {
                "file": self.name,
                "rule": each.rule,
                "quote": each.quote,
                "cell": cell,
                "also": sorted(each.also),
                "note": each.note,
            }


def items() -> Iterator[Item]:
    """Every committed report, in order."""
    for number, (kind, form, ending) in enumerate(_CLEAN, start=1):
        unit = next(unit for unit in units() if unit.kind == kind) if kind == "ministry" else None
        draft = compose(f"committed/clean/{number}", Wish(kinds=(kind,), form=form, unit=unit))
        yield Item(f"clean-{number:02}-{kind}-{draft.year}.{ending}", draft, ending, ())
    for number, (rule, note, ending) in enumerate(_FAULTY, start=1):
        planted = plant(_fault(rule, note), f"committed/faulty/{number}", _KINDS[number % len(_KINDS)])
        name = f"faulty-{number:02}-{rule}-{planted.draft.unit.kind}-{planted.draft.year}.{ending}"
        yield Item(name, planted.draft, ending, (planted,))
    yield _several()


def _several() -> Item:
    wish = Wish(
        unit=units()[0],
        years=(2023, 2023),
        when="new > 3 and carried_in = 0 and reviews > 0",
        layouts=frozenset(("chinese_in_brackets",)),
        lists=False,
        plain_problems=True,
        few_figures=True,
    )
    found = planted_together([_fault(*each) for each in _SEVERAL], "committed/several", wish)
    return Item(SEVERAL_NAME, found[0].draft, "docx", found)


def _fault(rule: str, note: str) -> int:
    """The number of a fault by its note."""
    return next(
        number for number, fault in enumerate(faults()) if (fault["rule"], fault["note"]) == (rule, note)
    )


def wanted() -> dict[Path, bytes]:
    """Every file as it should be."""
    made = list(items())
    lines = [json.dumps(label, ensure_ascii=False) for item in made for label in item.labels()]
    files = {FOLDER / item.name: item.content() for item in made}
    return {**files, FOLDER / LABELS: ("\n".join(lines) + "\n").encode()}


def main() -> int:
    """Write the folder anew."""
    FOLDER.mkdir(exist_ok=True)
    files = wanted()
    for path in FOLDER.iterdir():
        if path not in files:
            path.unlink()
    for path, content in files.items():
        path.write_bytes(content)
    print(f"{len(files)} files in {FOLDER.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
