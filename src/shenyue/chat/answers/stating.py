"""What the prose states beside the tables: a number of something, whether something is written, who signed and when."""

from collections.abc import Iterator

from shenyue.chat.lexicon import lexicon
from shenyue.chat.questions import Question
from shenyue.chat.replies import Citation, Intent, Reply, Situation
from shenyue.model import Span
from shenyue.output.spot import spot
from shenyue.patterns import compiled
from shenyue.report import Report

_MOST = 3
"""Sentences that are quoted."""
_NEAR = 16
"""Characters between a thing and its number."""
_PART = 2
"""Characters of a word."""
_COUNTED = "件份条篇场次户人个期名项例宗起处家块元页册批套台间"
_MEASURES = f"{_COUNTED}天岁成倍种类字分年月"
"""What things are counted in."""
_ALIKE = ("名个位人", "件宗起份", "场次期", "元钱")
"""Measures that are said for one another."""
_ASKED = compiled(rf"(?:多少|(?<!哪)几)(?P<measure>人次|万元|万?[{_MEASURES}钱万])?")
_WRITTEN = compiled(
    r"(?:写|提|说|交代|列)(?:到|了|出来?|过|清)*(?:没有?|吗|么)[?？]?$|^有没有(?:写|提|说|交代|列)(?:到|了|出)?|(?:有没有|是否|是不是)(?:都)?(?:写|提|说|交代)(?:到|了|出)?|写没写|^写了.+(?:吗|没有?)[?？]?$"
)
_WHETHER_WRITTEN = compiled(
    r"^(?:报告里?|正文里?|里面?)?(?:有没有|是否|是不是)?(?:写没写|写(?:了|到|过)?)(?!什么|啥|的).+"
)
_FORM = compiled(
    r"一共|总共|共计|全年|今年|本年度?|年内|当年|这一年|请问|我们|他们|本?街道|本?单位|报告里?|正文里?|这份|里面|开展|举办|召开|组织|"
    r"(?:写|提|说|交代|列)(?:到|了|出来?|过|清)*(?:没有?|吗|么)?|有没有|是否|是不是|写没写|(?:发|做|办|搞|写|收|用|(?<!公)开)(?:了|过|出)*(?= |$)|(?:发|做|办|搞|写|收|用|(?<!公)开)(?:了|过|出)+|"
    r"[的了是呢吗吧啊和与被都还到里?？]|有(?![效关限])|(?<!通)过|(?<!公)共(?![享同])|(?<!存)在"
)  # fmt: skip
"""What a question has beside the thing that it asks for."""
_WORD = compiled(r"\p{Han}+|[a-z0-9]+")
_SENTENCE = compiled(r"[^。；！？\n]+[。；！？]?")
_DIGITS = r"\d〇零一二三四五六七八九十百千两"
_NUMBER = rf"(?:\d[\d,.]*|[{_DIGITS}]+)(?:余|多)?[万亿]?(?:余|多)?"
_OTHER_TIME = compiled(
    r"[去前往]年|上一?年|[\d一二三四五六七八九十]月|季度|半年|[市区省县]里|每|实际|真[正实]|到底"
)
"""Another time or place than the report is of, or what is behind it."""
_OUT_OF_REACH = frozenset(
    f"word.far_{one}"
    for one in (
        "years", "last_year", "units", "whole", "causes", "blame", "truth", "people", "names", "contact", "grades",
        "law_text", "rewriting", "writing", "acts", "other_report", "own_affairs", "month", "program", "define", "cases_asked", "facts", "wonder",
    )
)  # fmt: skip
"""Word classes of what no sentence of this report answers."""


def stated(question: Question, situation: Situation) -> Reply | None:
    """The sentences in which the very things asked for stand together, with a number of their kind where how many is asked; None where none does."""
    report, said = situation.review.report, question.said
    asked, written = _ASKED.search(said), _WRITTEN.search(said)
    if not (asked or written) or question.features & _OUT_OF_REACH or _of_other_year(report, said):
        return None
    words = _WORD.findall(_FORM.sub(" ", _ASKED.sub(" ", said)))
    things = [one for one in words if len(one) >= _PART]
    if not things:
        return None
    measure = (asked["measure"] or "") if asked else None
    spans = [one for one in _sentences(report) if _says(report.document.quote(one), words, measure)]
    if not spans:
        return _not_written(things[0], situation) if written and not asked and len(things) == 1 else None
    lines = [
        f"{spot(report, one.start, gap='')}：“{report.document.quote(one).strip()}”" for one in spans[:_MOST]
    ]
    head = "正文这样写：" if measure is None else "统计表里没有这一项，正文这样写："
    intent = Intent.SEARCH_TEXT if measure is None else Intent.REPORT_FIGURE
    return Reply(
        intent, "\n".join([head, *lines]), situation, tuple(Citation(span=one) for one in spans[:_MOST])
    )


