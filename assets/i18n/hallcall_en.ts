<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Aloud</name>
    <message>
        <source>音量%1</source>
        <translation>Volume %1</translation>
    </message>
    <message>
        <source>朗读已打开。上下键换选项，确认键选定，音量键调声音。</source>
        <translation>Reading aloud is on. Up and down keys change the choice, the select key chooses, the volume keys change the volume.</translation>
    </message>
    <message>
        <source>第%1项，共%2项</source>
        <translation>Number %1 of %2</translation>
    </message>
    <message>
        <source>可以选：%1</source>
        <translation>You can choose: %1</translation>
    </message>
</context>
<context>
    <name>BookingPage</name>
    <message>
        <source>请输入预约号</source>
        <translation>Please type your booking number</translation>
    </message>
    <message>
        <source>预约号是告知单上的数字，没有就输预约时留的电话。也可以把单子上的二维码对准扫码口。</source>
        <translation>The digits on your booking slip, or the telephone number you left. Or hold the code on the slip before the scanner.</translation>
    </message>
    <message>
        <source>预约号是告知单上的数字，没有就输预约时留的电话。</source>
        <translation>The digits on your booking slip, or the telephone number you left.</translation>
    </message>
    <message>
        <source>或电话，或扫二维码</source>
        <translation>or telephone, or scan the code</translation>
    </message>
    <message>
        <source>或预约时留的电话</source>
        <translation>or the telephone you left</translation>
    </message>
    <message>
        <source>还没有输入</source>
        <translation>Nothing typed yet</translation>
    </message>
    <message>
        <source>改用身份证签到</source>
        <translation>Use an ID card instead</translation>
    </message>
    <message>
        <source>签到取号</source>
        <translation>Check in</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>请把身份证放在读卡区</source>
        <translation>Please put your ID card on the reader</translation>
    </message>
    <message>
        <source>用身份证签到</source>
        <translation>Check in with an ID card</translation>
    </message>
    <message>
        <source>已经放着的，请拿起来再放一次。</source>
        <translation>If it lies there already, please lift it and put it back.</translation>
    </message>
    <message>
        <source>只读证件号码，用来找您的预约；找完就丢掉，不保存。</source>
        <translation>Only its number, to find your booking; then it is dropped, not kept.</translation>
    </message>
    <message>
        <source>读什么：只用身份证号码，不看照片和住址。</source>
        <translation>What is read: only the number of the card; no picture, no address.</translation>
    </message>
    <message>
        <source>为什么：用来找到您的预约。</source>
        <translation>Why: to find your booking.</translation>
    </message>
    <message>
        <source>多久：找完就丢掉，这台机器不保存。</source>
        <translation>For how long: it is dropped at once; this machine keeps nothing.</translation>
    </message>
    <message>
        <source>同意，读身份证</source>
        <translation>I agree, read the card</translation>
    </message>
    <message>
        <source>不读身份证，输入预约号</source>
        <translation>No card, type the number</translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message>
        <source>材料清单请到窗口领取</source>
        <translation>Please ask at the window for the list of documents</translation>
    </message>
    <message>
        <source>取号办这件事</source>
        <translation>Take a number for this</translation>
    </message>
    <message numerus="yes">
        <source>现在等候 %n 人</source>
        <translation>
            <numerusform>%n person waiting now</numerusform>
            <numerusform>%n people waiting now</numerusform>
        </translation>
    </message>
    <message>
        <source>示例数据</source>
        <translation>Sample data</translation>
    </message>
    <message>
        <source>示例数据，不作为办事依据</source>
        <translation>Sample data, not to be relied on</translation>
    </message>
    <message>
        <source>打印告知单</source>
        <translation>Print the notice</translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
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
    <name>DigitsPage</name>
    <message>
        <source>不填，下一步</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
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
    <name>FiledPage</name>
    <message>
        <source>还有 %1</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>请到%1</source>
        <translation>Please go to %1</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>请保留小票，凭上面的编号查询。</source>
        <translation>Please keep the slip; its number is what staff will ask for.</translation>
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
    <name>FindPage</name>
    <message>
        <source>我的号</source>
        <translation>My number</translation>
    </message>
    <message>
        <source>请把小票上的二维码对准扫码口，或输入号码。</source>
        <translation>Hold the code on your slip to the scanner, or enter the number.</translation>
    </message>
    <message>
        <source>请输入小票上的号码。</source>
        <translation>Please enter the number on your slip.</translation>
    </message>
    <message>
        <source>请按号码前的字母</source>
        <translation>Letter first</translation>
    </message>
    <message>
        <source>查询</source>
        <translation>Look up</translation>
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
    <message>
        <source>小声一点</source>
        <translation>Quieter</translation>
    </message>
    <message>
        <source>大声一点</source>
        <translation>Louder</translation>
    </message>
