"""A rule that can never work as it is written: said when its pack is checked, not when a report has passed unharmed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from shenyue.authoring.expressions import Wanted, innocent, wanted
from shenyue.authoring.probing import is_slow
from shenyue.authoring.provenance import set_by
from shenyue.authoring.reference import kinds
from shenyue.authoring.specimens import specimens
from shenyue.checks import CHECKS
from shenyue.checks.language.expressions import TooSlow, search, words_and_expressions
from shenyue.errors import Mistake
from shenyue.examples import check_sample
from shenyue.rules import Rule, RulePack
from shenyue.rules.inheritance import Draft
from shenyue.samples import BrokenSample, changed

Remark = tuple[str, str]
"""Dotted key of the rule and Chinese sentence."""


def remarks(rule: Rule, pack: RulePack, draft: Draft) -> tuple[Mistake, ...]:
    """Everything that keeps a rule from working, each at the line that says so; a disabled rule is left alone."""
    if rule.disabled:
        return ()
    return tuple(
        Mistake(*set_by(draft, key), f"{rule.id} {key}", sentence)
        for look in _LOOKS
        for key, sentence in look(rule, pack)
    )


def _never_matching(rule: Rule, _: RulePack) -> Iterator[Remark]:
    kept = innocent(rule)
    for one in wanted(rule):
        texts = [text for text in specimens(one.source) if one.expression.search(text)]
        if not texts:
            if specimens(one.source):
                yield one.key, f"“{one.entry}”按它自己的写法不可能匹配任何文字，请检查 ^、$ 和断言的位置。"
        elif kept and not any(_reported(one, text, kept) for text in texts):
            yield one.key, f"“{one.entry}”能匹配的文字都被 innocent 放过了，永远不会报告。"


def _slow(rule: Rule, _: RulePack) -> Iterator[Remark]:
    for one in wanted(rule):
        if is_slow(one):
            yield (
                one.key,
                f"“{one.entry}”在较长的文字上耗时过长（疑似灾难性回溯），请去掉嵌套的 +、*，或者写明长度如 {{0,20}}。",
            )


def _again(rule: Rule, _: RulePack) -> Iterator[Remark]:
    """A term whose right form is found again, and one that stands twice."""
    seen: dict[str, str] = {}
    for one in wanted(rule):
        if not one.right:
            continue
        if one.source in seen:
            also = f"，对应“{seen[one.source]}”" if seen[one.source] != one.right else ""
            yield one.key, f"“{one.entry}”的左边前面已经列过{also}，只有一条起作用。"
        seen.setdefault(one.source, one.right)
        if "\\" not in one.right and _reported(one, one.right, innocent(rule)):
            yield (
                one.key,
                f"“{one.entry}”右边的写法本身又会被这一条报告；请在左边加限定，或把右边写进 innocent。",
            )


def _reported(one: Wanted, text: str, kept: tuple[str, ...]) -> bool:
    try:
        return bool(search([one.expression], text, words_and_expressions(kept)))
    except TooSlow:
        return False


def _unreachable(rule: Rule, _: RulePack) -> Iterator[Remark]:
    if (
        "weak" in rule.variants
        and "weak" in kinds()[rule.kind].parameters
        and not rule.parameters.get("weak")
    ):
        yield "variant.weak", "[check] 里没有 weak，这种情形永远不会出现。"
    for name, parameter, value in _ASKED_FOR.get(rule.kind, ()):
        if name in rule.variants and rule.parameters.get(parameter) != value:
            yield (
                f"variant.{name}",
                f"[check] 里没有写 {parameter} = {_written(value)}，这种情形永远不会出现。",
            )
    if "unsure" in rule.variants and not CHECKS[rule.kind].doubts:
        yield "variant.unsure", f"检查方法 {rule.kind} 没有拿不准的时候，这种情形永远不会出现。"


_ASKED_FOR: Mapping[str, tuple[tuple[str, str, object], ...]] = {
    "table_cell": (("blank", "blank", "forbid"), ("fraction", "integer", True)),
}
"""Variants that a parameter must ask for, with its value."""


def _written(value: object) -> str:
    return "true" if value is True else f'"{value}"'


def _without_examples(rule: Rule, _: RulePack) -> Iterator[Remark]:
    flagged = any(flag.rule == rule.id for example in rule.examples for flag in example.flags)
    clean = any(not example.flags for example in rule.examples)
    if not flagged:
        yield "example", "没有一个会指出的例子，看不出这条规则能不能用；请写 [[example]]。"
    if not clean:
        yield "example", "没有一个不会指出的例子（flags = []）；请写一个相近而没有毛病的。"


def _unflagged(rule: Rule, pack: RulePack) -> Iterator[Remark]:
    """An example that this very rule does not flag as it says; what other rules say to it is left to `rules test`."""
    alone = replace(pack, rules=(rule,))
    for number, example in enumerate(rule.examples):
        quotes = [flag.quote for flag in example.flags if flag.rule == rule.id]
        if not quotes:
            continue
        try:
            found = [one.quote for one in check_sample(changed(example.changes), alone).findings]
        except BrokenSample as reason:
            yield f"example.{number}", f"例子“{example.note}”：{reason}"
            continue
        missed = [quote for quote in quotes if quote not in found]
        if missed:
            told = f"指出的是“{'”“'.join(found)}”" if found else "什么也没有指出"
            yield f"example.{number}", f"例子“{example.note}”应指出“{missed[0]}”，实际{told}。"


_LOOKS: tuple[Callable[[Rule, RulePack], Iterator[Remark]], ...] = (
    _never_matching,
    _slow,
    _again,
    _unreachable,
    _without_examples,
    _unflagged,
)
