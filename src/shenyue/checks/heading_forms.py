"""Whether sibling headings are worded in one form: all verb phrases or all noun phrases, all with 情况 or all without (N208)."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from shenyue.checks.families import Family, families
from shenyue.checks.sentences import folded
from shenyue.findings import Hit, NotApplicable, Outcome, Passed
from shenyue.model import Heading
from shenyue.report import Report

HEADING_FORMS_VALUES = frozenset({"odd", "usual", "all"})
HEADING_FORMS_VARIANTS = frozenset({"ending", "sentence"})
_LISTED = 10
_Trait = TypeVar("_Trait", bound=str)
_SIBLINGS = 2


class _Form(StrEnum):
    VERB = "动词开头的短语"
    NOUN = "名词性短语"
    SLOGAN = "两句并列的短语"
    OTHER = ""
    """Not to be told by its first word."""


_CLASHES = frozenset(
    {
        (_Form.VERB, _Form.NOUN),
        (_Form.SLOGAN, _Form.NOUN),
        (_Form.NOUN, _Form.VERB),
        (_Form.NOUN, _Form.SLOGAN),
    }
)
"""Usual form and that of one which stands out."""


def heading_forms(
    report: Report,
    *,
    verbs: tuple[str, ...],
    nouns: tuple[str, ...],
    endings: tuple[str, ...],
    speakers: tuple[str, ...],
    least: int = 3,
) -> Iterator[Outcome]:
    """Headings below a part agree in form where at least `least` siblings have one, and more than the others together.

    `verbs`, `nouns`: words with which a verb phrase, a noun phrase begins, `nouns` first; what begins otherwise stands out nowhere,
    nor does a verb phrase among slogans of two halves. `endings`: last words, such as 情况, that noun phrases have in common (variant
    ending). `speakers`: words such as 我们 with which a whole sentence begins (variant sentence). The parts are not judged.
    """
    judged = [family for family in families(report) if not family.parts and len(family.headings) >= _SIBLINGS]
    if not judged:
        yield NotApplicable("没有两个以上的同级小标题")

    def form(title: str) -> _Form:
        if "," in title:
            return _Form.SLOGAN
        if title.startswith(nouns):
            return _Form.NOUN
        return _Form.VERB if title.startswith(verbs) else _Form.OTHER

    def ending(title: str) -> str:
        return next((word for word in endings if title.endswith(word)), "")

    for family in judged:
        titles = {heading: folded(report.document.quote(heading.title)) for heading in family.headings}
        spoken = [heading for heading, title in titles.items() if title.startswith(speakers)]
        if spoken and len(spoken) < len(titles):
            yield _hit(report, family, spoken, "短语", "sentence")
        else:
            yield _compared(report, family, titles, form, ending, least)


def _compared(
    report: Report,
    family: Family,
    titles: Mapping[Heading, str],
    form: Callable[[str], _Form],
    ending: Callable[[str], str],
    least: int,
) -> Outcome:
    forms = {heading: form(title) for heading, title in titles.items()}
    usual, others = _standing_out(forms, least)
    odd = [heading for heading in others if (usual, forms[heading]) in _CLASHES]
    if usual and odd:
        return _hit(report, family, odd, usual, "")
    if set(forms.values()) == {_Form.NOUN}:
        last, odd = _standing_out({heading: ending(title) for heading, title in titles.items()}, least)
        if odd:
            return _hit(report, family, odd, f"以“{last}”结尾" if last else "不以这样的词结尾", "ending")
    return Passed(family.name)


def _standing_out(traits: Mapping[Heading, _Trait], least: int) -> tuple[_Trait | None, list[Heading]]:
    """The trait that most have, and the headings without it; none where no trait prevails."""
    usual, times = Counter(traits.values()).most_common(1)[0]
    others = [heading for heading, own in traits.items() if own != usual]
    return (usual, others) if times >= least and times > len(others) else (None, [])


def _hit(report: Report, family: Family, odd: list[Heading], usual: str, variant: str) -> Hit:
    values = {"odd": _list(report, odd), "usual": usual, "all": _list(report, list(family.headings))}
    return Hit(odd[0].title, values, variant=variant, name=family.name)


def _list(report: Report, headings: list[Heading]) -> str:
    texts = [" ".join(report.document.quote(heading.title).split()) for heading in headings]
    more = f"等{len(texts)}个" if len(texts) > _LISTED else ""
    return "".join(f"“{text}”" for text in texts[:_LISTED]) + more
