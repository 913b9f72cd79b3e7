"""`shenyue rules docs`: a page for each rule of a pack, Markdown and HTML."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

from shenyue.cli import OK
from shenyue.cli.show import pack_of
from shenyue.output.rule_pages import index, page
from shenyue.output.web_page import web_page
from shenyue.writing import write_text


def run(options: Namespace) -> int:
    """Write README (index) and a page a rule; what is there under these names is replaced."""
    pack = pack_of(options)
    texts = {"README": index(pack)} | {rule.id: page(rule) for rule in pack.rules}
    files = dict(_files(options.folder, texts, options.format))
    for path, text in files.items():
        write_text(path, text)
    sys.stdout.write(
        f"已把 {pack.id}（{pack.name}）的 {len(pack.rules)} 条规则写成 {len(files)} 页，在 {options.folder}\n"
    )
    return OK


def _files(folder: Path, texts: Mapping[str, str], form: str) -> Iterator[tuple[Path, str]]:
    for name, text in texts.items():
        if form != "html":
            yield folder / f"{name}.md", text
        if form != "md":
            yield folder / f"{'index' if name == 'README' else name}.html", web_page(text)
