"""pydantic's errors as Chinese sentences with file and line."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from shenyue.errors import Mistake
from shenyue.rules.guessing import did_you_mean, hint
from shenyue.rules.toml_files import TomlFile

_LISTS = frozenset({"list_type", "tuple_type", "frozen_set_type"})
_SENTENCES: Mapping[str, str] = {
    "missing": "缺少这个必填的键。",
    "string_type": "应为加引号的文字。",
    "blank": "不能为空。",
    "string_too_short": "不能为空。",
    "too_short": "至少要有一项。",
    "int_type": "应为整数。",
    "float_type": "应为数字。",
    "bool_type": "应为 true 或 false。",
    "dict_type": '应为一张表，如 {键 = "值"}。',
    "mapping_type": '应为一张表，如 {键 = "值"}。',
    "years": "须为起止两个年份，如 [2021, 9999]，起始年份在前。",
    "date_type": "应为日期，如 2026-12-31。",
    "date_parsing": "应为日期，如 2026-12-31。",
    "date_from_datetime_parsing": "应为日期，如 2026-12-31。",
    "date_from_datetime_inexact": "应为日期，如 2026-12-31，不写时刻。",
    "string_pattern_mismatch": "规则编号应为大写字母加三位数字，如 T311。",
}


def mistakes_of(
    error: ValidationError, model: type[BaseModel], file: TomlFile, prefix: str = ""
) -> Iterator[Mistake]:
    """One mistake an error, each at the line of its key; `prefix` is where the model's table stands in the file."""
    for key, told in complaints_of(error, model):
        yield file.mistake(f"{prefix}{key}".rstrip("."), told)


def complaints_of(error: ValidationError, model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Dotted key and sentence of each error."""
    for problem in error.errors(include_url=False):
        loc = tuple(piece for piece in problem["loc"] if piece != "[key]")
        key = ".".join(map(str, loc))
        if problem["type"] in {"model_type", "model_attributes_type"}:
            first = next(iter(_keys(model, loc)), "键")
            yield key, f"应为一张表，如 {{{first} = …}}。"
        else:
            yield key, sentence(dict(problem), frozenset(_keys(model, loc[:-1])))


def sentence(problem: Mapping[str, Any], known: frozenset[str] = frozenset()) -> str:
    """What is wrong with one value, in Chinese; `known` are the keys that may stand at its place."""
    kind = problem["type"]
    if kind == "extra_forbidden":
        return f"不认识这个键。{hint(str(problem['loc'][-1]), known, '可用的键')}"
    if kind in {"enum", "literal_error"}:
        expected = str(problem["ctx"]["expected"]).replace(" or ", ", ").replace("'", "")
        guess = did_you_mean(str(problem["input"]), expected.split(", "))
        return f"不能是 {problem['input']!r}，只能是 {expected.replace(', ', '、')}。{guess}"
    if kind in _LISTS:
        given = problem["input"]
        like = (
            f"[{given}]" if isinstance(given, int | float) and not isinstance(given, bool) else '["甲", "乙"]'
        )
        return f"应为方括号里的一列，如 {like}。"
    return _SENTENCES.get(kind, f"写法不对（{problem['msg']}）。")


def _keys(model: type[BaseModel], loc: tuple[object, ...]) -> tuple[str, ...]:
    """The keys that may stand in the table at a place: those of the innermost table model on the way there."""
    current = model
    for piece in loc:
        field = current.model_fields.get(str(piece))
        inner = _model_in(field.annotation) if field else None
        current = inner or current
    return tuple(current.model_fields)


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if (found := _model_in(argument)) is not None:
            return found
    return None
