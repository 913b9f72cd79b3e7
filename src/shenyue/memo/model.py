"""审核意见 as it will be read: every text final, so that a format only lays it out. Data only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Operand:
    """One term of a sum."""

    name: str
    value: str
    place: str
    """In words; empty where the report has no such cell."""


@dataclass(frozen=True, slots=True)
class Item:
    """One finding of the memo."""

    number: int
    """Over the whole memo, from 1."""
    key: str
    """As in the review."""
    rule: str
    title: str
    severity: str
    """必须改正, 建议改正, 提示."""
    rank: int
    """2 for the gravest, 0 for a hint."""
    place: str
    """第三部分“…” 表三“…”行“总计”栏."""
    quote: str
    """The very characters, shortened where long; empty where something is missing."""
    passage: str
    """The quote in 【】 within its sentence; the quote alone where it is a whole cell or sentence."""
    message: str
    formula: str
    operands: tuple[Operand, ...]
    basis: tuple[str, ...]
    suggestion: str
    note: str
    """The reviewer's."""
    verdict: str
    """确认, 待核实, 不成立, 未处理."""


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one part of the report."""

    label: str
    """（一）"""
    name: str
    """第一部分“总体情况”; 全文 for what belongs to none."""
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something named, and what is said of it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Account:
    """One section of the annex."""

    label: str
    """一、"""
    name: str
    entries: tuple[Entry, ...]
    none: str
    """What is said where there are no entries; empty where there are."""


@dataclass(frozen=True, slots=True)
class Memo:
    """The whole of it."""

    title_lines: tuple[str, str]
    """关于…2023年 / 政府信息公开工作年度报告的审核意见."""
    addressee: str
    opening: str
    conclusion: str
    lead: str
    """What the list of findings holds and what it leaves out."""
    list_name: str
    """需要修改的问题."""
    groups: tuple[Group, ...]
    """By part of the report; findings in the order of the text."""
    none: str
    """What is said where there is nothing to list; empty where there is."""
    office: str
    """Who sends it; may be empty."""
    reviewer: str
    date: str
    """2026年11月27日."""
    day: str
    """The same as ISO 8601."""
    include: str
    """confirmed, all or open: which findings it lists."""
    checked: str
    """核对台账 in one sentence."""
    decided: str
    """How many findings were confirmed, rejected …"""
    annex: tuple[Account, ...]
    """What was checked and clean, what could not be checked, what does not apply, what was not read."""
    unit: str
    year: str
    """2023年; empty where unknown."""
    report: str
    """The report's own title, else its file name."""
    file: str
    """Name without folders."""
    sha256: str
    """Of the file."""
    form: str
    """2021年表式; empty where unknown."""
    pack: str
    """北京市西城区（beijing/xicheng），版本 2026.1."""
    prior: str
    """Which report of last year was held beside it, or why none; empty where none was asked for."""
    program: str
    """审阅 0.1.0."""
    chain: str
    """Head of the hash chain of the decisions; empty where none is kept."""

    @property
    def title(self) -> str:
        """In one line."""
        return "".join(self.title_lines)

    @property
    def items(self) -> tuple[Item, ...]:
        """All findings, by number."""
        return tuple(item for group in self.groups for item in group.items)

    @property
    def facts(self) -> tuple[Entry, ...]:
        """What was reviewed, by which rules, by whom: one line each."""
        facts = (
            Entry("报告名称", self.report),
            Entry("报告单位", self.unit or "没有认出"),
            Entry("报告年度", self.year or "没有认出"),
            Entry("报告文件", self.file),
            Entry("文件校验值（SHA-256）", self.sha256),
            Entry("适用表式", self.form or "没有认出"),
            Entry("规则包", self.pack),
            Entry("上年报告", self.prior),
            Entry("核对台账", self.checked),
            Entry("处理情况", self.decided),
            Entry("审核人", self.reviewer or "没有写明"),
            Entry("审核日期", self.date),
            Entry("处理记录链头", self.chain),
            Entry("核对程序", self.program),
        )
        return tuple(fact for fact in facts if fact.text)
