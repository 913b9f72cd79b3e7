"""A complete, clean report composed from the wordings; a wish says what a fault needs it to be like."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from typing import Any

import regex

from shenyue.form import Form
from tools.corpora.arithmetic import holds
from tools.corpora.aspects import HEADING_FORMS, RUN_IN_FORMS, Stock, overview
from tools.corpora.drafts import Draft, Part
from tools.corpora.facts import facts_of
from tools.corpora.figures import Figures, Given, draw_figures
from tools.corpora.forms import form_for
from tools.corpora.problems import others, problems
from tools.corpora.sentences import with_sentences
from tools.corpora.units import Unit, any_unit
from tools.corpora.wordings import Circumstances, Entry, entries, fits, wording_file

_YEARS = (2019, 2025)
_ATTEMPTS = 400
_LAYOUT_WEIGHTS = {"chinese_in_brackets": 6, "extra_aspect": 2}
_FIGURE = regex.compile(r"\d")
_YEAR = regex.compile(r"20\d\d年")


class NoSuchReport(LookupError):  # noqa: N818 - named for what it is
    """No draw gave a report that a wish asks for."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a report must be like; empty where anything will do."""

    kinds: tuple[str, ...] = ()
    form: str = ""
    years: tuple[int, int] = _YEARS
    when: str = ""
    unit: Unit | None = None
    layouts: frozenset[str] = frozenset()
    heading_form: str = ""
    preface: str = ""
    """A group of titles.toml."""
    avoid: tuple[str, ...] = ()
    """Words that the overview must not have."""
    lists: bool = True
    plain_problems: bool = False
    """Part five without ordinals of its own."""
    silent_on_corrected: bool = False
    """No word on corrected reviews."""
    few_figures: bool = False
    """No sentences on figures beyond what the bodies bring."""
    given: Given = field(default_factory=Given)
    unlike: frozenset[str] = frozenset()
    """Wordings that must not be used again: those of the next year's report."""


def compose(seed: str, wish: Wish | None = None) -> Draft:
    """The report of a seed; the same seed and wish give the same report. Raises NoSuchReport."""
    wish = wish or Wish()
    draw = random.Random(seed)  # noqa: S311 - no secret, and it must be the same every time
    unit = wish.unit or any_unit(draw, wish.kinds)
    year = draw.choice(_years(wish))
    form = form_for(year)
    short = draw.choice(unit.shorts)
    figures, facts = _figures(draw, wish, unit, short, year, form)
    stock = Stock(
        draw, Circumstances(unit.kind, year, form.version, facts), wish.avoid, used=set(wish.unlike)
    )
    layout = _layout(draw, wish)
    heading_form = (
        draw.choice(RUN_IN_FORMS) if layout.get("run_in") else wish.heading_form or draw.choice(HEADING_FORMS)
    )
    opening, topics = overview(stock, layout, heading_form)
    first = _opening(stock, layout)
    stock.avoid = ()  # it is about the overview
    draft = Draft(
        name=seed.replace("/", "-"),
        unit=unit,
        short=short,
        year=year,
        form=form,
        title=_lines(stock, [Entry((text,), {}) for text in wording_file("titles")["title"]]),
        preface=_preface(stock, wish),
        opening=(*first, *opening),
        topics=topics,
        parts=_parts(),
        signature=_signature(stock),
        figures=figures,
        facts=facts,
        layout=layout["name"],
        published=_published(stock),
    )
    draft = problems(stock, draft, plain=wish.plain_problems)
    draft = others(stock, draft)
    stock.avoid = wish.avoid
    draft = with_sentences(stock, draft, wish.silent_on_corrected, wish.few_figures)
    draft = _listed(stock, draft) if wish.lists else draft
    return replace(_with_a_figure(stock, draft), used=frozenset(stock.used))


def _years(wish: Wish) -> list[int]:
    first, last = max(wish.years[0], _YEARS[0]), min(wish.years[1], _YEARS[1])
    return [year for year in range(first, last + 1) if wish.form in {"", form_for(year).version}]


def _figures(
    draw: random.Random, wish: Wish, unit: Unit, short: str, year: int, form: Form
) -> tuple[Figures, Mapping[str, Any]]:
    given = replace(wish.given, values={**_equalities(wish.when), **wish.given.values})
    for _ in range(_ATTEMPTS):
        figures = draw_figures(draw, unit, form.version, given)
        facts = facts_of(unit, short, year, form, figures)
        if holds(wish.when, facts):
            return figures, facts
    raise NoSuchReport(f"{unit.name} {year}: {wish.when}")


_EQUALITY = regex.compile(r"\b(new|carried_in|carried_out|handled|reviews|penalties|fees) = ([\d.]+)")


def _equalities(when: str) -> dict[str, Decimal]:
    return {match[1]: Decimal(match[2]) for match in _EQUALITY.finditer(when)}


