"""Documents cited wrongly: withdrawn for the year, number of another document, an article that does not exist (L508)."""

from collections.abc import Iterator, Mapping, Sequence
from unicodedata import normalize

import regex

from shenyue.checks.language.expressions import TOO_SLOW, TooSlow, complaint, expression, search
from shenyue.checks.language.wording_text import wording_text
from shenyue.chinese.numerals import read_integer
from shenyue.chinese.ordinals import write_ordinal
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report

CITATIONS_VALUES = frozenset({"cited", "title", "right", "years", "count", "article"})
CITATIONS_VARIANTS = frozenset({"years", "article", "basis", "writing", "title"})
_NUMBER = compiled(
    r"(?P<office>[国中][\p{Han}]{1,7}?)\s*(?P<open>[〔\[［（(【])\s*(?P<year>(?:19|20)\d{2})\s*[〕\]］）)】]\s*"
    r"(?P<padded>第|0*)(?P<serial>\d{1,4})\s*号|(?P<order>(?:国务院|国)令)\s*[（(〔\[]?(?:第)?\s*(?P<decree>\d{1,4})\s*号"
)
_TITLED = compiled(r"《(?P<title>[^《》\n]{4,80}(?:《[^《》\n]*》[^《》\n]*)?)》\s*[（(〔\[]?\s*\Z")
_ARTICLES = compiled(
    r"《(?P<title>[^《》\n]{2,40})》[）)]?(?:[（(][^（）()\n]{0,40}[）)])?(?:的|中|之)?\s*"
    r"(?P<articles>第[一二三四五六七八九十百零\d]+条(?:[^。；\n]{0,12}?第[一二三四五六七八九十百零\d]+条)*)"
)
_ARTICLE = compiled(r"第([一二三四五六七八九十百零\d]+)条")
_SHORT_NAME = compiled(
    r"《(?P<title>[^《》\n]{4,60})》\s*[（(][^（）()\n]{0,20}简称[:：]?[“‘《]*(?P<short>[^”’》（）()\n]{2,20})[”’》]*[）)]"
)
_COMPILED = compiled(r"[^。；\n]{0,40}?(?:编制|编写|撰写|制作|形成)[^。；\n]{0,12}(?:报告|年报)")
_NORMAL_BRACKET = "〔"
_PAST = compiled(r"施行期间|废止|失效|历史|替代|停止|不再|以前|此前|当时|旧|原")
"""A word on a document that is no longer in force is right."""
_FAR = 40


def citations(
    report: Report,
    *,
    documents: tuple[Mapping[str, str], ...],
    misnamed: tuple[str, ...] = (),
    articles: Mapping[str, int],
    report_articles: Mapping[str, tuple[int, ...]] = {},
) -> Iterator[Outcome]:
    """Titles, numbers, years and articles of cited documents are right, as far as the rule knows the documents.

    `documents`: `title` (or its distinctive part; several with |), `number` (as printed, 〔〕), and where its use is bound to report years
    `from`, `to`. `misnamed`: entries `/wrong/ → right` of titles, as in `terms`. `articles`: how many articles an act has, by the distinctive part of its title. `report_articles`: which of
    them an annual report is based on.
    """
    read = wording_text(report)
    names = _short_names(read.text)
    try:
        wrong_titles = list(_misnamed(read.text, misnamed))
    except TooSlow:
        yield Unchecked("titles", TOO_SLOW)
        return
    hits = [
        *_numbers(report, read.text, documents),
        *_of_articles(read.text, articles, report_articles, names),
    ]
    hits += [*_untitled_years(report, read.text, documents), *wrong_titles]
    yield from hits
    if report.year is None and any("from" in one or "to" in one for one in documents):
        yield Unchecked("years", "看不出报告年份，不能判断所引文件是否适用")
    if not hits:
        yield Passed("citations")


