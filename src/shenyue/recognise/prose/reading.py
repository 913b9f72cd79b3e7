"""What is known of a paragraph while it is being read: its words, what the text before has settled, the figures so far."""

from dataclasses import dataclass, field

from shenyue.model import Span
from shenyue.recognise.prose.context import Aside, Context
from shenyue.recognise.prose.crossing import Keys
from shenyue.recognise.prose.matching import Matcher
from shenyue.recognise.prose.tokens import Vocabulary
from shenyue.recognise.prose.vicinity import Vicinity
from shenyue.statements import ProseFigure


@dataclass(slots=True)
class Reading:
    """A paragraph being read; offsets are the document's only in what it yields."""

    text: str
    vocabulary: Vocabulary
    matcher: Matcher
    context: Context
    offset: int
    near: Vicinity = field(init=False)
    """The sentence that is being read."""
    figures: list[ProseFigure] = field(default_factory=list)
    """Of the sentence so far."""
    topics: list[str] = field(default_factory=list)
    """Of the sentence so far, or since its last semicolon."""
    group: int = 0
    """Which of the figures is the first since the last semicolon."""
    group_start: int = 0
    """Where the text behind that semicolon begins."""
    told_until: int = 0
    """Where the words end by which the last figure is known."""
    crossed: Keys = ()
    """The columns of the applicants whose outcomes the sentence tells."""
    hinted: Keys = ()
    """Those of whom an outcome was told earlier in the sentence: what follows is of all or of them."""
    aside: tuple[Aside, Keys] | None = None
    """What held before the bracket that is being read."""

    def span_of(self, start: int, end: int) -> Span:
        """A stretch of the paragraph as one of the document."""
        return Span(self.offset + start, self.offset + end)
