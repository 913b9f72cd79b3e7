"""What TOML gives is turned into what a check takes, strictly: "3" is no number."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

import pytest

from shenyue.findings import Outcome
from shenyue.report import Kind, Report
from shenyue.rules.signatures import bound


def check(  # noqa: PLR0913 - one parameter of each type
    report: Report,
    *,
    names: tuple[str, ...],
    pairs: tuple[tuple[str, str], ...] = (),
    words: frozenset[str] = frozenset(),
    share: Decimal = Decimal(1),
    ratio: float = 0.5,
    mode: Literal["rows", "columns"] = "rows",
    kinds: Mapping[str, tuple[Kind, ...]] | None = None,
    strict: bool = False,
) -> Iterator[Outcome]:
    """Only its signature counts."""
    del report, names, pairs, words, share, ratio, mode, kinds, strict
    yield from ()


def test_every_type_that_a_check_may_want() -> None:
    given = {
        "names": ["甲"],
        "pairs": [["甲", "乙"]],
        "words": ["甲", "甲"],
        "share": 0.5,
        "ratio": 1,
        "mode": "columns",
        "kinds": {"who": ["street"]},
        "strict": True,
    }
    values, complaints = bound(check, given)
    assert complaints == ()
    assert values == {
        "names": ("甲",),
        "pairs": (("甲", "乙"),),
        "words": frozenset({"甲"}),
        "share": Decimal("0.5"),
        "ratio": 1.0,
        "mode": "columns",
        "kinds": {"who": (Kind.STREET,)},
        "strict": True,
    }


@pytest.mark.parametrize(
    ("given", "key", "says"),
    [
        ({}, "names", "缺少"),
        ({"names": ["甲"], "strict": "yes"}, "strict", "true 或 false"),
        ({"names": ["甲"], "ratio": "0.5"}, "ratio", "应为数字"),
        ({"names": ["甲"], "mode": "row"}, "mode", "您是不是想写 rows？"),
        ({"names": ["甲"], "pairs": [["甲"]]}, "pairs.0.1", "缺少"),
        ({"names": ["甲"], "kinds": {"who": ["stret"]}}, "kinds.who.0", "您是不是想写 street？"),
        ({"name": ["甲"], "names": ["甲"]}, "name", "您是不是想写 names？"),
    ],
)
def test_a_wrong_parameter_is_told(given: dict[str, object], key: str, says: str) -> None:
    ((found, sentence),) = bound(check, given)[1]
    assert found == key
    assert says in sentence
