"""A register that is no document's: lost property, declared by data alone."""

LOST_PROPERTY = """
name = "失物招领"
prefix = "SWZ"
document = "made up for tests"
keep_days = 30

[field.thing]
label = "物品"

[field.found_at]
label = "拾到地点"
kind = "choice"
choices = { hall = "大厅", kiosk = "自助区" }

[field.owner]
label = "失主"
personal = true

[field.phone]
label = "失主电话"
kind = "phone"
personal = true

[field.weeks]
label = "保管天数"
kind = "number"
least = 1
most = 90

[state.kept]
label = "保管中"

[state.claimed]
label = "失主已认"

[state.returned]
label = "已归还"
closed = true

[state.handed_on]
label = "移交派出所"
closed = true

[step.open]
label = "登记失物"
by = ["clerk", "applicant"]
to = "kept"
needs = ["thing", "found_at", "weeks"]

[step.announce]
label = "广播"
by = ["clerk"]
from = ["kept"]

[step.claim]
label = "失主认领"
by = ["clerk"]
from = ["kept"]
to = "claimed"
fresh = ["owner"]
takes = ["phone"]

[step.doubt]
label = "存疑"
by = ["manager"]
from = ["claimed"]
to = "kept"

[step.give]
label = "归还"
by = ["clerk"]
from = ["claimed"]
to = "returned"

[step.hand_on]
label = "移交"
by = ["manager"]
from = ["kept"]
to = "handed_on"
only_after = ["keep"]

[deadline.announce]
label = "两小时内广播"
starts = ["open"]
within = { working_hours = 2 }
met_by = ["announce"]
stops = ["claim"]

[deadline.keep]
label = "保管期"
starts = ["open"]
within = { working_days = "weeks" }
met_by = ["give"]
pauses = ["claim"]
resumes = ["doubt"]
alarm = [
  { name = "day_before", working_days = 1, to = "clerk" },
  { name = "long_over", days = 7, late = true, to = "head" },
]

[paper.tag]
title = "失物保管单"
after = ["open"]
fields = ["thing", "weeks"]
"""
