"""The memo as JSON, contract `shenyue.memo/1` (docs/schema/shenyue.memo-1.json): for a district's own system."""

import json
from dataclasses import asdict
from pathlib import Path

from shenyue.errors import WrongUsage
from shenyue.memo.model import Memo

SCHEMA = "shenyue.memo/1"


def render(memo: Memo, template: Path | None = None) -> bytes:
    """UTF-8. Raises WrongUsage where a template is given: the layout is a contract."""
    if template is not None:
        raise WrongUsage("JSON 格式是固定的，不能用模板。")
    return (json.dumps(_document(memo), ensure_ascii=False, indent=1) + "\n").encode()


def _document(memo: Memo) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "title": memo.title,
        "addressee": memo.addressee,
        "office": memo.office,
        "reviewer": memo.reviewer,
        "date": memo.day,
        "include": memo.include,
        "opening": memo.opening,
        "conclusion": memo.conclusion,
        "lead": memo.lead or memo.none,
        "report": {
            "title": memo.report,
            "unit": memo.unit,
            "year": memo.year,
            "file": memo.file,
            "sha256": memo.sha256,
            "form": memo.form,
            "prior": memo.prior,
        },
        "pack": memo.pack,
        "chain": memo.chain,
        "program": memo.program,
        "checked": memo.checked,
        "decided": memo.decided,
        "items": [{"part": group.name} | asdict(item) for group in memo.groups for item in group.items],
        "annex": [{"name": one.name, "entries": list(map(asdict, one.entries))} for one in memo.annex],
    }
