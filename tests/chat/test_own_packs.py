"""A district's own pack is called by its name, without a word of it in the conversation's lists."""

from pathlib import Path

import pytest

from shenyue.chat.answers.whole import opening_text
from shenyue.chat.conversation import respond
from shenyue.chat.replies import Intent, Reply, Situation, Wish
from shenyue.review import Order, Review, open_review


@pytest.fixture(scope="module")
def review(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Review:
    """A report beside packs of 江南省临山市 and its 河东区."""
    folder = tmp_path_factory.mktemp("rules")
    for pack_id, name, parent in (("jn/ls", "临山市", "national"), ("jn/ls/hd", "临山市河东区", "jn/ls")):
        (folder / pack_id).mkdir(parents=True)
        text = f'name = "{name}"\nversion = "1"\nextends = "{parent}"\n'
        (folder / pack_id / "pack.toml").write_text(text, "utf-8")
    report = root / "corpora" / "reports" / "clean-08-department-2021.md"
    return open_review(report, Order(folders=(folder,)))


def said(review: Review, text: str) -> Reply:
    return respond(Situation(review, shown=()), text)


@pytest.mark.parametrize(
    ("text", "pack_id"),
    [
        ("换成临山市的规则", "jn/ls"),
        ("换成临山规则", "jn/ls"),
        ("用临山市河东区的规则包重新审", "jn/ls/hd"),
        ("换成 jn/ls/hd", "jn/ls/hd"),
        ("换成西城区规则", "beijing/xicheng"),
    ],
)
def test_a_pack_is_switched_to_by_its_name(review: Review, text: str, pack_id: str) -> None:
    reply = said(review, text)
    assert (reply.intent, reply.wish) == (Intent.SWITCH_PACK, Wish("switch_pack", pack_id))


def test_what_there_is_is_listed(review: Review) -> None:
    reply = said(review, "有哪些规则包可以换")
    assert reply.intent is Intent.SWITCH_PACK
    assert "临山市河东区（jn/ls/hd）" in reply.text
    assert "全国通用（national）" not in reply.text.partition("可以换成")[2]


def test_a_place_without_a_pack_is_said(review: Review) -> None:
    reply = said(review, "换成上海的规则")
    assert "没有“上海”的规则包" in reply.text
    assert reply.wish is None


def test_what_is_let_pass_is_said_at_once(root: Path, tmp_path: Path) -> None:
    report = tmp_path / "报告.docx"
    report.write_bytes((root / "corpora" / "reports" / "street-2023-faulty.docx").read_bytes())
    waiver = '[[waiver]]\nrule = "T303"\nunit = "*"\nreason = "a"\nperson = "b"\nexpires = 2999-12-31\n'
    (tmp_path / "shenyue.toml").write_text(waiver, "utf-8")
    told = opening_text(open_review(report, Order()))
    assert "查出 4 条问题" in told
    assert "另有 2 处按放过清单或者基线不计（T303）。" in told
