"""A review as one file: out of one store and into another, chain and all."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from shenyue.decisions import Decision, Verdict
from shenyue.errors import WrongUsage
from shenyue.store.chain import Entry, Record, answers, first_break
from shenyue.store.kept import Kept, Store, Subject
from shenyue.writing import cause

SCHEMA = "shenyue.chain/1"


class Taken(StrEnum):
    """What came of taking a review in; the value is what is said."""

    BEGUN = "新收入"
    CONTINUED = "接上了新的处理意见"
    KNOWN = "本机已有全部处理意见"


@dataclass(frozen=True, slots=True)
class Parcel:
    """What such a file holds."""

    subject: Subject
    opened: str
    entries: tuple[Entry, ...]


def packed(store: Store, review: Kept) -> str:
    """The text of the file."""
    entries = [asdict(entry) for entry in store.entries(review)]
    whole = {"schema": SCHEMA, "review": asdict(review.subject), "opened": review.opened, "entries": entries}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def unpacked(path: Path) -> Parcel:
    """What a file holds, its chain proven.

    Raises:
        WrongUsage: it cannot be read, is no such file, or was altered.
    """
    try:
        parcel = _parcel(json.loads(path.read_text("utf-8")))
    except FileNotFoundError as reason:
        raise WrongUsage(f"找不到文件“{path}”，请检查路径和文件名。") from reason
    except OSError as reason:
        raise WrongUsage(f"{path} 无法读取：{cause(reason)}。请检查路径和权限。") from reason
    except (ValueError, KeyError, TypeError) as reason:
        raise WrongUsage(
            f"{path} 不是 shenyue reviews export 导出的审阅记录，或者已残缺，没有收入。"
        ) from reason
    report, entries = parcel.subject.report, parcel.entries
    broken = first_break(report, entries, len(entries), entries[-1].hash if entries else report)
    if broken is not None:
        raise WrongUsage(f"{path} 的校验不通过：{broken.sentence}，没有收入。请向对方重新索取。")
    return parcel


def take_in(store: Store, parcel: Parcel) -> Taken:
    """Put a review into a store; where it is there already, only what is missing at its end.

    Raises:
        WrongUsage: both went on from the same beginning, each in its own way.
    """
    with store.writing():
        known = store.review(parcel.subject.report)
        kept = known or store.seen(parcel.subject, parcel.opened)
        own = store.entries(kept)
        both = min(len(own), len(parcel.entries))
        if own[:both] != parcel.entries[:both]:
            raise WrongUsage(_parted(own, parcel.entries, kept))
        store.insert(kept, parcel.entries[both:], len(answers(parcel.entries)))
    if known is None:
        return Taken.BEGUN
    return Taken.CONTINUED if len(parcel.entries) > both else Taken.KNOWN


def _parted(own: Sequence[Entry], other: Sequence[Entry], kept: Kept) -> str:
    at = next(here.number for here, there in zip(own, other, strict=False) if here != there)
    return (
        f"“{kept.subject.title}”在本机和文件里从第 {at} 条处理意见起各不相同，没有收入。"
        f"要以文件为准，请先用 shenyue reviews export {kept.id} 留底，再用 shenyue reviews delete {kept.id} 删去本机的。"
    )


def _parcel(whole: Any) -> Parcel:
    if whole["schema"] != SCHEMA:
        raise ValueError(whole["schema"])
    subject = Subject(**whole["review"])
    for text in (subject.report, subject.path, subject.title, subject.unit, whole["opened"]):
        _text(text)
    return Parcel(subject, whole["opened"], tuple(map(_entry, whole["entries"])))


def _entry(value: Any) -> Entry:
    record = dict(value["record"])
    answer = record.pop("decision")
    decision = None
    if answer is not None:
        decision = Decision(
            Verdict(answer["verdict"]), *map(_text, (answer["note"], answer["by"], answer["at"]))
        )
    for text in record.values():
        _text(text)
    return Entry(
        int(value["number"]),
        int(value["step"]),
        Record(**record, decision=decision),
        value["previous"],
        value["hash"],
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
