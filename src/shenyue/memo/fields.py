"""字段: what a template may name, in one table from which templates are filled and checked and the manual's table is proved."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from shenyue.memo.model import Memo

Values = Mapping[str, "str | tuple[Values, ...]"]
"""The fields of a memo, or of one entry of a block, by name."""


@dataclass(frozen=True, slots=True)
class Field:
    """One text."""

    name: str
    meaning: str
    of: Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Block:
    """Something that comes several times: a template repeats a stretch for each."""

    name: str
    meaning: str
    of: Callable[[Any], tuple[Any, ...]]
    fields: tuple["Field | Block", ...]


ENTRY = (
    Field("名称", "这一行的名称", lambda entry: entry.name),
    Field("内容", "这一行的内容", lambda entry: entry.text),
)
ITEM = (
    Field("序号", "全文连续的序号，从 1 起", lambda item: str(item.number)),
    Field("名称", "问题的名称，如“列举序号重复”", lambda item: item.title),
    Field("级别", "必须改正、建议改正或者提示", lambda item: item.severity),
    Field("规则", "规则编号，如 N211", lambda item: item.rule),
    Field("位置", "在报告里的位置", lambda item: item.place),
    Field("原文", "原文所在的句子，有问题的地方在【】里", lambda item: item.passage),
    Field("引文", "有问题的几个字本身", lambda item: item.quote),
    Field("说明", "哪里不对", lambda item: item.message),
    Field("核算", "算式，逐项列出；与计算无关的问题为空", lambda item: item.formula),
    Field("依据", "依据，多项用分号隔开", lambda item: "；".join(item.basis)),
    Field("建议", "怎样修改", lambda item: item.suggestion),
    Field("批注", "审核人员的批注；没有则为空", lambda item: item.note),
    Field("处理", "确认、待核实、不成立或者未处理", lambda item: item.verdict),
)
FIELDS: tuple[Field | Block, ...] = (
    Field("标题", "审核意见的标题，一行", lambda memo: memo.title),
    Field("标题分行", "审核意见的标题，在单位和年度之后换行", lambda memo: "\n".join(memo.title_lines)),
    Field("主送", "主送单位", lambda memo: memo.addressee),
    Field("开头", "第一段：收到了什么，对照什么核对", lambda memo: memo.opening),
    Field("结论", "审核结论", lambda memo: memo.conclusion),
    Field("问题名称", "问题一节的标题：需要修改的问题（或者需要核实的问题）", lambda memo: memo.list_name),
    Field("问题概述", "列出几处、没有列入几处；一处也没有则为空", lambda memo: memo.lead),
    Field("问题数", "列出的问题有几处", lambda memo: str(len(memo.items))),
    Field("没有问题", "一处也没有列出时的说明；有则为空", lambda memo: memo.none),
    Field("署名", "发出审核意见的单位；没有设定则为空", lambda memo: memo.office),
    Field("审核人", "审核人员；没有写明则为空", lambda memo: memo.reviewer),
    Field("日期", "审核意见的日期", lambda memo: memo.date),
    Field("单位", "报告单位；没有认出则为空", lambda memo: memo.unit),
    Field("年度", "报告年度，如“2023年”；没有认出则为空", lambda memo: memo.year),
    Field("报告名称", "报告自己的标题", lambda memo: memo.report),
    Field("文件", "报告的文件名", lambda memo: memo.file),
    Field("校验值", "报告文件的 SHA-256", lambda memo: memo.sha256),
    Field("表式", "适用的表式；没有认出则为空", lambda memo: memo.form),
    Field("规则包", "规则包的名称、编号和版本", lambda memo: memo.pack),
    Field("上年报告", "用了哪一份上年报告；没有要求则为空", lambda memo: memo.prior),
    Field("台账", "核对台账，一句话", lambda memo: memo.checked),
    Field("处理情况", "确认几处、不成立几处……", lambda memo: memo.decided),
    Field("处理记录", "处理记录的链头；没有保存则为空", lambda memo: memo.chain),
    Field("程序", "程序的名称和版本", lambda memo: memo.program),
    Block("问题", "列出的全部问题", lambda memo: memo.items, ITEM),
    Block(
        "部分",
        "报告的各部分，里面再分问题；没有问题的部分不列",
        lambda memo: memo.groups,
        (
            Field("部分序号", "（一）、（二）……", lambda group: group.label),
            Field("部分名称", "如“第一部分‘总体情况’”", lambda group: group.name),
            Block("问题", "这一部分的问题", lambda group: group.items, ITEM),
        ),
    ),
    Block("概况", "审核对象、规则包、审核人等，一行一项", lambda memo: memo.facts, ENTRY),
    Block(
        "附件",
        "核对情况的各节",
        lambda memo: memo.annex,
        (
            Field("附件序号", "二、三……（一是审核对象）", lambda account: account.label),
            Field("附件名称", "如“未能核对的事项”", lambda account: account.name),
            Field("没有内容", "这一节没有条目时的说明；有则为空", lambda account: account.none),
            Block("条目", "这一节的各条", lambda account: account.entries, ENTRY),
        ),
    ),
)


def values_of(memo: Memo) -> Values:
    """The fields of a memo by name."""
    return _values(memo, FIELDS)


def _values(of: object, fields: tuple[Field | Block, ...]) -> Values:
    return {field.name: _value(of, field) for field in fields}


def _value(of: object, field: Field | Block) -> "str | tuple[Values, ...]":
    if isinstance(field, Field):
        return field.of(of)
    return tuple(_values(one, field.fields) for one in field.of(of))


def specimen(fields: tuple[Field | Block, ...] = FIELDS) -> Values:
    """Every field filled with its own name, every block with one entry: what a template is tried with."""
    return {
        field.name: field.name if isinstance(field, Field) else (specimen(field.fields),) for field in fields
    }


def every_field(fields: tuple[Field | Block, ...] = FIELDS) -> Iterator[Field | Block]:
    """All of them, blocks before what is in them."""
    for field in fields:
        yield field
        if isinstance(field, Block):
            yield from every_field(field.fields)
