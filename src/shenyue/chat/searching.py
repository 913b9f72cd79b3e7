"""Looking into the report's own text: for words, and for sentences that state a figure."""

from collections.abc import Iterator

from shenyue.chat.lexicon import lexicon
from shenyue.model import Paragraph, Span
from shenyue.patterns import compiled
from shenyue.report import Report

_AROUND = compiled(
    r"^(?:请|麻烦|帮我?|给我|看看|那么?|还有|关于|有关|涉及|一下|这个|这份|报告|全文|正文|原文|文中|文里|里面?|中|是|的|了|在|有|到|对|把|都|也|还|一?下|词|出现|提到|提及|和|过|我想|知道|问|:|：|“|”|\"|,|，|\s)+"
    r"|(?:这个?|那个?|这|那)?(?:块|方面|部分|词|字样|事儿?|情况|内容|两个字|三个字|四个字|关键词|句子|段落|地方|的|了|吗|么|呢|没有|没|不|过|在|呀|啊|吧|有|是|都|里|被|到|几|多少|哪|次|处|回|[?？。.!！，,：:“”\"\s])+$"
)
_SENTENCE = compiled(r"[^。；！？\n]+[。；！？]?")
_FIGURE = compiled(r"\d")
_CHANNELS = compiled(
    r"(?:多少|几)(?:次|人次|人|条|个|篇|期|场|名|份|项|件|处)?|(?:总)?(?:数量?|量)$|一共|总共|今年|全年|我们|他们|街道|单位|举办|组织|开展|发布|公开|推送|了"
)


def search_words(said: str) -> str:
    """What is looked for, once the words of searching are taken away; empty where nothing is left."""
    words = lexicon().words
    for name in ("search_strong", "search"):
        said = words[name].sub(" ", said)
    pieces = [_trimmed(piece) for piece in said.split()]
    return max(pieces, key=len, default="")


def _trimmed(piece: str) -> str:
    before = ""
    while piece != before:
        before = piece
        piece = _AROUND.sub("", piece)
    return piece


def places_of(report: Report, wanted: str) -> tuple[Span, ...]:
    """Where the words occur, letters of either case, in the order of the text."""
    text = report.document.text.lower()
    found: list[Span] = []
    start = text.find(wanted.lower()) if wanted else -1
    while start >= 0:
        found.append(Span(start, start + len(wanted)))
        start = text.find(wanted.lower(), start + len(wanted))
    return tuple(found)


def sentence_at(report: Report, span: Span) -> Span:
    """The sentence that holds a span; the block in a table."""
    for block in report.document.blocks:
        if block.span.start <= span.start < max(block.span.end, block.span.start + 1):
            if not isinstance(block, Paragraph):
                return span
            for match in _SENTENCE.finditer(report.document.text, block.span.start, block.span.end):
                if match.start() <= span.start < match.end():
                    return Span(match.start(), match.end())
    return span


def stated_sentences(report: Report, wanted: str) -> Iterator[Span]:
    """Sentences of the prose that have the words and a number."""
    wanted = _trimmed(_CHANNELS.sub("", wanted))
    if len(wanted) < 2:  # noqa: PLR2004 - a single character says nothing
        return
    seen: set[Span] = set()
    for span in places_of(report, wanted):
        sentence = sentence_at(report, span)
        if sentence not in seen and sentence != span and _FIGURE.search(report.document.quote(sentence)):
            seen.add(sentence)
            yield sentence