</context>
<context>
    <name>GuidePager</name>
    <message>
        <source>上一页</source>
        <translation>Back a page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
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
        <source>本机暂停取号，请用旁边的取号机，或到咨询台</source>
        <translation>This kiosk is closed. Please use another one, or ask at the desk</translation>
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
        <source>我的号</source>
        <translation>My number</translation>
    </message>
    <message>
        <source>看前面还有几人，补打小票，评价服务</source>
        <translation>People ahead, print the slip again, rate a service</translation>
    </message>
    <message>
        <source>预约签到</source>
        <translation>Check in for an appointment</translation>
    </message>
    <message>
        <source>约好了时间的，在这里签到取号</source>
        <translation>You have an appointment: get your number here</translation>
    </message>
    <message>
        <source>事项查询与告知单</source>
        <translation>Services and notices</translation>
    </message>
    <message>
        <source>看要什么材料、多久办好，打印告知单</source>
        <translation>Documents, times, fees; print the list</translation>
    </message>
    <message>
        <source>帮办代办/上门服务</source>
        <translation>Help or home visit</translation>
    </message>
    <message>
        <source>有人帮、有人代，来不了可以上门</source>
        <translation>Someone helps, acts for you or comes to you</translation>
    </message>
    <message>
        <source>反映与投诉</source>
        <translation>Report or complain</translation>
    </message>
    <message>
        <source>现场投诉、办不成事，都有人管</source>
        <translation>A complaint, or something that does not work</translation>
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
    <message numerus="yes">
        <source>共 %n 项</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
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
    <message>
        <source>不选，下一步</source>
        <translation>Skip</translation>
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
    <message>
        <source>字母键盘，输入拼音首字母</source>
        <translation>Letter keys: type the first letters of pinyin</translation>
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
    <name>MinePage</name>
    <message>
        <source>下一位就是您</source>
        <translation>You are next</translation>
    </message>
    <message numerus="yes">
        <source>前面还有 %n 人</source>
        <translation>
            <numerusform>%n person ahead</numerusform>
            <numerusform>%n people ahead</numerusform>
        </translation>
    </message>
    <message>
        <source>正在等候</source>
        <translation>You are in line</translation>
    </message>
    <message>
        <source>预约时间 %1，到时叫号</source>
        <translation>Your appointment is at %1</translation>
    </message>
    <message>
        <source>轮到您了，请到 %1 号窗口</source>
        <translation>Please go to window %1</translation>
    </message>
    <message>
        <source>窗口请您稍候，会再叫您</source>
        <translation>The window will call you again</translation>
    </message>
    <message>
        <source>叫过您的号了，请尽快到窗口或咨询台说明</source>
        <translation>You were called. Please go to the desk</translation>
    </message>
    <message>
        <source>已办完，谢谢您</source>
        <translation>Finished. Thank you</translation>
    </message>
    <message>
        <source>您已放弃排队</source>
        <translation>You have left the line</translation>
    </message>
    <message>
        <source>这个号已作废，请到咨询台</source>
        <translation>This number was withdrawn. Please ask at the desk</translation>
    </message>
    <message>
        <source>这张号已过期，请重新取号</source>
        <translation>This number was for another day. Please take a new one</translation>
    </message>
    <message>
        <source>放弃后这个号不能再用，要重新取号排队。</source>
        <translation>The number cannot be used afterwards; you would have to take a new one.</translation>
    </message>
    <message>
        <source>大约等待 %1</source>
        <translation>Wait: about %1</translation>
    </message>
    <message>
        <source>请在%1附近等候</source>
        <translation>Please wait near %1</translation>
    </message>
    <message>
        <source>办理事项：%1</source>
        <translation>For: %1</translation>
    </message>
    <message>
        <source>您的评价：%1。谢谢您</source>
        <translation>Your rating: %1. Thank you</translation>
    </message>
    <message>
        <source>补打、评价、放弃排队，请出示小票上的二维码，或到咨询台。</source>
        <translation>To reprint, rate or leave, scan the code on your slip, or ask at the desk.</translation>
    </message>
    <message>
        <source>评价服务</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>补打小票</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>确定放弃</source>
        <translation>Yes, leave</translation>
    </message>
    <message>
        <source>不等了</source>
        <translation>Leave the line</translation>
    </message>
    <message>
        <source>不放弃</source>
        <translation>No, stay</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
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
    <name>OtherWaysPage</name>
    <message>
        <source>其他投诉方式</source>
        <translation>Other ways to complain</translation>
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
    <message>
        <source>请取走告知单</source>
        <translation>Please take your notice</translation>
    </message>
    <message>
        <source>告知单可能没有打好</source>
        <translation>The notice may not have printed well</translation>
    </message>
    <message>
        <source>告知单打不出来</source>
        <translation>The notice cannot be printed</translation>
    </message>
    <message>
        <source>正在打印告知单…</source>
        <translation>Printing your notice…</translation>
    </message>
    <message>
        <source>请到咨询台领取，告诉工作人员告知单号；也可以返回，在屏幕上看。</source>
        <translation>The information desk prints it for you: tell them its number. Or go back and read it on the screen.</translation>
    </message>
    <message>
        <source>材料、流程、时限都在单子上。照着准备，少跑一趟。</source>
        <translation>Documents, steps and times are on it: with all of them ready, one visit is enough.</translation>
    </message>
    <message>
        <source>请到咨询台领取。</source>
        <translation>Please ask at the information desk.</translation>
    </message>
    <message>
        <source>请照着准备材料。</source>
        <translation>Please prepare what it lists.</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>工作人员</source>
        <translation>Staff</translation>
    </message>
    <message numerus="yes">
        <source>输错多次，请等 %n 秒再试。</source>
        <translation>
            <numerusform>Too many wrong tries. Please wait %n second.</numerusform>
            <numerusform>Too many wrong tries. Please wait %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>不对，请再输一次。</source>
        <translation>That is not it. Please try again.</translation>
    </message>
    <message>
        <source>请输入本大厅取号机的密码。</source>
        <translation>Please enter this hall&apos;s kiosk PIN.</translation>
    </message>
    <message numerus="yes">
        <source>已输入 %n 位</source>
        <translation>
            <numerusform>%n digit entered</numerusform>
            <numerusform>%n digits entered</numerusform>
        </translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>RatePage</name>
    <message>
        <source>请您评价%1号窗口的服务</source>
        <translation>How was the service at window %1?</translation>
    </message>
    <message>
        <source>自愿评价，不评也可以。</source>
        <translation>This is voluntary.</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>非常不满意</source>
        <translation>Very dissatisfied</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>Dissatisfied</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>Fairly satisfied</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>非常满意</source>
        <translation>Very satisfied</translation>
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
    <name>SignPad</name>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
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
    <name>StaffPage</name>
    <message>
        <source>要重新打开程序吗？</source>
        <translation>Restart the program?</translation>
    </message>
    <message>
        <source>要退出到系统吗？</source>
        <translation>Exit to the system?</translation>
    </message>
    <message>
        <source>本机状态</source>
        <translation>This kiosk</translation>
    </message>
    <message>
        <source>已换纸</source>
        <translation>New paper in</translation>
    </message>
    <message>
        <source>测试小票</source>
        <translation>Test slip</translation>
    </message>
    <message>
        <source>音量减（%1）</source>
        <translation>Softer (%1)</translation>
    </message>
    <message>
        <source>音量加（%1）</source>
        <translation>Louder (%1)</translation>
    </message>
    <message>
        <source>恢复取号</source>
        <translation>Give out numbers</translation>
    </message>
    <message>
        <source>暂停取号</source>
        <translation>Close this kiosk</translation>
    </message>
    <message>
        <source>重启程序</source>
        <translation>Restart</translation>
    </message>
    <message>
        <source>退出到系统</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>不</source>
        <translation>No</translation>
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
    <name>ToldPage</name>
    <message>
        <source>一次性告知单</source>
        <translation>One-time notice</translation>
    </message>
    <message>
        <source>告知单号 %1</source>
        <translation>Notice %1</translation>
    </message>
    <message>
        <source>再打一张</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
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
    <name>check_in</name>
    <message>
        <source>这不是预约告知单上的码，请换一张，或输入预约号</source>
        <translation>This is not the code of a booking. Try another, or type the booking number</translation>
    </message>
    <message>
        <source>没有读到，请把身份证拿起来，再放一次</source>
        <translation>It could not be read. Please lift the card and put it back</translation>
    </message>
    <message>
        <source>读不了这种证件，请输入预约号</source>
        <translation>This kind of card cannot be read. Please type the booking number</translation>
    </message>
    <message>
        <source>读卡器现在用不了，请返回输入预约号，或到咨询台</source>
        <translation>The reader does not work now. Please go back and type the number, or ask at the desk</translation>
    </message>
    <message>
        <source>没有找到这个预约，请核对后再试，或到咨询台，工作人员帮您查</source>
        <translation>There is no such booking today. Please check and try again, or ask at the desk</translation>
    </message>
    <message>
        <source>您约的是{clock}，到时间叫您的号</source>
        <translation>Your appointment is at {clock}. Your number will be called then</translation>
    </message>
    <message>
        <source>您约的{clock}到了，很快叫您的号</source>
        <translation>Your appointment was at {clock}. Your number will be called soon</translation>
    </message>
    <message>
        <source>比约定的{clock}晚了，还能办：请马上到窗口附近，听叫号</source>
        <translation>You are later than {clock}, but you will be served: please go to the window now</translation>
    </message>
    <message>
        <source>您的预约是{when}，已经过了。今天要办，请取号</source>
        <translation>Your appointment was {when} and is over. To be served today, please take a number</translation>
    </message>
    <message>
        <source>您的预约是{when}，请那天来。今天要办，请取号</source>
        <translation>Your appointment is {when}. Please come then. To be served today, please take a number</translation>
    </message>
    <message>
        <source>这个预约已经签到，号码是{number}。小票不见了，请到咨询台补打</source>
        <translation>This booking has been checked in; its number is {number}. If the slip is lost, the desk prints it again</translation>
    </message>
    <message>
        <source>这个预约还没有答复，请到咨询台问一下。今天要办，也可以取号</source>
        <translation>This booking has not been answered yet, please ask at the desk. To be served today, you can take a number</translation>
    </message>
    <message>
        <source>这个预约已经取消。今天要办，请取号，或到咨询台另约</source>
        <translation>This booking was cancelled. To be served today, please take a number, or book again at the desk</translation>
    </message>
    <message>
        <source>这个预约被取消了，很抱歉。请到咨询台，工作人员为您安排</source>
        <translation>We are sorry: this booking was cancelled. Please go to the desk, where staff will arrange it for you</translation>
    </message>
    <message>
        <source>这个预约过时未到，已经作废。今天要办，请取号，或到咨询台另约</source>
        <translation>This booking has lapsed because nobody came. To be served today, please take a number, or book again at the desk</translation>
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
    <name>desk</name>
    <message>
        <source>{number}现在不能这样办，请看它的状态</source>
        <translation>This cannot be done to {number} now; look at its state</translation>
    </message>
    <message>
        <source>本窗口没有挂起的号</source>
        <translation>This window has parked nobody</translation>
    </message>
    <message>
        <source>{number}还没有开始办理：请先开始、重呼、挂起或过号</source>
        <translation>{number} has not been started: start, recall, park or no-show first</translation>
    </message>
    <message>
        <source>{number}刚刚已叫到本窗口，没有再叫下一位</source>
        <translation>{number} was just called to this window; nobody else was called</translation>
    </message>
    <message>
        <source>窗口现在是{number}，刚才的操作没有做</source>
        <translation>{number} is at the window now; what you pressed was not done</translation>
    </message>
    <message>
        <source>{number}办完太久，不能再请评价</source>
        <translation>{number} was served too long ago to be asked</translation>
    </message>
    <message>
        <source>本窗口还没有可评价的服务</source>
        <translation>This window has served nobody to be asked</translation>
    </message>
    <message>
        <source>{number}已经评价过了</source>
        <translation>{number} has been rated already</translation>
    </message>
    <message>
        <source>没有窗口办{queue}队列，请另选</source>
        <translation>No window serves queue {queue}; choose another</translation>
    </message>
    <message>
        <source>G队列只给绿色通道，请转到别的队列或窗口</source>
        <translation>Queue G is for priority numbers alone; choose another queue or a window</translation>
    </message>
    <message>
        <source>预约号按预约时间叫，不能排到最前，请取消“排最前”</source>
        <translation>Booked numbers are called at their time and cannot go in front; switch “In front of all” off</translation>
    </message>
    <message>
        <source>本窗口现在没有叫号，请先叫下一位</source>
        <translation>Nobody is called at this window; call the next first</translation>
    </message>
    <message>
        <source>密码错得太多，账号锁住了：请等{minutes}分钟，或请值班经理解锁</source>
        <translation>Too many wrong passwords: the account is locked. Wait {minutes} min, or ask the duty manager to unlock it</translation>
    </message>
    <message>
        <source>工号或密码不对，请再试，或请管理员重设密码</source>
        <translation>Staff number or password is wrong; try again, or ask the administrator for a new password</translation>
    </message>
