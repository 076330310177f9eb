<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>ActionKeys</name>
    <message>
        <source>重呼</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>转窗口</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>请评价</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>AlertBar</name>
    <message>
        <source>已到</source>
        <translation>There</translation>
    </message>
    <message>
        <source>我去</source>
        <translation>I go</translation>
    </message>
</context>
<context>
    <name>BackSheet</name>
    <message>
        <source>返岗</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>B岗交回的工作</source>
        <translation>Work handed back by B</translation>
    </message>
    <message>
        <source>如：两件已办，一件待补正</source>
        <translation>Such as: two done, one lacks papers</translation>
    </message>
    <message>
        <source>返岗，消除留言</source>
        <translation>Back, clear the message</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>返岗</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>离开一下</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>签退</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>告知单</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>台账 %1</source>
        <translation>Due %1</translation>
    </message>
</context>
<context>
    <name>CaseSheet</name>
    <message>
        <source>遮住个人信息</source>
        <translation>Hide personal details</translation>
    </message>
    <message>
        <source>显示个人信息</source>
        <translation>Show personal details</translation>
    </message>
    <message>
        <source>个人信息打不开：这台电脑上没有它的密钥，请找管理员</source>
        <translation>Personal details cannot be opened: their key is not on this computer. Ask the administrator</translation>
    </message>
</context>
<context>
    <name>CasesSheet</name>
    <message>
        <source>台账：今天到期</source>
        <translation>Registers: due today</translation>
    </message>
    <message>
        <source>新登记</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>今天没有到期的</source>
        <translation>Nothing is due today</translation>
    </message>
</context>
<context>
    <name>DeskHeader</name>
    <message>
        <source>%1号窗口 · %2</source>
        <translation>Window %1 · %2</translation>
    </message>
    <message>
        <source>面板设置</source>
        <translation>Panel settings</translation>
    </message>
</context>
<context>
    <name>FormSheet</name>
    <message>
        <source>已登记，不改就不用填</source>
        <translation>Recorded already; leave empty to keep it</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>LeaveSheet</name>
    <message>
        <source>离开一下</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>去向</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>返岗时间</source>
        <translation>Back at</translation>
    </message>
    <message>
        <source>今天几点，如 10:30</source>
        <translation>Today, such as 10:30</translation>
    </message>
    <message>
        <source>换B岗：交接的工作</source>
        <translation>Hand over to B: the work</translation>
    </message>
    <message>
        <source>写了就由B岗接替；不写则窗口空着，会提醒值班经理</source>
        <translation>With this, B takes over; without, the window is empty and the duty manager is told</translation>
    </message>
    <message>
        <source>离开</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>交给B岗</source>
        <translation>Hand over to B</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>Nobody</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1号窗口 · %2</source>
        <translation>Window %1 · %2</translation>
    </message>
    <message>
        <source>连接中断，下面可能是旧的。请用叫号器，并告诉值班管理员</source>
        <translation>Connection lost; what is below may be old. Use the keypad and tell the duty manager</translation>
    </message>
</context>
<context>
    <name>NextButton</name>
    <message>
        <source>下一位</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>绿色</source>
        <translation>Green</translation>
    </message>
</context>
<context>
    <name>NowCard</name>
    <message>
        <source>没有叫号</source>
        <translation>Nobody called</translation>
    </message>
</context>
<context>
    <name>RegistersSheet</name>
    <message>
        <source>新登记</source>
        <translation>New entry</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>面板设置</source>
        <translation>Panel settings</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Shortcut keys</translation>
    </message>
    <message>
        <source>只在本面板在前面时有效</source>
        <translation>Only while this panel is in front</translation>
    </message>
    <message>
        <source>开</source>
        <translation>On</translation>
    </message>
    <message>
        <source>关</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>总在最前</source>
        <translation>Always in front</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>黑底</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>白底</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>English</source>
        <translation>中文</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>SignInSheet</name>
    <message>
        <source>签到</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff number</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
</context>
<context>
    <name>SignOutSheet</name>
    <message>
        <source>签退</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>%1，今天不再坐这个窗口？只是离开一会儿，请用“离开一下”。</source>
        <translation>%1: leave this window for today? For a short while use “Away”.</translation>
    </message>
