"""Many reports in one command: in order, one failure stops no other, in several processes where there are many."""

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from shenyue.errors import ShenyueError, UnreadableFile
from shenyue.review import Order, Review, open_review
from shenyue.waivers import Applied

_MANY = 40
"""From here on starting processes pays."""
_CHUNK = 20


@dataclass(frozen=True, slots=True)
class Done:
    """What one file came to; small enough to pass between processes."""

    path: str
    fragment: str
    """The review in the output format; empty where the file could not be read."""
    rank: int
    """The gravest finding's severity rank; -1 where there is none."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """What each rule took, by id."""
    failure: str = ""
    """The sentence that says why the file could not be read."""
    applied: Applied = field(default_factory=Applied)
    """What became of the waivers."""


def review_all(
    files: tuple[Path, ...],
    order: Order,
    fragment: Callable[[Review], str],
    jobs: int,
    store: Path | None = None,
) -> Iterator[Done]:
    """Review every file, in the order given, with the answers in a store where one is named; `jobs` processes at most."""
    one = partial(_review_one, order=order, fragment=fragment, store=store, alone=len(files) == 1)
    if jobs > 1 and len(files) >= _MANY:
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - slow to load, and few need it

        with ProcessPoolExecutor(jobs) as pool:
            yield from pool.map(one, files, chunksize=_CHUNK)
    else:
        yield from map(one, files)


def _review_one(
    path: Path, order: Order, fragment: Callable[[Review], str], store: Path | None, *, alone: bool
) -> Done:
    try:
        review = open_review(path, order)
        if store is not None:
            from shenyue.store.keeping import recalled  # noqa: PLC0415 - as above

            review = recalled(review, store)
    except UnreadableFile as reason:
        return Done(str(path), "", -1, failure=str(reason))
    except (ShenyueError, OSError):  # of rules, settings, the store: no report can be blamed for it
        raise
    except Exception as reason:
        if "SHENYUE_DEBUG" in os.environ:
            raise
        sentence = (
            f"{path}：审阅时程序内部出错（{type(reason).__name__}），这份报告没有审完，请把文件发给维护人员。"
        )
        return Done(str(path), "", -1, failure=sentence)
    if not alone:
        _spare_what_stays()
    rank = max((finding.severity.rank for finding in review.findings), default=-1)
    return Done(str(path), fragment(review), rank, review.checked.seconds, applied=review.applied)


@cache
def _spare_what_stays() -> None:
    """Keep what the first report loaded, packs and word lists, out of every later garbage collection: a sixth of the time."""
    gc.collect()
    gc.freeze()


def with_progress(results: Iterable[Done], total: int) -> Iterator[Done]:
    """Say on a terminal how far the work is; silent elsewhere and for a single file."""
    shown = total > 1 and sys.stderr.isatty()
    for number, done in enumerate(results, 1):
        if shown:
            sys.stderr.write(f"\r\x1b[K已审 {number}/{total}  {Path(done.path).name}")
            sys.stderr.flush()
        yield done
    if shown:
        sys.stderr.write("\r\x1b[K")
