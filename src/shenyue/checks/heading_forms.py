"""Whether sibling headings are worded in one form: all verb phrases or all noun phrases, all with 情况 or all without (N208)."""

from collections import Counter
from collections.abc import Callable, Iterator

from shenyue.checks.families import Family, families
from shenyue.checks.sentences import folded
from shenyue.findings import Hit, NotApplicable, Outcome, Passed
from shenyue.model import Heading
from shenyue.report import Report

HEADING_FORMS_VALUES = frozenset({"odd", "usual", "all"})
HEADING_FORMS_VARIANTS = frozenset({"ending"})
_LISTED = 10


def heading_forms(
    report: Report,
    *,
    verbs: tuple[str, ...],
    nouns: tuple[str, ...],
    endings: tuple[str, ...],
    least: int = 3,
) -> Iterator[Outcome]:
    """Headings below a part agree in form where at least `least` siblings have one, and more than the others together.

    `verbs`: words with which a verb phrase begins, unless it begins with one of `nouns`. `endings`: last words, such as 情况, that
    noun phrases have in common (variant ending). The parts are no matter of this rule.
    """
    judged = [family for family in families(report) if not family.parts and len(family.headings) > least]
    if not judged:
        yield NotApplicable(f"没有{least + 1}个以上的同级小标题")

    def form(title: str) -> str:
        return "动词开头" if title.startswith(verbs) and not title.startswith(nouns) else "名词性"

    def ending(title: str) -> str:
        return next((word for word in endings if title.endswith(word)), "")

    for family in judged:
        yield _judged(report, family, form, ending, least)


def _judged(
    report: Report, family: Family, form: Callable[[str], str], ending: Callable[[str], str], least: int
) -> Outcome:
    usual, odd = _odd(report, family, form, least)
    variant = ""
    if not odd and usual == "名词性":
        usual, odd = _odd(report, family, ending, least)
        variant = "ending"
        usual = f"以“{usual}”结尾" if usual else "不带这类字"
    if not odd:
        return Passed(family.name)
    values = {"odd": _list(report, odd), "usual": usual, "all": _list(report, list(family.headings))}
    return Hit(odd[0].title, values, variant=variant, name=family.name)


def _odd(
    report: Report, family: Family, trait: Callable[[str], str], least: int
) -> tuple[str, list[Heading]]:
    """The trait that most have, and the headings without it; none where no trait prevails."""
    traits = {heading: trait(folded(report.document.quote(heading.title))) for heading in family.headings}
    usual, times = Counter(traits.values()).most_common(1)[0]
    others = [heading for heading, own in traits.items() if own != usual]
    return usual, others if times >= least and times > len(others) else []


def _list(report: Report, headings: list[Heading]) -> str:
    texts = [" ".join(report.document.quote(heading.title).split()) for heading in headings]
    return "".join(f"“{text}”" for text in texts[:_LISTED]) + (
        f"等{len(texts)}个" if len(texts) > _LISTED else ""
    )
