"""Innocent variations: sentences, headings and cells that a naive checker flags wrongly, put into clean reports."""

import random
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import regex

from tools.corpora.aspects import NAMES, Stock
from tools.corpora.composing import NoSuchReport, Wish, compose
from tools.corpora.drafts import Draft, Topic
from tools.corpora.phrases import counted_topics, phrase, usable
from tools.corpora.table_edits import NoFault, edited
from tools.corpora.wordings import Entry, fits, wording_file

_ATTEMPTS = 60
_LABELLED = regex.compile(r"（[一二三四五六]）")
_ON_FEES = regex.compile("处理费")
_NAMES_A_BASIS = regex.compile("条例|通知")
_WHOLE_SIX = ("无", "无。")
_NOT_CLEAN = frozenset(
    ("a part whose number was lost is not missing (N207 only); the heading stands without 四、",)
)
"""Innocent of the rule they tempt, but a fault under another one at warning: no clean report may have them."""
_OWN_OVERVIEW = "numbers restart under a new parent (a nested overview of its own)"
"""Replaces the overview by one without the five aspects (S106): no clean report may have it."""


def innocents() -> tuple[Mapping[str, Any], ...]:
    """Those that a clean report may have, in the order of the file."""
    return tuple(
        each
        for each in wording_file("innocent")["innocent"]
        if each["note"] not in _NOT_CLEAN and each["note"] != _OWN_OVERVIEW
    )


