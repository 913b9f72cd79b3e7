"""What form files may hold: the prescribed layouts, and what a district adds to one."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field
from pydantic_core import PydanticCustomError

from shenyue.form import Form, FormTableLayout, Line, PartTitle
from shenyue.rules.schema import STRICT, Text

Part = Literal[1, 2, 3, 4, 5, 6]


def _in_order(years: list[int]) -> list[int]:
    if len(years) != 2 or years[0] > years[1]:  # noqa: PLR2004 - from and to
        raise PydanticCustomError("years", "years")
    return years


Years = Annotated[list[Annotated[int, Field(strict=True)]], AfterValidator(_in_order)]


class _Table(BaseModel):
    model_config = STRICT


class LineTable(_Table):
    """`[[table.row]]`, `[[table.column]]`."""

    key: Text
    label: Text
    aliases: list[Text] = []
    under: list[Text] = []

    def line(self) -> Line:
        """The row or column."""
        return Line(self.key, self.label, tuple(self.aliases), tuple(self.under))


class TableTable(_Table):
    """`[[table]]`."""

    key: Text
    title: Text
    part: Part
    head: str = ""
    row: list[LineTable] = Field(min_length=1)
    column: list[LineTable] = Field(min_length=1)

    def layout(self) -> FormTableLayout:
        """The table or block."""
        rows, columns = (tuple(one.line() for one in lines) for lines in (self.row, self.column))
        return FormTableLayout(self.key, self.title, self.part, rows, columns, self.head)


class PartTable(_Table):
    """`[[part]]`."""

    number: Part
    title: Text
    aliases: list[Text] = []
    words: list[Text] = []

    def part(self) -> PartTitle:
        """The part."""
        return PartTitle(self.number, self.title, tuple(self.aliases), tuple(self.words))


class FormFile(_Table):
    """A form of its own."""

    version: Text
    years: Years
    groups: dict[str, list[Text]] = {}
    part: list[PartTable] = Field(min_length=1)
    table: list[TableTable] = Field(min_length=1)

    def form(self) -> Form:
        """The form."""
        return Form(
            self.version,
            (self.years[0], self.years[1]),
            tuple(one.part() for one in self.part),
            tuple(one.layout() for one in self.table),
            {name: tuple(rows) for name, rows in self.groups.items()},
        )


class MorePart(_Table):
    """`[[part]]` of a district's additions: more names of a part."""

    number: Part
    aliases: list[Text] = []
    words: list[Text] = []


class FormAdditions(_Table):
    """What a district adds to a form of its parents: tables of its own, names of parts, groups of rows."""

    extends: Text
    groups: dict[str, list[Text]] = {}
    part: list[MorePart] = []
    table: list[TableTable] = []
