"""What rule and pack files may hold. Like all that brings pydantic, imported only where rules are read: it is slow to load."""

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from shenyue.findings import Severity
from shenyue.report import Kind
from shenyue.rules.model import Rank


def _written(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("blank", "blank")
    return text


Text = Annotated[str, AfterValidator(_written)]
"""Something must be written."""


STRICT = ConfigDict(extra="forbid", frozen=True)
"""No other keys than those named."""


class _Table(BaseModel):
    model_config = STRICT


class BasisTable(_Table):
    """The provision: `[[basis]]`."""

    rank: Rank
    title: Text
    number: str = ""
    article: str = ""
    forms: list[str] = []


class VariantTable(_Table):
    """Another face: `[variant.NAME]`."""

    severity: Severity | None = None
    message: str | None = None
    suggestion: str | None = None


class AppliesTable(_Table):
    """Which reports: `applies`."""

    forms: list[str] = []
    kinds: list[Kind] = []


class FlagTable(_Table):
    """An entry of an example's `flags`."""

    rule: str
    quote: str = ""


class ExampleTable(_Table):
    """`[[example]]`; what it changes is described, and checked when it is run, in `samples.changes`."""

    note: Text
    flags: list[FlagTable]
    base: Any = None
    kind: Any = None
    unit: Any = None
    short: Any = None
    year: Any = None
    form: Any = None
    title: Any = None
    label_source: Any = None
    figures: Any = None
    tables: Any = None
    labels: Any = None
    replace: Any = None
    insert: Any = None
    reword: Any = None
    remove: Any = None
    order: Any = None
    prior: Any = None


class CheckTable(BaseModel):
    """`[check]`; its parameters are held against the check's signature."""

    model_config = ConfigDict(extra="allow", frozen=True)
    kind: str


class RuleFile(_Table):
    """A rule file."""

    id: str = Field(pattern=r"^[A-Z]{1,4}[0-9]{3}$")
    title: Text
    severity: Severity
    message: Text
    suggestion: Text
    why: Text
    basis: list[BasisTable] = Field(min_length=1)
    check: CheckTable
    applies: AppliesTable = AppliesTable()
    variant: dict[str, VariantTable] = {}
    example: list[ExampleTable] = []


class SwitchTable(_Table):
    """`disable`, `enable`: a rule is never switched off, nor on again, without a reason."""

    reason: Text


class OverrideTable(_Table):
    """`[override.ID]` in a pack file; what it makes of the rule is held against `RuleFile`."""

    title: str | None = None
    severity: Severity | None = None
    message: str | None = None
    suggestion: str | None = None
    why: str | None = None
    basis: Any = None
    check: dict[str, Any] = {}
    applies: AppliesTable | None = None
    variant: dict[str, VariantTable] = {}
    example: list[ExampleTable] = []
    disable: SwitchTable | None = None
    enable: SwitchTable | None = None


class WaiverTable(_Table):
    """`[[waiver]]` in a pack file or in shenyue.toml."""

    rule: Text
    unit: str = ""
    file: str = ""
    place: str = ""
    quote: str = ""
    reason: Text
    person: Text
    expires: date


class FolderFile(_Table):
    """`shenyue.toml` beside the reports."""

    waiver: list[WaiverTable] = []


class ConclusionTable(_Table):
    """`[memo.conclusion]`."""

    mend: Text | None = None
    polish: Text | None = None
    pending: Text | None = None
    partial: Text | None = None
    clean: Text | None = None


class MemoTable(_Table):
    """`[memo]`: how a district's memos look."""

    office: str | None = None
    addressee: Text | None = None
    templates: list[str] = []
    """Files beside pack.toml, at most one a format."""
    conclusion: ConclusionTable = ConclusionTable()


class PackFile(_Table):
    """What a pack says of itself: `pack.toml`."""

    name: Text
    version: Text
    extends: str = ""
    instead: bool = False
    """Whether it takes the place of its parent wherever that is chosen by the settings, the title or default."""
    places: list[str] = []
    """Names that follow the parent's in a unit's name: 西城区 in 北京市西城区."""
    alone: list[str] = []
    """Names that tell the place without the parent's before them."""
    notes: list[str] = []
    override: dict[str, dict[str, Any]] = {}
    waiver: list[WaiverTable] = []
    memo: MemoTable = MemoTable()
