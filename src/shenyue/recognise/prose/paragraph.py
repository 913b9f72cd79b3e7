"""One paragraph read: its numbers, denials and claims with their meanings, in the order in which a reader takes them in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from shenyue.chinese.amounts import Amount, find_amounts
from shenyue.patterns import compiled
from shenyue.recognise.prose.clauses import Clause, Sentence, sentences
from shenyue.recognise.prose.context import classes_of, topics_of
from shenyue.recognise.prose.counting import CASES, SHARES, is_counted, masked
from shenyue.recognise.prose.crossing import (
    added_up,
    applicants,
    is_outcome,
    of_applicants,
    of_subjects,
    of_suits,
    only_applicants,
    part_of_outcome,
    splits_another,
)
from shenyue.recognise.prose.denials import denial_of
from shenyue.recognise.prose.elsewhere import counts_others, is_former, is_of_all_matters, is_rounded
from shenyue.recognise.prose.examples import without_examples
from shenyue.recognise.prose.matching import Match
from shenyue.recognise.prose.parts import SUM, adds_more, is_share, named_terms, with_adverbs
from shenyue.recognise.prose.reading import Reading
from shenyue.recognise.prose.respectively import respective_items
from shenyue.recognise.prose.said_of_all import said_of_all
from shenyue.recognise.prose.surroundings import Surroundings
from shenyue.recognise.prose.tokens import (
    FOREIGN,
    LAST_YEAR,
    of_disputes,
    of_other_matters,
    uncovered,
    within,
)
from shenyue.recognise.prose.vicinity import Vicinity
from shenyue.statements import ProseClaim, ProseFigure

_DISPUTES = frozenset({"review", "suit"})
_INCLUDED = compiled(
    r"[（(，,]\s*(?:其中|含|包括|包含|其中含|其中包括)[^，。；）)\d]{0,4}(?:上一?年度?|去年|\d{4}年度?)[^，。；）)\d]{0,6}(?:结转|转入)"
)
"""What was received includes what was carried in: 受理15件（含上年结转3件）."""
_OF_THESE = compiled(r"(?:申请)?(?:之?中|里|当中)")
"""企业申请的12件中，予以公开8件."""
_GOES_ON_FROM = compiled(r"\s*(?:其中|包括|分别)")
"""其中，信访类3件: the sentence tells the parts of the one before."""
_AMONG = compiled(r"(?:之?中|里|当中|方面|而言)\s*$|^\s*(?:其中)?(?:对.*|.*(?:提出|提交)的.*)申请\s*$")
"""企业申请中，予以公开5件."""
_NOT_ONE = compiled(r"(?:也|都|亦)?(?:没有|未有|未发生|无)\s*(?=[，。；、,;）)]|$)")
"""索要公开出版物的一件没有."""
_YUAN = Decimal(10_000)
_FEW = 2
_UNTOLD = "看得出说的是这方面的数字，但不能确定对应表中哪一格"


@dataclass(slots=True)
class ParagraphReader(Reading):
    """Takes a paragraph in, clause by clause."""

    def read(self) -> Iterator[ProseFigure | ProseClaim]:
        """The figures and claims in order."""
        amounts = find_amounts(self.text)
        counted = tuple(amount for amount in amounts if is_counted(self.text, amount))
        tokens = masked(self.vocabulary.cut(self.text), amounts, counted)
        for sentence in sentences(self.text, counted):
            own = within(tokens, sentence.start, sentence.end)
            own = own if self.context.home == "application" else of_other_matters(own)
            if self.context.disputes:
                own = of_disputes(own)
            kinds = self.matcher.lexicon.kinds
            self.near = Vicinity(self.text, without_examples(self.text, own, kinds), sentence)
            goes_on = _GOES_ON_FROM.match(self.text, sentence.start) is not None
            self.context.begin(goes_on=goes_on)
            topics = self.topics if goes_on else []
            self.figures = []
            self._begin_group(sentence.start)
            self.topics = topics
            self.aside = None
            for number, clause in enumerate(sentence.clauses):
                self._bracket(clause)
                if self.text[clause.start - 1 : clause.start] in {"；", ";"}:
                    self._begin_group(clause.start)
                yield from self._clause(sentence, number, clause)

    def _bracket(self, clause: Clause) -> None:
        """What a bracket says holds within it."""
        if clause.bracketed and self.aside is None:
            self.aside = self.context.aside(), self.hinted
        elif not clause.bracketed and self.aside is not None:
            self.context.resume(self.aside[0])
            self.hinted, self.aside = self.aside[1], None

    def _begin_group(self, start: int) -> None:
        self.topics = []
        self.crossed, self.hinted = (), ()
        self.group, self.group_start = len(self.figures), start

    def _clause(self, sentence: Sentence, number: int, clause: Clause) -> Iterator[ProseFigure | ProseClaim]:
        denial = self._denial(sentence, clause)
        if denial is not None:
            self.figures.append(denial)
            yield denial
        items = respective_items(self.text, clause, self.near.tokens)
        at = clause.start if clause.head is None else clause.head
        for index, amount in enumerate(clause.amounts):
            figure = self._figure(sentence, number, index, at, items.get(amount))
            if figure is not None:
                self.figures.append(figure)
                yield figure
            topic = self.context.topic
            known = figure is not None and figure.cells is not None
            self._take_in(at, amount, known=known)
            if known and self.context.topic == FOREIGN:
                self.context.topic = topic  # 投诉举报10件 among what was refused
            at = amount.end
            if at < self.told_until < clause.end:  # 4件维持、1件纠正: the words behind are told
                self._consume(at, self.told_until)
                at = self.told_until
        self._consume(at, clause.end)
        if not clause.amounts and _AMONG.search(self.text[clause.start : clause.end]):
            own = applicants(
                self.text, self.near.between(clause.start, clause.end), self.matcher.lexicon.columns
            )
            self.crossed = own[1] if own else ()
        if denial is None:
            yield from said_of_all(self, sentence, clause)

    # -- numbers

    def _figure(
        self, sentence: Sentence, number: int, index: int, start: int, item: tuple[int, int] | None
    ) -> ProseFigure | None:
        clause = sentence.clauses[number]
        amount = clause.amounts[index]
        if amount.unit in SHARES or amount.each or self.near.denies(start, amount):
            return None
        if is_former(self.text, start, amount) or counts_others(self.text, sentence):
            return None
        if is_of_all_matters(self.text, amount):
            return None
        self.context.mixed = self._mixed()
        places = tuple(self.near.places(number, index, start, item))
        match = self._crossing(places, start, amount)
        match = match or self.matcher.match(places, self.context, amount.unit)
        if match is not None and splits_another(match.meaning, self.figures):
            match = match._replace(meaning=part_of_outcome(match.meaning, self.figures), certain=False)
        told = (
            match is not None
            and not (
                item is None and adds_more(self.near, match, amount, self.matcher.siblings(match.meaning))
            )
            and not is_share(self.near, self.figures, match, amount, start)
        )
        summed = None if told and match and match.certain else self._sum(sentence, amount, start)
        if summed is None and told and match:
            return self._linked(sentence, amount, match)
        return summed or self._untold(sentence, amount, start)

    def _crossing(self, places: tuple[Surroundings, ...], start: int, amount: Amount) -> Match | None:
        """What became of the applications of one kind of applicants; never certain."""
        own = applicants(self.text, self.near.between(start, amount.start), self.matcher.lexicon.columns)
        told = self.hinted or only_applicants(self.figures[self.group :])
        if own is None and not self.crossed and not told:
            return None
        token, columns = own or (None, self.crossed or told)
        blind = tuple(one.without(token) for one in places) if token else places
        match = self.matcher.match(blind, self.context, amount.unit)
        if match is None or not is_outcome(match.meaning):
            return None
        meaning = of_applicants(match.meaning, columns)
        if own is None and not self.crossed:
            return match._replace(
                meaning=replace(match.meaning, also=(*match.meaning.also, meaning.cells)), certain=False
            )
        self.hinted = columns if own is not None else ()
        return match._replace(meaning=meaning, certain=False)

    def _mixed(self) -> set[str]:
        """Reviews and suits, where the sentence named both, or did not name the one that it goes on about."""
        named = set(self.topics) & _DISPUTES or self.context.said & _DISPUTES
        if named == _DISPUTES or (not named and self.context.seen >= _DISPUTES):
            return set(_DISPUTES)
        return set()

    def _linked(self, sentence: Sentence, amount: Amount, match: Match) -> ProseFigure:
        words = self.near.between(match.start, amount.start)
        earlier = self.near.between(self.group_start, amount.start)
        counted = [one.cells for one in self.figures[self.group :] if one.cells]
        meaning = of_suits(match.meaning, words, earlier, counted, self.matcher.lexicon.rows)
        self.context.previous, self.told_until = match.words, match.end
        if (
            meaning.cells.rows == ("new",)
            and meaning.cells.columns != ("total",)
            and _OF_THESE.match(self.text, amount.end)
        ):
            self.crossed = meaning.cells.columns
        cells, also = meaning.cells, meaning.also
        if meaning.id == "new" and _INCLUDED.match(self.text, amount.end) and also:
            cells, also = also[-1], ()
        start = with_adverbs(self.near, min(match.start, amount.start), amount)
        none = amount.value == 1 and _NOT_ONE.match(self.text, amount.end) is not None
        value = amount.value / _YUAN if amount.unit == "元" else amount.value
        return ProseFigure(
            span=self.span_of(start, amount.end),
            amount=self.span_of(amount.start, amount.end),
            value=Decimal(0) if none else value,
            sentence=self.span_of(sentence.start, sentence.end),
            cells=cells,
            also=also,
            meaning=meaning.id,
            certain=match.certain and meaning.certain and not amount.approximate,
            approximate=amount.approximate or is_rounded(amount),
            denied=none or (amount.number == "零" and not amount.unit),
        )

    def _sum(self, sentence: Sentence, amount: Amount, start: int) -> ProseFigure | None:
        """合计12件 after the figures that it adds up."""
        before = self.text[start : amount.start]
        if not SUM.search(before.rstrip()) or not self.near.says_nothing(start, amount.start):
            return None
        cells = added_up(self.figures, named_terms(before))
        if cells is None:
            return None
        return ProseFigure(
            span=self.span_of(start, amount.end),
            amount=self.span_of(amount.start, amount.end),
            value=amount.value,
            sentence=self.span_of(sentence.start, sentence.end),
            cells=cells,
            meaning="sum",
            certain=False,
            approximate=amount.approximate,
        )

    def _untold(self, sentence: Sentence, amount: Amount, start: int) -> ProseFigure | None:
        """A number of the field whose cell could not be told: silence would look like clean."""
        before = self.near.between(start, amount.start)
        named = topics_of(before, self.matcher.lexicon)[-1:]
        if amount.unit not in CASES or not named or named[0] not in {"application", "review", "suit"}:
            return None
        if self.context.last_year or classes_of(before) & {LAST_YEAR, "compare", "change", "others"}:
            return None
        return ProseFigure(
            span=self.span_of(amount.start, amount.end),
            amount=self.span_of(amount.start, amount.end),
            value=amount.value,
            sentence=self.span_of(sentence.start, sentence.end),
            cells=None,
            certain=False,
            approximate=amount.approximate,
            note=_UNTOLD,
        )

    # -- denials and claims

    def _denial(self, sentence: Sentence, clause: Clause) -> ProseFigure | None:
        found = denial_of(self.near, clause, self.matcher, self.context)
        if found is None:
            return None
        start, end, match = found
        own = self.near.between(clause.start, clause.end)
        meaning = of_suits(match.meaning, own, (), (), self.matcher.lexicon.rows)
        subjects = self.near.between(clause.start, start)
        narrowed = of_subjects(meaning, subjects, self.matcher.lexicon.columns)
        if narrowed is None:
            return None
        return ProseFigure(
            self.span_of(start, end),
            self.span_of(start, end),
            Decimal(0),
            self.span_of(sentence.start, sentence.end),
            narrowed.cells,
            meaning=meaning.id,
            certain=match.certain and narrowed == meaning,
            denied=True,
        )

    # -- what the clause leaves behind

    def _take_in(self, start: int, amount: Amount, *, known: bool) -> None:
        self._consume(start, amount.start)
        if amount.unit in SHARES:
            return
        before = self.near.between(start, amount.start)
        unknown = uncovered(self.text, start, amount.start, self.near.tokens)
        named = topics_of(before, self.matcher.lexicon)[-1:]
        if not known and not named and (len(unknown) >= _FEW or not self.context.topic):
            self.context.wander(self.matcher.lexicon, cases=amount.unit in CASES)
        elif not known and named and len(unknown) >= _FEW:
            self.context.sure = False  # 征地类申请60件，予以公开20件: of those, or of all
        if not known:
            self.context.previous = frozenset()
        past = self.context.last_year or LAST_YEAR in classes_of(before)
        ours = any(one.cells and one.cells.table == "disputes" for one in self.figures)
        ours = ours or is_of_all_matters(self.text, amount)
        if not known and not past and not ours and set(named) & _DISPUTES and amount.unit in CASES:
            self.context.strangers = True  # cases that it decides for others: 办理行政复议案件20件，维持15件

    def _consume(self, start: int, end: int) -> None:
        self.topics.extend(self.context.take(self.near.between(start, end), self.matcher.lexicon))
