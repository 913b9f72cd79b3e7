"""Commands and what Tab completes: one table for help, completion and meaning."""

import pytest
from tools.chat.scene import scene

from shenyue.chat.commands import COMMANDS, Command
from shenyue.chat.conversation import complete, respond
from shenyue.chat.replies import Intent, Situation


def situation() -> Situation:
    review = scene()
    return Situation(review, current=review.findings[0].key)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.name)
def test_a_command_does_what_the_table_says(command: Command) -> None:
    reply = respond(situation(), command.name, by="审核员")
    assert reply.intent is command.intent
    assert reply.text


def test_help_lists_every_command() -> None:
    text = respond(situation(), "/帮助", by="").text
    assert all(command.name in text for command in COMMANDS)


@pytest.mark.parametrize(
    ("text", "intent", "part"),
    [
        ("/跳到 3", Intent.JUMP, "第 3 条"),
        ("/查找 培训", Intent.SEARCH_TEXT, "培训"),
        ("/不成立 街道另有说明", Intent.DECIDE, "街道另有说明"),
        ("/备注 已电话告知", Intent.NOTE, "已电话告知"),
        ("/规则 T313", Intent.RULE_INFO, "T313"),
        ("/导出 xlsx", Intent.EXPORT, "xlsx"),
        ("/规则包 北京市", Intent.SWITCH_PACK, "beijing"),
        ("/下", Intent.NEXT, ""),
    ],
)
def test_what_follows_a_command_is_heeded(text: str, intent: Intent, part: str) -> None:
    reply = respond(situation(), text, by="审核员")
    assert reply.intent is intent
    assert part in reply.text


def test_an_unknown_command_is_told() -> None:
    reply = respond(situation(), "/变魔术", by="")
    assert reply.intent is Intent.HELP
    assert "没有“/变魔术”这个命令" in reply.text


def test_tab_completes_commands_findings_and_parts() -> None:
    now = situation()
    assert "/确认" in complete(now, "/")
    assert complete(now, "/导") == ("/导出",)
    assert any(line.startswith("T311 ") for line in complete(now, "t31"))
    assert "第3条" in complete(now, "第3")
    assert any("主动公开" in line for line in complete(now, "第二部分"))
    assert any("主动公开" in line for line in complete(now, "主动"))
    assert not complete(now, "")
