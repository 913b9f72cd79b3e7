"""The keys of `[check]` held against the check's own signature: its keyword-only parameters are what a rule may set."""

import inspect
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from shenyue.rules.guessing import hint
from shenyue.rules.mistakes import sentence

Complaint = tuple[str, str]
"""Parameter and Chinese sentence."""


def bound(
    run: Callable[..., Any], given: Mapping[str, object]
) -> tuple[Mapping[str, object], tuple[Complaint, ...]]:
    """The parameters as the check wants them (a list as tuple), and every complaint about them."""
    wanted = _parameters(run)
    values: dict[str, object] = {}
    complaints = [*_unknown(wanted, given), *_missing(wanted, given)]
    for name, value in given.items():
        if name in wanted:
            try:
                values[name] = wanted[name][0].validate_json(json.dumps(value), strict=True)
            except (ValidationError, TypeError) as error:
                complaints.extend(_wrong(name, error))
    return values, tuple(complaints)


@cache
def _parameters(run: Callable[..., Any]) -> Mapping[str, tuple[TypeAdapter[Any], bool]]:
    """Type and whether it must be given, by name."""
    hints = get_type_hints(run)
    return {
        name: (_adapter(hints[name]), parameter.default is inspect.Parameter.empty)
        for name, parameter in inspect.signature(run).parameters.items()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY
    }


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


def _unknown(wanted: Mapping[str, object], given: Mapping[str, object]) -> Iterator[Complaint]:
    for name in given:
        if name not in wanted:
            yield name, f"这个检查方法没有此参数。{hint(name, wanted, '可用的参数')}"


def _missing(
    wanted: Mapping[str, tuple[TypeAdapter[Any], bool]], given: Mapping[str, object]
) -> Iterator[Complaint]:
    for name, (_, required) in wanted.items():
        if required and name not in given:
            yield name, "缺少这个检查方法必需的参数。"


def _wrong(name: str, error: ValidationError | TypeError) -> Iterator[Complaint]:
    if isinstance(error, TypeError):
        yield name, "只能是文字、数字、true/false、列表或表。"
        return
    for problem in error.errors(include_url=False):
        loc = (str(piece) for piece in problem["loc"] if piece != "[key]")
        yield ".".join([name, *loc]), sentence(dict(problem))
