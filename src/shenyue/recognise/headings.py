"""The headings below a part: which labelled lines are headings, and on which level they stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from shenyue.chinese.numbering import LabelStyle
from shenyue.model import Heading
from shenyue.recognise.lines import Lead, Shape

_SURE = frozenset({Shape.OPEN, Shape.RUN_IN})


def as_heading(lead: Lead, level: int) -> Heading:
    """A lead as heading of a level."""
    return Heading(lead.span, lead.phrase, lead.label, lead.source, level, run_in=lead.runs_on)


def sub_headings(leads: Sequence[Lead | None]) -> tuple[Heading, ...]:
    """The headings among the paragraphs of a section, its own heading left out; None stands for a table or a blank line.

    Siblings of one style are judged together, for a heading among items would leave a gap in the numbers of either: a run is a
    list where whole sentences outnumber headings; a run of nothing but closed phrases is headings where prose or a list stands below most.
    """
    labelled = [(at, lead) for at, lead in enumerate(leads) if lead is not None and lead.label is not None]
    levels = _Levels()
    return tuple(as_heading(lead, levels.next(lead)) for _, lead in _chosen(labelled, leads))


def _chosen(labelled: list[tuple[int, Lead]], leads: Sequence[Lead | None]) -> list[tuple[int, Lead]]:
    chosen = [item for run in _runs(labelled) if _are_headings(run, leads) for item in run]
    return sorted(chosen, key=lambda item: item[0])


def _runs(labelled: list[tuple[int, Lead]]) -> list[list[tuple[int, Lead]]]:
    """Runs of one style: a run ends where its numbers begin anew, or where a run of a style met before it goes on."""
    open_runs: dict[LabelStyle, list[tuple[int, Lead]]] = {}
    runs: list[list[tuple[int, Lead]]] = []
    for at, lead in labelled:
        if lead.label is None:
            continue
        style, value = lead.label.style, lead.label.value
        run = open_runs.get(style)
        if run is None or value == 1:
            run = []
            runs.append(run)
        met = list(open_runs)
        for deeper in met[met.index(style) + 1 :] if style in met else ():
            del open_runs[deeper]
        open_runs[style] = run
        run.append((at, lead))
    return runs


def _are_headings(run: list[tuple[int, Lead]], leads: Sequence[Lead | None]) -> bool:
    sure = sum(lead.shape in _SURE for _, lead in run)
    sentences = sum(lead.shape is Shape.SENTENCE for _, lead in run)
    if sure:
        return sure >= sentences
    closed = [(at, lead.label.style) for at, lead in run if lead.shape is Shape.CLOSED and lead.label]
    heading = sum(_has_below(at, style, leads) for at, style in closed)
    return bool(closed) and not sentences and 2 * heading > len(closed)


def _has_below(at: int, style: LabelStyle, leads: Sequence[Lead | None]) -> bool:
    """Whether prose, or a list of another style, begins below a line."""
    following = leads[at + 1] if at + 1 < len(leads) else None
    if following is None or following.label is None:
        return following is not None
    return following.label.value == 1 and following.label.style is not style


@dataclass(slots=True)
class _Level:
    styles: set[LabelStyle] = field(default_factory=set)
    last: int = 0


@dataclass(slots=True)
class _Levels:
    """The levels open below a part: the first style met is level 2.

    A style met before is its level again; a new style that goes on counting is a sibling in another style (一、 2、 3、 四、);
    a new style that begins with 1 goes one deeper.
    """

    stack: list[_Level] = field(default_factory=list)

    def next(self, lead: Lead) -> int:
        """The level of the next heading."""
        if lead.label is None:
            return len(self.stack) + 1
        at = self._place(lead.label.style, lead.label.value)
        del self.stack[at + 1 :]
        if at == len(self.stack):
            self.stack.append(_Level())
        self.stack[at].styles.add(lead.label.style)
        self.stack[at].last = lead.label.value
        return at + 2

    def _place(self, style: LabelStyle, value: int) -> int:
        deepest = range(len(self.stack) - 1, -1, -1)
        known = next((at for at in deepest if style in self.stack[at].styles), None)
        if known is not None:
            return known
        if value == 1:
            return len(self.stack)
        going_on = next((at for at in deepest if self.stack[at].last + 1 == value), None)
        if going_on is not None:
            return going_on
        skipping = next((at for at in deepest if self.stack[at].last < value), None)
        return len(self.stack) if skipping is None else skipping
