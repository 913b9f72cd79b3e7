"""Text formats: Jinja2 templates in a sandbox, in which a report's text is only ever a value, escaped for the format."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from shenyue.errors import WrongUsage
from shenyue.memo.fields import Values

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
    escape = dialect.escape
    finalize = (lambda value: escape(str(value))) if escape else None
    return ImmutableSandboxedEnvironment(
        autoescape=dialect.html,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def source_of(dialect: Dialect, template: Path | None) -> str:
    """The text of a template file, of the shipped one where none is given. Raises WrongUsage."""
    path = template or SHIPPED / f"memo.{dialect.suffix}"
    try:
        return path.read_text("utf-8-sig")
    except OSError as reason:
        raise WrongUsage(f"无法读取（{reason.strerror}），请检查路径和权限。") from reason
    except UnicodeDecodeError as reason:
        raise WrongUsage("须为 UTF-8 编码，请用记事本另存为 UTF-8。") from reason


def filled(source: str, values: Values, dialect: Dialect) -> str:
    """The template filled.

    Raises:
        WrongUsage: the template is not well-formed, names an unknown field, or tries what the sandbox forbids.
    """
    try:
        rendered: str = environment(dialect).from_string(source).render(_plain(values))
    except TemplateSyntaxError as reason:
        raise WrongUsage(f"第 {reason.lineno} 行写法不对（{reason.message}）。") from reason
    except UndefinedError as reason:
        raise WrongUsage(f"用到了没有的字段（{reason.message}）。") from reason
    except SecurityError as reason:
        raise WrongUsage(f"含有不允许的写法（{reason}）。") from reason
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, OverflowError) as reason:
        raise WrongUsage(f"无法套用（{reason}）。") from reason
    return rendered


def _plain(values: Values) -> dict[str, Any]:
    return dict(values)
