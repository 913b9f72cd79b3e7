"""`shenyue reviews`: the reviews that are kept, to list, show, delete, hand on and prove."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from shenyue.cli import FOUND, OK
from shenyue.cli.overwriting import unless_there
from shenyue.errors import UnusableStore, WrongUsage
from shenyue.output.literal import visible
from shenyue.store.chain import Entry
from shenyue.store.clock import day, minute
from shenyue.store.exchange import packed, take_in, unpacked
from shenyue.store.keeping import store_path
from shenyue.store.kept import Kept, Store
from shenyue.store.opening import is_there
from shenyue.writing import whole_file

_SHORT = 12
"""Digits of a hash that people are shown."""
_LEAST = 6
"""Digits of a hash that may be typed for it."""


def listed(options: Namespace) -> int:
    """`shenyue reviews list`."""
    with _opened(options) as store:
        kept = [one for one in store.reviews(year=options.year) if (options.unit or "") in one.subject.unit]
    if options.format == "json":
        sys.stdout.write(json.dumps([_as_json(one) for one in kept], ensure_ascii=False, indent=1) + "\n")
        return OK
    sys.stdout.writelines(f"{visible(_line(one))}\n" for one in kept)
    sys.stdout.write(f"共 {len(kept)} 份。\n" if kept else "没有符合的审阅记录。\n")
    return OK


def show(options: Namespace) -> int:
    """`shenyue reviews show REVIEW`."""
    with _opened(options) as store:
        kept = _meant(store, options.review)
        entries = _entries(store, kept)
    if options.format == "json":
        whole = _as_json(kept) | {"entries": [asdict(entry) for entry in entries]}
        sys.stdout.write(json.dumps(whole, ensure_ascii=False, indent=1) + "\n")
        return OK
    sys.stdout.writelines(f"{visible(line)}\n" for line in _told(kept, entries))
    return OK


def delete(options: Namespace) -> int:
    """`shenyue reviews delete REVIEW`: asks, unless told `--yes`."""
    with _opened(options) as store:
        kept = _meant(store, options.review)
        if not options.yes and not _sure(kept):
            sys.stdout.write("没有删除。\n")
            return OK
        with store.writing():
            store.delete(kept)
    sys.stdout.write(f"已删除：{visible(kept.subject.title)}（{kept.entries} 条记录）\n")
    return OK


def export(options: Namespace) -> int:
    """`shenyue reviews export REVIEW`."""
    with _opened(options) as store:
        kept = _meant(store, options.review)
        _entries(store, kept)
        text = packed(store, kept)
    if options.output is None:
        sys.stdout.write(text)
        return OK
    unless_there(options.output, None, "审阅记录", force=options.force)
    with whole_file(options.output) as out:
        out.write(text.encode())
    sys.stdout.write(f"已导出：{options.output}（{kept.entries} 条记录，链头 {kept.head[:_SHORT]}）\n")
    return OK


def import_(options: Namespace) -> int:
    """`shenyue reviews import FILE…`."""
    with _opened(options, create=True) as store:
        for path in options.files:
            parcel = unpacked(path)
            taken = take_in(store, parcel)
            sys.stdout.write(
                f"{taken.value}：{visible(parcel.subject.title)}（{len(parcel.entries)} 条记录）\n"
            )
    return OK


def verify(options: Namespace) -> int:
    """`shenyue reviews verify [REVIEW…]`: 1 where a chain is broken or the hash asked for is not in it."""
    with _opened(options) as store:
        damage = store.damage()
        chosen = [_meant(store, word) for word in options.reviews] or store.reviews()
        told = [_proof(store, kept, _head(options)) for kept in chosen]
    if options.head and not options.reviews:
        told = [one for one in told if one[0]] or [(False, f"没有一份审阅的记录里有链头 {options.head}。")]
    for good, sentence in told:
        if not good or options.reviews or options.head:
            sys.stdout.write(f"{visible(sentence)}\n")
    bad = sum(not good for good, _ in told)
    if damage:
        sys.stdout.write(f"文件本身有损坏：{damage}\n")
    entries = sum(kept.entries for kept in chosen)
    sys.stdout.write(
        f"核验 {len(told)} 份审阅、{entries} 条记录：" + (f"{bad} 份不通过。\n" if bad else "全部通过。\n")
    )
    return FOUND if bad or damage else OK


@contextmanager
def _opened(options: Namespace, *, create: bool = False) -> Iterator[Store]:
    path = options.store or store_path()
    if not create and not is_there(path):
        raise WrongUsage(f"还没有审阅记录（{path} {'是空文件' if path.exists() else '不存在'}）。")
    store = Store(path)
    try:
        yield store
    finally:
        store.close()


def _meant(store: Store, word: str) -> Kept:
    """The review by its number, by the beginning of the report's sha256, or by the report's file itself."""
    path = Path(word)
    digest = sha256(path.read_bytes()).hexdigest() if path.is_file() else word.lower()
    kept = store.reviews()
    found = [one for one in kept if str(one.id) == word] or [
        one for one in kept if len(digest) >= _LEAST and one.subject.report.startswith(digest)
    ]
    if len(found) != 1:
        why = "有多份符合" if found else "没有这一份"
        raise WrongUsage(f"{why}：{word}。请写 shenyue reviews list 列出的序号，或报告文件的路径。")
    return found[0]


def _entries(store: Store, kept: Kept) -> tuple[Entry, ...]:
    broken = store.first_break(kept)
    if broken is not None:
        raise UnusableStore(f"“{kept.subject.title}”的处理记录校验不通过：{broken.sentence}。")
    return store.entries(kept)


def _proof(store: Store, kept: Kept, head: str | None) -> tuple[bool, str]:
    subject, broken = kept.subject, store.first_break(kept)
    name = f"{kept.id}  {subject.title or subject.path}"
    if broken is not None:
        return False, f"不通过  {name}：{broken.sentence}"
    if head is None:
        return True, f"通过    {name}：{kept.entries} 条记录，链头 {kept.head}"
    at = next((entry.number for entry in store.entries(kept) if entry.hash.startswith(head)), None)
    if at is None and not subject.report.startswith(head):
        return False, f"不通过  {name}：记录里没有链头 {head}，它不出自这份审阅"
    at = at or 0
    later = f"，之后又有 {kept.entries - at} 条" if kept.entries > at else "，之后没有改动"
    return True, f"通过    {name}：链头 {head} 是第 {at} 条记录之后的状态{later}"


def _head(options: Namespace) -> str | None:
    if options.head is not None and len(options.head) < _LEAST:
        raise WrongUsage(f"链头 {options.head} 太短，请至少写前 {_LEAST} 位。")
    return str(options.head).lower() if options.head else None


def _line(kept: Kept) -> str:
    subject = kept.subject
    year = subject.year or "????"
    done = f"{kept.decided}/{subject.findings}"
    return f"{kept.id:>5}  {day(kept.opened)}  {year}  {done:>7}  {subject.unit or subject.title or '（看不出单位）'}  {subject.path}"


def _told(kept: Kept, entries: Sequence[Entry]) -> Iterator[str]:
    subject = kept.subject
    yield subject.title or "（没有标题）"
    yield f"单位：{subject.unit or '看不出'}　年份：{subject.year or '看不出'}"
    yield f"文件：{subject.path}"
    yield f"sha256：{subject.report}"
    yield f"开始：{minute(kept.begun)}　最近：{minute(kept.opened)}"
    yield f"处理：{kept.decided}/{subject.findings}　记录 {kept.entries} 条　链头：{kept.head}"
    for entry in entries:
        record, decision = entry.record, entry.record.decision
        what = decision.verdict.chinese if decision else "撤回处理意见"
        note = f"：{decision.note}" if decision and decision.note else ""
        yield f"{entry.number:>5}  {minute(record.at)}  {record.by or '（未署名）'}  {record.rule} {record.finding}  {what}{note}  {entry.hash[:_SHORT]}"


def _as_json(kept: Kept) -> dict[str, object]:
    return asdict(kept.subject) | {
        "id": kept.id,
        "decided": kept.decided,
        "begun": kept.begun,
        "opened": kept.opened,
        "length": kept.entries,
        "head": kept.head,
    }


def _sure(kept: Kept) -> bool:
    if not sys.stdin.isatty():
        raise WrongUsage("删除审阅记录要先确认；没有终端时请加 --yes。")
    title, count = visible(kept.subject.title), kept.entries
    sys.stdout.write(f"要删除“{title}”的审阅（{count} 条记录）吗？删除后不能恢复。输入 是 确定：")
    sys.stdout.flush()
    return sys.stdin.readline().strip() in {"是", "y", "Y", "yes"}