def _layout(draw: random.Random, wish: Wish) -> Mapping[str, Any]:
    layouts = [
        each for each in wording_file("aspects")["layout"] if not wish.layouts or each["name"] in wish.layouts
    ]
    weights = [_LAYOUT_WEIGHTS.get(each["name"], 1) for each in layouts]
    (layout,) = draw.choices(layouts, weights=weights)
    return layout if isinstance(layout, Mapping) else {}


def _lines(stock: Stock, found: list[Entry]) -> tuple[str, ...]:
    taken = stock.take(found) or ()
    return tuple(line for text in taken for line in text.split("\n"))


def _opening(stock: Stock, layout: Mapping[str, Any]) -> tuple[str, ...]:
    if "paragraph" in layout or "lead" in layout:
        return ()
    return stock.take(entries(wording_file("aspects")["opening"]["texts"])) or ()


_PERIOD = regex.compile("1月1日|12月31日")


def _preface(stock: Stock, wish: Wish) -> tuple[str, ...]:
    """A preface that states the period, in its own words or in a paragraph more."""
    group = wish.preface or stock.draw.choice(
        ("plain", "with_parts", "with_period", "with_period", "with_contact")
    )
    found = [entry for entry in entries(wording_file("titles")["preface"][group]) if _right_title(entry)]
    preface = stock.take(found) or stock.take(entries(wording_file("titles")["preface"]["with_period"])) or ()
    if any(_PERIOD.search(text) for text in preface):
        return preface
    return (*preface, *(stock.take([_period()]) or ()))


def _right_title(entry: Entry) -> bool:
    """Whether a preface names the parts by the titles that stand in the report; the one of 2019 uses older ones (S109)."""
    return "因政府信息公开工作被申请" not in entry.text


@cache
def _period() -> Entry:
    """The innocent sentence on the period, for prefaces that do not state it."""
    found = (each for each in wording_file("innocent")["innocent"] if each["rules"] == ["D602"])
    return Entry((next(found)["text"],), {})


def _parts() -> tuple[Part, ...]:
    titles = wording_file("parts")["titles"]["prescribed_2021"]
    return tuple(
        Part(number, f"{'一二三四五六'[number - 1]}、{title}") for number, title in enumerate(titles, start=1)
    )


def _signature(stock: Stock) -> tuple[str, ...]:
    """Unit and date in time for the kind; one in five reports has none. A signature in another name than the title's is D604."""
    if stock.draw.random() < 0.2:  # noqa: PLR2004 - a share
        return ()
    found = [
        entry for entry in entries(wording_file("titles")["signature"]["lines"]) if "办公室" not in entry.text
    ]
    return _lines(stock, found)


def _published(stock: Stock) -> str:
    lines = entries(wording_file("titles")["signature"]["published"])
    return (stock.take([entry for entry in lines if "{short}" not in entry.text]) or ("",))[0]


def _listed(stock: Stock, draft: Draft) -> Draft:
    """A right list at the end of a topic, in one report out of three."""
    if stock.draw.random() > 0.35 or not draft.topics:  # noqa: PLR2004 - a share
        return draft
    found = [
        entry
        for entry in entries(wording_file("lists")["list"])
        if entry.conditions["where"] == "part1"
        and not entry.conditions.get("whole")
        and _hangs_rightly(entry)
    ]
    number = stock.draw.randrange(len(draft.topics))
    topic = draft.topics[number]
    if any(line[:1].isdigit() for line in topic.paragraphs):
        return draft
    lines = stock.take(found) or ()
    changed = replace(topic, paragraphs=(*topic.paragraphs, *lines))
    return replace(draft, topics=(*draft.topics[:number], changed, *draft.topics[number + 1 :]))


_SKIPS_A_LEVEL = ("（1）", "①", "1）")


def _hangs_rightly(entry: Entry) -> bool:
    """Whether a list over paragraphs may follow （一）: one of （1） or ① there may be read as a level skipped (N205)."""
    return not (len(entry.texts) > 1 and entry.texts[0].startswith(_SKIPS_A_LEVEL))


def _with_a_figure(stock: Stock, draft: Draft) -> Draft:
    """An overview has at least one figure (C705)."""
    if _FIGURE.search(_YEAR.sub("", "".join(draft.overview))) or not draft.topics:
        return draft
    for number, topic in enumerate(draft.topics):
        if "disclosure" in topic.aspects:
            found = [
                entry
                for entry in entries(wording_file("aspects")["disclosure"]["body"])
                if "{a}" in entry.text and fits(entry.conditions, stock.case)
            ]
            added = stock.take(found) or ()
            changed = replace(topic, paragraphs=(*topic.paragraphs, *added))
            return replace(draft, topics=(*draft.topics[:number], changed, *draft.topics[number + 1 :]))
    return draft
