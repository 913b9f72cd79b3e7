"""Sentences that state table figures in the prose: one a group, with the very figures of the tables."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from tools.corpora.arithmetic import holds
from tools.corpora.aspects import Stock
from tools.corpora.drafts import Draft
from tools.corpora.facts import ORGANISATIONS
from tools.corpora.forms import form_for
from tools.corpora.wordings import Entry, entries, wording_file

_OWNS_UP = frozenset(("review_corrected", "reviews_outcomes"))
"""Groups that say that reviews were corrected."""
_ON_CORRECTED = ("纠正", "撤销", "维持与纠正")
_PROSE_OF = {"disputes": 4, "applications": 3}


def with_sentences(stock: Stock, draft: Draft, silent_on_corrected: bool, few: bool) -> Draft:
    """The report with up to five such sentences, in the overview or before the tables that they speak of."""
    groups = [group for group in wording_file("figures")["figure"] if _fits(group, stock)]
    if silent_on_corrected:
        groups = [group for group in groups if group["key"] not in _OWNS_UP]
    stock.draw.shuffle(groups)
    owing = draft.facts["review_corrected"] > 0 and not silent_on_corrected
    if owing and not _owned_up(draft):
        groups.sort(key=lambda group: group["key"] not in _OWNS_UP)
    count = int(owing) if few else max(int(owing), stock.draw.randint(0, 5))
    seen: set[str] = set()
    for group in groups:
        if count <= 0:
            break
        sentence = None if group["key"] in seen else stock.take(_entries(group, stock))
        if sentence is not None and not _is_said(draft, sentence[0]):
            draft = _placed(stock, draft, group["table"], sentence[0])
            seen.add(group["key"])
            count -= 1
    return draft


def _owned_up(draft: Draft) -> bool:
    return any(word in _prose(draft) for word in _ON_CORRECTED)


def _is_said(draft: Draft, sentence: str) -> bool:
    """Whether the report has these very words already."""
    return sentence.removesuffix("。") in _prose(draft)


def _prose(draft: Draft) -> str:
    return "".join((*draft.overview, *(line for part in draft.parts for line in part.paragraphs)))


def _entries(group: Mapping[str, Any], stock: Stock) -> list[Entry]:
    """Those that fit; what begins with 其中 needs a whole before it that the neighbouring sentence may not be."""
    found = (entry for entry in entries(group["texts"]) if not entry.text.startswith("其中"))
    return [_added_up(entry, group) for entry in found if _cells_above_zero(entry, stock)]


def _added_up(entry: Entry, group: Mapping[str, Any]) -> Entry:
    """With the sum that its free count is where the group names one: new+carried_in."""
    sums = [row for row in group["rows"] if "+" in row]
    if not sums or "{a}" not in entry.text:
        return entry
    return replace(entry, conditions={**entry.conditions, "sum": f"a = {sums[0].replace('+', ' + ')}"})


def _cells_above_zero(entry: Entry, stock: Stock) -> bool:
    cells = entry.conditions.get("cells", {}).values()
    return all(stock.case.facts.get(address, Decimal(0)) > 0 for address in cells)


def _fits(group: Mapping[str, Any], stock: Stock) -> bool:
    when = group["when"].replace("cells > 0", "").removesuffix(" and ")
    total = _sum(group, stock)
    for word, right in (("positive", total is not None and total > 0), ("zero", total == 0)):
        if when.startswith(word):
            when = when.removeprefix(word).removeprefix(" and ")
            if not right:
                return False
    if group["key"] == "carried_out_zero" and not stock.case.facts["handled"]:
        return False
    return holds(when, stock.case.facts)


def _sum(group: Mapping[str, Any], stock: Stock) -> Decimal | None:
    """The sum of the cells that a group names; None where the form has none of them."""
    rows = [member for row in group["rows"] for name in row.split("+") for member in _rows(name, stock)]
    columns = [name for column in group["columns"] for name in _columns(column)]
    cells = [stock.case.facts.get(f"{group['table']}.{row}.{column}") for row in rows for column in columns]
    found = [cell for cell in cells if cell is not None]
    return sum(found, Decimal(0)) if found else None


def _rows(name: str, stock: Stock) -> Iterable[str]:
    return form_for(stock.case.year).groups.get(name, (name,))


def _columns(name: str) -> Iterable[str]:
    return ORGANISATIONS if name == "organisations" else (name,)


def _placed(stock: Stock, draft: Draft, table: str, sentence: str) -> Draft:
    part = _PROSE_OF.get(table, 2)
    if stock.draw.random() < 0.4 or not draft.topics:  # noqa: PLR2004 - a share
        found = draft.part(part)
        return draft.with_part(replace(found, paragraphs=("".join((*found.paragraphs, sentence)),)))
    wanted = "disclosure" if part == 2 else "applications"  # noqa: PLR2004 - part two is on what is disclosed
    topics = []
    for topic in draft.topics:
        if wanted in topic.aspects and topic.paragraphs and not topic.paragraphs[-1][:1].isdigit():
            topics.append(
                replace(topic, paragraphs=(*topic.paragraphs[:-1], topic.paragraphs[-1] + sentence))
            )
            wanted = ""
        else:
            topics.append(topic)
    return replace(draft, topics=tuple(topics))