def citation_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the documents and titles of a rule: parameter and sentence."""
    documents = parameters.get("documents", ())
    for number, document in enumerate(documents if isinstance(documents, tuple) else ()):
        for key in ("title", "number"):
            if key not in document:
                yield f"documents.{number}", f"缺少 {key}。"
        for key in ("from", "to"):
            if not document.get(key, "0").isdigit():
                yield f"documents.{number}", f'{key} 应为加引号的年份，如 "2021"。'
    titles = parameters.get("misnamed", ())
    for number, entry in enumerate(titles if isinstance(titles, tuple) else ()):
        wrong, _, right = str(entry).partition("→")
        if sentence := complaint(wrong.strip().strip("/")) or (
            "" if right.strip() else "应写成“/错的/ → 对的”。"
        ):
            yield f"misnamed.{number}", f"{entry}：{sentence}"


def _numbers(report: Report, text: str, documents: Sequence[Mapping[str, str]]) -> Iterator[Hit]:
    for match in _NUMBER.finditer(text):
        number = _standard(match)
        span = Span(*match.span())
        known = next((one for one in documents if one["number"] == number), None)
        titled = _TITLED.search(text, max(0, match.start() - 120), match.start())
        title = titled["title"] if titled else ""
        named = _document_of(title, documents)
        values = {"cited": match[0], "title": title, "right": "", "years": "", "count": "", "article": ""}
        if named is not None and named["number"] != number:
            yield Hit(
                Span(_title_start(titled), span.end), values | {"right": named["number"]}, name="citations"
            )
        elif known is not None and _out_of_years(report, known):
            if _PAST.search(_clause(text, span)):
                continue
            years = _years(known)
            yield Hit(span, values | {"years": years}, variant="years", name="citations")
        elif known is not None and title and named is None:
            right = f"《{known['title'].split('|')[0]}》"
            yield Hit(
                Span(_title_start(titled), span.end),
                values | {"right": right},
                certain=False,
                name="citations",
            )
        elif not _is_standard(match):
            yield Hit(span, values | {"right": number}, variant="writing", name="citations")


def _clause(text: str, span: Span) -> str:
    before = compiled(r"[，。；\n]").split(text[max(0, span.start - _FAR) : span.start])[-1]
    return before + compiled(r"[，。；\n]").split(text[span.start : span.end + _FAR])[0]


def _title_start(titled: regex.Match[str] | None) -> int:
    return titled.start() if titled else 0


def _standard(match: regex.Match[str]) -> str:
    """The number as GB/T 9704 writes it: 国办函〔2020〕109号, 国务院令第711号."""
    if match["order"]:
        return f"国务院令第{match['decree']}号"
    return f"{match['office']}〔{match['year']}〕{int(match['serial'])}号"


def _is_standard(match: regex.Match[str]) -> bool:
    return bool(match["order"]) or (match["open"] == _NORMAL_BRACKET and not match["padded"])


def _document_of(title: str, documents: Sequence[Mapping[str, str]]) -> Mapping[str, str] | None:
    """The known document that a title names; the one with the longest part in it."""
    folded = _fold(title)
    fitting = [(len(part), one) for one in documents for part in one["title"].split("|") if part in folded]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _fold(title: str) -> str:
    return "".join(normalize("NFKC", title).split()).translate(dict.fromkeys(map(ord, '《》〈〉<>“”"'), None))


def _out_of_years(report: Report, document: Mapping[str, str]) -> bool:
    first, last = int(document.get("from", "0")), int(document.get("to", "9999"))
    return report.year is not None and not first <= report.year <= last


def _years(document: Mapping[str, str]) -> str:
    first, last = document.get("from", ""), document.get("to", "")
    if first and last:
        return f"{first}—{last}年度"
    return f"{first}年度及以后" if first else f"{last}年度及以前"


def _untitled_years(report: Report, text: str, documents: Sequence[Mapping[str, str]]) -> Iterator[Hit]:
    """Documents cited by title alone that are not in force for the report's year."""
    for match in compiled(r"《([^《》\n]{4,80})》(?!\s*[（(〔\[][^）)\n]*号)").finditer(text):
        named = _document_of(match[1], documents)
        if named is not None and "to" in named and _out_of_years(report, named):
            values = {"cited": match[0], "title": match[1], "right": "", "count": "", "article": ""}
            yield Hit(
                Span(*match.span()), values | {"years": _years(named)}, variant="years", name="citations"
            )


def _misnamed(text: str, entries: tuple[str, ...]) -> Iterator[Hit]:
    sides = [entry.partition("→") for entry in entries]
    for found in search([expression(wrong.strip().strip("/")) for wrong, _, _ in sides], text):
        right = sides[found.index][2].strip()
        values = {"cited": found.text, "title": found.text, "right": right}
        blank = {"years": "", "count": "", "article": ""}
        yield Hit(found.span, values | blank, variant="title", name="citations")


def _short_names(text: str) -> Mapping[str, str]:
    """Full titles by the short names that the report gives them."""
    return {match["short"]: match["title"] for match in _SHORT_NAME.finditer(text)}


def _of_articles(
    text: str,
    articles: Mapping[str, int],
    report_articles: Mapping[str, tuple[int, ...]],
    names: Mapping[str, str],
) -> Iterator[Hit]:
    for match in _ARTICLES.finditer(text):
        title = names.get(match["title"], match["title"])
        act = next((act for act in articles if act in title or act.endswith(title)), None)
        if act is None:
            continue
        cited = [(one, read_integer(one[1]) or 0) for one in _ARTICLE.finditer(text, *match.span("articles"))]
        for one, value in cited:
            if not 1 <= value <= articles[act]:
                values = _article_values(act, one[0], str(articles[act]), "")
                yield Hit(Span(*one.span()), values, variant="article", name="citations")
        right = report_articles.get(act, ())
        about_report = _COMPILED.match(text, match.end()) if right else None
        inside = all(1 <= value <= articles[act] for _, value in cited)
        if about_report and inside and not any(value in right for _, value in cited):
            values = _article_values(
                act,
                match["articles"],
                "",
                "、".join(f"第{write_ordinal(one, 'chineseCounting')}条" for one in right),
            )
            yield Hit(Span(*match.span("articles")), values, variant="basis", name="citations")


def _article_values(act: str, article: str, count: str, right: str) -> dict[str, str]:
    return {"cited": article, "title": act, "right": right, "years": "", "count": count, "article": article}
