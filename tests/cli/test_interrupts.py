"""Ctrl+C stops a command wherever it falls."""

import sys
import time

import pytest

from shenyue.cli.interrupts import heeded_interrupts


class _Struck:
    """Something during whose destruction Ctrl+C is pressed."""

    def __del__(self) -> None:
        raise KeyboardInterrupt


def _work() -> None:
    with heeded_interrupts():
        _Struck()
        for _ in range(500):
            time.sleep(0.01)


class _Faulty:
    def __del__(self) -> None:
        raise RuntimeError


def test_one_that_falls_into_a_destructor_comes_again(capsys: pytest.CaptureFixture[str]) -> None:
    before, begun = sys.unraisablehook, time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        _work()

    assert time.monotonic() - begun < 3
    assert capsys.readouterr().err == ""
    assert sys.unraisablehook is before


def test_other_faults_are_told_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda lost: told.append(lost.exc_type))

    with heeded_interrupts():
        _Faulty()
    assert told == [RuntimeError]
