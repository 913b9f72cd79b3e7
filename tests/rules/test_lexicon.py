from pathlib import Path

import pytest

from shenyue.errors import BrokenPack
from shenyue.rules import read_pack

PACK = 'name = "试验区"\nversion = "1"\nextends = "national"\n'


def _pack(folder: Path, lexicon: str) -> tuple[Path, ...]:
    (folder / "trial" / "lexicon").mkdir(parents=True)
    (folder / "trial" / "pack.toml").write_text(PACK, encoding="utf-8")
    (folder / "trial" / "lexicon" / "figures.toml").write_text(lexicon, encoding="utf-8")
    return (folder,)


def test_a_districts_words_join_those_of_its_parents(tmp_path: Path) -> None:
    lexicon = read_pack("trial", _pack(tmp_path, '[words]\nreceive = ["承接登记"]\n')).lexicon
    assert lexicon.words["承接登记"] == {"receive"}
    assert "receive" in lexicon.words["受理"]
    assert len(lexicon.meanings) == len(read_pack("national").lexicon.meanings)


def test_a_districts_meanings_go_before_those_of_its_parents(tmp_path: Path) -> None:
    meaning = (
        '[[meaning]]\nid = "own"\ntable = "permits"\nrows = ["permits"]\ncolumns = ["decisions"]\n'
        'words = [["permit"]]\nabout = ["permit"]\nunits = "decisions"\n'
    )
    assert read_pack("trial", _pack(tmp_path, meaning)).lexicon.meanings[0].id == "own"


def test_what_a_meaning_names_must_exist(tmp_path: Path) -> None:
    meaning = (
        '[[meaning]]\nid = "own"\ntable = "permits"\nrows = ["permits"]\ncolumns = ["decisions"]\n'
        'words = [["permits"]]\nabout = ["permit"]\nunits = "decisions"\n'
    )
    with pytest.raises(BrokenPack, match="permit"):
        read_pack("trial", _pack(tmp_path, meaning))
