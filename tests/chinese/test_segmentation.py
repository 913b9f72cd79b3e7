"""Words, and the cache behind them."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

from shenyue.chinese import segmentation, segmenters, word_cache
from shenyue.chinese.word_cache import Dictionary, cached

KEY = b"key"
SMALL = Dictionary({"政": 0, "政务": 3}, 4)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache" / "shenyue"
    monkeypatch.setattr(word_cache, "user_cache_path", lambda *_args, **_kwargs: folder)
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


def test_the_cache_is_private_and_read_back(cache: Path) -> None:
    assert cached(KEY, build) == SMALL
    (path,) = cache.iterdir()

    assert path.stat().st_mode & 0o777 == 0o600
    assert cache.stat().st_mode & 0o777 == 0o700
    assert cached(KEY, refuse) == SMALL


@pytest.mark.parametrize("damage", [b"", b"shenyue words 1\n", b"x" * 500])
def test_a_damaged_cache_is_rebuilt(cache: Path, damage: bytes) -> None:
    cached(KEY, build)
    (path,) = cache.iterdir()
    path.write_bytes(damage)

    assert cached(KEY, build) == SMALL
    assert cached(KEY, refuse) == SMALL


def test_a_changed_word_is_noticed(cache: Path) -> None:
    cached(KEY, build)
    (path,) = cache.iterdir()
    path.write_bytes(path.read_bytes().replace("政务".encode(), "政府".encode()))

    assert cached(KEY, build) == SMALL


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system knows no owners")
def test_a_cache_that_others_may_write_is_not_read(cache: Path) -> None:
    cached(KEY, build)
    (path,) = cache.iterdir()
    path.chmod(0o666)

    with pytest.raises(AssertionError, match="built again"):
        cached(KEY, refuse)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system knows no owners")
def test_a_foreign_cache_is_not_read(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cached(KEY, build)
    assert list(cache.iterdir())
    monkeypatch.setattr(os, "geteuid", lambda: 54321)

    with pytest.raises(AssertionError, match="built again"):
        cached(KEY, refuse)


def test_a_folder_that_cannot_be_made_is_tolerated(monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.NamedTemporaryFile() as file:
        monkeypatch.setattr(word_cache, "user_cache_path", lambda *_args, **_kwargs: Path(file.name) / "no")
        assert cached(KEY, build) == SMALL
