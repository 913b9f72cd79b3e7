"""A district's template held against the list of fields before anybody relies on it: everything that is wrong with it, at once."""

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from shenyue.errors import WrongUsage
from shenyue.memo import as_docx, as_html, as_md, as_txt
from shenyue.memo.fields import FIELDS, Block, Field, specimen
from shenyue.memo.jinja_names import complaints as jinja_complaints
from shenyue.memo.text_template import Dialect, filled, source_of
from shenyue.memo.word_filling import several
from shenyue.memo.word_marks import Mark
from shenyue.rules.guessing import did_you_mean, hint

_LISTS = ("问题", "部分")


def complaints(template: Path) -> tuple[str, ...]:
    """What is wrong with a template, one Chinese sentence each; none where it can be used.

    Raises:
        WrongUsage: the file cannot be read, or is of no format that has templates.
    """
    suffix = template.suffix[1:].lower()
    if suffix not in _CHECKS:
        raise WrongUsage(
            f"{template} 看不出是哪种模板，扩展名应为 {'、'.join(f'.{one}' for one in _CHECKS)} 之一。"
        )
    found, trial = _CHECKS[suffix]
    try:
        wrong = tuple(dict.fromkeys(found(template)))
        if not wrong:
            trial(template)
    except WrongUsage as reason:
        return (str(reason),)
    return wrong


# Word.


def _wrong_in_word(template: Path) -> Iterator[str]:
    found = False
    for name, marks in as_docx.marks_of(as_docx.parts_of(template)):
        found |= any(mark.kind == "#" and mark.name in _LISTS for _, mark in marks)
        yield from _wrong_marks(name, marks)
    if not found:
        yield "没有 {{#问题}} 或者 {{#部分}}，问题不会列出来。"


def _wrong_marks(part: str, marks: tuple[tuple[int, Mark], ...]) -> Iterator[str]:
    """Unknown names and blocks that do not pair, each with the paragraph that it stands in."""
    open_: list[tuple[str, Mapping[str, Field | Block]]] = [("", _by_name(FIELDS))]
    for paragraph, mark in marks:
        where = f"{_PARTS.get(part, part)}第 {paragraph} 段："
        known = {name: field for _, fields in open_ for name, field in fields.items()}
        field = known.get(mark.name)
        if mark.kind == "/" and open_[-1][0] == mark.name:
            open_.pop()
        elif mark.kind == "/":
            yield f"{where}{{{{/{mark.name}}}}} 前面没有对应的 {{{{#{mark.name}}}}}，或者中间还有没结束的。"
        elif field is None:
            guess = did_you_mean(mark.name, open_[-1][1]) or hint(mark.name, known, "这里可用的字段")
            yield f"{where}没有名为“{mark.name}”的字段。{guess}"
        elif not mark.kind and isinstance(field, Block):
            yield f"{where}{several(mark.name)}"
        if mark.kind == "#":
            open_.append((mark.name, _by_name(field.fields if isinstance(field, Block) else ())))
    for name, _ in open_[1:]:
        yield f"{_PARTS.get(part, part)}：{{{{#{name}}}}} 后面没有对应的 {{{{/{name}}}}}。"


_PARTS = {"word/document.xml": "正文"}


def _try_word(template: Path) -> None:
    as_docx.filled(as_docx.parts_of(template), specimen())


def _by_name(fields: tuple[Field | Block, ...]) -> Mapping[str, Field | Block]:
    return {field.name: field for field in fields}


# Text formats.


def _of_text(dialect: Dialect) -> "_Check":
    def wrong(template: Path) -> Iterator[str]:
        return jinja_complaints(source_of(dialect, template), dialect)

    def trial(template: Path) -> None:
        filled(source_of(dialect, template), specimen(), dialect)

    return wrong, trial


_Check = tuple[Callable[[Path], Iterator[str]], Callable[[Path], None]]
"""What is wrong as far as it can be read; a trial, which raises WrongUsage."""
_CHECKS: Mapping[str, _Check] = {
    "docx": (_wrong_in_word, _try_word),
    "md": _of_text(as_md.DIALECT),
    "html": _of_text(as_html.DIALECT),
    "txt": _of_text(as_txt.DIALECT),
}
TEMPLATED: Collection[str] = _CHECKS.keys()
"""Formats that have templates, by suffix."""
