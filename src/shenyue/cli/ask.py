"""`shenyue ask FILE QUESTION`: one question, answered from the review alone, without a terminal."""

import json
import sys
from argparse import Namespace
from dataclasses import replace

from shenyue.chat.conversation import respond
from shenyue.chat.replies import Citation, Intent, Reply, Situation
from shenyue.cli import OK, UNREADABLE, WRONG_USAGE
from shenyue.cli.order import order_from
from shenyue.errors import UnreadableFile
from shenyue.output.literal import visible
from shenyue.output.spot import spot
from shenyue.review import Review, open_review
from shenyue.store.keeping import recalled

_PLACES = 10
"""Places named under an answer; --format json has them all."""
_CHANGING = frozenset({Intent.DECIDE, Intent.NOTE, Intent.UNDO, Intent.EXPORT, Intent.SWITCH_PACK})


def ask(options: Namespace) -> int:
    """Run the command; the exit code. A question that cannot be answered is no fault: 0; none at all is one."""
    if not options.question.strip():
        sys.stderr.write("没有写问题：请在文件后面写要问的话，例如“表三为什么不平”。\n")
        return WRONG_USAGE
    try:
        review = recalled(open_review(options.file, order_from(options)), options.store)
    except UnreadableFile as reason:
        sys.stderr.write(f"{reason}\n")
        return UNREADABLE
    situation = Situation(review, shown=tuple(finding.key for finding in review.findings))
    reply = _once(respond(situation, options.question))
    sys.stdout.write(_json(reply) if options.format == "json" else _text(reply, review))
    return OK


def _once(reply: Reply) -> Reply:
    """What would change the review is not kept here, and the answer says so."""
    if reply.intent not in _CHANGING:
        return reply
    return replace(
        reply,
        text=f"{reply.text}\n（这里只回答一个问题，不保存处理意见，也不导出；请用 shenyue review 打开报告。）",
    )


def _json(reply: Reply) -> str:
    answer = {
        "intent": reply.intent.value,
        "answer": reply.text,
        "cites": [_cite(cite) for cite in reply.cites],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _cite(cite: Citation) -> dict[str, object]:
    """The contract's four, and the cell of the form tables where the citation is one."""
    entry: dict[str, object] = {
        "rule": cite.rule or None,
        "finding": cite.finding or None,
        "basis": cite.basis or None,
        "start": cite.span.start if cite.span else None,
        "end": cite.span.end if cite.span else None,
    }
    return entry | ({"cell": str(cite.cell)} if cite.cell else {})


def _text(reply: Reply, review: Review) -> str:
    places = list(dict.fromkeys(place for cite in reply.cites if (place := _place(cite, review))))
    more = f"等 {len(places)} 处" if len(places) > _PLACES else ""
    lines = [reply.text, *(["", "出处：" + "；".join(places[:_PLACES]) + more] if places else [])]
    return "".join(f"{visible(line)}\n" for line in lines)


def _place(cite: Citation, review: Review) -> str:
    if cite.span is None:
        return f"规则 {cite.rule}" if cite.rule else ""
    return f"{cite.rule} {spot(review.report, cite.span.start, gap='')}".strip()
