"""What the pages of a request say: each question, why it is asked, and what each door leads to."""

from kiosk.forms import OTHER_WAYS, Form, Menu, Question
from shared.domain.said import Said, said

_MENUS = {
    Menu.HELP: said("request", "需要哪种帮助？"),
    Menu.REPORT: said("request", "想反映什么？"),
}
_DOORS = {
    Form.HELP: (said("request", "帮办"), said("request", "现在就要人帮：帮办员到您身边来")),
    Form.AGENCY: (said("request", "代办"), said("request", "请代办员替您跑手续，自愿、免费")),
    Form.VISIT: (said("request", "上门服务"), said("request", "来不了大厅的人，工作人员上门办")),
    Form.COMPLAINT: (said("request", "现场投诉"), said("request", "处置人5分钟内到您身边来")),
    Form.STUCK: (said("request", "办不成事"), said("request", "事情没办成，当场告诉您管不管")),
    OTHER_WAYS: (
        said("request", "其他投诉方式"),
        said("request", "电话、意见箱、信函、网上"),
    ),
}
_QUESTIONS = {
    Question.NEED: said("request", "要帮什么？"),
    Question.GROUP: said("request", "谁需要上门？"),
    Question.GROUND: said("request", "为什么投诉？"),
    Question.CAUSE: said("request", "卡在哪里？"),
    Question.ITEM: said("request", "是哪件事？"),
    Question.PHONE: said("request", "怎么联系您？"),
    Question.TICKET: said("request", "是哪张号？"),
}
_WHY = {
    Question.NEED: said("request", "点一下，帮办员就来"),
    Question.GROUP: said("request", "应该到场、又不方便来的人可以申请"),
    Question.GROUND: said("request", "详细情况当面说，这里只选一项"),
    Question.CAUSE: said("request", "详细情况当面说，这里只选一项"),
    Question.TICKET: said("request", "输入小票上的号，字母在前。不知道可以不填"),
}
_PHONE = said("request", "只用来联系您办这件事。加密保存，办结{days}天后删除")
_PHONE_VISIT = said("request", "工作人员会打这个电话约时间和地址。加密保存，办结{days}天后删除")


def title(asks: Menu | Question) -> Said:
    """Return the question as it stands over its answers."""
    return _MENUS[asks] if isinstance(asks, Menu) else _QUESTIONS[asks]


def hint(form: Form, question: Question, keep_days: int) -> Said:
    """Return why it is asked, and how long a telephone number is kept (`keep_days`)."""
    if question is not Question.PHONE:
        return _WHY.get(question, said("request", "可以不选"))
    words = _PHONE_VISIT if form is Form.VISIT else _PHONE
    return words.of(days=keep_days)


def door(answer: str) -> tuple[Said, Said]:
    """Return what stands on a door, and what is behind it."""
    return _DOORS[OTHER_WAYS if answer == OTHER_WAYS else Form(answer)]
