"""The memo as a message to the unit: numbered, no markup, under 2,000 characters; what had to go is said."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from shenyue.memo.fields import values_of
from shenyue.memo.model import Group, Item, Memo
from shenyue.memo.text_template import Dialect, filled, source_of

DIALECT = Dialect("txt")
LONGEST = 2_000
"""Characters of a message are fewer than this."""

_Shortening = Callable[[Item], Item]


def _as_it_is(item: Item) -> Item:
    return item


def _without_basis(item: Item) -> Item:
    return replace(item, basis=())


def _bare(item: Item) -> Item:
    return replace(item, basis=(), formula="", passage=_cut(item.quote, 20))


def _barest(item: Item) -> Item:
    return replace(item, basis=(), formula="", passage="", suggestion="", message=_cut(item.message, 80))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}……"


_SHORTENINGS: tuple[tuple[_Shortening, str], ...] = (
    (_as_it_is, ""),
    (_without_basis, "略去了依据"),
    (_bare, "略去了依据和核算"),
    (_barest, "略去了依据、核算、原文和修改建议"),
)
"""From the whole to the barest, with what is said of it."""


def render(memo: Memo, template: Path | None = None) -> bytes:
    """UTF-8. Raises WrongUsage where a template cannot be used."""
    return message(memo, template).encode()


def message(memo: Memo, template: Path | None = None) -> str:
    """The message; the first of the shortened ones that is short enough. Raises WrongUsage as `render`."""
    source = source_of(DIALECT, template)
    return next(text for text in _ever_shorter(source, memo) if len(text) < LONGEST)


def _ever_shorter(source: str, memo: Memo) -> Iterator[str]:
    """Less and less of every finding, then fewer findings, then what fits of whatever there is."""
    for shorten, said in _SHORTENINGS:
        yield _written(source, memo, shorten, len(memo.items), said)
    shorten, said = _SHORTENINGS[-1]
    most = bisect_left(
        range(len(memo.items)),
        LONGEST,
        key=lambda count: len(_written(source, memo, shorten, count + 1, said)),
    )
    yield _written(source, memo, shorten, most, said)
    yield _written(source, memo, shorten, most, said)[: LONGEST - 10].rstrip() + "……"


def _written(source: str, memo: Memo, shorten: _Shortening, count: int, said: str) -> str:
    """The message with so many findings, the gravest ones, and a line on what is not in it."""
    kept = {item.number for item in sorted(memo.items, key=lambda item: (-item.rank, item.number))[:count]}
    groups = tuple(_kept(group, kept, shorten) for group in memo.groups)
    text = filled(source, values_of(replace(memo, groups=groups)), DIALECT).strip() + "\n"
    left = len(memo.items) - count
    omitted = [said] if said else []
    omitted += [f"另有{left}处没有列出"] if left else []
    return text + (f"（受字数限制，{'，'.join(omitted)}，请看完整的审核意见。）\n" if omitted else "")


def _kept(group: Group, kept: set[int], shorten: _Shortening) -> Group:
    return replace(group, items=tuple(shorten(item) for item in group.items if item.number in kept))
