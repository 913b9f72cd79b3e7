"""Where the report speaks of something, and what parts it has."""

from shenyue.chat.phrases import part_name
from shenyue.chat.questions import Question
from shenyue.chat.replies import Citation, Intent, Reply, Situation
from shenyue.chat.searching import places_of, search_words, sentence_at
from shenyue.model import Span
from shenyue.output.spot import spot
from shenyue.report import Report, Section

_MOST = 10
_AROUND = 18


def search_text(question: Question, situation: Situation) -> Reply:
    """Every place that has the words, with what stands around them."""
    wanted = question.slots.quoted or (search_words(question.said),)
    if not any(wanted):
        return Reply(Intent.SEARCH_TEXT, "要查找什么词？例如“哪里提到微信公众号”。", situation)
    report = situation.review.report
    found = {word: places_of(report, word) for word in wanted if word}
    text = "\n".join(_told(report, word, spans) for word, spans in found.items())
    cites = tuple(Citation(span=span) for spans in found.values() for span in spans)
    return Reply(Intent.SEARCH_TEXT, text, situation, cites)


def _told(report: Report, word: str, spans: tuple[Span, ...]) -> str:
    if not spans:
        return f"报告里没有出现“{word}”。"
    lines = [f"“{word}”出现 {len(spans)} 次："]
    lines += [_line(report, span) for span in spans[:_MOST]]
    if len(spans) > _MOST:
        lines.append(f"……另有 {len(spans) - _MOST} 处。")
    return "\n".join(lines)


def _line(report: Report, span: Span) -> str:
    document = report.document
    sentence = sentence_at(report, span)
    start, end = max(sentence.start, span.start - _AROUND), min(sentence.end, span.end + _AROUND)
    around = " ".join(document.text[start:end].split())
    before, after = "…" * (start > sentence.start), "…" * (end < sentence.end)
    part = part_name(report.section_at(span.start).part)
    return f"{part}{spot(report, span.start, gap='')}：{before}{around}{after}"


def list_sections(_question: Question, situation: Situation) -> Reply:
    """The parts with the headings below them, and the tables."""
    report = situation.review.report
    lines = [line for section in report.sections for line in _section(report, section)]
    tables = "、".join(dict.fromkeys(table.title for table in report.tables.values())) or "没有读到"
    missing = (
        [part.title for part in report.form.parts if not report.parts(part.number)] if report.form else []
    )
    lines.append(f"统计表：{tables}")
    lines += [f"没有找到：{'、'.join(missing)}"] if missing else []
    cites = tuple(Citation(span=one.heading.span) for one in report.sections if one.heading)
    cites += tuple(Citation(span=table.span) for table in report.tables.values())
    return Reply(Intent.LIST_SECTIONS, "\n".join(lines), situation, cites, offers=("看看第三部分",))


def _section(report: Report, section: Section) -> list[str]:
    if section.heading is None:
        return []
    quote = report.document.quote
    inner = [f"　　{' '.join(quote(one.span).split())}" for one in section.headings]
    return [" ".join(quote(section.heading.span).split()), *inner]