</context>
<context>
    <name>due</name>
    <message>
        <source>暂不能确定：{year}年日历未公布，自{day}起{count}个工作日</source>
        <translation>not known yet: the {year} calendar is not out; {count} working days from {day}</translation>
    </message>
    <message>
        <source>{day}当天内</source>
        <translation>by the end of {day}</translation>
    </message>
    <message>
        <source>今天{time}前</source>
        <translation>today, before {time}</translation>
    </message>
    <message>
        <source>{day} {time}前</source>
        <translation>{day}, before {time}</translation>
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
    <name>guide</name>
    <message>
        <source>申请材料（{count}件）</source>
        <translation>Documents ({count})</translation>
    </message>
    <message>
        <source>办理流程</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>办理时限</source>
        <translation>Time limits</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>注意事项</source>
        <translation>Please note</translation>
    </message>
    <message>
        <source>办理地点</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>法律依据</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>{place}. {name}（{form}，{count}份）{source}{note}</source>
        <translation>{place}. {name} ({form}, copies: {count}){source}{note}</translation>
    </message>
    <message>
        <source>原件</source>
        <translation>original</translation>
    </message>
    <message>
        <source>复印件</source>
        <translation>photocopy</translation>
    </message>
    <message>
        <source>原件和复印件</source>
        <translation>original and photocopy</translation>
    </message>
    <message>
        <source>电子材料</source>
        <translation>electronic</translation>
    </message>
    <message>
        <source>；获取途径：{source}</source>
        <translation>; where to get it: {source}</translation>
    </message>
    <message>
        <source>；说明：{note}</source>
        <translation>; note: {note}</translation>
    </message>
    <message>
        <source>法定时限：法律未规定，按{days}个工作日</source>
        <translation>By law: no limit is set, {days} working days apply</translation>
    </message>
    <message>
        <source>法定时限：{limit}</source>
        <translation>By law: {limit}</translation>
    </message>
    <message>
        <source>承诺时限：{limit}</source>
        <translation>Promised: {limit}</translation>
    </message>
    <message>
        <source>从受理的第二天起计算</source>
        <translation>counted from the day after acceptance</translation>
    </message>
    <message>
        <source>即时办结（当天办完）</source>
        <translation>at once (done the same day)</translation>
    </message>
    <message>
        <source>{days}个工作日</source>
        <translation>{days} working days</translation>
    </message>
    <message>
        <source>收费依据：{basis}</source>
        <translation>Basis of the fee: {basis}</translation>
    </message>
    <message>
        <source>材料清单请到窗口领取</source>
        <translation>Please ask at the window for the list of documents</translation>
    </message>
