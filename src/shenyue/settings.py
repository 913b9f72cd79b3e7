"""The user's own settings: one TOML file in the user's configuration folder."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs
import tomli

from shenyue.errors import WrongUsage
from shenyue.writing import cause

_KEYS = {
    "district": "默认规则包，例如 beijing/xicheng",
    "reviewer": "审阅人，写在处理意见、审核意见和批注里；不设则处理意见记登录名，审核意见的署名处留空",
    "store": "审阅记录存放的文件；不设则在用户数据文件夹里",
    "keys": '界面的按键，写在 [keys] 下面，例如 confirm = "y"',
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user set; everything has a default."""

    district: str | None = None
    """The rule pack to use where the command line names none; None: by the report's title."""
    reviewer: str | None = None
    """Who decides; None: the login name, which signs no memo."""
    store: str | None = None
    """The file of kept reviews; None: in the user's data folder."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys of the terminal app by action, as the user wants them; which actions and keys there are, the app knows."""


def settings_path() -> Path:
    """Where the settings file lies, whether or not it exists."""
    return platformdirs.user_config_path("shenyue", appauthor=False) / "settings.toml"


def user_rules_path() -> Path:
    """Where the user's own rule packs lie, whether or not the folder exists."""
    return settings_path().with_name("rules")


def read_settings(path: Path | None = None) -> Settings:
    """The settings of the file; defaults where there is none.

    Raises:
        WrongUsage: the file cannot be read, is no TOML, or sets something that does not exist.
    """
    path = path or settings_path()
    try:
        content = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except OSError as reason:
        raise WrongUsage(f"设置文件 {path} 无法读取：{cause(reason)}。请检查路径和权限。") from reason
    except UnicodeDecodeError as reason:
        raise WrongUsage(f"设置文件 {path} 须为 UTF-8 编码，请用记事本另存为 UTF-8。") from reason
    try:
        values = tomli.loads(content)
    except tomli.TOMLDecodeError as reason:
        raise WrongUsage(
            f"设置文件 {path} 第 {reason.lineno} 行不合 TOML 写法，请改正或删除该文件。"
        ) from reason
    return _from_values(values, path)


def _from_values(values: dict[str, object], path: Path) -> Settings:
    for key, value in values.items():
        if key not in _KEYS:
            known = "、".join(f"{name}（{meaning}）" for name, meaning in _KEYS.items())
            raise WrongUsage(f"设置文件 {path} 里的 {key} 不是已知的设置，可用的有：{known}。")
        if key == "keys":
            continue
        if not isinstance(value, str):
            raise WrongUsage(f"设置文件 {path} 里的 {key} 应为加引号的文字。")
    texts = {key: str(value) for key, value in values.items() if key != "keys"}
    return Settings(**texts, keys=_keys(values, path))


def _keys(values: dict[str, object], path: Path) -> dict[str, str]:
    table = values.get("keys", {})
    if not isinstance(table, dict) or not all(isinstance(key, str) for key in table.values()):
        raise WrongUsage(f'设置文件 {path} 里的 keys 应为一张表：[keys] 下面每行写“操作 = "按键"”。')
    return table
