"""One paragraph read: its numbers, denials and claims with their meanings, in the order in which a reader takes them in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

import regex

from shenyue.chinese.amounts import Amount, find_amounts
from shenyue.model import Span
from shenyue.recognise.prose.claims import read_claim
from shenyue.recognise.prose.clauses import Clause, Sentence, sentences
from shenyue.recognise.prose.matching import Context, Match, Matcher, Surroundings, classes_of, topics_of
from shenyue.recognise.prose.respectively import respective_items
from shenyue.recognise.prose.tokens import FOREIGN, LAST_YEAR, OWN, THIS_YEAR, Token, Vocabulary, uncovered
from shenyue.statements import CellSum, ProseClaim, ProseFigure

_COUNTED = frozenset(
    {"件", "宗", "起", "例", "份", "件次", "个", "项", "次", "部", "篇", "条", "元", "%", ""}
)
"""Units whose numbers part the words on their left from those on their right."""
_SHARES = frozenset({"%", "百分点", "‰"})
_LEADS = regex.compile(r"\s*(?:因|由于|属于|以|鉴于|针对)")
_PARTS = regex.compile(r"\s*(?:含|包括|包含|其中|另)")
_SUM = regex.compile(r"(?:合计|共计|总计|共)(?:为|有)?$")
_SEPARATORS = regex.compile(r"[、，]|和|以及")
_ATTACHED = frozenset(
    {"共", "含", "另有", "另", "仅", "只", "共计", "合计", "有", "尚有", "还有", "累计", "总"}
)
_BARE_NUMBER = regex.compile(r"[为是：:量数]\s*$")
_HAN = regex.compile(r"\p{Han}\s*$")
_ENDS = regex.compile(r"\s*(?:[，；。、,;）)]|$)")
_CONDITION = regex.compile(r"(?:如|若|防止|避免|杜绝|确保|做到|除非|是否)$")
_ONE = regex.compile(r"一[件例起宗]")
_YUAN = Decimal(10_000)
_FEW = 2
_UNTOLD = "看得出说的是这方面的数字，但不能确定对应表中哪一格"


@dataclass(slots=True)
class ParagraphReader:
    """A paragraph being read; offsets are the document's only in what it yields."""

    text: str
    vocabulary: Vocabulary
    matcher: Matcher
    context: Context
    offset: int
    tokens: tuple[Token, ...] = ()
    figures: list[ProseFigure] = field(default_factory=list)
    """Of the sentence so far."""
    topics: list[str] = field(default_factory=list)
    """Of the sentence so far."""

    def read(self) -> Iterator[ProseFigure | ProseClaim]:
        """The figures and claims in order."""
        amounts = find_amounts(self.text)
        counted = tuple(amount for amount in amounts if _is_counted(self.text, amount))
        self.tokens = _masked(self.vocabulary.cut(self.text), amounts, counted)
        for sentence in sentences(self.text, counted):
            self.context.last_year = self.context.strangers = False
            self.context.verbs = set()
            self.figures, self.topics = [], []
            for number, clause in enumerate(sentence.clauses):
                yield from self._clause(sentence, number, clause)

    def _clause(self, sentence: Sentence, number: int, clause: Clause) -> Iterator[ProseFigure | ProseClaim]:
        denial = self._denial(sentence, clause)
        if denial is not None:
            self.figures.append(denial)
            yield denial
        items = respective_items(self.text, clause, self.tokens)
        at = clause.start if clause.head is None else clause.head
        for index, amount in enumerate(clause.amounts):
            figure = self._figure(sentence, number, index, at, items.get(amount))
            if figure is not None:
                self.figures.append(figure)
                yield figure
            self._take_in(at, amount, known=figure is not None)
            at = amount.end
        self._consume(at, clause.end)
        if denial is None:
            yield from self._claim(sentence, clause)

    # -- numbers

    def _figure(
        self, sentence: Sentence, number: int, index: int, start: int, item: tuple[int, int] | None
    ) -> ProseFigure | None:
        clause = sentence.clauses[number]
        amount = clause.amounts[index]
        if amount.unit in _SHARES or amount.each or self._denies(start, amount):
            return None
        places = tuple(self._surroundings(sentence, number, index, start, item))
        match = self.matcher.match(places, self.context, amount.unit)
        if match is not None:
            return self._linked(sentence, amount, match)
        return self._sum(sentence, amount, start) or self._untold(sentence, amount, start)

    def _surroundings(
        self, sentence: Sentence, number: int, index: int, start: int, item: tuple[int, int] | None
    ) -> Iterator[Surroundings]:
        """The words to look at, the nearest first: before the number, then after it."""
        clause = sentence.clauses[number]
        amount = clause.amounts[index]
        if item is not None:
            yield Surroundings(self.text, self.tokens, item[0], item[1], item[1], item[1])
            return
        for left in (*self._leads(sentence, number, index, start), start):
            yield Surroundings(self.text, self.tokens, left, amount.start, amount.end, amount.end)
        if index == 0 and self._says_nothing(start, amount.start):
            earlier = sentence.clauses[number - 1] if number else None
            if earlier is not None and not earlier.amounts:
                yield Surroundings(
                    self.text, self.tokens, earlier.start, amount.start, amount.end, amount.end
                )
        if amount.value != 1:
            for right in self._rights(sentence, number, index):
                yield Surroundings(self.text, self.tokens, start, amount.start, amount.end, right)

    def _leads(self, sentence: Sentence, number: int, index: int, start: int) -> Iterator[int]:
        lead = _lead(self.text, sentence, number) if index == 0 else None
        if lead is not None and lead < start:
            yield lead

    def _rights(self, sentence: Sentence, number: int, index: int) -> Iterator[int]:
        """Where the words after a number may end: with its clause, or with those that follow without numbers."""
        clause = sentence.clauses[number]
        if index + 1 < len(clause.amounts):
            yield _break(self.text, clause.amounts[index].end, clause.amounts[index + 1].start)
            return
        yield clause.end
        for following in sentence.clauses[number + 1 :]:
            if following.amounts or following.new_group or _PARTS.match(self.text, following.start):
                return
            yield following.end

    def _says_nothing(self, start: int, end: int) -> bool:
        """无法提供的，共52件: the words stand in the clause before."""
        own = [token for token in self.tokens if start <= token.start and token.end <= end and token.text]
        return all(token.classes <= {"neutral"} for token in own) and not uncovered(
            self.text, start, end, self.tokens
        )

    def _linked(self, sentence: Sentence, amount: Amount, match: Match) -> ProseFigure:
        meaning = match.meaning
        start = self._quote_start(min(match.start, amount.start), amount)
        value = amount.value / _YUAN if amount.unit == "元" else amount.value
        return ProseFigure(
            span=self._span(start, amount.end),
            amount=self._span(amount.start, amount.end),
            value=value,
            sentence=self._span(sentence.start, sentence.end),
            cells=meaning.cells,
            also=meaning.also,
            meaning=meaning.id,
            certain=match.certain and not amount.approximate,
            approximate=amount.approximate,
        )

    def _quote_start(self, start: int, amount: Amount) -> int:
        """With the adverbs that stand right before: 共受理, 含上年度结转."""
        for token in reversed(self.tokens):
            if token.end == start and token.text in _ATTACHED:
                start = token.start
        return min(start, amount.start)

    def _sum(self, sentence: Sentence, amount: Amount, start: int) -> ProseFigure | None:
        """合计12件 after the figures that it adds up."""
        before = self.text[start : amount.start]
        linked = [figure for figure in self.figures if figure.cells is not None and not figure.denied]
        tables = {figure.cells.table for figure in linked if figure.cells}
        if not _SUM.search(before.rstrip()) or len(linked) < _FEW or len(tables) > 1:
            return None
        if uncovered(self.text, start, amount.start, self.tokens):
            return None
        sums = [figure.cells for figure in linked if figure.cells]
        rows = tuple(dict.fromkeys(row for one in sums for row in one.rows))
        columns = tuple(dict.fromkeys(column for one in sums for column in one.columns))
        if len(rows) > 1 and len(columns) > 1:
            return None
        return ProseFigure(
            span=self._span(start, amount.end),
            amount=self._span(amount.start, amount.end),
            value=amount.value,
            sentence=self._span(sentence.start, sentence.end),
            cells=CellSum(sums[0].table, rows, columns),
            meaning="sum",
            certain=False,
            approximate=amount.approximate,
        )

    def _untold(self, sentence: Sentence, amount: Amount, start: int) -> ProseFigure | None:
        """A number of the field whose cell could not be told: silence would look like clean."""
        before = [token for token in self.tokens if start <= token.start and token.end <= amount.start]
        named = topics_of(before, self.matcher.lexicon)[-1:]
        if (
            amount.unit not in {"件", "宗", "起"}
            or not named
            or named[0] not in {"application", "review", "suit"}
        ):
            return None
        if self.context.last_year or classes_of(before) & {LAST_YEAR, "compare", "change", "others"}:
            return None
        return ProseFigure(
            span=self._span(amount.start, amount.end),
            amount=self._span(amount.start, amount.end),
            value=amount.value,
            sentence=self._span(sentence.start, sentence.end),
            cells=None,
            certain=False,
            approximate=amount.approximate,
            note=_UNTOLD,
        )

    # -- denials and claims

    def _denies(self, start: int, amount: Amount) -> bool:
        """无一件申请结转: the number belongs to the denial."""
        return any(
            token.end == amount.start and "negate" in token.classes
            for token in self.tokens
            if token.start >= start
        )

    def _denial(self, sentence: Sentence, clause: Clause) -> ProseFigure | None:
        if any(not self._denies(clause.start, amount) for amount in clause.amounts):
            return None
        own = [token for token in self.tokens if clause.start <= token.start and token.end <= clause.end]
        word = next((token for token in own if token.classes & {"negate", "nil"}), None)
        if word is None or _CONDITION.search(self.text[clause.start : word.start]):
            return None
        if "nil" in word.classes:
            around = Surroundings(self.text, self.tokens, clause.start, word.start, word.end, word.end)
            match = self.matcher.match([around], self.context, "")
        else:
            around = Surroundings(self.text, self.tokens, clause.start, word.start, word.end, clause.end)
            match = self.matcher.match([around], self.context, None)
        if match is None:
            return None
        start, end = min(match.start, word.start), max(match.end, word.end)
        if "negate" in word.classes:
            start, end = word.start, self._phrase_end(max(word.end, match.end), clause)
        span = self._span(start, end)
        cells = match.meaning.cells
        return ProseFigure(
            span,
            span,
            Decimal(0),
            self._span(sentence.start, sentence.end),
            cells,
            meaning=match.meaning.id,
            certain=match.certain,
            denied=True,
        )

    def _phrase_end(self, end: int, clause: Clause) -> int:
        """With the noun that ends the phrase: 无结转下年度办理的申请."""
        nouns = [
            token.end
            for token in self.tokens
            if end <= token.start and token.end <= clause.end and token.classes & self.matcher.lexicon.topics
        ]
        return max([end, *nouns])

    def _claim(self, sentence: Sentence, clause: Clause) -> Iterator[ProseClaim]:
        counted = [amount for amount in clause.amounts if amount.unit not in _SHARES]
        own = [token for token in self.tokens if clause.start <= token.start and token.end <= clause.end]
        start = counted[-1].end if counted else clause.start
        topics = frozenset(self.topics) & {"application", "review", "suit"} or frozenset({self.context.topic})
        if topics & {"review", "suit"}:
            topics -= {"application"}
        found = read_claim(
            (token for token in own if token.start >= start), own, topics, self.matcher.lexicon
        )
        if (
            found is None
            or self.context.last_year
            or self.context.strangers
            or classes_of(own) & {LAST_YEAR, "others", "part_year"}
        ):
            return
        claim, words = found
        span = self._span(min(token.start for token in words), max(token.end for token in words))
        yield ProseClaim(
            span, self._span(sentence.start, sentence.end), claim.part, claim.whole, claim.certain, claim.id
        )

    # -- what the clause leaves behind

    def _take_in(self, start: int, amount: Amount, *, known: bool) -> None:
        self._consume(start, amount.start)
        before = tuple(token for token in self.tokens if start <= token.start and token.end <= amount.start)
        unknown = uncovered(self.text, start, amount.start, self.tokens)
        if not known and not topics_of(before, self.matcher.lexicon) and len(unknown) >= _FEW:
            self.context.topic = FOREIGN

    def _consume(self, start: int, end: int) -> None:
        own = tuple(token for token in self.tokens if start <= token.start and token.end <= end)
        lexicon = self.matcher.lexicon
        topics = topics_of(own, lexicon)
        if topics:
            self.context.topic, self.context.sure = topics[-1], True
            self.context.seen.update(topics)
            self.topics.extend(topics)
        classes = classes_of(own)
        if classes & lexicon.inherited:
            self.context.verbs = classes & lexicon.inherited
        if classes & {"others", "other_cases"}:
            self.context.strangers = True
        elif OWN in classes:
            self.context.strangers = False
        if LAST_YEAR in classes and not classes & {"carry", "compare"}:
            self.context.last_year = True
        elif THIS_YEAR in classes:
            self.context.last_year = False

    def _span(self, start: int, end: int) -> Span:
        return Span(self.offset + start, self.offset + end)


