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
</context>
</TS>
