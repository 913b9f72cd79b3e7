"""Moments are shown by the clock of the place where they are read."""

import time
from collections.abc import Iterator

import pytest

from shenyue.store.clock import day, minute


@pytest.fixture
def in_beijing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the time zone of a process can be set on Unix only")
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_beijing")
@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2026-11-27T07:53:03+00:00", "2026-11-27 15:53"),
        ("2026-11-27T18:30:00+00:00", "2026-11-28 02:30"),
        ("2026-11-27T15:53:03+08:00", "2026-11-27 15:53"),
        ("昨天", "昨天"),
        ("", ""),
    ],
)
def test_minute_and_day_are_those_of_this_place(at: str, shown: str) -> None:
    assert minute(at) == shown
    assert day(at) == shown[:10]
