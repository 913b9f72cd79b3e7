"""What can be typed after `shenyue rules`."""

from argparse import ArgumentParser, _SubParsersAction
from pathlib import Path
from typing import TypeVar

from shenyue.cli.options import add_colour, add_folders, add_pack, call

_Actions = _SubParsersAction
"""What add_subparsers returns; argparse has no public name for it."""
_Parser = TypeVar("_Parser", bound=ArgumentParser)


def add_rules(actions: "_Actions[_Parser]") -> None:
    """Every command."""
    for add in (_list, _show, _check, _test, _try, _new, _diff, _coverage, _schema, _docs):
        add(actions)


def _list(actions: "_Actions[_Parser]") -> None:
    parser = actions.add_parser("list", help="列出规则", description="列出一个规则包里的全部规则。")
    add_pack(parser)
    parser.set_defaults(run=call("rules.listing", "run"))


def _show(actions: "_Actions[_Parser]") -> None:
    parser = actions.add_parser(
        "show",
        help="一条规则各项的实际值，以及由哪个文件哪一行设定",
        description="显示一条规则在某个规则包里各项的实际值，以及由哪个文件哪一行设定。",
    )
    parser.add_argument("rule", metavar="规则", help="规则编号，如 T311；T3 即所有以 T3 开头的规则")
    add_pack(parser)
    add_colour(parser)
    parser.set_defaults(run=call("rules.show", "run"))


def _check(actions: "_Actions[_Parser]") -> None:
    parser = actions.add_parser(
        "check",
        help="检查规则写得对不对",
        description="一次列出规则包里的全部错误（文件:行: 键），以及按写法不可能起作用的规则；工作文件夹里的 shenyue.toml 也一并检查。",
    )
    _folder(parser)
    add_folders(parser)
    parser.set_defaults(run=call("rules.checking", "run"))


def _test(actions: "_Actions[_Parser]") -> None:
    parser = actions.add_parser(
        "test",
        help="运行规则里的例子",
        description="运行规则里的全部例子，并列出没有任何例子或样本报告能让它指出问题的规则。",
    )
    _folder(parser)
    add_folders(parser)
    parser.set_defaults(run=call("rules.testing", "run"))


def _try(actions: "_Actions[_Parser]") -> None:
    parser = actions.add_parser(
        "try",
        help="在一份报告上试一条规则",
        description="在一份报告上试一条规则：会指出什么，读了哪些内容，台账怎样记。",
    )
    parser.add_argument("rule", metavar="规则", help="规则编号，或者规则文件（….toml）")
    parser.add_argument("file", type=Path, metavar="报告", help="报告文件")
    add_pack(parser)
    parser.set_defaults(run=call("rules.trying", "run"))


def _new(actions: "_Actions[_Parser]") -> None:
    parser = actions.add_parser(
        "new",
        help="新建规则或规则包",
        description="新建规则（new rule）或规则包（new pack）：没有写明的逐项询问，写出带注释的文件。",
    )
    parser.add_argument("what", choices=("rule", "pack"), metavar="rule|pack", help="规则或规则包")
    parser.add_argument(
        "--in",
        dest="folder",
        type=Path,
        metavar="文件夹",
        help="规则写进哪个规则包；规则包建在哪个文件夹下（默认 rules）",
    )
    parser.add_argument("--id", metavar="编号或名称", help="规则编号，如 Z901；规则包的名称，如 gansu/wuwei")
    parser.add_argument("--kind", metavar="检查方法", help="规则的检查方法，如 terms")
    parser.add_argument("--title", metavar="名称", help="规则名称；规则包的地名，如 武威市")
    parser.add_argument("--severity", metavar="级别", help="规则的级别：error、warning、info")
    parser.add_argument("--extends", metavar="规则包", help="上级规则包（默认 national）")
    parser.add_argument(
        "--place", action="append", default=[], metavar="地名", help="按报告标题选用时的地名，可重复"
    )
    parser.set_defaults(run=call("rules.new", "run"))


def _diff(actions: "_Actions[_Parser]") -> None:
    parser = actions.add_parser(
        "diff", help="两个规则包有什么不同", description="比较两个规则包实际生效的规则。"
    )
    parser.add_argument("left", metavar="规则包", help="名称、地名或文件夹，如 national")
    parser.add_argument("right", metavar="规则包", help="如 beijing/xicheng")
    add_folders(parser)
    parser.set_defaults(run=call("rules.diff", "run"))


def _coverage(actions: "_Actions[_Parser]") -> None:
    parser = actions.add_parser(
        "coverage",
        help="每条规则在例子和报告里起了多少作用",
        description="列出每条规则有多少例子、在多少份报告里核对过、指出过多少问题。",
    )
    parser.add_argument(
        "--reports", type=Path, metavar="文件夹", help="用哪些报告；不给则用程序自带的样本报告"
    )
    add_pack(parser)
    parser.set_defaults(run=call("rules.coverage", "run"))


def _schema(actions: "_Actions[_Parser]") -> None:
    parser = actions.add_parser(
        "schema",
        help="供编辑器用的 JSON Schema",
        description="输出规则文件（或 pack.toml）的 JSON Schema，编辑器据此提示和检查。",
    )
    parser.add_argument(
        "what",
        nargs="?",
        choices=("rule", "pack"),
        default="rule",
        metavar="rule|pack",
        help="规则文件（默认）或 pack.toml",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="文件", help="写入文件（UTF-8），不显示在屏幕上")
    parser.set_defaults(run=call("rules.schema", "run"))


def _docs(actions: "_Actions[_Parser]") -> None:
    parser = actions.add_parser(
        "docs", help="生成规则说明页", description="把一个规则包的规则写成说明页，每条一页。"
    )
    parser.add_argument("folder", type=Path, metavar="文件夹", help="写到哪个文件夹")
    parser.add_argument(
        "--format", choices=("md", "html", "both"), default="both", help="md、html，或两种都要（默认）"
    )
    add_pack(parser)
    parser.set_defaults(run=call("rules.pages", "run"))


def _folder(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="文件夹",
        help="一个规则包的文件夹，或者存放规则包的文件夹；不给则是全部规则包",
    )
