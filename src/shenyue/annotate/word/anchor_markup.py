"""The markup that a comment puts into the text: where it begins, where it ends, and the mark that refers to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from shenyue.loaders.docx.names import TRANSITIONAL, Element


@dataclass(frozen=True, slots=True)
class Names:
    """How elements of WordprocessingML are written at a place."""

    prefix: str = "w:"
    declaration: str = ""
    """Of the prefix, where no prefix is declared there: elements may be without one, attributes never."""


@dataclass(slots=True)
class Marks:
    """The comments that end or begin at one place, by their ids."""

    host: Element
    """What the marks become children of."""
    ends: list[int] = field(default_factory=list)
    points: list[int] = field(default_factory=list)
    """Those that have no character to mark."""
    starts: list[int] = field(default_factory=list)

    def written(self, namespace: str, reference_style: str) -> str:
        """As markup; what ends here stands before what begins."""
        names = names_at(self.host, namespace)
        return "".join(self._pieces(names, reference_style))

    def _pieces(self, names: Names, style: str) -> Iterator[str]:
        for identity in self.ends:
            yield _range(names, "End", identity) + _reference(names, identity, style)
        for identity in self.points:
            yield _range(names, "Start", identity) + _range(names, "End", identity)
            yield _reference(names, identity, style)
        for identity in self.starts:
            yield _range(names, "Start", identity)


def names_at(host: Element, namespace: str) -> Names:
    """The prefix in force at an element, of a tree in the transitional namespace; `namespace` is the one that the file writes."""
    prefix = next((name for name, uri in host.nsmap.items() if name and uri == TRANSITIONAL), None)
    return Names(f"{prefix}:") if prefix else Names("w:", f' xmlns:w="{namespace}"')


def _range(names: Names, kind: str, identity: int) -> str:
    return f'<{names.prefix}commentRange{kind}{names.declaration} {names.prefix}id="{identity}"/>'


def _reference(names: Names, identity: int, style: str) -> str:
    w = names.prefix
    looks = f'<{w}rPr><{w}rStyle {w}val="{style}"/></{w}rPr>' if style else ""
    return f'<{w}r{names.declaration}>{looks}<{w}commentReference {w}id="{identity}"/></{w}r>'
