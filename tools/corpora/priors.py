"""Last year's report: consistent with this one, but for what a fault changes in it."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import regex

from tools.corpora.composing import Wish, compose
from tools.corpora.drafts import Draft
from tools.corpora.figures import COLUMNS, Given
from tools.corpora.table_edits import edited

_YEAR = regex.compile(r"20\d\d(?=年)")
_NUMBER = regex.compile(r"(?<![\d第20])\d{1,4}(?=[件条次篇个场人份])")
_SENTENCE = regex.compile(r"[^。；]+[。；]?")
_SYNONYMS = (
    ("持续", "不断"),
    ("扎实", "稳步"),
    ("加强", "强化"),
    ("及时", "按时"),
    ("规范", "严格"),
    ("做好", "抓好"),
)


def prior_of(draft: Draft) -> Draft:
    """Last year's report of the same unit: what it carried out is carried in now, and its documents in force lead to this year's."""
    carried = {column: int(draft.facts[f"applications.carried_in.{column}"]) for column in COLUMNS}
    in_force = {
        row: draft.facts[f"regulations.{row}.in_force"]
        - draft.facts[f"regulations.{row}.made"]
        + draft.facts[f"regulations.{row}.repealed"]
        for row in ("rules", "normative")
        if f"regulations.{row}.in_force" in draft.facts
    }
    wish = Wish(
        unit=draft.unit,
        years=(draft.year - 1, draft.year - 1),
        given=Given(carried_out=carried, in_force=in_force),
        unlike=draft.used,
    )
    return compose(f"{draft.name}/prior", wish)


def with_prior(draft: Draft, clean: Draft, fault: Mapping[str, Any]) -> Draft:
    """The report with last year's beside it, changed as the fault says."""
    prior = prior_of(clean)
    edits = [edit for edit in fault.get("prior", ()) if not edit.startswith("form")]
    prior = edited(prior, edits) if edits else prior
    if "prior_text" in fault:
        prior = _copied(prior, clean, fault["prior_text"])
    return replace(draft, prior=prior)


_Copying = Callable[[Sequence[str], Sequence[str], random.Random], list[str]]


def _copied(prior: Draft, draft: Draft, how: str) -> Draft:
    """Last year's parts one and five as this year's were copied from them."""
    draw = random.Random(draft.name)  # noqa: S311 - no secret
    copying = next(copying for words, copying in _WAYS if words in how)
    first = copying(draft.overview, prior.overview, draw)
    fifth = copying(draft.part(5).paragraphs, prior.part(5).paragraphs, draw)
    if "every second body" in how:
        fifth = list(draft.part(5).paragraphs)
    back = [[_last_year(line) for line in lines] for lines in (first, fifth)]
    prior = replace(prior, opening=tuple(back[0]), topics=())
    return prior.with_part(replace(prior.part(5), paragraphs=tuple(back[1])))


def _last_year(line: str) -> str:
    return _YEAR.sub(lambda match: str(int(match[0]) - 1), line)


def _whole(own: Sequence[str], _: Sequence[str], __: random.Random) -> list[str]:
    return list(own)


def _other_figures(own: Sequence[str], _: Sequence[str], draw: random.Random) -> list[str]:
    return [_NUMBER.sub(lambda match: str(int(match[0]) + draw.randint(1, 9)), line) for line in own]


def _every_second(own: Sequence[str], other: Sequence[str], _: random.Random) -> list[str]:
    return [
        line if number % 2 == 0 or number >= len(other) else other[number] for number, line in enumerate(own)
    ]


def _reordered(own: Sequence[str], other: Sequence[str], draw: random.Random) -> list[str]:
    mixed = _mixed(own, other, 0.7)
    draw.shuffle(mixed)
    return mixed


def _most(own: Sequence[str], other: Sequence[str], _: random.Random) -> list[str]:
    return _mixed(own, other, 0.6)


def _mixed(own: Sequence[str], other: Sequence[str], share: float) -> list[str]:
    mine, theirs = (
        [sentence for line in lines for sentence in _SENTENCE.findall(line)] for lines in (own, other)
    )
    kept = mine[: max(1, round(len(mine) * share))]
    return [*kept, *theirs[: len(mine) - len(kept)]]


def _synonyms(own: Sequence[str], _: Sequence[str], __: random.Random) -> list[str]:
    lines = list(own)
    for old, new in _SYNONYMS:
        lines = [line.replace(old, new, 1) for line in lines]
    return lines


_WAYS: tuple[tuple[str, _Copying], ...] = (
    ("only the years", _whole),
    ("figures changed", _other_figures),
    ("every second body", _every_second),
    ("in another order", _reordered),
    ("but for one word", _synonyms),
    ("40 % new", _most),
)
