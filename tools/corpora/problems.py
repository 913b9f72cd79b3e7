"""Parts five and six: problems with a measure for each, a word on last year's, and what is to be said of fees."""

from collections.abc import Mapping
from dataclasses import replace

import regex

from tools.corpora.aspects import Stock
from tools.corpora.drafts import Draft
from tools.corpora.phrases import counted_topics, phrase
from tools.corpora.wordings import Entry, entries, wording_file

_BARE = regex.compile(r"（\d|\d+[.、）]|[①-⑳]")
_ORDINAL = regex.compile(
    r"[一二三四]是|第[一二三]，|首先|其次|（[一二三]）|^[一二三]、|问题一", regex.MULTILINE
)
_HANDLING_FEE = regex.compile("处理费|收费通知|收费情况|收费及减免|收费、减免")
_SUITS_WHOLE_PART = ("problems and measures in", "problem and measure pair by pair")


def problems(stock: Stock, draft: Draft, *, plain: bool) -> Draft:
    """Part five; `plain`: without ordinals, so that a planted list stands alone."""
    found = [
        entry
        for entry in _five()
        if not _BARE.match(entry.text) and not (plain and _ORDINAL.search(entry.text))
    ]
    if draft.layout == "extra_aspect":
        found = [entry for entry in found if not entry.conditions.get("lastyear")] or found
    paragraphs = stock.take(found) or ()
    mended = any(f"{draft.year - 1}年" in text or "上年度" in text for text in (*paragraphs, *draft.overview))
    if not (mended and any(word in "".join(paragraphs + draft.overview) for word in ("整改", "解决"))):
        paragraphs = (*paragraphs, *(stock.take([_last_year()]) or ()))
    return draft.with_part(replace(draft.part(5), paragraphs=paragraphs))


def _five() -> tuple[Entry, ...]:
    """Bodies of part five, and those lists that name both problems and measures."""
    lists = [
        each
        for each in wording_file("lists")["list"]
        if each["where"] == "part5" and each.get("note", "").startswith(_SUITS_WHOLE_PART)
    ]
    return entries(wording_file("parts")["five"]) + entries(lists)


def _last_year() -> Entry:
    """The innocent clause on last year's problems."""
    found = (each for each in wording_file("innocent")["innocent"] if each["rules"] == ["C703"])
    return Entry((next(found)["text"],), {})


def others(stock: Stock, draft: Draft) -> Draft:
    """Part six. Since the form of 2021 fees are reported there; before, there were none to report."""
    groups = {group["kind"]: group for group in wording_file("parts")["six"]}
    entry = _six(stock, draft, groups)
    stock.note(entry)
    texts = phrase(stock.draw, entry, draft.facts)
    paragraphs = tuple(line for text in texts for line in text.split("\n"))
    return draft.with_part(replace(draft.part(6), paragraphs=paragraphs))


def _six(stock: Stock, draft: Draft, groups: Mapping[str, Mapping[str, object]]) -> Entry:
    if draft.form.version == "2019":
        return stock.draw.choice(_entries(groups["none"]))
    unpaid = draft.facts.get("applications.other_no_payment.total", 0)
    if unpaid or (draft.facts["handled"] > 0 and stock.draw.random() < 0.25 and not _denied(draft)):  # noqa: PLR2004 - a share
        return stock.draw.choice(
            [entry for entry in _entries(groups["fees_some"]) if bool(unpaid) == ("逾期" in entry.text)]
        )
    kind = stock.draw.choice(("fees_none", "other_matters"))
    free = [
        entry
        for entry in _entries(groups[kind])
        if stock.topics.isdisjoint(counted_topics(entry.text) - {"处理费", "收费"})
    ]
    return stock.draw.choice(free or _entries(groups["fees_none"]))


def _denied(draft: Draft) -> bool:
    """Whether the overview says that nothing was charged."""
    return _HANDLING_FEE.search("".join(draft.overview)) is not None


def _entries(group: Mapping[str, object]) -> list[Entry]:
    texts = group["texts"]
    return list(entries([str(text) for text in texts])) if isinstance(texts, list) else []
