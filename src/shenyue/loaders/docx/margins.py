"""What stands beside the text: footnotes and endnotes, laid at its end; page headers and footers, named if they say something."""

from shenyue.loaders.docx.body import Flow, Reading
from shenyue.loaders.docx.counting import Counting
from shenyue.loaders.docx.gathering import Gatherer
from shenyue.loaders.docx.names import W
from shenyue.loaders.docx.package import Package
from shenyue.loaders.docx.sinks import Outside
from shenyue.loaders.laying import Laying
from shenyue.model import Unread
from shenyue.patterns import compiled

_NOTES = {"footnotes": f"{W}footnote", "endnotes": f"{W}endnote"}
_PAGE_NUMBER = compiled(r"[\s\d\p{Pd}.·~/／|第页共,，()（）ivxIVX]*|(?i:page)\s*\d*\s*(?:of\s*\d*)?")
_MARGINS = {"header": "页眉", "footer": "页脚"}
_SHOWN = 20


def lay_notes(package: Package, main: str, reading: Reading, sink: Outside) -> None:
    """Lay the notes that the text refers to after the text, in the order of their references: footnotes, then endnotes."""
    for kind in _NOTES:
        wanted = dict.fromkeys(note.note_id for note in reading.notes if note.kind == kind)
        for part in package.related(main, kind) if wanted else ():
            _lay_part(package, part, kind, list(wanted), (reading, sink))


def _lay_part(
    package: Package, part: str, kind: str, wanted: list[str], into: tuple[Reading, Outside]
) -> None:
    root = package.root(part)
    if root is None:
        return
    reading, sink = into
    notes = {note.get(f"{W}id", ""): note for note in root.iterchildren(_NOTES[kind])}
    gatherer = Gatherer(root, reading.styles, reading.omitted)
    reading.laying.part = part
    for note_id in wanted:
        if note_id in notes:
            Flow(reading, gatherer, sink).lay(notes[note_id])


def unread_margins(package: Package, main: str, reading: Reading) -> list[Unread]:
    """Page headers and footers that say more than page numbers; each wording once."""
    found = dict[tuple[str, str], Unread]()
    for kind, name in _MARGINS.items():
        for part in package.related(main, kind):
            words = _words(package, part, reading)
            if not _PAGE_NUMBER.fullmatch(words):
                shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
                reason = f"不属于正文，未参加审阅（“{shown}”）"
                found[name, words] = Unread(name, reason, name, content=False)
    return list(found.values())


def _words(package: Package, part: str, reading: Reading) -> str:
    root = package.root(part)
    if root is None:
        return ""
    apart = Reading(Laying(part), reading.styles, Counting(reading.counting.numbering))
    Flow(apart, Gatherer(root, apart.styles, apart.omitted), Outside(apart.laying)).lay(root)
    return " ".join(apart.laying.since(0).split())
