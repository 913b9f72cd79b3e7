"""What a report must be like for a fault to be one."""

from collections.abc import Mapping
from typing import Any

from tools.corpora.aspects import NAMES
from tools.corpora.composing import Wish

MOVED = "moved as （六）"
"""In the note of the fault whose problems stand in part one."""
_HEADING_RULES = ("N20", "S1")
_LIST_RULES = ("N21",)
_BRACKETS = frozenset(("chinese_in_brackets",))
_WORDS_OF_C706 = ("考核", "评议", "追究", "追责", "评估")
_ALSO_ASPECT = {
    "management": ("保密", "审核", "审查", "三审", "属性", "目录", "归档", "清理", "留痕"),
    "supervision": ("考核", "培训", "领导小组", "检查", "整改", "评估"),
    "platforms": ("网站", "公众号", "新媒体", "专区", "栏目"),
}
"""Weaker words of an aspect, by which a reader may hold it to be treated; not all, for then nothing could be said."""


def wish_of(fault: Mapping[str, Any]) -> Wish:
    """What the report must be like for a fault to be one."""
    rule = fault["rule"]
    prior = "prior" in fault or "prior_text" in fault or rule in {"X411", "X412"}
    years = fault.get("years", (2022 if rule == "X412" else 2019, 2025))
    return Wish(
        kinds=tuple(fault.get("kinds", ())),
        form=fault.get("form", "2021" if "@cell regulations" in fault["quote"] and rule == "X412" else ""),
        years=(max(years[0], 2020) if prior else years[0], years[1]),
        when=fault.get("when", ""),
        layouts=_layouts(fault),
        heading_form=_heading_form(fault),
        preface="with_parts" if fault.get("needs") == "preface with_parts" else "",
        avoid=_avoid(fault),
        lists=not rule.startswith((*_HEADING_RULES, *_LIST_RULES)),
        plain_problems=rule.startswith(_LIST_RULES) or MOVED in fault["note"],
        silent_on_corrected=rule == "C704",
        few_figures=rule.startswith(("T", "C")),
    )


def _layouts(fault: Mapping[str, Any]) -> frozenset[str]:
    targets = [fault.get(key, {}).get("target", "") for key in ("insert", "replace")] + [
        fault.get("remove", "")
    ]
    divided = any(target.startswith(("aspect", "subheading")) for target in targets)
    if "layout" in fault or divided or fault["rule"].startswith((*_HEADING_RULES, *_LIST_RULES)):
        return _BRACKETS
    return frozenset()


def _heading_form(fault: Mapping[str, Any]) -> str:
    needs = fault.get("needs", "")
    wanted = {"siblings …情况": "情况", "siblings in slogan form": "slogan", "siblings 加强…": "verb"}
    return wanted.get(needs, "情况" if fault["rule"] == "N208" else "")


def _avoid(fault: Mapping[str, Any]) -> tuple[str, ...]:
    if fault["rule"] == "C706":
        return _WORDS_OF_C706
    target = fault.get("remove") or fault.get("replace", {}).get("target", "")
    if fault["rule"] != "S106" or not target.startswith("aspect."):
        return ()
    aspect = target.removeprefix("aspect.")
    return (*NAMES[aspect], *_ALSO_ASPECT.get(aspect, ()))
