"""The part of the authors' guide that is made from the program: kinds with their parameters and model rules, keys of the tables."""

from collections.abc import Iterator

from shenyue.authoring.parameters import parameters
from shenyue.authoring.reference import KindHelp, kinds, template
from shenyue.authoring.table_keys import table_keys
from shenyue.checks import CHECKS
from shenyue.form import Form

BEGIN, END = "<!-- 以下由程序生成（make docs），请勿手改 -->", "<!-- 生成到此为止 -->"


def kinds_guide(forms: tuple[Form, ...]) -> str:
    """Markdown: a section for each kind for authors, a table of the others, the keys of every form table."""
    authors = [kind for kind in kinds().values() if kind.author]
    others = [kind for kind in kinds().values() if not kind.author]
    lines = ["## 八、检查方法", "", "| kind | 查什么 |", "|---|---|"]
    lines += [f"| [`{kind.name}`](#{kind.name}) | {kind.title} |" for kind in authors]
    for kind in authors:
        lines += ["", *_author(kind)]
    lines += ["", "## 附录一：表、行、栏的键", "", *_forms(forms)]
    lines += ["", "## 附录二：全国通用规则用的检查方法", ""]
    lines += ["区县一般不用它们写新规则，只在 `[override.规则编号.check]` 里改参数。", ""]
    for kind in others:
        lines += _other(kind)
    return "\n".join(lines) + "\n"


def _author(kind: KindHelp) -> Iterator[str]:
    yield from (f'<a id="{kind.name}"></a>', "", f"### `{kind.name}`　{kind.title}", "", kind.says, "")
    yield from ("| 参数 | 写什么 | 含义 |", "|---|---|---|")
    for one in parameters(CHECKS[kind.name].run):
        must = "（必填）" if one.required else ""
        yield f"| `{one.name}` | {one.written}{must} | {_cell(kind.parameters.get(one.name, ''))} |"
    values = "、".join(f"`{{{name}}}` {meaning}" for name, meaning in kind.values.items())
    yield from ("", f"message 和 suggestion 里可以写：{values}、`{{quote}}` 标出的原文。")
    if kind.variants:
        told = "、".join(f"`[variant.{name}]` {meaning}" for name, meaning in kind.variants.items())
        yield from ("", f"可以另写级别和文字的情形：{told}。")
    yield from ("", "样板（`shenyue rules new rule --kind " + kind.name + "` 写出的就是它）：", "")
    yield from ("```toml", template(kind.name).rstrip(), "```")


def _other(kind: KindHelp) -> Iterator[str]:
    yield f"- `{kind.name}`　{kind.title}：{kind.says}"
    for one in parameters(CHECKS[kind.name].run):
        yield f"  - `{one.name}`（{one.written}）：{kind.parameters.get(one.name, '')}"


def _forms(forms: tuple[Form, ...]) -> Iterator[str]:
    yield "规则里写单元格，用“表.行.栏”的键，如 `applications.new.total` 是表三“本年新收”一行的总计。"
    for form in reversed(forms):
        yield from ("", f"**{form.version} 年表式**", "", "| 表 | 行 | 栏 |", "|---|---|---|")
        for key, lines in table_keys(form).items():
            rows = "、".join(
                f"`{row}` {label}" if label else f"`{row}`（行组）" for row, label in lines.rows.items()
            )
            columns = "、".join(f"`{column}` {label}" for column, label in lines.columns.items())
            title = next(table.title for table in form.tables if table.key == key)
            yield f"| `{key}` {title} | {_cell(rows)} | {_cell(columns)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
