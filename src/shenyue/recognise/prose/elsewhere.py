"""Numbers that are of no cell: of documents, of other years, of cases that the tables leave out, and such as are rounded."""

from shenyue.chinese.amounts import Amount
from shenyue.patterns import compiled
from shenyue.recognise.prose.clauses import Sentence

_BY_ATTRIBUTE = compiled(
    r"(?:主动公开|依申请公开)(?:的|类|属性的?)?\s*\d[^。]{0,60}不(?:予)?公开|不(?:予)?公开(?:的|类)?\s*\d[^。]{0,60}(?:主动|依申请)公开(?:的|类)?\s*\d"
)
"""Documents told apart by whether they may be public: 主动公开66份，依申请公开59份，不予公开88份; no applications."""
_SEVERAL_YEARS = compiled(r"(?:19|20)\d\d年?度?[、至到和—～-](?:19|20)\d\d年[^。]{0,40}分别")
"""2022年至2024年分别收到……: the numbers are of those years."""
_SET_ASIDE = compiled(
    r"无关|不在此列|(?:不|未|没有|不再)(?:纳入|计入|列入|算入)|不在[^，。；]{0,8}(?:报告|统计|上表|表内|表中)|另行统计|单独统计"
)
"""Cases that the tables do not count."""
_ABOVE = compiled(r"\s*(?:上述|以上|前述|这些|该类|此类)[^。]*")
"""A sentence that goes on about the cases of the one before."""
_OTHER_KIND = compiled(r"(?<!公开)(?<!申请)(?<!两)类(?:的)?(?:行政)?(?:复议|诉讼)")
"""处罚类复议案件中，维持142件."""
_FROM = compiled(r"(?:由|从)[^，。；、\d]{0,16}$")
_TO = compiled(r"[^，。；\d]{0,8}(?:增|减|升|降|提高|回落)[^，。；\d]{0,4}[到至为]")

_OUR_SHARE = compiled(
    r"(?:[，,、]\s*(?:行政)?诉讼(?:案件)?\d+[件宗起])?[，,（(]\s*其中[^，。；\d]{0,8}信息公开[^，。；\d]{0,12}\d"
)


def is_of_all_matters(text: str, amount: Amount) -> bool:
    """行政复议案件320件，其中涉及政府信息公开的7件: the greater number is of all that it decided."""
    return _OUR_SHARE.match(text, amount.end) is not None


def counts_others(text: str, sentence: Sentence) -> bool:
    """Whether a sentence counts documents, or cases that are in no table of the report."""
    following = _ABOVE.match(text, sentence.end)
    if following is not None and _SET_ASIDE.search(following[0]):
        return True
    kinds = (_BY_ATTRIBUTE, _SET_ASIDE, _OTHER_KIND, _SEVERAL_YEARS)
    return any(one.search(text, sentence.start, sentence.end) for one in kinds)


def is_former(text: str, start: int, amount: Amount) -> bool:
    """由2286件减少到2057件: what it was before; `start` is where the words before it begin."""
    before, after = _FROM.search(text[start : amount.start]), _TO.match(text, amount.end)
    return before is not None and after is not None


def is_rounded(amount: Amount) -> bool:
    """1.33万件: a count told in 万 is rounded; money is not."""
    return amount.unit != "元" and "万" in amount.number and "." in amount.number
