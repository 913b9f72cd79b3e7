"""Rule packs looked at once a second while the app is open: a changed file is read again, a broken one leaves all as it was."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from shenyue.errors import BrokenPack, ShenyueError
from shenyue.review import Order, open_review
from shenyue.rules import stamp_of
from shenyue.tui.messages import Rereviewed, RulesBroken
from shenyue.waivers import exceptions_stamp


class Watch:
    """What the rule files were like when they were last looked at."""

    def __init__(self, order: Callable[[], Order]) -> None:
        self._order = order
        self._stamp = stamp_of(order().folders)
        self._beside: dict[Path, object] = {}
        """By report: what lies beside it, waivers and baseline."""

    def meet(self, report: Path) -> None:
        """A report is about to be read: what lies beside it now is no news."""
        self._beside[report] = exceptions_stamp(report)

    def news(self, reports: Iterable[tuple[Path, str | None]]) -> Iterator[Rereviewed | RulesBroken]:
        """The reports under their packs where a rule file changed since the last look; what is broken is told instead.

        `reports`: path and pack asked for. A report that cannot be read any more stays as it was.
        """
        try:
            order = self._order()
        except ShenyueError:  # a settings file half written: the next look is in a second
            return
        stamp, before = stamp_of(order.folders), self._stamp
        self._stamp = stamp
        for path, district in reports:
            beside = exceptions_stamp(path)
            if stamp != before or self._beside.get(path, beside) != beside:
                chosen = replace(order, district=district, in_session=True) if district else order
                yield from _again(path, chosen)
            self._beside[path] = beside


def _again(path: Path, order: Order) -> Iterator[Rereviewed | RulesBroken]:
    try:
        yield Rereviewed(path, open_review(path, order))
    except BrokenPack as reason:
        yield RulesBroken(str(reason))
    except ShenyueError:
        return
