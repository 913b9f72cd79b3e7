"""Write docs/rules from the rule files; exit 1 where the pages were stale, so that a check of the tree fails."""

import sys
from pathlib import Path

from shenyue.output.rule_pages import index, page
from shenyue.rules import read_pack

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"


def wanted() -> dict[Path, str]:
    """Every page as it should be."""
    pack = read_pack("national")
    return {FOLDER / "README.md": index(pack)} | {FOLDER / f"{rule.id}.md": page(rule) for rule in pack.rules}


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
        print(f"docs/rules/{path.name} was stale")
    return 1 if stale or orphans else 0


if __name__ == "__main__":
    sys.exit(main())
