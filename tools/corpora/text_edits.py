"""Edits of the prose as faults.toml names them: insert, replace, remove, order; and what later numbers become."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import regex

from shenyue.chinese.numbering import LabelStyle, read_label
from tools.corpora.drafts import NUMERALS, Draft, Part, Topic
from tools.corpora.table_edits import NoFault

_TOP = regex.compile(r"([一二三四五六七八九十]+)、")
_TABLE_PARTS = (2, 3, 4)


def inserted(draft: Draft, target: str, lines: Sequence[str]) -> Draft:
    """The report with paragraphs at the end of a target: preface, part1 … part6."""
    if target == "preface":
        return replace(draft, preface=(*draft.preface, *lines))
    part = draft.part(int(target.removeprefix("part")))
    if part.number in _TABLE_PARTS:
        return draft.with_part(replace(part, after=(*part.after, *lines)))
    return draft.with_part(replace(part, paragraphs=(*part.paragraphs, *lines)))


def replaced(draft: Draft, target: str, lines: Sequence[str]) -> Draft:
    """The report with a whole target replaced."""
    if target in {"title", "preface", "signature"}:
        changes: dict[str, Any] = {target: tuple(lines)}
        return replace(draft, **changes)
    if target.startswith("aspect."):
        return _aspect_replaced(draft, target.removeprefix("aspect."), lines)
    part = draft.part(int(target[-1]))
    if target.startswith("heading"):
        return draft.with_part(replace(part, heading=lines[0]))
    if target.startswith("content"):
        return with_content(draft, part.number, lines)
    headed = _TOP.match(lines[0]) is not None
    draft = with_content(draft, part.number, lines[1:] if headed else lines)
    return draft.with_part(replace(draft.part(part.number), heading=lines[0] if headed else ""))


def with_content(draft: Draft, number: int, lines: Sequence[str]) -> Draft:
    """The report with nothing but these lines under a heading: tables and all else gone."""
    if number == 1:
        draft = replace(draft, opening=(), topics=())
    part = replace(draft.part(number), paragraphs=tuple(lines), after=(), tables=False)
    return draft.with_part(part)


def _aspect_replaced(draft: Draft, aspect: str, lines: Sequence[str]) -> Draft:
    headed = lines[0].startswith("（")
    old = _topic(draft, aspect)
    label = old.label if headed else ""
    if headed and not lines[0].startswith(label):
        raise NoFault(f"{aspect} does not stand under {lines[0][:3]}")
    heading = lines[0].removeprefix(label) if headed else ""
    new = Topic((), label, heading, tuple(lines[1:] if headed else lines))
    draft = replace(draft, topics=tuple(new if topic is old else topic for topic in draft.topics))
    return draft if headed else relabelled_topics(draft)


def reworded(draft: Draft, target: str, old: str, new: str, nth: int = 0) -> tuple[Draft, str]:
    """The report with a wording changed within a target, and the line as it now reads."""
    if target == "subheading":
        return _subheading_reworded(draft, nth, old, new)
    part = draft.part(int(target[-1]))
    if not target.startswith("heading") or old not in part.heading:
        raise NoFault(f"{target}: {old}")
    heading = part.heading.replace(old, new, 1)
    return draft.with_part(replace(part, heading=heading)), heading


def _subheading_reworded(draft: Draft, nth: int, old: str, new: str) -> tuple[Draft, str]:
    topic = _nth(draft, nth)
    line = topic.label + topic.heading
    if old and old not in line:
        raise NoFault(f"{line}: {old}")
    if old:
        changed = replace(topic, label="", heading=line.replace(old, new, 1))
    else:
        changed = replace(topic, heading=new.removeprefix(topic.label), run_in=new.endswith("。"))
    topics = tuple(changed if each is topic else each for each in draft.topics)
    return replace(draft, topics=topics), changed.label + changed.heading


def _nth(draft: Draft, nth: int) -> Topic:
    if nth > len(draft.topics):
        raise NoFault(f"no sub-heading {nth}")
    return draft.topics[nth - 1]


def _topic(draft: Draft, aspect: str) -> Topic:
    for topic in draft.topics:
        if topic.aspects == (aspect,):
            return topic
    raise NoFault(f"no heading for {aspect}")


def removed(draft: Draft, target: str, fault: Mapping[str, Any]) -> Draft:
    """The report without a target: a part, a heading, a content, an aspect, a sub-heading."""
    if target.startswith("part"):
        gone = draft.part(int(target[-1]))
        return replace(draft, parts=tuple(part for part in draft.parts if part is not gone))
    if target.startswith("heading"):
        return _heading_removed(draft, int(target[-1]))
    if target.startswith("content"):
        return with_content(draft, int(target[-1]), ())
    topic = (
        _nth(draft, fault["nth"]) if target == "subheading" else _topic(draft, target.removeprefix("aspect."))
    )
    kept = (Topic((), "", "", topic.paragraphs),) if fault.get("keep_body") else ()
    topics = tuple(each for old in draft.topics for each in (kept if old is topic else (old,)))
    return replace(draft, topics=topics)


def _heading_removed(draft: Draft, number: int) -> Draft:
    """Heading and table are gone; a sentence on the matter ends the part before."""
    sentence = next(iter(draft.part(number).paragraphs), "行政复议和行政诉讼案件均依法办理。")
    before = draft.part(number - 1)
    draft = draft.with_part(replace(before, after=(*before.after, sentence)))
    return replace(draft, parts=tuple(part for part in draft.parts if part.number != number))


def ordered(draft: Draft, numbers: Sequence[int]) -> Draft:
    """The report with its parts in this order."""
    return replace(draft, parts=tuple(draft.part(number) for number in numbers))


def relabelled_parts(draft: Draft, changed: Sequence[str] = ()) -> Draft:
    """Later numbers closed up or moved on, counting the headings that stand in changed lines."""
    parts: list[Part] = []
    last = 0
    for part in draft.parts:
        heading = part.heading
        if _TOP.match(heading):
            last += 1
            heading = _TOP.sub(f"{NUMERALS[last]}、", heading, count=1)
        parts.append(replace(part, heading=heading))
        own = (*(draft.opening if part.number == 1 else ()), *part.paragraphs, *part.after)
        for line in own:
            if line in changed and _TOP.match(line):
                last = _value(line)
    return replace(draft, parts=tuple(parts))


def _value(line: str) -> int:
    label = read_label(line)
    if label is None or label.style is not LabelStyle.CHINESE:
        raise NoFault(line)
    return label.value


def relabelled_topics(draft: Draft) -> Draft:
    """The sub-headings of part one numbered anew."""
    topics: list[Topic] = []
    count = 0
    for topic in draft.topics:
        count += bool(topic.heading)
        topics.append(replace(topic, label=f"（{NUMERALS[count]}）" if topic.label else ""))
    return replace(draft, topics=tuple(topics))