def _is_counted(text: str, amount: Amount) -> bool:
    if amount.unit:
        return amount.unit in _COUNTED or amount.unit in _SHARES
    ends = _ENDS.match(text, amount.end) is not None
    return _BARE_NUMBER.search(text[: amount.start]) is not None or (
        ends and _HAN.search(text[: amount.start]) is not None
    )


def _masked(
    tokens: tuple[Token, ...], amounts: tuple[Amount, ...], counted: tuple[Amount, ...]
) -> tuple[Token, ...]:
    """The words outside counted numbers, and every number as a word that says nothing."""
    inside = {at for amount in counted for at in range(amount.start, amount.end)}
    words = [token for token in tokens if not inside & set(range(token.start, token.end))]
    numbers = [Token(amount.start, amount.end, "", frozenset()) for amount in amounts]
    return tuple(sorted((*words, *numbers), key=lambda token: (token.start, token.end)))


def _lead(text: str, sentence: Sentence, number: int) -> int | None:
    """Where the reason begins that stands in a clause of its own: 因属于内部事务信息，不予公开3件."""
    lead = None
    for clause in reversed(sentence.clauses[:number]):
        if clause.amounts:
            break
        if _LEADS.match(text, clause.start):
            lead = clause.start
    return lead


def _break(text: str, start: int, end: int) -> int:
    """Where the words after one number end and those before the next begin."""
    breaks = [match.start() for match in _SEPARATORS.finditer(text, start, end)]
    return breaks[-1] if breaks else end
