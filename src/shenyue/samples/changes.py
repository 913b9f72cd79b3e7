r"""What an example changes in a sample, written in its TOML keys.

base = "street-2023"                       the sample to begin with
tables = {"applications.new.total" = "11"} raw text of a cell; `*` for every row or column: "fees.*.*" = ""
tables = {"disputes" = false}              not printed: a table, a row "applications.new", a column "applications.*.research"
figures = {"applications.new.natural_person" = 13}   another clean figure: totals and {placeholders} in the prose follow
labels = {"applications.new" = "…"}        label of a row; "applications.*.other" of a column; "permits" the head of a block;
                                           "applications.（四）无法提供" a merged cell by its text; "applications.new+" an extra row after it
replace = {part1 = "…", heading5 = "…"}    preface, part1–part6, heading1–heading6, signature; "\n" between paragraphs
insert = {part1 = "…"}                     one more paragraph, or several, at the end of its prose
reword = {"old text" = "new text"}         within the title, preface, headings, prose or signature: it must occur exactly once
remove = ["part5"]                         heading, prose and tables
order = [1, 3, 2, 4, 5, 6]                 a part may be named twice
title, year, kind, unit, short, form       title is raw; a kind brings its own unit unless one is named; form is "2019" or "2021"
label_source = "extracted"                 or "auto", "typed"
prior = {…}                                last year's report: the sample named in the base, or `base`, with these changes
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from shenyue.model import LabelSource
from shenyue.report import Kind
from shenyue.samples.reading import flat_figures, paragraphs, shipped_sample
from shenyue.samples.sample import PARTS, BrokenSample, Sample, SamplePart

_UNITS = {
    Kind.STREET: ("云州市临溪区桂花桥街道办事处", "本街道"),
    Kind.TOWN: ("云州市临溪区梨树镇人民政府", "本镇"),
    Kind.DEPARTMENT: ("云州市临溪区教育局", "区教育局"),
    Kind.OFFICE: ("云州市人民政府办公室", "市政府办公室"),
    Kind.COUNTY: ("云州市临溪区人民政府", "区政府"),
    Kind.CITY: ("云州市人民政府", "市政府"),
    Kind.PROVINCE: ("云江省人民政府", "省政府"),
    Kind.MINISTRY: ("国家水网建设局", "国家水网建设局"),
}
_Texts = Callable[[tuple[str, ...]], tuple[str, ...]]


def changed(changes: Mapping[str, Any], default_base: str = "street-2023") -> Sample:
    """The sample that an example describes. Raises BrokenSample for a key or a place that does not exist."""
    unknown = [key for key in changes if key not in _CHANGES and key not in {"base", "prior", "short"}]
    if unknown:
        raise BrokenSample(f"例子里有不认识的键：{'、'.join(unknown)}。可用的键：{'、'.join(CHANGE_KEYS)}。")
    sample = shipped_sample(str(changes.get("base", default_base)))
    last_year = sample.prior_base
    for key, change in _CHANGES.items():
        if key in changes:
            sample = _made(change, sample, key, changes[key])
    if "short" in changes:
        sample = replace(sample, short=changes["short"])
    if "prior" in changes:
        sample = replace(sample, prior=changed(changes["prior"], last_year))
    return sample


def _made(change: Callable[[Sample, Any], Sample], sample: Sample, key: str, value: object) -> Sample:
    try:
        return change(sample, value)
    except (ValueError, TypeError, AttributeError, ArithmeticError) as reason:
        raise BrokenSample(f"例子的 {key} 写法不对：{value!r}（{reason}）") from reason


def _kind(sample: Sample, name: str) -> Sample:
    kind = Kind(name)
    unit, short = _UNITS[kind]
    return replace(sample, kind=kind, unit=unit, short=short)


def _figures(sample: Sample, tables: Mapping[str, Any]) -> Sample:
    return replace(sample, figures={**sample.figures, **dict(flat_figures(tables))})


def _tables(sample: Sample, tables: Mapping[str, str | bool]) -> Sample:
    removed = tuple(address for address, raw in tables.items() if raw is False)
    written = {address: str(raw) for address, raw in tables.items() if raw is not False}
    short = [address for address in written if address.count(".") != 2]  # noqa: PLR2004 - table.row.column
    if short:
        raise BrokenSample(f"单元格要写成“表.行.列”：{'、'.join(short)}")
    return replace(sample, removed=sample.removed + removed, cells={**sample.cells, **written})


def _labels(sample: Sample, labels: Mapping[str, str]) -> Sample:
    return replace(sample, labels={**sample.labels, **labels})


def _replace(sample: Sample, texts: Mapping[str, str]) -> Sample:
    for key, text in texts.items():
        sample = _headed(sample, key, text) if key.startswith("heading") else _replaced(sample, key, text)
    return sample


def _headed(sample: Sample, key: str, heading: str) -> Sample:
    return _in_part(sample, key, lambda part: replace(part, heading=heading))


def _replaced(sample: Sample, key: str, text: str) -> Sample:
    return _with_texts(sample, key, lambda _: paragraphs(text))


def _insert(sample: Sample, texts: Mapping[str, str]) -> Sample:
    for key, text in texts.items():
        sample = _appended(sample, key, text)
    return sample


def _appended(sample: Sample, key: str, text: str) -> Sample:
    return _with_texts(sample, key, lambda old: (*old, *paragraphs(text)))


def _with_texts(sample: Sample, key: str, change: _Texts) -> Sample:
    if key == "preface":
        return replace(sample, preface=change(sample.preface))
    if key == "signature":
        return replace(sample, signature=change(sample.signature))
    return _in_part(sample, key, lambda part: replace(part, paragraphs=change(part.paragraphs)))


def _in_part(sample: Sample, key: str, change: Callable[[SamplePart], SamplePart]) -> Sample:
    number = _part_number(key)
    parts = tuple(change(part) if part.number == number else part for part in sample.parts)
    return replace(sample, parts=parts)


def _part_number(key: str) -> int:
    number = key.removeprefix("part").removeprefix("heading")
    if number not in {str(part) for part in PARTS}:
        raise BrokenSample(f"没有“{key}”这一处；可用 preface、part1–part6、heading1–heading6、signature。")
    return int(number)


def _reword(sample: Sample, words: Mapping[str, str]) -> Sample:
    return replace(sample, rewordings={**sample.rewordings, **words})


def _remove(sample: Sample, keys: list[str]) -> Sample:
    gone = {_part_number(key) for key in keys}
    return replace(sample, parts=tuple(part for part in sample.parts if part.number not in gone))


def _order(sample: Sample, numbers: list[int]) -> Sample:
    parts = {part.number: part for part in sample.parts}
    unknown = set(numbers) - set(parts)
    if unknown:
        raise BrokenSample(f"order 里有样本没有的部分：{sorted(unknown)}")
    return replace(sample, parts=tuple(parts[number] for number in numbers))


_CHANGES: Mapping[str, Callable[[Sample, Any], Sample]] = {
    "kind": _kind,
    "unit": lambda sample, unit: replace(sample, unit=unit),
    "year": lambda sample, year: replace(sample, year=year),
    "form": lambda sample, version: replace(sample, form_version=version),
    "label_source": lambda sample, name: replace(sample, label_source=LabelSource(name)),
    "figures": _figures,
    "tables": _tables,
    "labels": _labels,
    "title": lambda sample, title: replace(sample, title=paragraphs(title)),
    "replace": _replace,
    "insert": _insert,
    "reword": _reword,
    "remove": _remove,
    "order": _order,
}
"""In the order in which they are made."""

CHANGE_KEYS: tuple[str, ...] = ("base", *_CHANGES, "short", "prior")
"""The keys that an example may have, besides note and flags."""
