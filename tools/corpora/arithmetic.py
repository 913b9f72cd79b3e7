"""The small sums that the wordings write: conditions on figures, and how free counts hang together."""

import ast
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import regex

_COMPARISON = regex.compile(r"\s*(.+?)\s*(!=|=|<|>)\s*(.+?)\s*")
_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
}
_COMPUTE: Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_REVERSE = regex.compile(r"\breverse (\w+)")


class UnknownQuantity(LookupError):  # noqa: N818 - named for what it is
    """A sum names a quantity that the report does not have, such as what the other form alone asks for."""


def holds(condition: str, facts: Mapping[str, Any]) -> bool:
    """Whether a condition is so; empty ones are, and ones on quantities that the report does not have are not."""
    if not condition:
        return True
    return any(
        all(_compared(part, facts) for part in alternative.split(" and "))
        for alternative in condition.split(" or ")
    )


def _compared(comparison: str, facts: Mapping[str, Any]) -> bool:
    match = _COMPARISON.fullmatch(comparison)
    if match is None:
        raise ValueError(f"no comparison: {comparison}")
    try:
        return _COMPARE[match[2]](value(match[1], facts), value(match[3], facts))
    except UnknownQuantity:
        return False


def value(expression: str, facts: Mapping[str, Any]) -> Decimal:
    """The value of a sum over placeholders and cells; UnknownQuantity where the report lacks one."""
    expression = _REVERSE.sub(lambda match: reversed_digits(value(match[1], facts)), expression)
    return _value(ast.parse(expression, mode="eval").body, facts)


def reversed_digits(figure: Decimal) -> str:
    """The digits the other way round: 21 for 12."""
    return str(figure)[::-1].lstrip("0") or "0"


def _value(node: ast.expr, facts: Mapping[str, Any]) -> Decimal:
    if isinstance(node, ast.BinOp):
        return _COMPUTE[type(node.op)](_value(node.left, facts), _value(node.right, facts))
    if isinstance(node, ast.Constant):
        return Decimal(str(node.value))
    found = facts.get(ast.unparse(node))
    if found is None:
        raise UnknownQuantity(ast.unparse(node))
    return Decimal(found)


def names(expression: str) -> frozenset[str]:
    """The bare names in a sum."""
    tree = ast.parse(_REVERSE.sub(r"\1", expression), mode="eval")
    return frozenset(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
