"""A clause that denies: 未收到申请, 无结转下年度办理的申请, 零申请."""

from shenyue.patterns import compiled
from shenyue.recognise.prose.clauses import Clause
from shenyue.recognise.prose.context import Context
from shenyue.recognise.prose.matching import Match, Matcher
from shenyue.recognise.prose.surroundings import Surroundings
from shenyue.recognise.prose.tokens import Token
from shenyue.recognise.prose.vicinity import Vicinity

_CONDITION = compiled(r"(?:如|若|防止|避免|杜绝|确保|做到|除非|是否)$")


def denial_of(
    near: Vicinity, clause: Clause, matcher: Matcher, context: Context
) -> tuple[int, int, Match] | None:
    """Where the denying words begin and end, and what they deny."""
    if any(not near.denies(clause.start, amount) for amount in clause.amounts):
        return None
    own = near.between(clause.start, clause.end)
    word = next((token for token in own if token.classes & {"negate", "nil"}), None)
    if word is None or _CONDITION.search(near.text[clause.start : word.start]):
        return None
    nil = "nil" in word.classes
    end = word.end if nil else clause.end
    start = _subject(near, clause, word) if nil else clause.start
    around = Surroundings(near.text, near.tokens, start, word.start, word.end, end)
    match = matcher.match([around], context, "" if nil else None)
    if match is None and not nil and near.says_nothing(word.end, clause.end):
        return _denied_before(near, clause, word, matcher, context)
    if match is None:
        return None
    if "negate" not in word.classes:
        return min(match.start, word.start), max(match.end, word.end), match
    return word.start, _phrase_end(near, max(word.end, match.end), clause, matcher.lexicon.topics), match


def _subject(near: Vicinity, clause: Clause, word: Token) -> int:
    """Where what is nil begins: 行政复议、行政诉讼，本年度均为零."""
    at = near.sentence.clauses.index(clause)
    earlier = near.sentence.clauses[at - 1] if at else None
    own = near.between(clause.start, word.start)
    told = any(token.classes - {"neutral", "this_year", "all"} for token in own)
    return clause.start if told or earlier is None or earlier.amounts else earlier.start


def _denied_before(
    near: Vicinity, clause: Clause, word: Token, matcher: Matcher, context: Context
) -> tuple[int, int, Match] | None:
    """经复议再起诉的情况没有发生: what is denied stands before; never certain."""
    around = Surroundings(near.text, near.tokens, clause.start, word.start, word.start, word.start)
    match = matcher.match([around], context, "")
    return None if match is None else (match.start, word.end, match._replace(certain=False))


def _phrase_end(near: Vicinity, end: int, clause: Clause, topics: frozenset[str]) -> int:
    """With the noun that ends the phrase: 无结转下年度办理的申请."""
    nouns = [token.end for token in near.between(end, clause.end) if token.classes & topics]
    return max([end, *nouns])
