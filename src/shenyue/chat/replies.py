"""What a turn of the conversation is made of. Data only: the terminal app and `shenyue ask` read the same."""

from dataclasses import dataclass, field
from enum import StrEnum

from shenyue.decisions import Verdict
from shenyue.findings import TablePlace
from shenyue.model import Span
from shenyue.review import Review


class Intent(StrEnum):
    """What was asked; the names are the contract of `shenyue ask --format json`."""

    NEXT = "next"
    PREVIOUS = "previous"
    JUMP = "jump"
    FILTER = "filter"
    COUNT = "count"
    EXPLAIN = "explain"
    EVIDENCE = "evidence"
    BASIS = "basis"
    SUGGEST_FIX = "suggest_fix"
    REPORT_FIGURE = "report_figure"
    COMPARE_TEXT_TABLE = "compare_text_table"
    SEARCH_TEXT = "search_text"
    RULE_INFO = "rule_info"
    NOT_CHECKED = "not_checked"
    DECIDE = "decide"
    NOTE = "note"
    UNDO = "undo"
    SUMMARY = "summary"
    EXPORT = "export"
    SWITCH_PACK = "switch_pack"
    LIST_SECTIONS = "list_sections"
    HELP = "help"
    SMALLTALK = "smalltalk"
    UNANSWERABLE = "unanswerable"


@dataclass(frozen=True, slots=True)
class Citation:
    """What a statement rests on; selecting it leads there."""

    rule: str = ""
    finding: str = ""
    """A finding's key."""
    basis: str = ""
    span: Span | None = None
    cell: TablePlace | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that the conversation asks of whoever runs it, because it changes more than the review."""

    what: str
    """export or switch_pack."""
    value: str = ""
    """A format (docx, md …) or a pack id; empty where none was named."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A decision that is not made yet: of several findings, or in words that name none."""

    keys: tuple[str, ...]
    verdict: Verdict
    note: str = ""
    reason: bool = False
    """Whether the reason is awaited, not 是."""
    current: str = ""
    """Key of the finding on the screen when it was asked: it lapses once the reviewer moves on."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Where the reviewer stands: what a follow-up leans on."""

    review: Review
    current: str = ""
    """Key of the finding on the screen; empty before the first."""
    shown: tuple[str, ...] = ()
    """Keys of the findings under the present filter, in order; all where no filter is set."""
    filter_name: str = ""
    """In Chinese: 只看必须改正; empty where none is set."""
    asked: tuple[Intent, ...] = ()
    """Intents of the turns before, the latest last."""
    undo: tuple[Review, ...] = ()
    """Reviews before each decision, the latest last."""
    selected: tuple[str, ...] = ()
    """Keys of the findings that the reviewer has marked on the screen."""
    cell: TablePlace | None = None
    """The table cell under the cursor."""
    pending: "Pending | None" = None
    """A decision that waits for 是 or for its reason."""
    last: str = ""
    """What was asked before, as understood: what 那自然人呢 is completed from."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer."""

    intent: Intent
    text: str
    """Plain Chinese, paragraphs by line ends; nothing in it is markup."""
    situation: Situation
    """What holds after it."""
    cites: tuple[Citation, ...] = ()
    wish: Wish | None = None
    offers: tuple[str, ...] = field(default=())
    """What may be typed next, shown as suggestions."""
