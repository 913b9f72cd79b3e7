"""`shenyue annotate REPORT.docx -o OUT.docx`: the unit's own file with the findings as comments."""

import sys
from argparse import Namespace
from datetime import datetime

from shenyue.annotate import Signature, annotated, target
from shenyue.cli import OK, UNREADABLE
from shenyue.cli.order import order_from
from shenyue.cli.overwriting import unless_there
from shenyue.decisions import Include
from shenyue.errors import UnreadableFile
from shenyue.review import open_review
from shenyue.settings import read_settings
from shenyue.store.keeping import recalled
from shenyue.writing import whole_file

_NOBODY = "审阅"


def annotate(options: Namespace) -> int:
    """Run the command; the exit code."""
    try:
        review = recalled(open_review(options.file, order_from(options)), options.store)
        path = target(review, options.output)
        unless_there(path, options.file, "批注", force=options.force)
        made = annotated(review, path, Include(options.include), _signature(options.reviewer))
    except UnreadableFile as reason:
        sys.stderr.write(f"{reason}\n")
        return UNREADABLE
    with whole_file(path) as out:
        out.write(made.content)
    if made.warning:
        sys.stderr.write(f"{made.warning}\n")
    homeless = f"，其中 {made.homeless} 处在正文中没有可标注的文字，集中写在标题处" if made.homeless else ""
    told = f"批注 {made.remarks} 处问题{homeless}" if made.remarks else "没有需要批注的问题，内容与原文相同"
    sys.stdout.write(f"已写入 {path}：{told}。\n")
    return OK


def _signature(reviewer: str | None) -> Signature:
    now = datetime.now().astimezone().replace(tzinfo=None)
    return Signature(reviewer or read_settings().reviewer or _NOBODY, now.isoformat(timespec="seconds"))
