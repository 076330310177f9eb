<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>ActionKeys</name>
    <message>
        <source>重呼</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>过号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>挂起</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转窗口</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请评价</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeskHeader</name>
    <message>
        <source>%1号窗口 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>面板设置</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>等候</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>挂起</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>过号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1号窗口 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>连接中断，下面可能是旧的。请用叫号器，并告诉值班管理员</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextButton</name>
    <message>
        <source>下一位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>绿色</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NowCard</name>
    <message>
        <source>没有叫号</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>面板设置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只在本面板在前面时有效</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总在最前</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>高对比</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>黑底</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>白底</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>返回</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TicketSheet</name>
    <message>
        <source>呼叫这个号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不按次序，会记下</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>叫回本窗口</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新排队</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>号码不变，隔几位再叫</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开通绿色通道：只记类别，不记原因</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransferSheet</name>
    <message>
        <source>%1转到哪里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>排最前</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在那里第一个叫</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>窗口</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1号窗口</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>队列</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>{items}（共{count}件事）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}已评价</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已请{number}评价，还没有收到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有人在等候</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暂时不知道下一位是谁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未选事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>绿色通道，即来即办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预约的时间到了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先到先办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按类别优先</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>连叫几位优先号之后，轮到其他人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等候中累积的优先最多</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已等到本大厅允许的最长时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>是转到本窗口来的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已重呼{number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}已记过号，回来后可以重新叫</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}已挂起</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}已完成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}已转走</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已请{number}评价</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}开始办理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}已重新排队</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}已开通绿色通道</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已开绿色号{number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已应答，请到{number}那里去</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已陪同{number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按叫号规则</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}；等了{waited}，优先于先到的{over}位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}；等了{waited}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}分钟</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预约{time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已呼叫{calls}次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理中 · 已呼叫{calls}次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>绿色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预约</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已呼叫{number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据库没有应答，没有办成。请再试一次，还不行请找管理员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有办成：{why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
