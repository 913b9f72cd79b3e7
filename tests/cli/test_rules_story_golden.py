"""A pack for 怀化 written by the authors' guide and nothing else; docs/规则包实例.md is what the terminal showed. `make golden` rewrites it."""

import os
from pathlib import Path

import pytest

from shenyue.cli import main

Capture = pytest.CaptureFixture[str]
PACK = "rules/hunan/huaihua"
OVERRIDES = """
# 空白单元格必须改正
[override.T303]
severity = "error"

# 相对时间（今年、去年）由提示改为建议改正
[override.L513]
severity = "warning"

# 本市要求各单位1月28日前公布，县区2月20日前公布
[override.D603.check.deadlines]
department = "01-28"
county = "02-20"

# 停用一条，必须写原因
[override.L514]
disable = {reason = "量词由各单位自行把关，不列入审核意见"}
"""
TERMS = """\
# 词表：错的 → 对的
id = "HH801"
title = "本市地名写错"
severity = "warning"
message = "“{wrong}”应为“{right}”（共 {count} 处，{places}）。"
suggestion = "请改为“{right}”。"
why = "县名、自治县名称应当写全、写对。"

[[basis]]
rank = "实务"
title = "本市审核年度报告的做法"

[check]
kind = "terms"
terms = ["溆普县 → 溆浦县", "芷江侗自治县 → 芷江侗族自治县", "麻阳苗自治县 → 麻阳苗族自治县"]

[[example]]
note = "溆浦写成溆普"
insert = {part1 = "与溆普县共建查阅点。"}
flags = [{rule = "HH801", quote = "溆普县"}]

[[example]]
note = "写对了"
insert = {part1 = "与溆浦县共建查阅点。"}
flags = []
"""
REQUIRED = """\
# 应当写明的文字
id = "HH802"
title = "没有写明政务公开专区"
severity = "info"
message = "{where}没有写明“{text}”的设置情况。"
suggestion = "请补写；没有设置的，也请写明。"
why = "本市审核时要看各单位有没有设置政务公开专区。"

[[basis]]
rank = "实务"
title = "本市审核年度报告的做法"

[check]
kind = "required_text"
texts = ["政务公开专区"]
parts = [1]

[[example]]
note = "没有写专区"
reword = {"设置政务公开专区，配备查询终端" = "配备查询终端"}
flags = [{rule = "HH802", quote = ""}]

[[example]]
note = "写了专区"
flags = []
"""
CELL = """\
# 单元格：数的范围、整数、空白
id = "HH803"
title = "填报了大量反复申请"
severity = "info"
message = "{table}{cell}填写为 {value}，{relation} {limit}，请核实是否符合条例第三十五条。"
suggestion = "请对照台账核实；确属大量反复申请的，留存要求说明理由的记录。"
why = "按“无正当理由大量反复申请”不予处理，须先要求申请人说明理由，实际很少；填了数的，请核实。"

[[basis]]
rank = "法规"
title = "中华人民共和国政府信息公开条例"
number = "国务院令第711号"
article = "第三十五条"

[check]
kind = "table_cell"
table = "applications"
rows = ["unprocessed_excessive"]
columns = ["total"]
most = 0

[applies]
forms = ["2021"]

[[example]]
note = "填了 3 件"
figures = {"applications.new.natural_person" = 14, "applications.unprocessed_excessive.natural_person" = 3}
flags = [{rule = "HH803", quote = "3"}]

[[example]]
note = "没有这类申请"
flags = []
"""
MISTAKE = TERMS.replace('terms = ["溆普县', 'term = ["溆普县').replace("HH801", "HH804")
HEAD = """\
# 规则包实例：照《规则编写指南》写一个规则包

下面是照着[规则编写指南](规则编写指南.md)第二节一步一步做下来的全过程，命令和显示都是程序的原样输出
（由测试 tests/cli/test_rules_story_golden.py 生成，`make golden` 重写，请勿手改）。
规则包给怀化市用：加一个词表、一句必须写明的话、一条表格规则，改两条规则的级别和一个期限，停用一条规则。
"""


class Story:
    """Commands typed one after the other, with what the terminal showed."""

    def __init__(self, capsys: Capture) -> None:
        self._capsys = capsys
        self.text = HEAD

    def tell(self, words: str) -> None:
        self.text += f"\n{words}\n"

    def type(self, line: str, code: int = 0) -> str:
        words = line.split()
        assert main(words) == code
        shown = self._capsys.readouterr()
        out = shown.out + shown.err
        told = "" if code == 0 else f"（退出码 {code}）\n"
        self.text += f"\n```console\n$ shenyue {line}\n{out}{told}```\n"
        return out

    def write(self, path: str, text: str, *, add: bool = False) -> None:
        file = Path(path)
        file.write_text((file.read_text("utf-8") if add else "") + text, "utf-8")
        self.text += f"\n`{path}`{'末尾加上' if add else '改成'}：\n\n```toml\n{text.strip()}\n```\n"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, root: Path) -> Story:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    report = (root / "corpora" / "reports" / "clean-06-department-2025.html").read_text("utf-8")
    Path("报告.html").write_text(report, "utf-8")
    return Story(capsys)


def test_a_pack_by_the_guide_golden(story: Story, root: Path) -> None:
    for part in (_made, _mended, _checked, _used):
        part(story)
    path = root / "docs" / "规则包实例.md"
    if os.environ.get("SHENYUE_GOLDEN") == "write":
        path.write_text(story.text, "utf-8")

    assert path.read_text("utf-8") == story.text


def _made(story: Story) -> None:
    story.tell("## 第一步，建规则包")
    story.type(
        "rules new pack --id hunan/huaihua --title 湖南省怀化市 --extends national --place 湖南省怀化市"
    )
    story.tell("## 第二步，改上级规则")
    story.write(f"{PACK}/pack.toml", OVERRIDES, add=True)
    for number, (step, kind, title, severity, text) in enumerate(
        (
            ("第三步，加一个词表", "terms", "本市地名写错", "warning", TERMS),
            ("第四步，要求写明一句话", "required_text", "没有写明政务公开专区", "info", REQUIRED),
            ("第五步，核对一个单元格", "table_cell", "填报了大量反复申请", "info", CELL),
        ),
        801,
    ):
        story.tell(f"## {step}")
        story.type(
            f"rules new rule --in {PACK} --kind {kind} --id HH{number} --title {title} --severity {severity}"
        )
        story.write(f"{PACK}/HH{number}-{kind.replace('_', '-')}.toml", text)


def _mended(story: Story) -> None:
    story.tell("## 写错了会怎样")
    story.tell("把 `terms` 错写成 `term`，另存一个文件：")
    wrong = Path(PACK) / "HH804-terms.toml"
    wrong.write_text(MISTAKE, "utf-8")
    shown = story.type(f"rules check {PACK}", code=2)
    assert "HH804-terms.toml" in shown
    wrong.unlink()
    story.tell("删去这个文件。")


def _checked(story: Story) -> None:
    story.tell("## 第六步，检查")
    story.type(f"rules check {PACK}")
    story.type(f"rules test {PACK}")
    shown = story.type("rules show T303 --district hunan/huaihua")
    assert f"{PACK}/pack.toml" in shown
    story.type("rules show L514 --district hunan/huaihua")
    story.type("rules show HH803 --district hunan/huaihua")
    story.type("rules diff national hunan/huaihua")


def _used(story: Story) -> None:
    story.tell("## 第七步，用起来")
    story.type("rules try HH803 报告.html --district hunan/huaihua")
    story.type("rules try HH802 报告.html --district hunan/huaihua", code=1)
