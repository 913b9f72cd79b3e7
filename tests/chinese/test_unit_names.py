import pytest

from shenyue.chinese.unit_names import same_unit


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("区教委", "云州市临溪区教育委员会"),
        ("市发改委", "云州市发展和改革委员会"),
        ("区城建局", "云州市临溪区城市建设局"),
        ("教育局", "云州市临溪区教育局"),
        ("云州市税务局", "国家税务总局云州市税务局"),
        ("经开区管委会", "临江市经济开发区管理委员会"),
        ("桂花桥街道", "云州市临溪区桂花桥街道办事处"),
        ("梨树镇", "云州市柳河县梨树镇人民政府"),
        ("临溪区人民政府", "云州市临溪区人民政府"),
    ],
)
def test_a_short_form_names_the_same_unit(short: str, name: str) -> None:
    assert same_unit(short, name)
    assert same_unit(name, short)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云州市教育局", "云州市临溪区教育局"),
        ("民政部", "永安市民政局"),
        ("桂花街道", "云州市临溪区桂花桥街道办事处"),
        ("柳叶镇", "柳叶桥镇人民政府"),
        ("云州市人民政府", "云州市临溪区人民政府"),
        ("街道", "桂花桥街道"),
        ("", "桂花桥街道"),
    ],
)
def test_another_unit_is_not_taken_for_a_short_form(one: str, other: str) -> None:
    assert not same_unit(one, other)
