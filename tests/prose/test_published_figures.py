import json
from decimal import Decimal
from pathlib import Path

import pytest

from shenyue.output.as_json import fragment
from shenyue.review import Order, open_review

REPORTS = ("dashilan-2023.txt", "shanghai-office-2019.html")


def _cases(shared: Path, name: str) -> list[dict[str, object]]:
    lines = (shared / "cases" / "figures.jsonl").read_text(encoding="utf-8").splitlines()
    return [case for case in map(json.loads, lines) if case["report"] == name]


@pytest.mark.parametrize("name", REPORTS)
def test_every_figure_is_linked_to_its_cells_and_no_other_is(shared: Path, name: str) -> None:
    figures = json.loads(fragment(open_review(shared / "reports" / name, Order())))["figures"]
    cases = _cases(shared, name)
    linked = [case for case in cases if case["table"]]
    for case in linked:
        quote = str(case["quote"])
        found = [one for one in figures if one["quote"] in quote or quote in one["quote"]]
        assert len(found) == 1, quote
        keys = ("table", "rows", "columns", "state")
        assert {key: found[0][key] for key in keys} == {key: case[key] for key in keys}, quote
        assert Decimal(found[0]["value"]) == Decimal(str(case["value"]))
    assert len(figures) == len(linked)
