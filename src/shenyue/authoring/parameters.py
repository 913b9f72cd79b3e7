"""The parameters of a check as a rule author must write them: name, kind of value in Chinese, whether it must be given."""

import inspect
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class Parameter:
    """One key of `[check]`."""

    name: str
    written: str
    """What is to be written, in Chinese: 一列文字, 整数, "rows" 或 "columns"."""
    required: bool
    hint: Any
    """The type of the check's own signature."""


def parameters(run: Callable[..., Any]) -> tuple[Parameter, ...]:
    """Those of a check, in the order of its signature."""
    hints = get_type_hints(run)
    return tuple(
        Parameter(name, written(hints[name]), one.default is one.empty, hints[name])
        for name, one in inspect.signature(run).parameters.items()
        if one.kind is inspect.Parameter.KEYWORD_ONLY
    )


_PLAIN: Mapping[Any, str] = {
    str: "文字",
    int: "整数",
    float: "数",
    Decimal: "数",
    bool: "true 或 false",
    type(None): "",
}


def written(hint: Any) -> str:
    """What a value of a type looks like in a rule file, in Chinese."""
    origin, inner = get_origin(hint), get_args(hint)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if origin is Literal:
        return "、".join(f'"{value}"' for value in inner)
    if origin in {Union, types.UnionType}:
        return "、".join(filter(None, map(written, inner)))
    if origin in {tuple, frozenset, list}:
        return _listed(inner)
    return "表" if origin is not None or is_dataclass(hint) else "文字"


def _listed(inner: tuple[Any, ...]) -> str:
    kinds = list(dict.fromkeys(_elements(inner)))
    return f"一列{kinds[0]}" if len(kinds) == 1 else "一列"


def _elements(inner: tuple[Any, ...]) -> Iterator[str]:
    return (written(one) for one in inner if one is not Ellipsis)