</context>
<context>
    <name>health</name>
    <message>
        <source>正常</source>
        <translation>well</translation>
    </message>
    <message>
        <source>没有接通</source>
        <translation>not connected</translation>
    </message>
    <message>
        <source>没有应答</source>
        <translation>does not answer</translation>
    </message>
    <message>
        <source>拒绝工作</source>
        <translation>refuses to work</translation>
    </message>
    <message>
        <source>有故障</source>
        <translation>in trouble</translation>
    </message>
    <message>
        <source>时好时坏</source>
        <translation>unsteady</translation>
    </message>
    <message>
        <source>未启动</source>
        <translation>not started</translation>
    </message>
    <message>
        <source>等待打印</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>printing</translation>
    </message>
    <message>
        <source>已送出</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>已打好</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>不确定</source>
        <translation>uncertain</translation>
    </message>
    <message>
        <source>没有打出</source>
        <translation>not printed</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>读卡器</source>
        <translation>Card reader</translation>
    </message>
    <message>
        <source>扫码器</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>朗读</source>
        <translation>Voice</translation>
    </message>
    <message>
        <source>数据库</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>可读可写</source>
        <translation>can be read and written</translation>
    </message>
    <message>
        <source>不清楚</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>{state}：{why}</source>
        <translation>{state}: {why}</translation>
    </message>
    <message>
        <source>{since}换的纸，已打{count}张</source>
        <translation>{count} slips since {since}</translation>
    </message>
    <message>
        <source>纸卷</source>
        <translation>Paper roll</translation>
    </message>
    <message>
        <source>磁盘</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>剩余{mb} MB</source>
        <translation>{mb} MB free</translation>
    </message>
    <message>
        <source>{at} {state}</source>
        <translation>{at} {state}</translation>
    </message>
    <message>
        <source>{at} {state}（补打）</source>
        <translation>{at} {state} (reprint)</translation>
    </message>
    <message>
        <source>小票{number}</source>
        <translation>Slip {number}</translation>
    </message>
