"""What rule and pack files may hold. The only module that imports pydantic, which is slow to load."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from shenyue.findings import Severity
from shenyue.report import Kind
from shenyue.rules.model import Rank


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class BasisTable(_Strict):
    """The provision: `[[basis]]`."""

    rank: Rank
    title: str = Field(min_length=1)
    number: str = ""
    article: str = ""
    forms: list[str] = []


class VariantTable(_Strict):
    """Another face: `[variant.NAME]`."""

    severity: Severity | None = None
    message: str | None = None
    suggestion: str | None = None


class AppliesTable(_Strict):
    """Which reports: `applies`."""

    forms: list[str] = []
    kinds: list[Kind] = []


class FlagTable(_Strict):
    """An entry of an example's `flags`."""

    rule: str
    quote: str = ""


class ExampleTable(BaseModel):
    """`[[example]]`; what it changes is checked when it is run, see `samples.changes`."""

    model_config = ConfigDict(extra="allow", frozen=True)
    note: str = Field(min_length=1)
    flags: list[FlagTable]


class CheckTable(BaseModel):
    """`[check]`; its parameters are held against the check's signature."""

    model_config = ConfigDict(extra="allow", frozen=True)
    kind: str


class RuleFile(_Strict):
    """A rule file."""

    id: str = Field(pattern=r"^[A-Z]{1,4}[0-9]{3}$")
    title: str = Field(min_length=1)
    severity: Severity
    message: str = Field(min_length=1)
    suggestion: str = Field(min_length=1)
    why: str = Field(min_length=1)
    basis: list[BasisTable] = Field(min_length=1)
    check: CheckTable
    applies: AppliesTable = AppliesTable()
    variant: dict[str, VariantTable] = {}
    example: list[ExampleTable] = []


class DisableTable(_Strict):
    """`disable`: a rule is never switched off without a reason."""

    reason: str = Field(min_length=1)


class OverrideTable(_Strict):
    """`[override.ID]` in a pack file."""

    title: str | None = None
    severity: Severity | None = None
    message: str | None = None
    suggestion: str | None = None
    why: str | None = None
    basis: list[BasisTable] | None = None
    check: dict[str, Any] = {}
    applies: AppliesTable | None = None
    variant: dict[str, VariantTable] = {}
    disable: DisableTable | None = None


class PackFile(_Strict):
    """What a pack says of itself: `pack.toml`."""

    name: str = Field(min_length=1)
    version: str = Field(min_length=1)
    extends: str = ""
    places: list[str] = []
    """Names that follow the parent's in a unit's name: 西城区 in 北京市西城区."""
    alone: list[str] = []
    """Names that tell the place without the parent's before them."""
    notes: list[str] = []
    override: dict[str, OverrideTable] = {}
