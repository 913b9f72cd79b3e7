"""What authors are told: every kind, parameter, value and key has its Chinese sentence, and nothing else is told of."""

import json
from pathlib import Path

import jsonschema
import pytest
import tomli
from pydantic import BaseModel

from shenyue.authoring.json_schema import TABLES, pack_schema, rule_schema
from shenyue.authoring.parameters import parameters
from shenyue.authoring.reference import keys, kinds
from shenyue.checks import CHECKS

AUTHORS = [name for name, kind in kinds().items() if kind.author]


def test_every_kind_is_told_of() -> None:
    assert set(kinds()) == set(CHECKS)


@pytest.mark.parametrize("name", CHECKS)
def test_every_parameter_is_told_of(name: str) -> None:
    """Add it to rules/reference.toml, in the words of a reviewer."""
    assert set(kinds()[name].parameters) == {one.name for one in parameters(CHECKS[name].run)}
    assert all(text.strip() for text in kinds()[name].parameters.values())


@pytest.mark.parametrize("name", AUTHORS)
def test_every_value_and_variant_of_a_kind_for_authors_is_told_of(name: str) -> None:
    assert set(kinds()[name].values) == CHECKS[name].values
    assert set(kinds()[name].variants) == CHECKS[name].variants


@pytest.mark.parametrize("model", TABLES, ids=lambda model: str(model.__name__))
def test_every_key_of_rule_and_pack_files_is_told_of(model: type[BaseModel]) -> None:
    assert set(keys(TABLES[model])) == set(model.model_fields)


@pytest.mark.parametrize("name", AUTHORS)
def test_the_guide_has_every_kind_and_parameter(root: Path, name: str) -> None:
    guide = (root / "docs" / "规则编写指南.md").read_text("utf-8")
    _, _, section = guide.partition(f"### `{name}`")
    section = section.partition("\n### ")[0]
    assert section
    for one in parameters(CHECKS[name].run):
        assert f"| `{one.name}` |" in section
    assert all(f"{{{value}}}" in section for value in CHECKS[name].values)


def test_the_guide_has_the_other_kinds_as_well(root: Path) -> None:
    guide = (root / "docs" / "规则编写指南.md").read_text("utf-8")
    missing = [
        (name, one.name)
        for name, check in CHECKS.items()
        for one in parameters(check.run)
        if f"`{name}`" not in guide or f"`{one.name}`" not in guide
    ]
    assert missing == []


RULE_FILES = [
    path for path in Path(__file__).parent.parent.parent.glob("rules/**/*.toml") if path.name[0].isupper()
]


def test_the_schema_accepts_every_shipped_rule_and_pack(root: Path) -> None:
    rule = jsonschema.Draft202012Validator(rule_schema())
    rule.check_schema(rule.schema)
    for path in RULE_FILES:
        assert [one.message for one in rule.iter_errors(tomli.loads(path.read_text("utf-8")))] == [], path
    pack = jsonschema.Draft202012Validator(pack_schema())
    for path in (root / "rules").rglob("pack.toml"):
        assert [one.message for one in pack.iter_errors(tomli.loads(path.read_text("utf-8")))] == [], path


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    schema = jsonschema.Draft202012Validator(rule_schema())
    table = tomli.loads(RULE_FILES[0].read_text("utf-8"))
    for wrong in (
        {"severity": "bad"},
        {"check": {"kind": "terms"}},
        {"check": {"kind": "terms", "term": []}},
    ):
        assert list(schema.iter_errors({**table, **wrong}))
    assert "错的词" in json.dumps(rule_schema(), ensure_ascii=False)
