"""Form files: the prescribed table layouts as TOML, so that a new national form is a new file and not a new program."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from shenyue.errors import BrokenPack, Mistake
from shenyue.form import Form, PartTitle
from shenyue.rules.guessing import hint
from shenyue.rules.packs import PackFolder
from shenyue.rules.toml_files import TomlFile, read_toml

if TYPE_CHECKING:
    from shenyue.rules.form_schema import FormAdditions, FormFile, MorePart


def read_form(path: Path) -> Form:
    """The form in a TOML file; BrokenPack with every mistake found in it."""
    file = read_toml(path)
    mistakes: list[Mistake] = []
    form = _whole(file, mistakes)
    if form is None or mistakes:
        raise BrokenPack(tuple(mistakes))
    return form


def read_forms(packs: tuple[PackFolder, ...], mistakes: list[Mistake]) -> tuple[Form, ...]:
    """The forms of a pack and its parents, itself first in `packs`, oldest form first.

    Where two prescribe one version, the nearest pack's stands; a file that `extends` a version adds to it. Mistakes are put down.
    """
    forms: dict[str, Form] = {}
    for path in (path for pack in reversed(packs) for path in pack.form_files()):
        try:
            file = read_toml(path)
        except BrokenPack as broken:
            mistakes.extend(broken.mistakes)
            continue
        form = _added(file, forms, mistakes) if "extends" in file.content else _whole(file, mistakes)
        if form is not None:
            forms[form.version] = form
    return tuple(sorted(forms.values(), key=lambda form: form.years))


def _whole(file: TomlFile, mistakes: list[Mistake]) -> Form | None:
    # pydantic is slow to load, and the commands that read no rules do without it
    from pydantic import ValidationError  # noqa: PLC0415

    from shenyue.rules.form_schema import FormFile  # noqa: PLC0415
    from shenyue.rules.mistakes import mistakes_of  # noqa: PLC0415

    try:
        said = FormFile.model_validate(file.content)
    except ValidationError as error:
        mistakes.extend(mistakes_of(error, FormFile, file))
        return None
    form = said.form()
    mistakes.extend(file.mistake(key, sentence) for key, sentence in _complaints(said, form))
    return form


def _added(file: TomlFile, forms: Mapping[str, Form], mistakes: list[Mistake]) -> Form | None:
    """A parent's form with what a file adds to it."""
    from pydantic import ValidationError  # noqa: PLC0415

    from shenyue.rules.form_schema import FormAdditions  # noqa: PLC0415
    from shenyue.rules.mistakes import mistakes_of  # noqa: PLC0415

    try:
        said = FormAdditions.model_validate(file.content)
    except ValidationError as error:
        mistakes.extend(mistakes_of(error, FormAdditions, file))
        return None
    parent = forms.get(said.extends)
    if parent is None:
        told = f"上级规则包里没有“{said.extends}”这个表式。{hint(said.extends, forms, '可用的有')}"
        mistakes.append(file.mistake("extends", told))
        return None
    form = replace(
        parent,
        parts=tuple(_more(part, said.part) for part in parent.parts),
        tables=(*parent.tables, *(one.layout() for one in said.table)),
        groups={**parent.groups, **{name: tuple(rows) for name, rows in said.groups.items()}},
    )
    mistakes.extend(file.mistake(key, sentence) for key, sentence in _taken(said, parent))
    mistakes.extend(file.mistake(key, sentence) for key, sentence in _complaints(said, form))
    return form


def _more(part: PartTitle, additions: "list[MorePart]") -> PartTitle:
    own = [one for one in additions if one.number == part.number]
    return replace(
        part,
        aliases=(*part.aliases, *(name for one in own for name in one.aliases)),
        words=(*part.words, *(word for one in own for word in one.words)),
    )


def _taken(said: "FormAdditions", parent: Form) -> Iterator[tuple[str, str]]:
    keys = {table.key for table in parent.tables}
    for number, table in enumerate(said.table):
        if table.key in keys:
            yield f"table.{number}.key", f"上级表式已有“{table.key}”这张表，请换一个键。"


def _complaints(said: "FormFile | FormAdditions", form: Form) -> Iterator[tuple[str, str]]:
    """What is wrong with keys and groups."""
    for number, table in enumerate(said.table):
        for name, lines in (("row", table.row), ("column", table.column)):
            for at in _again([line.key for line in lines]):
                told = f"“{lines[at].key}”重复出现，同一表内的键不得重复。"
                yield f"table.{number}.{name}.{at}.key", told
    rows = {row.key for table in form.tables for row in table.rows}
    for group, keys in said.groups.items():
        for number, key in enumerate(keys):
            if key not in rows:
                yield f"groups.{group}.{number}", f"表式中没有“{key}”这一行。{hint(key, rows, '有这些行')}"


def _again(keys: list[str]) -> Iterator[int]:
    """Where a key stands that stood before."""
    seen: Counter[str] = Counter()
    for at, key in enumerate(keys):
        seen[key] += 1
        if seen[key] > 1:
            yield at