</context>
<context>
    <name>TicketSheet</name>
    <message>
        <source>呼叫这个号</source>
        <translation>Call this number</translation>
    </message>
    <message>
        <source>不按次序，会记下</source>
        <translation>Out of order; this is recorded</translation>
    </message>
    <message>
        <source>叫回本窗口</source>
        <translation>Call back to this window</translation>
    </message>
    <message>
        <source>重新排队</source>
        <translation>Back into the line</translation>
    </message>
    <message>
        <source>号码不变，隔几位再叫</source>
        <translation>Same number, called after a few others</translation>
    </message>
    <message>
        <source>开通绿色通道：只记类别，不记原因</source>
        <translation>Give priority: only the class is kept, never the reason</translation>
    </message>
</context>
<context>
    <name>TransferSheet</name>
    <message>
        <source>%1转到哪里</source>
        <translation>Where does %1 go</translation>
    </message>
    <message>
        <source>排最前</source>
        <translation>In front of all</translation>
    </message>
    <message>
        <source>在那里第一个叫</source>
        <translation>Called first there</translation>
    </message>
    <message>
        <source>开</source>
        <translation>On</translation>
    </message>
    <message>
        <source>关</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>%1号窗口</source>
        <translation>Window %1</translation>
    </message>
    <message>
        <source>队列</source>
        <translation>Queues</translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>{items}（共{count}件事）</source>
        <translation>{items} ({count} services)</translation>
    </message>
    <message>
        <source>{number}已评价</source>
        <translation>{number} has been rated</translation>
    </message>
    <message>
        <source>已请{number}评价，还没有收到</source>
        <translation>{number} was asked to rate, no answer yet</translation>
    </message>
    <message>
        <source>没有人在等候</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>暂时不知道下一位是谁</source>
        <translation>Who is next is not known now</translation>
    </message>
    <message>
        <source>未选事项</source>
        <translation>No service chosen</translation>
    </message>
    <message>
        <source>绿色通道，即来即办</source>
        <translation>Priority channel, served at once</translation>
    </message>
    <message>
        <source>预约的时间到了</source>
        <translation>The appointment&apos;s time has come</translation>
    </message>
    <message>
        <source>先到先办</source>
        <translation>First come, first served</translation>
    </message>
    <message>
        <source>按类别优先</source>
        <translation>Its class goes first</translation>
    </message>
    <message>
        <source>连叫几位优先号之后，轮到其他人</source>
        <translation>After several priority numbers it is the others&apos; turn</translation>
    </message>
    <message>
        <source>等候中累积的优先最多</source>
        <translation>It gathered the most priority while waiting</translation>
    </message>
    <message>
        <source>已等到本大厅允许的最长时间</source>
        <translation>It has waited as long as this hall allows</translation>
    </message>
    <message>
        <source>是转到本窗口来的</source>
        <translation>It was sent to this window</translation>
    </message>
    <message>
        <source>已重呼{number}</source>
        <translation>{number} called again</translation>
    </message>
    <message>
        <source>{number}已记过号，回来后可以重新叫</source>
        <translation>{number} is a no-show and can be called back</translation>
    </message>
    <message>
        <source>{number}已挂起</source>
        <translation>{number} is parked</translation>
    </message>
    <message>
        <source>{number}已完成</source>
        <translation>{number} is finished</translation>
    </message>
    <message>
        <source>{number}已转走</source>
        <translation>{number} was transferred</translation>
    </message>
    <message>
        <source>已请{number}评价</source>
        <translation>{number} was asked to rate</translation>
    </message>
    <message>
        <source>{number}开始办理</source>
        <translation>{number}: service began</translation>
    </message>
    <message>
        <source>{number}已重新排队</source>
        <translation>{number} is in line again</translation>
    </message>
    <message>
        <source>{number}已开通绿色通道</source>
        <translation>{number} has priority now</translation>
    </message>
    <message>
        <source>已应答，请到{number}那里去</source>
        <translation>Taken: please go to {number}</translation>
    </message>
    <message>
        <source>已陪同{number}</source>
        <translation>{number} is being helped</translation>
    </message>
    <message>
        <source>已签到</source>
        <translation>Signed in</translation>
    </message>
    <message>
        <source>已签退</source>
        <translation>Signed out</translation>
    </message>
    <message>
        <source>已离开，去向已显示在窗口</source>
        <translation>Away; the window shows your message</translation>
    </message>
    <message>
        <source>已返岗</source>
        <translation>Back at the window</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>按叫号规则</source>
        <translation>By the hall&apos;s rule</translation>
    </message>
    <message>
        <source>{rule}；等了{waited}，优先于先到的{over}位</source>
        <translation>{rule}; waited {waited}, before {over} who came earlier</translation>
    </message>
    <message>
        <source>{rule}；等了{waited}</source>
        <translation>{rule}; waited {waited}</translation>
    </message>
    <message>
        <source>{count}分钟</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>预约{time}</source>
        <translation>Booked {time}</translation>
    </message>
    <message>
        <source>已呼叫{calls}次</source>
        <translation>Called {calls} times</translation>
    </message>
    <message>
        <source>办理中 · 已呼叫{calls}次</source>
        <translation>Serving · called {calls} times</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>绿色</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Booked</translation>
    </message>
    <message>
        <source>{who}正去帮{number}</source>
        <translation>{who} is on the way to {number}</translation>
    </message>
    <message>
        <source>{number}要人帮，还没有人去，已升级</source>
        <translation>{number} needs help, nobody has come: escalated</translation>
    </message>
    <message>
        <source>{number}要人帮，等了{seconds}秒</source>
        <translation>{number} needs help, for {seconds} s</translation>
    </message>
    <message>
        <source>已呼叫{number}</source>
        <translation>{number} was called</translation>
    </message>
    <message>
        <source>您的角色不能这样办，请找值班经理</source>
        <translation>Your role may not do this; ask the duty manager</translation>
    </message>
    <message>
        <source>数据库没有应答，没有办成。请再试一次，还不行请找管理员</source>
        <translation>The database did not answer; nothing was done. Try again, then ask the administrator</translation>
    </message>
    <message>
        <source>没有办成：{why}</source>
        <translation>Not done: {why}</translation>
    </message>
    <message>
        <source>期限未知：缺{year}年日历</source>
        <translation>Deadline unknown: calendar {year} missing</translation>
    </message>
    <message>
        <source>{time}前，已办</source>
        <translation>By {time}, done</translation>
    </message>
    <message>
        <source>已超期：{time}</source>
        <translation>Overdue: {time}</translation>
    </message>
    <message>
        <source>{time}前</source>
        <translation>By {time}</translation>
    </message>
    <message>
        <source>暂停计时</source>
        <translation>Clock paused</translation>
    </message>
    <message>
        <source>不再计时</source>
        <translation>Clock stopped</translation>
    </message>
    <message>
        <source>请填写：{fields}</source>
        <translation>Please fill in: {fields}</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>A number</translation>
    </message>
    <message>
        <source>如 2026-11-28</source>
        <translation>Such as 2026-11-28</translation>
    </message>
    <message>
        <source>如 2026-11-28 09:30</source>
        <translation>Such as 2026-11-28 09:30</translation>
    </message>
    <message>
        <source>电话号码，5到20位数字</source>
        <translation>Telephone number, 5 to 20 digits</translation>
    </message>
    <message>
        <source>18位身份证号</source>
        <translation>18 digits of the identity card</translation>
    </message>
    <message>
        <source>事项的全名</source>
        <translation>Full name of the service</translation>
    </message>
    <message>
        <source>窗口号</source>
        <translation>Number of the window</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>{number}号窗口</source>
        <translation>Window {number}</translation>
    </message>
    <message>
        <source>A岗 {name}</source>
        <translation>A: {name}</translation>
    </message>
    <message>
        <source>B岗 {name}</source>
        <translation>B: {name}</translation>
    </message>
    <message>
        <source>离开，{time}返岗</source>
        <translation>Away until {time}</translation>
    </message>
    <message>
        <source>未签到</source>
        <translation>Not signed in</translation>
    </message>
    <message>
        <source>请填全：事由、去向、联系方式、返岗时间</source>
        <translation>Fill in all: reason, place, contact, time of return</translation>
    </message>
    <message>
        <source>返岗时间请写成 10:30 这样</source>
        <translation>Write the time of return like 10:30</translation>
    </message>
</context>
</TS>
