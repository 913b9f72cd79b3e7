"""Messages held against what their check can fill in, so that no finding ever shows a bare brace."""

from collections.abc import Iterator
from string import Formatter

from shenyue.checks import CheckKind
from shenyue.findings import Severity
from shenyue.rules.guessing import hint
from shenyue.rules.model import Rule

Complaint = tuple[str, str]
"""Dotted key and Chinese sentence."""


def complaints(rule: Rule, check: CheckKind) -> Iterator[Complaint]:
    """What is wrong with a rule's texts and variants."""
    texts = {"message": rule.message, "suggestion": rule.suggestion}
    for name, variant in rule.variants.items():
        texts |= {
            f"variant.{name}.message": variant.message or "",
            f"variant.{name}.suggestion": variant.suggestion or "",
        }
    known = check.values | {"quote"} | (check.named(rule.parameters) if check.named else frozenset())
    for key, text in texts.items():
        yield from ((key, sentence) for sentence in _fields(text, known))
    yield from _variants(rule, check)


def _fields(text: str, known: frozenset[str]) -> Iterator[str]:
    try:
        fields = [field for _, field, _, _ in Formatter().parse(text) if field is not None]
    except ValueError:
        yield "花括号没有成对；要印出花括号本身，请写 {{ 或 }}。"
        return
    for field in fields:
        if field not in known:
            yield f"这个检查方法不提供 {{{field}}}。{hint(field, known, '可用的有')}"


def _variants(rule: Rule, check: CheckKind) -> Iterator[Complaint]:
    known = check.variants | {"unsure"}
    for name in rule.variants:
        if name not in known:
            yield f"variant.{name}", f"这个检查方法没有此情形。{hint(name, known, '可用的有')}"
    unsure = rule.variants.get("unsure")
    if unsure is None and check.doubts:
        yield (
            "variant.unsure",
            "缺少 [variant.unsure]：这个检查方法有拿不准的时候，请写拿不准时的级别（warning 或 info）和文字。",
        )
    if unsure and (unsure.severity or rule.severity) is Severity.ERROR:
        yield "variant.unsure.severity", "拿不准的情形不能是 error，请写 warning 或 info。"