def clean_report(number: int, seed: str) -> Draft:
    """The clean report of a number: two out of three have an innocent variation, all of them in turn."""
    if number % 3 == 0:
        return compose(f"{seed}/{number}/0")
    found = innocents()
    order = list(range(len(found)))
    random.Random(seed).shuffle(order)  # noqa: S311 - no secret
    return with_innocent(found[order[number * 2 // 3 % len(found)]], f"{seed}/{number}")


def with_innocent(innocent: Mapping[str, Any], seed: str) -> Draft:
    """A clean report that has the variation. Raises NoSuchReport."""
    why = ""
    for attempt in range(_ATTEMPTS):
        try:
            draft = compose(f"{seed}/{attempt}", _wish(innocent))
            return _varied(draft, innocent, random.Random(f"{seed}/{attempt}/counts"))  # noqa: S311 - no secret
        except (NoSuchReport, NoFault) as cause:
            why = str(cause)
    raise NoSuchReport(f"{innocent['note']}: {why}")


def _wish(innocent: Mapping[str, Any]) -> Wish:
    years = innocent.get("years", (2019, 2025))
    text = innocent.get("text", "")
    whole_six = text in _WHOLE_SIX
    platforms_second = innocent["where"] == "part1" and text.startswith("（二）加强平台")
    layouts: tuple[str, ...] = ()
    if innocent["where"] == "subheading":
        layouts = ("merged_management_platforms",)
    elif platforms_second:
        layouts = ("reordered_platform_early",)
    elif innocent["where"] == "part1" and _LABELLED.match(text):
        layouts = ("chinese_in_brackets",)
    return Wish(
        kinds=tuple(innocent.get("kinds", ())),
        form="2019" if whole_six else innocent.get("form", ""),
        years=(years[0], years[1]),
        when=innocent.get("when", ""),
        layouts=frozenset(layouts),
        heading_form="slogan" if platforms_second else "情况" if layouts else "",
        plain_problems=innocent["where"] == "part5",
    )


def _varied(draft: Draft, innocent: Mapping[str, Any], draw: random.Random) -> Draft:
    if "table" in innocent:
        draft = edited(draft, list(innocent["table"]))
        return replace(draft, allowed=frozenset(innocent.get("also", ())))
    entry = Entry((innocent["text"],), {key: innocent[key] for key in ("sum",) if key in innocent})
    stock = Stock(draw, draft.case)
    if not usable(entry.text, draft.facts) or not fits(innocent, draft.case):
        raise NoSuchReport(innocent["note"])
    if counted_topics(entry.text) & _said(draft):
        raise NoFault(innocent["note"])
    (text,) = phrase(stock.draw, entry, draft.facts)
    return _PLACES.get(innocent["where"], _in_part)(draft, innocent["where"], text)


def _said(draft: Draft) -> frozenset[str]:
    """What a report already counts."""
    texts = [*draft.overview, *(line for part in draft.parts for line in (*part.paragraphs, *part.after))]
    return frozenset(topic for text in texts for topic in counted_topics(text))


def _in_title(draft: Draft, _: str, text: str) -> Draft:
    return replace(draft, title=tuple(text.split("\n")))


def _in_preface(draft: Draft, _: str, text: str) -> Draft:
    if not _NAMES_A_BASIS.search(text):
        return replace(draft, preface=(*draft.preface, text))
    periods = [line for line in draft.preface[1:] if "12月31日" in line]
    if not periods:
        raise NoFault("the period stands in the preface that would go")
    return replace(draft, preface=(text, *periods))


def _in_signature(draft: Draft, _: str, text: str) -> Draft:
    return replace(draft, signature=tuple(text.split("\n")))


def _in_heading(draft: Draft, where: str, text: str) -> Draft:
    part = draft.part(int(where[-1]))
    return draft.with_part(replace(part, heading=text))


def _in_subheading(draft: Draft, _: str, text: str) -> Draft:
    topics = tuple(
        replace(topic, heading=text) if "management" in topic.aspects else topic for topic in draft.topics
    )
    return replace(draft, topics=topics)


def _in_overview(draft: Draft, _: str, text: str) -> Draft:
    if _LABELLED.match(text):
        return _as_heading(draft, text)
    if not draft.topics:
        return replace(draft, opening=(*draft.opening, text))
    at = len(text) % len(draft.topics)
    topic = draft.topics[at]
    if topic.paragraphs and topic.paragraphs[-1][:1].isdigit():
        raise NoFault("a list ends there")
    lines = (
        (text, *topic.paragraphs) if text.endswith("：") and not topic.run_in else (*topic.paragraphs, text)
    )
    if lines[-1].endswith("："):
        raise NoFault("a lead-in needs something to lead in")
    return _with_topic(draft, at, replace(topic, paragraphs=lines))


def _as_heading(draft: Draft, text: str) -> Draft:
    """A sub-heading given whole, in the place of the one that has its number."""
    label = text[:3]
    aspect = next(name for name, words in NAMES.items() if words[0] in text)
    for at, topic in enumerate(draft.topics):
        if topic.label == label and topic.aspects == (aspect,):
            heading, _, run_in = text.removeprefix(label).partition("。")
            if run_in:
                return _with_topic(
                    draft,
                    at,
                    Topic(topic.aspects, label, f"{heading}。", (run_in, *topic.paragraphs), run_in=True),
                )
            return _with_topic(draft, at, replace(topic, heading=heading))
    raise NoFault(f"no {aspect} under {label}")


def _with_topic(draft: Draft, at: int, topic: Topic) -> Draft:
    return replace(draft, topics=(*draft.topics[:at], topic, *draft.topics[at + 1 :]))


def _in_part(draft: Draft, where: str, text: str) -> Draft:
    part = draft.part(int(where[-1]))
    if part.number == 6 and (text in _WHOLE_SIX or _ON_FEES.search(text)):  # noqa: PLR2004 - part six
        charged = "未收取" not in text and "0元" not in text and text not in _WHOLE_SIX
        if charged and not draft.facts["handled"]:
            raise NoFault("nothing was handled")
        if draft.facts.get("applications.other_no_payment.total"):
            raise NoFault("a notice was not paid")
        return draft.with_part(replace(part, paragraphs=(text,)))
    return draft.with_part(replace(part, paragraphs=(*part.paragraphs, *text.split("\n"))))


def _in_problems(draft: Draft, where: str, text: str) -> Draft:
    part = draft.part(int(where[-1]))
    if text.startswith("（一）"):
        last = tuple(line for line in part.paragraphs if "整改销号" in line)
        return draft.with_part(replace(part, paragraphs=(*last, *text.split("\n"))))
    if text.endswith("："):
        return draft.with_part(replace(part, paragraphs=(text, *part.paragraphs)))
    return _in_part(draft, where, text)


_PLACES = {
    "title": _in_title,
    "preface": _in_preface,
    "signature": _in_signature,
    "subheading": _in_subheading,
    "part1": _in_overview,
    "part5": _in_problems,
    "heading1": _in_heading,
    "heading3": _in_heading,
    "heading5": _in_heading,
}
