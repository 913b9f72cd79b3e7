"""Write docs/rules and the generated part of the authors' guide; exit 1 where they were stale, so that a check of the tree fails."""

import sys
from pathlib import Path

from shenyue.output.kinds_guide import BEGIN, END, kinds_guide
from shenyue.output.rule_pages import index, page
from shenyue.rules import read_pack

DOCS = Path(__file__).resolve().parent.parent / "docs"
FOLDER = DOCS / "rules"
GUIDE = DOCS / "规则编写指南.md"


def wanted() -> dict[Path, str]:
    """Every page as it should be."""
    pack = read_pack("national")
    written, _, rest = GUIDE.read_text("utf-8").partition(BEGIN)
    guide = f"{written}{BEGIN}\n\n{kinds_guide(pack.forms)}\n{END}{rest.partition(END)[2]}"
    pages = {FOLDER / f"{rule.id}.md": page(rule) for rule in pack.rules}
    return {FOLDER / "README.md": index(pack), GUIDE: guide} | pages


def main() -> int:
    """Bring the folder in step; 1 where it was not."""
    pages = wanted()
    stale = [path for path, text in pages.items() if not path.exists() or path.read_text("utf-8") != text]
    orphans = [path for path in FOLDER.glob("*.md") if path not in pages]
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in stale:
        path.write_text(pages[path], "utf-8")
    for path in orphans:
        path.unlink()
    for path in (*stale, *orphans):
        print(f"{path.relative_to(DOCS.parent)} was stale")
    return 1 if stale or orphans else 0


if __name__ == "__main__":
    sys.exit(main())
