<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>names</name>
    <message>
        <source>公共服务</source>
        <translation>Public service</translation>
    </message>
    <message>
        <source>行政许可</source>
        <translation>Permit</translation>
    </message>
    <message>
        <source>其他行政权力</source>
        <translation>Other official matter</translation>
    </message>
    <message>
        <source>党建服务</source>
        <translation>Party service</translation>
    </message>
    <message>
        <source>行政确认</source>
        <translation>Official confirmation</translation>
    </message>
    <message>
        <source>邮政服务</source>
        <translation>Postal service</translation>
    </message>
    <message>
        <source>企业服务</source>
        <translation>Business service</translation>
    </message>
    <message>
        <source>市场监督管理局</source>
        <translation>Market Regulation</translation>
    </message>
    <message>
        <source>人力资源和社会保障局</source>
        <translation>Human Resources and Social Security</translation>
    </message>
    <message>
        <source>医疗保障局</source>
        <translation>Health Insurance</translation>
    </message>
    <message>
        <source>住房和城乡建设局</source>
        <translation>Housing and Construction</translation>
    </message>
    <message>
        <source>税务局</source>
        <translation>Tax Office</translation>
    </message>
    <message>
        <source>自然资源局</source>
        <translation>Natural Resources</translation>
    </message>
    <message>
        <source>教育局</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>退役军人事务局</source>
        <translation>Veterans Affairs</translation>
    </message>
    <message>
        <source>民政局</source>
        <translation>Civil Affairs</translation>
    </message>
    <message>
        <source>水利局</source>
        <translation>Water Resources</translation>
    </message>
    <message>
        <source>公安局</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>交通运输局</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>残疾人联合会</source>
        <translation>Disabled Persons&apos; Federation</translation>
    </message>
    <message>
        <source>司法局</source>
        <translation>Justice</translation>
    </message>
    <message>
        <source>卫生健康局</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>党群工作部</source>
        <translation>Party and Community Work</translation>
    </message>
    <message>
        <source>经济和信息化局</source>
        <translation>Economy and Information</translation>
    </message>
    <message>
        <source>国防动员办公室</source>
        <translation>National Defence Mobilization</translation>
    </message>
    <message>
        <source>发展和改革局</source>
        <translation>Development and Reform</translation>
    </message>
    <message>
        <source>邮政公司</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>综合行政执法局</source>
        <translation>City Administration</translation>
    </message>
    <message>
        <source>文化体育和旅游局</source>
        <translation>Culture, Sport and Tourism</translation>
    </message>
    <message>
        <source>林业局</source>
        <translation>Forestry</translation>
    </message>
    <message>
        <source>应急管理局</source>
        <translation>Emergency Management</translation>
    </message>
    <message>
        <source>财政局</source>
        <translation>Finance</translation>
    </message>
    <message>
        <source>生态环境局</source>
        <translation>Environment</translation>
    </message>
    <message>
        <source>民族宗教事务局</source>
        <translation>Ethnic and Religious Affairs</translation>
    </message>
    <message>
        <source>供水供电供气单位</source>
        <translation>Water, Power and Gas</translation>
    </message>
    <message>
        <source>住房公积金管理中心</source>
        <translation>Housing Provident Fund</translation>
    </message>
    <message>
        <source>未注明</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>综合咨询与综合受理</source>
        <translation>General intake</translation>
    </message>
    <message>
        <source>党群服务</source>
        <translation>Party and community</translation>
    </message>
    <message>
        <source>市场监管</source>
        <translation>Market regulation</translation>
    </message>
    <message>
        <source>税务</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>社会保障与就业</source>
        <translation>Social security and work</translation>
    </message>
    <message>
        <source>医疗保障</source>
        <translation>Health insurance</translation>
    </message>
    <message>
        <source>绿色通道</source>
        <translation>Green channel</translation>
    </message>
    <message>
        <source>自然资源与不动产</source>
        <translation>Land and property</translation>
    </message>
    <message>
        <source>工程建设</source>
        <translation>Construction</translation>
    </message>
    <message>
        <source>投资项目与产业</source>
        <translation>Investment and industry</translation>
    </message>
    <message>
        <source>公安户政</source>
        <translation>Household registration</translation>
    </message>
    <message>
        <source>民政、残联与退役军人</source>
        <translation>Civil affairs and veterans</translation>
    </message>
    <message>
        <source>社会事务</source>
        <translation>Social affairs</translation>
    </message>
    <message>
        <source>要素保障</source>
        <translation>Utilities</translation>
    </message>
    <message>
        <source>咨询服务台</source>
        <translation>information desk</translation>
    </message>
    <message>
        <source>罗江经开区政务服务中心</source>
        <translation>Luojiang Government Service Center</translation>
    </message>
    <message>
        <source>咨询解答</source>
        <translation>Answers to questions</translation>
    </message>
    <message>
        <source>填表</source>
        <translation>Filling in forms</translation>
    </message>
    <message>
        <source>准备材料</source>
        <translation>Getting papers ready</translation>
    </message>
    <message>
        <source>自助设备、手机办理</source>
        <translation>Using a machine or a phone</translation>
    </message>
    <message>
        <source>陪同</source>
        <translation>Someone beside me</translation>
    </message>
    <message>
        <source>轮椅</source>
        <translation>A wheelchair</translation>
    </message>
    <message>
        <source>叫车</source>
        <translation>Calling a taxi</translation>
    </message>
    <message>
        <source>打印复印</source>
        <translation>Printing, copying</translation>
    </message>
    <message>
        <source>工程建设项目</source>
        <translation>A building project</translation>
    </message>
    <message>
        <source>老年人</source>
        <translation>An old person</translation>
    </message>
    <message>
        <source>体弱的人</source>
        <translation>A frail person</translation>
    </message>
    <message>
        <source>病人</source>
        <translation>A sick person</translation>
    </message>
    <message>
        <source>残疾人</source>
        <translation>A disabled person</translation>
    </message>
    <message>
        <source>其他应到而不便到场的人</source>
        <translation>Another person who hardly can come</translation>
    </message>
    <message>
        <source>违反办理规则、程序、时限或对结果有异议</source>
        <translation>Rules, procedure, time limit or result</translation>
    </message>
    <message>
        <source>服务质量差</source>
        <translation>Poor service</translation>
    </message>
    <message>
        <source>服务态度差或吃拿卡要</source>
        <translation>Attitude, or asked for favours</translation>
    </message>
    <message>
        <source>一次性告知不全面、不彻底</source>
        <translation>Not told everything at once</translation>
    </message>
    <message>
        <source>其他损害群众切身利益的情形</source>
        <translation>Something else that harms people</translation>
    </message>
    <message>
        <source>政策</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>Computer system</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>服务态度</source>
        <translation>Attitude of staff</translation>
    </message>
    <message>
        <source>办事流程复杂</source>
        <translation>Complicated procedure</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Something else</translation>
    </message>
    <message>
        <source>帮办员应答</source>
        <translation>A helper answers</translation>
    </message>
    <message>
        <source>1个工作日内答复</source>
        <translation>Answer within 1 working day</translation>
    </message>
    <message>
        <source>处置人5分钟内到场</source>
        <translation>Someone is here within 5 minutes</translation>
    </message>
    <message>
        <source>当场作出受理决定</source>
        <translation>Decision on the spot</translation>
    </message>
    <message>
        <source>帮办申请单</source>
        <translation>Request for help</translation>
    </message>
    <message>
        <source>代办申请单</source>
        <translation>Request for an agent</translation>
    </message>
    <message>
        <source>上门服务申请单</source>
        <translation>Request for a home visit</translation>
    </message>
    <message>
        <source>现场投诉登记单</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>“办不成事”登记单</source>
        <translation>Report: it does not get done</translation>
    </message>
    <message>
        <source>帮办员会到您身边来，请在自助终端旁稍候。帮办免费。</source>
        <translation>A helper is coming to you. Please wait beside this kiosk. It is free of charge.</translation>
    </message>
    <message>
        <source>请带材料到帮办代办窗口，代办员当场看材料，缺什么一次说清。代办自愿、免费。</source>
        <translation>Please take your papers to the agents&apos; window. They are looked at there, and you are told at once what is missing. It is voluntary and free of charge.</translation>
    </message>
    <message>
        <source>工作人员会给您打电话，约定时间和地址，说明要准备的材料。</source>
        <translation>Staff will call you to agree on time and address, and tell you which papers to have ready.</translation>
    </message>
    <message>
        <source>投诉处置人会到您身边来，请在自助终端旁稍候；要走开，请告诉咨询服务台。</source>
        <translation>The person in charge is coming to you. Please wait beside this kiosk; if you have to leave, tell the information desk.</translation>
    </message>
    <message>
        <source>请到“办不成事”窗口，工作人员当场告诉您受理还是不受理。</source>
        <translation>Please go to the window for things that do not get done. Staff decide there and then whether they take it on.</translation>
    </message>
</context>
</TS>
