"""Samples from TOML files."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from shenyue.report import Kind
from shenyue.samples.sample import PARTS, BrokenSample, Sample, SamplePart
from shenyue.shipped import shipped

_KEYS = {"unit", "short", "year", "kind", "title", "preface", "signature", "prior", "figures"}


@cache
def shipped_sample(name: str) -> Sample:
    """A clean report that comes with the program, such as street-2023; raises BrokenSample where there is none."""
    path = shipped("corpora", "base", f"{name}.toml")
    if not path.is_file():
        raise BrokenSample(f"没有名为“{name}”的样本，可用的有：{'、'.join(shipped_names())}。")
    return read_sample(path)


def shipped_names() -> tuple[str, ...]:
    """The names of the samples that come with the program."""
    return tuple(sorted(path.stem for path in shipped("corpora", "base").glob("*.toml")))


def read_sample(path: Path) -> Sample:
    """A sample from its TOML file; texts are split into paragraphs at line ends. Raises BrokenSample."""
    try:
        content = tomli.loads(path.read_text(encoding="utf-8"))
        return _sample(path.stem, content)
    except (tomli.TOMLDecodeError, KeyError, ValueError) as cause:
        raise BrokenSample(f"样本 {path.name} 写法有误：{cause}") from cause


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a text that are not empty."""
    return tuple(line for line in text.split("\n") if line.strip())


def flat_figures(tables: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Decimal]]:
    """The numbers of nested tables by dotted address."""
    for key, value in tables.items():
        if isinstance(value, dict):
            yield from flat_figures(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", Decimal(str(value))


def _sample(name: str, content: Mapping[str, Any]) -> Sample:
    unknown = set(content) - _KEYS - {f"part{number}" for number in PARTS}
    if unknown:
        raise BrokenSample(f"样本 {name} 有不认识的键：{'、'.join(sorted(unknown))}")
    return Sample(
        name=name,
        unit=content["unit"],
        short=content["short"],
        year=content["year"],
        kind=Kind(content["kind"]),
        title=paragraphs(content["title"]),
        preface=paragraphs(content["preface"]),
        parts=tuple(_part(number, content[f"part{number}"]) for number in PARTS),
        signature=paragraphs(content.get("signature", "")),
        figures=dict(flat_figures(content.get("figures", {}))),
        prior_base=content.get("prior", ""),
    )


def _part(number: int, part: Mapping[str, str]) -> SamplePart:
    return SamplePart(number, part["heading"], paragraphs(part.get("text", "")))
