"""JSON Schema of rule and pack files, for editors that complete and check TOML; descriptions in Chinese."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter

from shenyue.authoring.parameters import Parameter, parameters
from shenyue.authoring.reference import KindHelp, keys, kinds
from shenyue.checks import CHECKS
from shenyue.rules.schema import (
    AppliesTable,
    BasisTable,
    CheckTable,
    ConclusionTable,
    ExampleTable,
    FlagTable,
    MemoTable,
    OverrideTable,
    PackFile,
    RuleFile,
    SwitchTable,
    VariantTable,
    WaiverTable,
)

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_Schema = dict[str, Any]
TABLES: Mapping[type[BaseModel], str] = {
    RuleFile: "rule",
    BasisTable: "basis",
    VariantTable: "variant",
    AppliesTable: "applies",
    ExampleTable: "example",
    FlagTable: "flag",
    CheckTable: "check",
    PackFile: "pack",
    OverrideTable: "override",
    SwitchTable: "switch",
    WaiverTable: "waiver",
    MemoTable: "memo",
    ConclusionTable: "conclusion",
}
"""Under which name rules/reference.toml describes the keys of each model."""


def rule_schema() -> _Schema:
    """Of a rule file: the keys, and for each kind its parameters."""
    schema = _of(RuleFile, "审阅规则文件")
    schema["$defs"]["CheckTable"] = _check()
    return schema


def pack_schema() -> _Schema:
    """Of a pack.toml."""
    return _of(PackFile, "审阅规则包 pack.toml")


def _of(model: type[BaseModel], title: str) -> _Schema:
    schema = TypeAdapter(model).json_schema()
    names = {one.__name__: table for one, table in TABLES.items()}
    for name, entry in {model.__name__: schema, **schema.get("$defs", {})}.items():
        _describe(entry, names.get(name, ""))
    return {"$schema": _DRAFT, **schema, "title": title}


def _describe(entry: _Schema, table: str) -> None:
    """Chinese descriptions in place of the code's own, titles left out."""
    entry.pop("description", None)
    entry.pop("title", None)
    told = keys(table)
    properties: _Schema = entry.get("properties", {})
    for key in {**properties, **(told if entry.get("additionalProperties") is True else {})}:
        one = properties.setdefault(key, {})
        one.pop("title", None)
        if key in told:
            one["description"] = told[key]
    if properties:
        entry["properties"] = properties


def _check() -> _Schema:
    kind = {
        "description": keys("check")["kind"],
        "oneOf": [{"const": name, "description": help_.title} for name, help_ in kinds().items()],
    }
    return {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": kind},
        "allOf": [_if_kind(help_) for help_ in kinds().values()],
    }


def _if_kind(told: KindHelp) -> _Schema:
    """Which parameters `[check]` has where it is of a kind."""
    known = parameters(CHECKS[told.name].run)
    properties = {one.name: _parameter(one, told) for one in known}
    required = [one.name for one in known if one.required]
    return {
        "if": {"properties": {"kind": {"const": told.name}}},
        "then": {
            "description": told.says,
            "properties": {"kind": True, **properties},
            "required": ["kind", *required],
            "additionalProperties": False,
        },
    }


def _parameter(one: Parameter, told: KindHelp) -> _Schema:
    schema: _Schema = _in_place(TypeAdapter(one.hint).json_schema(mode="validation"))
    return {**schema, "description": told.parameters.get(one.name, "")}


def _in_place(schema: Any, defs: _Schema | None = None) -> Any:
    """A schema with what it refers to put in its place, and without the code's own words."""
    if isinstance(schema, list):
        return [_in_place(one, defs) for one in schema]
    if not isinstance(schema, dict):
        return schema
    defs = schema.get("$defs", defs)
    if "$ref" in schema:
        return _in_place((defs or {})[schema["$ref"].rpartition("/")[2]], defs)
    left_out = {"$defs", "title", "description"}
    named = {"properties"}
    return {
        key: {name: _in_place(one, defs) for name, one in value.items()}
        if key in named
        else _in_place(value, defs)
        for key, value in schema.items()
        if key not in left_out
    }
