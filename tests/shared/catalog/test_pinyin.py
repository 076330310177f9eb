"""Names by their letters."""

import pytest

from shared.catalog.pinyin import Pinyin, pinyin_of


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("公司设立登记", "gongsishelidengji", "gssldj"),
        ("重要工业产品", "zhongyaogongyechanpin", "zygycp"),
        ("行政许可", "xingzhengxuke", "xzxk"),
        ("银行网点", "yinhangwangdian", "yhwd"),
        ("特种行业备案", "tezhonghangyebeian", "tzhyba"),
        ("会计继续教育", "kuaijijixujiaoyu", "kjjxjy"),
        ("密码重置", "mimachongzhi", "mmcz"),
        ("市场主体迁移调档", "shichangzhutiqianyidiaodang", "scztqydd"),
        ("人民调解", "renmintiaojie", "rmtj"),
        ("律师", "lvshi", "ls"),
        ("80周岁以上（ETC）８号", "80zhousuiyishangetc8hao", "80zsysetc8h"),
        ("《“》、", "", ""),
    ],
)
def test_pinyin(name: str, full: str, initials: str) -> None:
    assert pinyin_of(name) == Pinyin(full, initials)
