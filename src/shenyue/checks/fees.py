"""Amounts of 信息处理费 in prose: told from other money by the nearest word before or after them."""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import regex

from shenyue.chinese.numerals import read_integer
from shenyue.model import Document, Span
from shenyue.patterns import compiled
from shenyue.report import Section

_AMOUNT = compiled(
    r"(?<about>约|近|超过?|逾|不足)?(?:人民币)?(?P<number>\d[\d,]*(?:\.\d+)?|[〇零一二三四五六七八九十百千两]+)\s*"
    r"(?P<more>余|多)?(?P<unit>万)?(?P<more>余|多)?元(?!/|每)"
)
_NOUN = compiled(
    r"(?P<fee>信息处理费|收费通知)|行政事业性收费|经费|资金|预算|罚款|罚没|采购|投资|补助|补贴|"
    r"(?:培训|宣传|印刷|邮寄|检索|复制|诉讼|服务|运维|建设|运行|维护)费"
)
_RATE = compiled(r"每[件页次个]?$|/[件页]$|按$|标准为?$")


class FeeAmount(NamedTuple):
    """A sum of 信息处理费."""

    yuan: Decimal
    span: Span


def fee_amounts(document: Document, section: Section) -> Iterator[FeeAmount]:
    """The exact amounts of 信息处理费 that the section states; rates (每件100元) and other money are none."""
    for paragraph in document.paragraphs():
        if paragraph.span in section.span:
            yield from amounts_in(document.quote(paragraph.span), paragraph.span.start)


def amounts_in(text: str, start: int) -> Iterator[FeeAmount]:
    """The amounts of 信息处理费 in a paragraph that begins at an offset of the document."""
    folded = "".join(_folded(character) for character in text)
    nouns = tuple(_NOUN.finditer(folded))
    for match in _AMOUNT.finditer(folded):
        if match["about"] or match["more"] or _RATE.search(folded[: match.start()]):
            continue
        yuan = _yuan(match["number"], match["unit"])
        if yuan is not None and _is_fee(nouns, match, folded):
            yield FeeAmount(yuan, Span(start + match.start(), start + match.end()))


def _folded(character: str) -> str:
    """Narrow, where that is one character, so that offsets hold."""
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def _yuan(number: str, unit: str | None) -> Decimal | None:
    if number[0].isascii():
        amount: Decimal | int | None = Decimal(number.replace(",", ""))
    else:
        amount = read_integer(number)
    return None if amount is None else Decimal(amount) * (10_000 if unit else 1)


def _is_fee(nouns: tuple[regex.Match[str], ...], amount: regex.Match[str], text: str) -> bool:
    """By the last noun before it; else by the noun that follows directly (125元信息处理费)."""
    following = next((noun for noun in nouns if noun.start() >= amount.end()), None)
    if following is not None and text[amount.end() : following.start()] in {"", "的"}:
        return bool(following["fee"])
    before = [noun for noun in nouns if noun.end() <= amount.start()]
    return bool(before and before[-1]["fee"])
