"""What argparse complains of, in Chinese, and what was probably meant."""

from collections.abc import Sequence
from pathlib import Path

import regex

from shenyue.cli.files import is_there
from shenyue.patterns import compiled

_SENTENCES = (
    (r"the following arguments are required: (.+)", r"缺少参数 \1。"),
    (r"unrecognized arguments: (.+)", r"不认识的参数 \1。"),
    (r"argument (\S+): expected (?:one|at least one) argument", r"\1 后面要有一个值。"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 与 \2 不能同时使用。"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 不明确，可能是：\2。"),
    (r"argument (\S+): invalid \S+ value: '(.*)'", r"\1 后面要写整数，至少为 1，不能是“\2”。"),
    (r"argument (\S+): 空名称", r"\1 不能是空的，请写明文件或文件夹。"),
    (r"argument (\S+): ignored explicit argument '(.*)'", r"\1 不带值，多了“\2”。"),
)
_CHOICE = r"argument (\S+): invalid choice: '(.*)' \(choose from (.+)\)"


def in_chinese(message: str) -> str:
    """What argparse complains of, as a Chinese sentence."""
    if choice := regex.fullmatch(_CHOICE, message):
        return _no_such_choice(*choice.groups())
    for pattern, sentence in _SENTENCES:
        if match := regex.fullmatch(pattern, message):
            return match.expand(sentence).replace("', '", "、").replace("'", "")
    return f"命令行无法理解（{message}）。"


def _no_such_choice(what: str, word: str, listed: str) -> str:
    from shenyue.rules.guessing import did_you_mean  # noqa: PLC0415 - brings the rules, and no right command waits for them

    known = compiled(r"[^\s,']+").findall(listed)
    guess = did_you_mean(word, known) if what == "命令" else ""  # of a few values all are better told
    values = "、".join(known)
    return f"{what} 不能是“{word}”，{guess or f'可以是：{values}。'}"


def dashed(words: Sequence[str]) -> str:
    """How to name a file whose name begins as an option does; empty where none was meant."""
    file = next((word for word in words if word.startswith("-") and is_there(Path(word))), None)
    return f"文件名以 - 开头的，前面加上 ./，写成 ./{file}。" if file else ""
