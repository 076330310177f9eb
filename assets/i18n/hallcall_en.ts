<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>DetailsPage</name>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>现在等候</source>
        <translation>Waiting now</translation>
    </message>
    <message numerus="yes">
        <source>%n 人</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>材料清单请到窗口领取</source>
        <translation>Please ask at the window for the list of documents</translation>
    </message>
    <message>
        <source>取号办这件事</source>
        <translation>Take a number for this</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>绿色通道 · 您的号码</source>
        <translation>Green channel · your number</translation>
    </message>
    <message>
        <source>您的号码</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>您的号码%1</source>
        <translation>Your number is %1</translation>
    </message>
    <message>
        <source>请到%1附近等候</source>
        <translation>Please wait near %1</translation>
    </message>
    <message>
        <source>请到%1</source>
        <translation>Please go to %1</translation>
    </message>
    <message>
        <source>再加一件事</source>
        <translation>Add a service</translation>
    </message>
    <message>
        <source>补打小票</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>前面还有</source>
        <translation>Before you</translation>
    </message>
    <message numerus="yes">
        <source>%n 人</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>大约等待</source>
        <translation>About</translation>
    </message>
    <message>
        <source>请问咨询台</source>
        <translation>Please ask the desk</translation>
    </message>
    <message>
        <source>办理事项</source>
        <translation>For</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>大字</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>大</source>
        <comment>sign of large type</comment>
        <translation>A</translation>
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
        <source>高对比</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>朗读</source>
        <translation>Speak</translation>
    </message>
    <message>
        <source>低位</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>English</source>
        <comment>the other language, in that language</comment>
        <translation>中文</translation>
    </message>
    <message>
        <source>En</source>
        <comment>sign of the other language</comment>
        <translation>中</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>需要帮忙？</source>
        <translation>Do you need help?</translation>
    </message>
    <message>
        <source>请到%1，工作人员帮您。</source>
        <translation>Please go to %1: the staff will help you.</translation>
    </message>
    <message>
        <source>取号：点“取号办事”，再点要办的事。</source>
        <translation>For a number touch Take a number, then what you came for.</translation>
    </message>
    <message>
        <source>老年人、病弱、残疾人、孕妇等：点“绿色通道”，一下就取号。</source>
        <translation>Elderly, ill, disabled or pregnant: touch Green channel once.</translation>
    </message>
    <message>
        <source>用按键：上下键换选项，确认键选定。</source>
        <translation>With the keys: up and down to choose, the middle key to take.</translation>
    </message>
    <message>
        <source>屏幕下方可以换大字、高对比、低位和英文。</source>
        <translation>Below you can choose large type, contrast, low screen and Chinese.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>当前等候 %n 人</source>
        <translation>
            <numerusform>%n person waiting now</numerusform>
            <numerusform>%n people waiting now</numerusform>
        </translation>
    </message>
    <message>
        <source>等候人数暂时读不到，请以窗口叫号为准</source>
        <translation>The number of people waiting cannot be read now; please watch the calls</translation>
    </message>
    <message>
        <source>您好，请问办什么事？</source>
        <translation>Hello, how can we help?</translation>
    </message>
    <message>
        <source>取号办事</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>选好事项，领一张排队号</source>
        <translation>Choose a service and get your ticket</translation>
    </message>
    <message>
        <source>绿色通道</source>
        <translation>Green channel</translation>
    </message>
    <message>
        <source>老年人、病弱、残疾人、孕妇等</source>
        <translation>Elderly, ill, disabled, pregnant and others</translation>
    </message>
    <message>
        <source>点一下就取号，优先办理</source>
        <translation>One touch, and you are served first</translation>
    </message>
    <message>
        <source>事项查询</source>
        <translation>About services</translation>
    </message>
    <message>
        <source>看哪个部门、哪个窗口办，要什么材料</source>
        <translation>Which department, which window, which documents</translation>
    </message>
</context>
<context>
    <name>ItemRows</name>
    <message>
        <source>%1，%2，等候%3人，%4</source>
        <translation>%1, %2, %3 waiting, %4</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>等候 %n 人</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>没有找到？</source>
        <translation>Not found?</translation>
    </message>
    <message>
        <source>请到%1，工作人员帮您查</source>
        <translation>Please ask at %1</translation>
    </message>
