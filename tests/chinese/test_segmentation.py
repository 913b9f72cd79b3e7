"""Words, and the cache behind them."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

from shenyue import cache as kept
from shenyue.chinese import segmentation, segmenters
from shenyue.chinese.word_cache import Dictionary, cached

KEY = b"key"
SMALL = Dictionary({"政": 0, "政务": 3}, 4)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache" / "shenyue"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


@pytest.fixture
def lexicon(root: Path) -> Iterator[Path]:
    segmentation.words.cache_clear()
    segmentation._segmenter.cache_clear()
    yield root / "corpora" / "lexicon" / "words.txt"
    segmentation.words.cache_clear()
    segmentation._segmenter.cache_clear()


def build() -> Dictionary:
    return SMALL


def refuse() -> Dictionary:
    raise AssertionError("built again")


@pytest.fixture
def only_jieba(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segmentation, "segmenter", segmenters.with_jieba)


@pytest.mark.usefixtures("only_jieba")
def test_words_join_to_the_text(cache: Path, lexicon: Path) -> None:
    text = "主要表现在一是政府信息公开不及时，格式统一是关键。"

    words = segmentation.words(text, lexicon)

    assert "".join(words) == text
    assert "政府信息公开" in words
    assert segmentation.starts_word(text, 5, lexicon)
    assert not segmentation.starts_word(text, text.index("一是关键"), lexicon)
    assert list(cache.iterdir())


def test_both_segmenters_give_the_same_chinese_words(cache: Path, lexicon: Path, root: Path) -> None:
    """Codes and telephone numbers they may cut differently: no rule asks for their words."""
    pytest.importorskip("rjieba", reason="rjieba is not installed")
    fast, slow = segmenters.with_rjieba(lexicon), segmenters.with_jieba(lexicon)

    for path in sorted((root / "corpora" / "field").glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            words = [word for word in slow.cut(line) if regex.search(r"\p{Han}", word)]
            assert [word for word in fast.cut(line) if regex.search(r"\p{Han}", word)] == words, line
            assert all(fast.knows(word) == slow.knows(word) for word in words), line
    assert list(cache.iterdir())


def test_without_rjieba_jieba_serves(lexicon: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segmenters, "find_spec", lambda _name: None)

    assert "政府信息公开" in segmentation.words("办理政府信息公开申请", lexicon)
    assert list(cache.iterdir())


def test_a_second_process_reads_the_cache_and_prints_nothing(tmp_path: Path, root: Path) -> None:
    script = (
        "import sys, pathlib; from shenyue.chinese import segmenters as s; "
        "assert 'jieba' not in sys.modules; "
        "assert s.with_jieba(pathlib.Path(sys.argv[1])).knows('统一'); "
        "assert 'pkg_resources' not in sys.modules"
    )
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    environment = {
        **os.environ,
        "XDG_CACHE_HOME": str(tmp_path / "home"),
        "HOME": str(tmp_path),
        "TMPDIR": str(temporary),
    }
    for _ in range(2):
        run = subprocess.run(
            [sys.executable, "-c", script, str(root / "corpora/lexicon/words.txt")],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
        assert (run.stdout, run.stderr) == ("", "")
    assert list(temporary.iterdir()) == []


def test_a_dictionary_is_built_once(cache: Path) -> None:
    assert cached(KEY, build) == SMALL
    assert cached(KEY, refuse) == SMALL
    assert len(list(cache.iterdir())) == 1


@pytest.mark.usefixtures("cache")
def test_what_is_no_dictionary_is_built_again() -> None:
    kept.save("words", KEY, b"no dictionary")

    assert cached(KEY, build) == SMALL
    assert cached(KEY, refuse) == SMALL
