"""`shenyue rules docs`: a page for each rule of a pack, Markdown and HTML."""

import sys
from argparse import Namespace
from pathlib import Path

from shenyue.cli import OK
from shenyue.cli.show import pack_of
from shenyue.errors import WrongUsage
from shenyue.output.rule_pages import index, page
from shenyue.output.web_page import web_page


def run(options: Namespace) -> int:
    """Write README (index) and a page a rule; what is there under these names is replaced."""
    pack = pack_of(options)
    texts = {"README": index(pack)} | {rule.id: page(rule) for rule in pack.rules}
    written = 0
    for name, text in texts.items():
        if options.format != "html":
            written += _write(options.folder / f"{name}.md", text)
        if options.format != "md":
            web_name = "index" if name == "README" else name
            written += _write(options.folder / f"{web_name}.html", web_page(text))
    sys.stdout.write(
        f"已把 {pack.id}（{pack.name}）的 {len(pack.rules)} 条规则写成 {written} 页，在 {options.folder}\n"
    )
    return OK


def _write(path: Path, text: str) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as reason:
        raise WrongUsage(f"说明页无法写入 {path}（{reason.strerror}），请检查文件夹是否可写。") from reason
    return 1
