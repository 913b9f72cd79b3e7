"""The five aspects of 总体情况: headings of one form, bodies that fit, in the layouts that units use."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import regex

from tools.corpora.drafts import Topic
from tools.corpora.phrases import counted_topics, phrase, usable
from tools.corpora.wordings import Circumstances, Entry, entries, fits, wording_file

ASPECTS = ("disclosure", "applications", "management", "platforms", "supervision")
NAMES = {
    "disclosure": ("主动公开",),
    "applications": ("依申请公开", "申请"),
    "management": ("信息管理",),
    "platforms": ("平台",),
    "supervision": ("监督", "保障"),
}
"""Words by which a reader knows that an aspect is treated."""
GOVERNMENTS = frozenset({"county", "city", "province", "town", "office"})
"""Kinds that owe a word on 工作考核、社会评议、责任追究."""
_THREE = (regex.compile("考核"), regex.compile("评议"), regex.compile("追究|追责|责任"))
_PLACE = regex.compile(r"<(\w+)(?:\.(\w+))?>")


@dataclass(slots=True)
class Stock:
    """What a report may still say, so that it neither repeats nor contradicts itself."""

    draw: random.Random
    case: Circumstances
    avoid: tuple[str, ...] = ()
    """Words that must not occur."""
    once: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)

    def may(self, entry: Entry) -> bool:
        """Whether an entry fits what has been said."""
        text = entry.text
        return (
            text not in self.used
            and fits(entry.conditions, self.case)
            and usable(text, self.case.facts)
            and entry.conditions.get("once") not in self.once
            and self.topics.isdisjoint(counted_topics(text))
            and not any(word in text for word in self.avoid)
        )

    def take(self, found: Iterable[Entry]) -> tuple[str, ...] | None:
        """One of the entries that fit, filled; None where none does."""
        fitting = [entry for entry in found if self.may(entry)]
        if not fitting:
            return None
        entry = self.draw.choice(fitting)
        self.note(entry)
        return phrase(self.draw, entry, self.case.facts)

    def note(self, entry: Entry) -> None:
        """Remember that an entry is used."""
        self.used.add(entry.text)
        self.topics |= counted_topics(entry.text)
        if "once" in entry.conditions:
            self.once.add(entry.conditions["once"])


def heading_form(heading: str) -> str:
    """The form that headings of siblings share; run-in ones end in 。 and have forms of their own."""
    if heading.endswith("。"):
        return f"run-in {heading_form(heading.removesuffix('。'))}"
    if heading.startswith("关于"):
        return "关于"
    for suffix in ("情况", "方面"):
        if heading.endswith(suffix):
            return suffix
    if "，" in heading:
        return "slogan"
    if heading in _PLAIN:
        return "plain"
    return "state" if heading.startswith(_SUBJECTS) else "verb"


_PLAIN = frozenset(
    (
        "主动公开",
        "依申请公开",
        "政府信息管理",
        "政府信息公开平台建设",
        "平台建设",
        "监督保障",
        "政府信息的管理",
    )
)
_SUBJECTS = ("主动公开", "依申请公开", "政府信息", "平台", "公开平台", "监督保障")
HEADING_FORMS = ("情况", "方面", "plain", "slogan", "state", "verb")
"""Of headings on lines of their own; every aspect has some of each."""
RUN_IN_FORMS = ("run-in 情况", "run-in 方面", "run-in verb")


def headings_of(draw: random.Random, form: str) -> dict[str, str]:
    """A heading for each aspect, all of one form; ValueError where an aspect has none of it."""
    found = {}
    for aspect in ASPECTS:
        fitting = [
            heading
            for heading in wording_file("aspects")[aspect]["headings"]
            if heading_form(heading) == form
        ]
        if not fitting:
            raise ValueError(f"{aspect} has no heading of the form {form}")
        found[aspect] = draw.choice(fitting)
    return found


def bodies(
    stock: Stock, aspect: str, count: int, *, named: bool = False, simple: bool = False
) -> tuple[str, ...]:
    """Up to `count` bodies of an aspect; `named`: one has its name; `simple`: single sentences that a list item can hold."""
    found = entries(wording_file("aspects")[aspect]["body"])
    if simple:
        found = tuple(entry for entry in found if entry.text.count("。") == 1 and "；" not in entry.text)
    first = _first(stock, aspect, found, named=named)
    texts = list(first or ())
    while len(texts) < count:
        taken = stock.take(found)
        if taken is None:
            break
        texts.extend(taken)
    return tuple(texts)


def _first(stock: Stock, aspect: str, found: tuple[Entry, ...], *, named: bool) -> tuple[str, ...] | None:
    if aspect == "disclosure":
        counted = [entry for entry in found if "{a}" in entry.text]
        return stock.take(counted) or stock.take(found)
    if aspect == "supervision" and stock.case.kind in GOVERNMENTS and "考核" not in stock.avoid:
        return stock.take(entry for entry in found if all(word.search(entry.text) for word in _THREE))
    if named:
        words = NAMES[aspect]
        return stock.take(
            entry for entry in found if any(word in entry.text for word in words)
        ) or stock.take(found)
    return stock.take(found)


def overview(stock: Stock, layout: Mapping[str, Any], form: str) -> tuple[tuple[str, ...], tuple[Topic, ...]]:
    """What stands before the first heading, and the topics under headings; the latter are none where the layout has no headings."""
    given = _given_heading(stock.draw, layout)
    given_form = heading_form(given) if given else form
    headings = headings_of(stock.draw, given_form if given_form in HEADING_FORMS else form)
    if "paragraph" in layout or "paragraphs" in layout:
        templates = layout.get("paragraphs", (layout.get("paragraph"),))
        return tuple(_woven(stock, template, headings) for template in templates), ()
    if layout["name"] == "list_in_paragraphs":
        return _listed(stock, layout, headings), ()
    return (), tuple(_topics(stock, layout, {**headings, "merged": given}))


def _given_heading(draw: random.Random, layout: Mapping[str, Any]) -> str:
    """The heading that a layout brings itself, which the others then match: of two aspects in one, or of a sixth one."""
    found = layout.get("merged_headings", layout.get("extra", ()))
    return str(draw.choice(found)) if found else ""


def _woven(stock: Stock, template: str, headings: Mapping[str, str]) -> str:
    def put(match: regex.Match[str]) -> str:
        if match[2] == "heading":
            return headings[match[1]].rstrip("。")
        (body,) = bodies(stock, match[1], 1, simple=True)
        for name in NAMES[match[1]]:  # the template names the aspect already
            body = body.removeprefix(f"{name}保障方面，").removeprefix(f"{name}方面，")
        return body.removesuffix("。") if match[2] == "clause" else body

    woven: str = _PLACE.sub(put, template)
    return phrase(stock.draw, Entry((woven,), {}), stock.case.facts)[0]


def _listed(stock: Stock, layout: Mapping[str, Any], headings: Mapping[str, str]) -> tuple[str, ...]:
    lead = phrase(stock.draw, Entry((layout["lead"],), {}), stock.case.facts)
    items = []
    for label, aspect in zip(layout["labels"], layout["order"], strict=True):
        text = "".join(bodies(stock, aspect, stock.draw.randint(1, 2)))
        items.append(f"{label}{headings[aspect]}。{text}")
    return (*lead, *items)


def _topics(stock: Stock, layout: Mapping[str, Any], headings: Mapping[str, str]) -> Iterable[Topic]:
    nested = {each["under"]: each["items"] for each in layout.get("nested", ())}
    for label, name in zip(layout["labels"], layout["order"], strict=True):
        if name == "extra":
            yield _extra(stock, label, layout)
            continue
        aspects = tuple(name.split("+"))
        merged = len(aspects) > 1
        heading = headings["merged" if merged else name]
        texts = _texts(stock, aspects, nested.get(name, ()))
        yield Topic(aspects, label, heading, texts, bool(layout.get("run_in")))


def _texts(stock: Stock, aspects: tuple[str, ...], items: Iterable[str]) -> tuple[str, ...]:
    texts: list[str] = []
    for aspect in aspects:
        texts += bodies(stock, aspect, stock.draw.randint(1, 3), named=len(aspects) > 1)
    if stock.draw.random() < 0.5:  # noqa: PLR2004 - a share: one long paragraph, or several
        texts = ["".join(texts)]
    counted = (Entry((item,), {}) for item in items)
    fitting = [entry for entry in counted if "{" not in entry.text or stock.may(entry)]
    if len(fitting) != len(tuple(items)):
        fitting = []
    for entry in fitting:
        stock.note(entry)
        texts += phrase(stock.draw, entry, stock.case.facts)
    return tuple(texts)


_EXTRA = (0, 1), (1, 2)
"""Which heading of the layout goes with which of its bodies: 问题整改, 标准化规范化."""


def _extra(stock: Stock, label: str, layout: Mapping[str, Any]) -> Topic:
    body, heading = stock.draw.choice(_EXTRA)
    text = phrase(stock.draw, Entry((layout["extra_body"][body],), {}), stock.case.facts)
    title = phrase(stock.draw, Entry((layout["extra"][heading],), {}), stock.case.facts)
    return Topic(("extra",), label, title[0], text)