</context>
<context>
    <name>holder</name>
    <message>
        <source>系统暂时查不到您的号，请看大屏叫号，或到咨询台问工作人员</source>
        <translation>Your number cannot be looked up just now. Please watch the screens or ask at the desk</translation>
    </message>
    <message>
        <source>这不是本大厅的码</source>
        <translation>This is not a code of this hall</translation>
    </message>
    <message>
        <source>今天没有{number}号，请再看一下小票上的号码</source>
        <translation>There is no number {number} today. Please look at your slip again</translation>
    </message>
    <message>
        <source>现在不能补打这张小票，请到咨询台</source>
        <translation>This slip cannot be printed again here. Please ask at the desk</translation>
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
    <name>register</name>
    <message>
        <source>现在是“{state}”，不能办“{step}”</source>
        <translation>It is “{state}” now; “{step}” is not possible</translation>
    </message>
    <message>
        <source>“{deadline}”到期以后才能办“{step}”</source>
        <translation>“{step}” is possible only after “{deadline}”</translation>
    </message>
    <message>
        <source>“{deadline}”已过，不能办“{step}”</source>
        <translation>“{deadline}” is over; “{step}” is not possible</translation>
    </message>
    <message>
        <source>您的角色不能办“{step}”，请找值班经理</source>
        <translation>Your role may not do “{step}”; ask the duty manager</translation>
    </message>
    <message>
        <source>填写的内容不符合“{step}”的条件</source>
        <translation>What was written does not fit “{step}”</translation>
    </message>
    <message>
        <source>“{field}”填写得不对，请照提示重填</source>
        <translation>“{field}” does not fit; see the hint and write it again</translation>
    </message>
    <message>
        <source>没有“{item}”这个事项，请写全名。相近的：{similar}</source>
        <translation>There is no service “{item}”; write its full name. Similar: {similar}</translation>
    </message>
