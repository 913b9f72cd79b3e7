"""What can be typed: argparse in Chinese, and which function answers each command."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from shenyue import __version__
from shenyue.cli.complaints import dashed, in_chinese
from shenyue.cli.files import looks_like_files
from shenyue.cli.options import Command, add_colour, add_pack, call, named_path
from shenyue.cli.rules.arguments import add_rules
from shenyue.errors import WrongUsage


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """Argparse whose help and complaints are Chinese."""

    def __init__(self, **options) -> None:  # type: ignore[no-untyped-def]
        super().__init__(formatter_class=_Formatter, add_help=False, allow_abbrev=False, **options)
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(f"{in_chinese(message)}请用 {self.prog} --help 查看用法。")


def parse(words: Sequence[str]) -> tuple[Command, argparse.Namespace]:
    """The function to call and what was typed.

    Raises:
        WrongUsage: in one Chinese sentence.
    """
    parser = _Parser(
        prog="shenyue", description="审阅：政府信息公开工作年度报告合规审查助手。离线运行，不上传任何内容。"
    )
    parser.add_argument(
        "-V", "--version", action="version", version=f"shenyue {__version__}", help="显示版本"
    )
    commands = parser.add_subparsers(
        title="命令", metavar="命令", dest="command", required=True, parser_class=_Parser
    )
    for add in (
        _add_review,
        _add_check,
        _add_annotate,
        _add_memo,
        _add_ask,
        _add_text,
        _add_tables,
        _add_explain,
        _add_rules,
        _add_reviews,
        _add_baseline,
        _add_compare,
    ):
        add(commands)
    given = list(words)
    if not given or (given[0] not in commands.choices and _means_review(given[0])):
        given.insert(0, "review")
    try:
        options, unknown = parser.parse_known_args(given)
    except WrongUsage as reason:
        raise WrongUsage(f"{reason}{dashed(given)}") from reason
    if unknown:
        asked = " ".join(filter(None, ("shenyue", options.command, getattr(options, "action", None))))
        raise WrongUsage(f"不认识的参数 {' '.join(unknown)}。请用 {asked} --help 查看用法。{dashed(unknown)}")
    return options.run, options


def _count(word: str) -> int:
    number = int(word)
    if number < 1:
        raise ValueError
    return number


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for what add_subparsers returns


def _means_review(word: str) -> bool:
    """A file, or an option that only the review has; anything else is a mistyped command."""
    if word.startswith("-"):
        return word not in {"-h", "--help", "-V", "--version"}
    return looks_like_files(word)


def _add_review(commands: "_Commands[_Parser]") -> None:
    parser = commands.add_parser(
        "review",
        help="打开审阅界面（可省略：shenyue 文件…）",
        description="打开审阅界面，逐条处理问题。没有终端时列出问题。",
    )
    parser.add_argument(
        "files", nargs="*", type=named_path, metavar="文件", help="报告文件；不给则从最近的里选"
    )
    parser.add_argument("--screenshot", type=named_path, metavar="文件.svg", help="把界面画成 SVG 图后退出")
    parser.add_argument(
        "--press", default="", metavar="按键", help="画图之前依次按下的键，以空格分开，如“n n e”"
    )
    parser.add_argument("--size", default="140x45", metavar="列x行", help="图的大小（默认 140x45）")
    _add_store(parser)
    parser.add_argument("--reviewer", default="", metavar="姓名", help="审阅人（默认按设置，再按登录名）")
    parser.add_argument(
        "--against", metavar="原稿", help="与这一稿对照：报告文件，或 shenyue reviews list 列出的序号"
    )
    add_pack(parser)
    parser.set_defaults(run=call("review", "review"))


def _add_check(commands: "_Commands[_Parser]") -> None:
    parser = commands.add_parser("check", help="审查报告，列出问题", description="审查一份或多份报告。")
    _add_files(parser)
    parser.add_argument(
        "--format", choices=("text", "json", "sarif", "junit"), default="text", help="输出格式（默认 text）"
    )
    parser.add_argument(
        "--fail-on", choices=("error", "warning", "info", "never"), default="error",
        help="有这一级或更高的问题时退出码为 1（默认 error）",
    )  # fmt: skip
    parser.add_argument(
        "--select",
        action="append",
        default=[],
        metavar="规则",
        help="只用这些规则，如 T311 或 T3，可用逗号分隔",
    )
    parser.add_argument("--ignore", action="append", default=[], metavar="规则", help="不用这些规则")
    parser.add_argument(
        "--prior",
        type=named_path,
        metavar="上年报告",
        help="上年报告的文件，或存放上年各单位报告的文件夹（按单位和年份找出）",
    )
    parser.add_argument("--decisions", action="store_true", help="带上保存的处理意见（不给则与保存的无关）")
    _add_store(parser, "从这个文件带上保存的处理意见")
    parser.add_argument("-o", "--output", type=named_path, metavar="文件", help="写入文件，不显示在屏幕上")
    parser.add_argument("--jobs", type=_count, metavar="个数", help="文件多时用几个进程（默认按处理器数）")
    parser.add_argument("--profile", action="store_true", help="显示每条规则用了多少时间")
    parser.add_argument("--ledger", action="store_true", help="列出完整的核对台账")
    parser.add_argument(
        "--show-waived", action="store_true", help="列出按放过清单（shenyue.toml）和基线不计的问题"
    )
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="颜色（默认只在终端上用）"
    )
    add_pack(parser)
    parser.set_defaults(run=call("check", "check"))


def _add_annotate(commands: "_Commands[_Parser]") -> None:
    parser = commands.add_parser(
        "annotate",
        help="把问题写成 Word 批注",
        description="把问题逐条写成批注，放在报告原文件的副本里；不是 Word 的报告写成带边注的网页。",
    )
    parser.add_argument("file", type=named_path, metavar="文件", help="报告文件")
    parser.add_argument(
        "-o", "--output", type=named_path, metavar="文件", help="写入的文件（默认在报告旁边，名称加“-批注”）"
    )
    parser.add_argument(
        "--include", choices=("all", "confirmed", "open"), default="all",
        help="批注哪些问题：all 除不成立以外的（默认）、confirmed 已确认的、open 未处理和待核实的",
    )  # fmt: skip
    parser.add_argument("--reviewer", metavar="姓名", help="批注的作者（默认按设置里的 reviewer）")
    parser.add_argument("--force", action="store_true", help="输出文件已有时覆盖")
    _add_store(parser)
    add_pack(parser)
    parser.set_defaults(run=call("annotate", "annotate"))


def _add_ask(commands: "_Commands[_Parser]") -> None:
    parser = commands.add_parser(
        "ask", help="就一份报告提一个问题", description="就一份报告提一个问题，只根据审阅结果回答。"
    )
    parser.add_argument("file", type=named_path, metavar="文件", help="报告文件")
    parser.add_argument("question", metavar="问题", help="例如“表三为什么不平？”")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出格式（默认 text）")
    _add_store(parser)
    add_pack(parser)
    parser.set_defaults(run=call("ask", "ask"))


def _add_memo(commands: "_Commands[_Parser]") -> None:
    parser = commands.add_parser(
        "memo", help="写出审核意见", description="写出可以发给单位的审核意见（docx md html xlsx txt json）。"
    )
    parser.add_argument(
        "files", nargs="*", type=named_path, metavar="文件", help="报告文件，或存放报告的文件夹"
    )
    parser.add_argument(
        "-o",
        "--output",
        type=named_path,
        metavar="文件",
        help="写到哪个文件，或已有的文件夹（多份报告时）；不给则把文字显示在屏幕上",
    )
    parser.add_argument(
        "--format", choices=("docx", "md", "html", "xlsx", "txt", "json"), help="格式（默认看 -o 的扩展名）"
    )
    parser.add_argument(
        "--include",
        choices=("confirmed", "all", "open"),
        default="confirmed",
        help="列出哪些问题：confirmed 已确认的（默认），all 除不成立以外的，open 未处理和待核实的",
    )
    parser.add_argument("--conclusion", default="", metavar="结论", help="审核结论（默认按已确认的问题得出）")
    parser.add_argument(
        "--reviewer", default="", metavar="姓名", help="审核人（默认按设置，再按处理意见的记录）"
    )
    parser.add_argument(
        "--template", type=named_path, metavar="文件", help="换用自己的模板（docx md html txt）"
    )
    parser.add_argument("--check-template", type=named_path, metavar="文件", help="只检查一份模板能不能用")
    parser.add_argument(
        "--write-template", type=named_path, metavar="文件", help="只写出自带的模板，供照着修改"
    )
    parser.add_argument("--force", action="store_true", help="文件已经有了也写，不再询问")
    _add_store(parser)
    add_pack(parser)
    parser.set_defaults(run=call("memo", "memo"))


def _add_text(commands: "_Commands[_Parser]") -> None:
    parser = commands.add_parser(
        "text", help="显示读到的文字", description="显示读到的文字，即各处位置所指的文稿。"
    )
    _add_files(parser)
    parser.set_defaults(run=call("show", "text"))


def _add_tables(commands: "_Commands[_Parser]") -> None:
    parser = commands.add_parser("tables", help="显示识别出的表格数据", description="显示识别出的各表数据。")
    _add_files(parser)
    parser.add_argument("--csv", action="store_true", help="输出 CSV（表,行,列,数值,原文）")
    add_pack(parser)
    parser.set_defaults(run=call("show", "tables"))


def _add_explain(commands: "_Commands[_Parser]") -> None:
    parser = commands.add_parser(
        "explain", help="说明一条规则", description="说明一条规则：查什么、依据、例子。"
    )
    parser.add_argument("rule", metavar="规则", help="规则编号，如 T311；T3 即所有以 T3 开头的规则")
    add_colour(parser)
    add_pack(parser)
    parser.set_defaults(run=call("show", "explain"))


def _add_rules(commands: "_Commands[_Parser]") -> None:
    parser = commands.add_parser("rules", help="查看、编写、检查规则", description="查看、编写、检查规则。")
    actions = parser.add_subparsers(
        title="命令", metavar="命令", dest="action", required=True, parser_class=_Parser
    )
    add_rules(actions)


def _add_compare(commands: "_Commands[_Parser]") -> None:
    parser = commands.add_parser(
        "compare",
        help="对照修改稿与原稿",
        description="对照修改稿与原稿：原来的问题改了没有，有没有新的问题，还改了哪些数字和文字。",
    )
    parser.add_argument(
        "old", metavar="原稿", help="报告文件，或 shenyue reviews list 列出的序号（文件已不在时）"
    )
    parser.add_argument("new", type=named_path, metavar="修改稿", help="报告文件")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出格式（默认 text）")
    parser.add_argument(
        "--fail-on", choices=("error", "warning", "info", "never"), default="error",
        help="有这一级或更高的问题未改、新出现或无法确认时退出码为 1（默认 error）",
    )  # fmt: skip
    parser.add_argument(
        "--carry", action="store_true", help="依据没有变化的，把对原稿的处理意见保存为对修改稿的"
    )
    parser.add_argument(
        "--reviewer", default="", metavar="姓名", help="沿用时的审阅人（默认按设置，再按登录名）"
    )
    _add_store(parser)
    add_colour(parser)
    add_pack(parser)
    parser.set_defaults(run=call("compare", "run"))


def _add_reviews(commands: "_Commands[_Parser]") -> None:
    parser = commands.add_parser(
        "reviews", help="管理保存的审阅记录", description="查看、删除、导出、导入、核验保存的审阅记录。"
    )
    actions = parser.add_subparsers(
        title="命令", metavar="命令", dest="action", required=True, parser_class=_Parser
    )

    def action(name: str, function: str, what: str) -> _Parser:
        one: _Parser = actions.add_parser(name, help=what, description=f"{what}。")
        _add_store(one)
        one.set_defaults(run=call("reviews", function))
        return one

    listing = action("list", "listed", "列出保存的审阅，最近的在前")
    listing.add_argument("--unit", metavar="单位", help="只列名称里有这些字的单位")
    listing.add_argument("--year", type=int, metavar="年份", help="只列这一年度的报告")
    showing = action("show", "show", "显示一份审阅的全部处理记录")
    deleting = action("delete", "delete", "删除一份审阅（先询问）")
    exporting = action("export", "export", "把一份审阅导出为一个文件")
    for one in (showing, deleting, exporting):
        one.add_argument("review", metavar="审阅", help="list 列出的序号、报告文件或其 sha256 的开头")
    for one in (listing, showing):
        one.add_argument("--format", choices=("text", "json"), default="text", help="输出格式（默认 text）")
    exporting.add_argument("-o", "--output", type=named_path, metavar="文件", help="写入文件，不显示在屏幕上")
    deleting.add_argument("--yes", action="store_true", help="不询问，直接删除")
    exporting.add_argument("--force", action="store_true", help="文件已经有了也写")
    importing = action("import", "import_", "收入导出的审阅文件")
    importing.add_argument(
        "files", nargs="+", type=named_path, metavar="文件", help="shenyue reviews export 写的文件"
    )
    proving = action("verify", "verify", "核验处理记录没有被改动（哈希链）")
    proving.add_argument("reviews", nargs="*", metavar="审阅", help="只核验这些；不给则核验全部")
    proving.add_argument("--head", metavar="链头", help="审核意见上印的链头：它是哪一条记录之后的状态")


def _add_store(
    parser: argparse.ArgumentParser, what: str = "审阅记录存放的文件；不给则用设置里的，再用默认位置"
) -> None:
    parser.add_argument("--store", type=named_path, metavar="文件", help=what)


def _add_baseline(commands: "_Commands[_Parser]") -> None:
    parser = commands.add_parser(
        "baseline",
        help="把现有的问题记为基线，以后只报新的",
        description="新规则用于旧报告时，把现有的问题记入 shenyue-baseline.json（放在报告的文件夹里），以后审查只报新出现的。",
    )
    actions = parser.add_subparsers(
        title="命令", metavar="命令", dest="action", required=True, parser_class=_Parser
    )
    for name, told in (
        ("create", "建立基线：记下这些报告现有的全部问题（可用 --select 只记某些规则的）"),
        ("update", "更新基线：去掉已不再出现的；写明 --select 的，加记这些规则现有的问题"),
    ):
        action = actions.add_parser(name, help=told, description=told + "。")
        _add_files(action)
        action.add_argument(
            "--select", action="append", default=[], metavar="规则", help="只用这些规则，如 T311 或 T3"
        )
        action.add_argument("--ignore", action="append", default=[], metavar="规则", help="不用这些规则")
        action.add_argument(
            "--output", type=named_path, metavar="文件夹", help="基线放在哪个文件夹（默认为报告所在的文件夹）"
        )
        action.add_argument("--force", action="store_true", help="已有基线时重新建立")
        add_pack(action)
        action.set_defaults(run=call("baseline", name))


def _add_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", type=named_path, metavar="文件", help="报告文件（.docx .html .txt）"
    )
