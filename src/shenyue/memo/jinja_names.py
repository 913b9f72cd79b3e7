"""Which fields a Jinja2 template names, found by reading it: also in branches that a trial never enters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jinja2 import TemplateSyntaxError, meta, nodes

from shenyue.errors import WrongUsage
from shenyue.memo.fields import FIELDS, Block, Field
from shenyue.memo.text_template import Dialect, environment, parsed, syntax_sentence
from shenyue.rules.guessing import hint

_LISTS = frozenset({"问题", "部分"})
_Names = Mapping[str, Field | Block]


def complaints(source: str, dialect: Dialect) -> Iterator[str]:
    """Unknown names, each with its line, and a template that lists no findings.

    Raises:
        WrongUsage: the template is not well-formed.
    """
    top = {one.name: one for one in FIELDS}
    tree = parsed(source, dialect)
    try:
        unknown = meta.find_undeclared_variables(tree) - set(top) - set(environment(dialect).globals)
    except TemplateSyntaxError as reason:
        raise WrongUsage(syntax_sentence(reason)) from reason
    for name in tree.find_all(nodes.Name):
        if name.name in unknown and name.ctx == "load":
            yield _unknown(name.lineno, name.name, top)
    reading = _Reading(top)
    reading.read(tree, {})
    yield from reading.wrong
    if not any(
        isinstance(loop.iter, nodes.Name) and loop.iter.name in _LISTS for loop in tree.find_all(nodes.For)
    ):
        yield "没有用 {% for … in 问题 %} 或者 {% for … in 部分 %}，问题不会列出来。"


def _unknown(line: int, name: str, known: _Names) -> str:
    return f"第 {line} 行：没有名为“{name}”的字段。{hint(name, known, '这里可用的字段')}"


@dataclass(slots=True)
class _Reading:
    """One reading of a template; loop variables are followed to the block that they run over."""

    top: _Names
    wrong: list[str] = field(default_factory=list)

    def read(self, node: nodes.Node, loops: Mapping[str, _Names]) -> None:
        """Read a node under the loop variables that hold there."""
        if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
            self.read(node.iter, loops)
            inside = {**loops, node.target.name: self._entries(node.iter, loops)}
            for child in (*node.body, *node.else_, *((node.test,) if node.test else ())):
                self.read(child, inside)
            return
        if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
            known = loops.get(node.node.name)
            if known and node.attr not in known:
                self.wrong.append(_unknown(node.lineno, node.attr, known))
        for child in node.iter_child_nodes():
            self.read(child, loops)

    def _entries(self, node: nodes.Node, loops: Mapping[str, _Names]) -> _Names:
        """The fields of what a loop runs over; none where that cannot be told."""
        while isinstance(node, nodes.Filter) and node.node is not None:
            node = node.node
        found: Field | Block | None = None
        if isinstance(node, nodes.Name):
            found = self.top.get(node.name)
        elif isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
            found = loops.get(node.node.name, {}).get(node.attr)
        return {one.name: one for one in found.fields} if isinstance(found, Block) else {}