def written(question: Question, situation: Situation) -> Reply | None:
    """写没写改进措施, where it is written and no finding is of it."""
    of_it = any(one.rule in question.slots.called for one in situation.review.findings)
    if of_it or not (_WHETHER_WRITTEN.search(question.said) and _WRITTEN.search(question.said)):
        return None
    reply = stated(question, situation)
    return reply if reply and reply.cites else None


def _not_written(thing: str, situation: Situation) -> Reply:
    text = f"正文里没有找到写有“{thing}”的句子，也可能换了说法。"
    return Reply(Intent.SEARCH_TEXT, text, situation, offers=("报告有哪几部分",))


def _of_other_year(report: Report, said: str) -> bool:
    return _OTHER_TIME.search(said) is not None or any(
        match[0] != str(report.year) for match in compiled(r"(?:19|20)\d\d").finditer(said)
    )


def _sentences(report: Report) -> Iterator[Span]:
    for block in report.document.paragraphs():
        if report.table_at(block.span.start) is None:
            for match in _SENTENCE.finditer(report.document.text, block.span.start, block.span.end):
                yield Span(*match.span())


def _says(sentence: str, words: list[str], measure: str | None) -> bool:
    """Whether a sentence has every word, and next to one of them a number of the measure asked for."""
    text = sentence.lower()
    places = [_place(text, one) for one in words]
    if any(one is None for one in places):
        return False
    return measure is None or any(
        _numbered(text, *one, measure) for one in places if one and one[1] - one[0] >= _PART
    )


def _place(text: str, thing: str) -> tuple[int, int] | None:
    """Where a thing stands as one word, or its two halves near each other (网络提交: 网络渠道提交)."""
    at = text.find(thing)
    if at >= 0:
        return at, at + len(thing)
    for cut in range(_PART, len(thing) - _PART + 1):
        match = compiled(rf"(?:{thing[:cut]})[^，,。；、]{{0,6}}(?:{thing[cut:]})").search(text)
        if match:
            return match.span()
    return None


def _numbered(text: str, start: int, end: int, measure: str) -> bool:
    """Whether a number stands next to a thing, in its own clause: 解读83篇, 12场新闻发布会."""
    alike = next((one for one in _ALIKE if measure and measure in one), "")
    unit = f"[{alike}](?!次)" if alike else measure or f"(?:人次|万元|[{_COUNTED}])"
    after = compiled(rf"[^0-9，,。；、]{{0,{_NEAR}}}?(?<![{_DIGITS}第年月.]){_NUMBER}{unit}").match(text, end)
    before = compiled(rf"(?<![{_DIGITS}第年月.]){_NUMBER}{unit}[^0-9，,。；、]{{0,4}}$").search(text[:start])
    return bool(after or before)


def signed(question: Question, situation: Situation) -> Reply | None:
    """落款是哪天, 报告日期, 报告有没有落款: what the report bears at its end, and when it was published."""
    if not lexicon().apart["signed"].search(question.said):
        return None
    dates, quote = situation.review.report.dates, situation.review.report.document.quote
    found = [
        (name, one.span)
        for name, one in (
            ("落款单位", dates.signing_unit),
            ("落款日期", dates.signed),
            ("发布日期", dates.published),
        )
        if one and one.span
    ]
    report = situation.review.report
    lines = [
        f"{name}：{' '.join(quote(span).split())}（{spot(report, span.start, gap='')}）"
        for name, span in found
    ]
    if dates.published and not dates.published.span:
        lines.append(f"发布日期：{dates.published.earliest.isoformat()}（网页所注）")
    if not dates.signed:
        lines.append("没有找到落款日期。")
    if not dates.signing_unit:
        lines.append("没有找到落款单位。")
    return Reply(
        Intent.REPORT_FIGURE, "\n".join(lines), situation, tuple(Citation(span=span) for _, span in found)
    )
