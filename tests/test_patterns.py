"""Expressions that come from the cache are the same as those just compiled."""

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from shenyue import cache, patterns
from shenyue.patterns import compiled

CHECK = (
    "import json, sys, regex\n"
    "from shenyue import patterns\n"
    "count = [0]\n"
    "compile = regex.compile\n"
    "def counted(*words, **more):\n"
    "    count[0] += 1\n"
    "    return compile(*words, **more)\n"
    "regex.compile = counted\n"
    "from shenyue.cli import main\n"
    "code = main(['check', sys.argv[1], '--format', 'json', '--output', sys.argv[2]])\n"
    "print(json.dumps([code, count[0], len(patterns._used)]))\n"
)


def test_the_same_expression_is_the_same_pattern() -> None:
    assert compiled(r"第\d+条") is compiled(r"第\d+条")
    assert compiled(r"a") is not compiled(r"a", regex.IGNORECASE)
    assert compiled(r"\L<words>", words=["一", "二"]).findall("一二三") == ["一", "二"]
    assert compiled(rb"PK").match(b"PK\x03\x04")


def test_a_wrong_expression_is_refused_as_regex_does() -> None:
    with pytest.raises(regex.error, match="missing"):
        compiled("(")


def test_a_second_run_compiles_nothing_and_finds_the_same(tmp_path: Path, root: Path) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    report = root / "corpora" / "reports" / "street-2023-faulty.docx"
    told, texts = [], []
    for name in ("first.json", "second.json"):
        out = tmp_path / name
        run = subprocess.run(
            [sys.executable, "-c", CHECK, str(report), str(out)],
            check=True,
            capture_output=True,
            text=True,
            env=environment,
        )
        told.append(json.loads(run.stdout))
        texts.append(out.read_text("utf-8"))

    (_, first, used), (code, second, _) = told
    assert code == 1
    assert used > 300
    assert first >= used
    assert second <= 1  # the empty one, of which the way to make the others is learned
    assert texts[0] == texts[1]


def test_every_pattern_survives_the_cache() -> None:
    import shenyue.checks  # noqa: F401, PLC0415 - most patterns

    assert len(patterns._used) > 200
    make, data_of = patterns._maker()
    plain = cache.unpickled(pickle.dumps({key: data_of(one) for key, one in patterns._used.items()}), refuse)

    for key, pattern in patterns._used.items():
        again = make(*plain[key])
        assert (again.pattern, again.flags, again.groupindex) == (
            pattern.pattern,
            pattern.flags,
            pattern.groupindex,
        )
        assert data_of(again) == data_of(pattern)


def test_what_is_no_pattern_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = ("新词甲", 0, ())
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cache.save("patterns", patterns._VERSION, pickle.dumps({key: ("新词甲", 0, [1, 2, 3])}))
    patterns._kept.cache_clear()

    try:
        assert key in patterns._kept()
        assert compiled("新词甲").search("有新词甲")
    finally:
        patterns._kept.cache_clear()


def refuse(module: str, name: str) -> object:
    raise ValueError(module, name)