</context>
<context>
    <name>ItemsPage</name>
    <message>
        <source>%1再加哪件事？</source>
        <translation>What else for %1?</translation>
    </message>
    <message>
        <source>想了解哪件事？</source>
        <translation>Which service?</translation>
    </message>
    <message>
        <source>要办哪件事？</source>
        <translation>What have you come for?</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>请在下方操作</source>
        <translation>Please touch below</translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>可以返回另选，或到%1，工作人员帮您</source>
        <translation>Go back and choose again, or go to %1: the staff will help you</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>打印机没有纸了</source>
        <translation>The printer is out of paper</translation>
    </message>
    <message>
        <source>打印机的盖子没有合好</source>
        <translation>The printer&apos;s cover is not closed</translation>
    </message>
    <message>
        <source>打印机的切刀卡住了</source>
        <translation>The printer&apos;s cutter is jammed</translation>
    </message>
    <message>
        <source>出票口被纸卡住了</source>
        <translation>Paper is stuck in the slip outlet</translation>
    </message>
    <message>
        <source>打印机被停用了</source>
        <translation>The printer is switched off line</translation>
    </message>
    <message>
        <source>打印机出了故障</source>
        <translation>The printer has a fault</translation>
    </message>
    <message>
        <source>打印机没有接通</source>
        <translation>The printer is not connected</translation>
    </message>
    <message>
        <source>请取走小票</source>
        <translation>Please take your ticket</translation>
    </message>
    <message>
        <source>小票可能没有打好</source>
        <translation>Your ticket may not have printed well</translation>
    </message>
    <message>
        <source>小票打不出来</source>
        <translation>Your ticket cannot be printed</translation>
    </message>
    <message>
        <source>正在打印小票…</source>
        <translation>Printing your ticket…</translation>
    </message>
    <message>
        <source>号码一样有效。请记下号码，或用手机拍下这张图；要小票，请到咨询台补打。</source>
        <translation>Your number is valid all the same. Please note it down or take a photo; for a slip, ask at the help desk.</translation>
    </message>
    <message>
        <source>号码一样有效。请记下号码，或用手机拍下这张图，也可以点“补打小票”。</source>
        <translation>Your number is valid all the same. Please note it, take a picture of this code, or touch Print again.</translation>
    </message>
    <message>
        <source>轮到您时，大屏会显示您的号码，窗口的屏上也会显示。</source>
        <translation>When it is your turn, your number appears on the big screen and over the window.</translation>
    </message>
    <message>
        <source>号码一样有效，请记下号码。</source>
        <translation>Your number is valid: please note it.</translation>
    </message>
    <message>
        <source>请看大屏叫号。</source>
        <translation>Please watch the big screen.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>拼音首字母</source>
        <translation>Pinyin letters</translation>
    </message>
    <message>
        <source>输入拼音或首字母，如 gssl</source>
        <translation>Pinyin or its first letters, such as gssl</translation>
    </message>
</context>
<context>
    <name>SlipDrawing</name>
    <message>
        <source>小票上的二维码</source>
        <translation>The code on your ticket</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>还在吗？</source>
        <translation>Are you still there?</translation>
    </message>
    <message numerus="yes">
        <source>%n秒后回到首页</source>
        <translation>
            <numerusform>Back to the start in %n second</numerusform>
            <numerusform>Back to the start in %n seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>再看一会儿</source>
        <translation>Stay here</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>%1，已开</source>
        <translation>%1, on</translation>
    </message>
    <message>
        <source>%1，已关</source>
        <translation>%1, off</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>%1，已选</source>
        <translation>%1, chosen</translation>
    </message>
    <message numerus="yes">
        <source>匹配 %n 项</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message>
        <source>%1，按下清空</source>
        <translation>%1, press to clear</translation>
    </message>
    <message>
        <source>常办</source>
        <translation>Frequent</translation>
    </message>
    <message>
        <source>按部门</source>
        <translation>By department</translation>
    </message>
    <message>
        <source>按类型</source>
        <translation>By kind</translation>
    </message>
</context>
<context>
    <name>add</name>
    <message>
        <source>{number}已叫号，请直接告诉窗口工作人员</source>
        <translation>{number} has been called: please tell the staff at the window</translation>
    </message>
    <message>
        <source>{number}已经包括这件事</source>
        <translation>{number} is for this already</translation>
    </message>
</context>
<context>
    <name>case</name>
    <message>
        <source>个人信息暂时无法登记，请到咨询服务台</source>
        <translation>Personal details cannot be taken down now; please ask at the help desk</translation>
    </message>
