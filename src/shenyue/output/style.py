"""Colour on a terminal, none elsewhere; severity is always told by shape as well."""

from dataclasses import dataclass

from shenyue.findings import Severity

MARKS = {Severity.ERROR: "✗", Severity.WARNING: "▲", Severity.INFO: "·"}
NAMES = {Severity.ERROR: "必须改正", Severity.WARNING: "建议改正", Severity.INFO: "提示"}
KINDS = {
    "street": "街道", "town": "乡镇", "department": "部门", "office": "政府办公厅（室）",
    "county": "县级政府", "city": "市级政府", "province": "省级政府", "ministry": "国务院部门",
}  # fmt: skip
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


@dataclass(frozen=True, slots=True)
class Style:
    """How to write on the place where the output goes."""

    colour: bool = False
    width: int = 100
    """Terminal cells a line."""

    def bold(self, text: str) -> str:
        """Bold, where there are colours."""
        return self._wrapped("1", text)

    def dim(self, text: str) -> str:
        """Faint, where there are colours."""
        return self._wrapped("2", text)

    def severity(self, severity: Severity, text: str) -> str:
        """In the colour of a severity."""
        return self._wrapped(_COLOURS[severity], text)

    def marked(self, text: str) -> str:
        """A quoted spot: inverted where there are colours, else in 【】."""
        return self._wrapped("7", text) if self.colour else f"【{text}】"

    def _wrapped(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text
