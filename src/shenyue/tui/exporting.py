"""Writing what the app exports: whole or not at all, and never over a file unasked."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from shenyue.output import as_json, as_text
from shenyue.output.literal import visible
from shenyue.output.style import Style
from shenyue.review import Review


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of export."""

    name: str
    suffix: str


KINDS = (
    Kind("文字（.txt）：问题、核算、建议、依据和处理意见", ".txt"),
    Kind("JSON（.json）：供其他程序读取", ".json"),
)


def target(review: Review, folder: str, kind: Kind) -> Path:
    """Where an export goes: beside the report where no folder is given."""
    place = Path(folder).expanduser() if folder else review.path.absolute().parent
    return place / f"{review.path.stem}-审阅{kind.suffix}"


def write(review: Review, path: Path, kind: Kind) -> None:
    """Write it.

    Raises:
        OSError: the folder is not there or cannot be written.
    """
    text = (
        _as_text(review) if kind.suffix == ".txt" else "".join(as_json.join([as_json.fragment(review)], ()))
    )
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_text(text, "utf-8")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _as_text(review: Review) -> str:
    return as_text.fragment(review, Style()) + "".join(f"{line}\n" for line in decision_lines(review))


def decision_lines(review: Review) -> Iterator[str]:
    """The reviewer's answers, one a finding."""
    yield "\n处理意见"
    for number, finding in enumerate(review.findings, 1):
        decision = review.decisions.get(finding.key)
        answer = decision.verdict.chinese if decision else "未处理"
        note = f"：{visible(decision.note)}" if decision and decision.note else ""
        yield f"    {number:>2}  {finding.rule} {finding.title}（“{visible(finding.quote)[:20]}”）：{answer}{note}"