</context>
<context>
    <name>coming back</name>
    <message>
        <source>{number}号过号已超过{minutes}分钟，请重新取号</source>
        <translation>{number} was called more than {minutes} minutes ago, please take a new number</translation>
    </message>
</context>
<context>
    <name>duty</name>
    <message>
        <source>这条告警已经处理了</source>
        <translation>This alarm has been dealt with</translation>
    </message>
    <message>
        <source>{who}已经去了</source>
        <translation>{who} is on the way already</translation>
    </message>
</context>
<context>
    <name>enumeration</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>intake</name>
    <message>
        <source>{queue}现在没有窗口办理，请到咨询台</source>
        <translation>No window serves {queue} now, please go to the information desk</translation>
    </message>
    <message>
        <source>今天的取号已结束，请改日再来</source>
        <translation>No more numbers today, please come another day</translation>
    </message>
    <message>
        <source>{queue}暂停取号（{why}），请到咨询台</source>
        <translation>{queue} gives out no numbers now ({why}), please go to the information desk</translation>
    </message>
    <message>
        <source>，{when}开始取号</source>
        <translation>; numbers again {when}</translation>
    </message>
    <message>
        <source>{queue}现在不取号{again}</source>
        <translation>{queue}: no numbers now{again}</translation>
    </message>
    <message>
        <source>{queue}今天的号已取完{again}</source>
        <translation>{queue}: today&apos;s numbers are given out{again}</translation>
    </message>
    <message>
        <source>{queue}此时段只接待预约{again}</source>
        <translation>{queue}: appointments only at this time{again}</translation>
    </message>
    <message>
        <source>正在疏散，请立即离开大厅</source>
        <translation>The hall is being evacuated. Please leave now</translation>
    </message>
</context>
<context>
    <name>items</name>
    <message>
        <source>{kind} · {department}</source>
        <translation>{kind} · {department}</translation>
    </message>
    <message>
        <source>“{word}” · {department}</source>
        <translation>{word} · {department}</translation>
    </message>
    <message>
        <source>{count}项</source>
        <translation>{count} services</translation>
    </message>
</context>
<context>
    <name>phone</name>
    <message>
        <source>这张号已经过期</source>
        <translation>This number has expired</translation>
    </message>
    <message>
        <source>这次服务已经评价过了，谢谢您</source>
        <translation>This service has been rated already, thank you</translation>
    </message>
    <message>
        <source>现在不能评价这次服务，请到咨询台反映</source>
        <translation>This service cannot be rated now; please tell the help desk</translation>
    </message>
</context>
<context>
    <name>place</name>
    <message>
        <source>咨询台</source>
        <translation>the information desk</translation>
    </message>
    <message>
        <source>{number}号窗口{name}</source>
        <translation>window {number} ({name})</translation>
    </message>
    <message>
        <source>{number}号窗口</source>
        <translation>window {number}</translation>
    </message>
    <message>
        <source>{numbers}号窗口</source>
        <translation>windows {numbers}</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>小票正在打印，请稍候</source>
        <translation>Your ticket is being printed, please wait</translation>
    </message>
</context>
<context>
    <name>ticket</name>
    <message>
        <source>系统暂时不能取号，请到咨询台，工作人员帮您办</source>
        <translation>No number can be given just now. Please go to the information desk: the staff will help you</translation>
    </message>
    <message>
        <source>办完后再到{place}</source>
        <translation>Then go to {place}</translation>
    </message>
</context>
<context>
    <name>wait</name>
    <message>
        <source>{high}分钟以内</source>
        <translation>up to {high} minutes</translation>
    </message>
    <message>
        <source>{low}-{high}分钟</source>
        <translation>{low}–{high} minutes</translation>
    </message>
</context>
<context>
    <name>when</name>
    <message>
        <source>今天{clock}</source>
        <translation>today at {clock}</translation>
    </message>
    <message>
        <source>明天{clock}</source>
        <translation>tomorrow at {clock}</translation>
    </message>
    <message>
        <source>{month}月{day}日（{weekday}）{clock}</source>
        <translation>on {weekday}, {day}/{month} at {clock}</translation>
    </message>
    <message>
        <source>星期一</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>星期二</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>星期三</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>星期四</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>星期五</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>星期六</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>星期日</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>{month}月{day}日 {weekday}</source>
        <translation>{weekday}, {day}/{month}</translation>
    </message>
</context>
</TS>
