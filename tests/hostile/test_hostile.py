"""Hostile files through the loaders and the recogniser; what must come out was written before either."""

from pathlib import Path

import cases_docx
import cases_docx_numbers
import pytest
from expected import compare
from hostile_case import HostileCase

CASES: tuple[HostileCase, ...] = cases_docx.CASES + cases_docx_numbers.CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hostile(case: HostileCase, tmp_path: Path) -> None:
    compare(case, tmp_path)
