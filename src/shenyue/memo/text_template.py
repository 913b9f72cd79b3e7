"""Text formats: Jinja2 templates in a sandbox, in which a report's text is only ever a value, escaped for the format."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

import regex
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from shenyue.errors import WrongUsage
from shenyue.memo.fields import Values
from shenyue.patterns import compiled
from shenyue.writing import cause

SHIPPED = Path(__file__).with_name("templates")


@dataclass(frozen=True, slots=True)
class Dialect:
    """What is particular to one text format."""

    suffix: str
    html: bool = False
    """Values are escaped by Jinja itself."""
    escape: Callable[[str], str] | None = None
    """How values are escaped elsewhere; None where nothing is markup."""


@lru_cache(maxsize=8)
def environment(dialect: Dialect) -> ImmutableSandboxedEnvironment:
    """The sandbox of a format."""
    sandbox = ImmutableSandboxedEnvironment(
        autoescape=dialect.html,
        finalize=partial(_shown, escape=dialect.escape),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for unescaping in ("safe", "urlize"):
        del sandbox.filters[unescaping]
    return sandbox


def _shown(value: object, escape: Callable[[str], str] | None) -> object:
    """What an expression yields, escaped; a block has no text of its own."""
    if isinstance(value, (tuple, list, Mapping)):
        raise WrongUsage("一组内容不能直接写出来，要用 {% for … in … %} 逐条取用。")
    return escape(str(value)) if escape else value


def source_of(dialect: Dialect, template: Path | None) -> str:
    """The text of a template file, of the shipped one where none is given. Raises WrongUsage."""
    path = template or SHIPPED / f"memo.{dialect.suffix}"
    try:
        return path.read_text("utf-8-sig")
    except OSError as reason:
        raise WrongUsage(f"无法读取：{cause(reason)}。请检查路径和权限。") from reason
    except UnicodeDecodeError as reason:
        raise WrongUsage("须为 UTF-8 编码，请用记事本另存为 UTF-8。") from reason


def parsed(source: str, dialect: Dialect) -> nodes.Template:
    """The template as a tree. Raises WrongUsage where it is not well-formed, or would let a report's text through as markup."""
    try:
        tree = environment(dialect).parse(source)
    except TemplateSyntaxError as reason:
        raise WrongUsage(syntax_sentence(reason)) from reason
    for switch in tree.find_all(nodes.ScopedEvalContextModifier):
        raise WrongUsage(f"第 {switch.lineno} 行：转义不能关闭，报告里的文字会被当成标签。")
    return tree


def filled(source: str, values: Values, dialect: Dialect) -> str:
    """The template filled.

    Raises:
        WrongUsage: the template is not well-formed, names an unknown field, or tries what the sandbox forbids.
    """
    try:
        rendered: str = environment(dialect).from_string(parsed(source, dialect)).render(dict(values))
    except TemplateSyntaxError as reason:
        raise WrongUsage(syntax_sentence(reason)) from reason
    except UndefinedError as reason:
        raise WrongUsage(f"用到了没有的字段{_named(reason.message or '')}。") from reason
    except SecurityError as reason:
        raise WrongUsage("含有不允许的写法，模板里只能取字段的值。") from reason
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, OverflowError) as reason:
        raise WrongUsage("无法套用：里面的运算、函数或者过滤器用法不对，请对照自带的模板改正。") from reason
    return rendered


def _named(message: str) -> str:
    """The name in what Jinja says of one that is undefined."""
    found = compiled(r"'([^']+)' is undefined|has no (?:attribute|element) '?([^']+?)'?$").search(message)
    return f"“{found[1] or found[2]}”" if found else ""


_FAULTS = (
    (r"Unexpected end of template.*innermost block that needs to be closed is '(\w+)'", r"{%% \1 … %%} 没有结束，少了 {%% end\1 %%}"),
    (r"(?:Encountered unknown tag|Unexpected end of template).*?'(\w+)'.*", r"{%% \1 %%} 不该出现在这里，或者写错了"),
    (r"No (?:filter|test) named '(\w+)'", r"没有名为 \1 的过滤器"),
    (r"expected token '(.+?)', got '(.+?)'", r"此处应为“\1”，却是“\2”"),
    (r"unexpected '(.+?)'", r"多了“\1”"),
    (r"Missing end of (?:comment|raw) .*", r"注释没有结束"),
)  # fmt: skip
"""What Jinja says in English, in Chinese."""


def syntax_sentence(error: TemplateSyntaxError) -> str:
    """A fault in a template as a sentence with its line."""
    message = error.message or ""
    told = (
        match.expand(said.replace("%%", "%"))
        for fault, said in _FAULTS
        if (match := regex.match(fault, message))
    )
    return f"第 {error.lineno} 行写法不对：{next(told, message)}。"