</context>
<context>
    <name>request</name>
    <message>
        <source>系统暂时不能登记，请到咨询台，工作人员帮您办</source>
        <translation>Requests cannot be taken just now. Please go to the information desk; staff will help you</translation>
    </message>
    <message>
        <source>需要哪种帮助？</source>
        <translation>What kind of help?</translation>
    </message>
    <message>
        <source>想反映什么？</source>
        <translation>What is it about?</translation>
    </message>
    <message>
        <source>帮办</source>
        <translation>Help here</translation>
    </message>
    <message>
        <source>现在就要人帮：帮办员到您身边来</source>
        <translation>Someone comes to you right now</translation>
    </message>
    <message>
        <source>代办</source>
        <translation>Someone acts for me</translation>
    </message>
    <message>
        <source>请代办员替您跑手续，自愿、免费</source>
        <translation>An agent does it for you, free of charge</translation>
    </message>
    <message>
        <source>上门服务</source>
        <translation>Home visit</translation>
    </message>
    <message>
        <source>来不了大厅的人，工作人员上门办</source>
        <translation>For people who cannot come to the hall</translation>
    </message>
    <message>
        <source>现场投诉</source>
        <translation>Complain now</translation>
    </message>
    <message>
        <source>处置人5分钟内到您身边来</source>
        <translation>Someone comes to you within 5 minutes</translation>
    </message>
    <message>
        <source>办不成事</source>
        <translation>It does not get done</translation>
    </message>
    <message>
        <source>事情没办成，当场告诉您管不管</source>
        <translation>Staff tell you at once whether they take it on</translation>
    </message>
    <message>
        <source>其他投诉方式</source>
        <translation>Other ways to complain</translation>
    </message>
    <message>
        <source>电话、意见箱、信函、网上</source>
        <translation>Telephone, box, letter, online</translation>
    </message>
    <message>
        <source>要帮什么？</source>
        <translation>What do you need?</translation>
    </message>
    <message>
        <source>谁需要上门？</source>
        <translation>Who needs the visit?</translation>
    </message>
    <message>
        <source>为什么投诉？</source>
        <translation>Why do you complain?</translation>
    </message>
    <message>
        <source>卡在哪里？</source>
        <translation>What stands in the way?</translation>
    </message>
    <message>
        <source>是哪件事？</source>
        <translation>Which service?</translation>
    </message>
    <message>
        <source>怎么联系您？</source>
        <translation>Your telephone number?</translation>
    </message>
    <message>
        <source>是哪张号？</source>
        <translation>Which ticket?</translation>
    </message>
    <message>
        <source>点一下，帮办员就来</source>
        <translation>Touch one, and a helper comes</translation>
    </message>
    <message>
        <source>应该到场、又不方便来的人可以申请</source>
        <translation>For people who should come but hardly can</translation>
    </message>
    <message>
        <source>详细情况当面说，这里只选一项</source>
        <translation>Choose one; tell the rest in person</translation>
    </message>
    <message>
        <source>输入小票上的号，字母在前。不知道可以不填</source>
        <translation>As on the ticket, letter first. You may skip this</translation>
    </message>
    <message>
        <source>只用来联系您办这件事。加密保存，办结{days}天后删除</source>
        <translation>Only to reach you about this. Kept encrypted, deleted {days} days after closing</translation>
    </message>
    <message>
        <source>工作人员会打这个电话约时间和地址。加密保存，办结{days}天后删除</source>
        <translation>Staff call it to agree on time and address. Kept encrypted, deleted {days} days after closing</translation>
    </message>
    <message>
        <source>可以不选</source>
        <translation>You may skip this</translation>
    </message>
    <message>
        <source>今天没有{number}这个号。请看小票上的号码，也可以不填</source>
        <translation>There is no ticket {number} today. Please look at your ticket, or skip this</translation>
    </message>
</context>
<context>
    <name>staff</name>
    <message>
        <source>已记下换纸，并请打印机报告状态</source>
        <translation>New paper is noted; the printer is asked how it is</translation>
    </message>
    <message>
        <source>已请打印机打一张测试小票</source>
        <translation>A test slip is on its way</translation>
    </message>
    <message>
        <source>本机已暂停取号</source>
        <translation>This kiosk is closed now</translation>
    </message>
    <message>
        <source>本机已恢复取号</source>
        <translation>This kiosk gives out numbers again</translation>
    </message>
    <message>
        <source>朗读的起始音量已改</source>
        <translation>The voice begins at another volume</translation>
    </message>
    <message>
        <source>没有办成：{why}</source>
        <translation>It was not done: {why}</translation>
    </message>
</context>
<context>
    <name>ticket</name>
    <message>
        <source>系统暂时不能取号，请到咨询台，工作人员帮您办</source>
        <translation>No number can be given just now. Please go to the information desk: the staff will help you</translation>
    </message>
    <message>
        <source>本机暂停取号，请用旁边的取号机，或到咨询台</source>
        <translation>This kiosk is closed. Please use another one, or ask at the desk</translation>
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
