"""Packs that were read before come from the cache, the same as when they are read; what changed is read anew."""

import pickle
from pathlib import Path

import pytest

from shenyue import cache
from shenyue.errors import BrokenPack
from shenyue.rules import pack_ids, packs, read_pack, reading, remembering
from shenyue.rules.packs import open_packs


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    forget()


def forget() -> None:
    """As a new process begins."""
    cache._save_all()
    reading._read_pack.cache_clear()
    packs._open_packs.cache_clear()
    packs._open_pack.cache_clear()
    remembering._digest.cache_clear()


def unread(*_: object) -> object:
    raise AssertionError("read again")


@pytest.mark.parametrize("pack_id", pack_ids())
def test_a_shipped_pack_from_the_cache_is_the_pack(pack_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = read_pack(pack_id)
    heads = open_packs()
    forget()
    monkeypatch.setattr(reading, "_whole_pack", unread)
    monkeypatch.setattr(packs, "_opened", unread)

    assert read_pack(pack_id) == pack
    assert open_packs() == heads


def own_pack(folder: Path, severity: str) -> Path:
    path = folder / "own" / "pack.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = f'name = "本区"\nversion = "1"\nextends = "national"\n[override.N204]\nseverity = "{severity}"\n'
    path.write_text(text, "utf-8")
    return path


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    folders = (tmp_path / "rules",)
    severities = []
    for severity in ("error", "info"):
        own_pack(folders[0], severity)
        severities.append(read_pack("own", folders).rule("N204").severity.value)
        forget()
    assert severities == ["error", "info"]


def test_a_file_changed_behind_its_time_and_size_is_read_anew(tmp_path: Path) -> None:
    import os  # noqa: PLC0415

    folders = (tmp_path / "rules",)
    path = own_pack(folders[0], "error")
    status = path.stat()
    assert read_pack("own", folders).name == "本区"
    forget()
    path.write_text(path.read_text("utf-8").replace("本区", "我区"), "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    assert read_pack("own", folders).name == "我区"


def test_mistakes_are_never_kept(tmp_path: Path) -> None:
    folders = (tmp_path / "rules",)
    own_pack(folders[0], "grave")
    for _ in range(2):
        with pytest.raises(BrokenPack, match="severity"):
            read_pack("own", folders)
        forget()


def test_a_template_that_is_gone_is_told(tmp_path: Path) -> None:
    folders = (tmp_path / "rules",)
    path = own_pack(folders[0], "info")
    path.write_text(path.read_text("utf-8") + '[memo]\ntemplates = ["memo.md"]\n', "utf-8")
    template = path.with_name("memo.md")
    template.write_text("x", "utf-8")
    assert read_pack("own", folders).letterhead.templates
    forget()
    template.unlink()

    with pytest.raises(BrokenPack, match=r"memo\.md"):
        read_pack("own", folders)


def test_other_code_reads_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    read_pack("national")
    forget()
    monkeypatch.setattr(cache, "code_version", lambda: b"other")
    monkeypatch.setattr(reading, "_whole_pack", unread)

    with pytest.raises(AssertionError, match="read again"):
        read_pack("national")


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "system"),
        ("builtins", "eval"),
        ("shenyue.writing", "write_text"),
        ("shenyue.cli", "main"),
        ("shenyue.rules.model", "Path"),
        ("shenyue.no_such_module", "Rule"),
        ("shenyue.rules.model", "NoSuchName"),
    ],
)
def test_only_types_of_data_are_made(module: str, name: str) -> None:
    with pytest.raises(ValueError, match=name):
        remembering._data_type(module, name)


def test_a_planted_file_is_thrown_away() -> None:
    class Planted:
        def __reduce__(self) -> tuple[object, ...]:
            return (pytest.fail, ("run",))

    with pytest.raises(ValueError, match="not a pickle of ours"):
        cache.unpickled(pickle.dumps(Planted()), remembering._data_type)
