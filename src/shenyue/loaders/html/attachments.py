"""Pages that are no report themselves but lead to it: the file is attached."""

import regex

from shenyue.loaders.html.page import Page
from shenyue.loaders.laying import Laying
from shenyue.model import Unread
from shenyue.patterns import compiled

_FILE = compiled(r"\.(?:docx?|pdf|wps|ofd|rtf|xlsx?|zip|rar)(?:[?#].*)?$", regex.IGNORECASE)
_LITTLE = 200
"""Characters of an article that cannot be the report itself."""
_NAMED = 5
"""Attachments named in the message."""


def say_attachments(laying: Laying, page: Page) -> None:
    """Where the article holds little text and the page links to documents, say that the report is probably there."""
    if laying.position >= _LITTLE:
        return
    names = [
        "".join(str(text) for text in link.itertext()).strip() or link.get("href", "")
        for link in page.root.iter("a")
        if _FILE.search(link.get("href") or "")
    ]
    if names:
        listed = "、".join(f"“{name}”" for name in names[:_NAMED])
        laying.unread.append(
            Unread(
                "附件",
                f"网页正文很短，报告可能在附件 {listed} 中，请下载附件后打开",
                "正文之后",
                laying.position,
            )
        )
