# 页面自己说的话。每一行的名字在所有语言里都一样。

language-name = 中文

# 每一页
skip-to-content = 跳到正文
site-navigation = 网站
breadcrumb = 当前位置
home = 首页
all-documents = 全部文件
glossary = 词汇表
languages = 语言
unofficial-site = 本网站由 { $publisher } 发布。文字以发文机构的正式文件为准。
unofficial-site-anonymous = 文字以发文机构的正式文件为准。
made-accessible = 本网站的每一页都不需要脚本，也不向别的网站发送请求。
contact = 联系我们

# 版本
versions = 版本
official-text = 正式文本
easy-read = 易读版
easy-read-missing = 这份文件还没有易读版。

# 正式文本
summary = 内容提要
summary-note = 用简单的话写成，不是正式文本的一部分。
facts = 基本信息
contents = 目录
preamble = 序言部分
operative = 执行部分
adoption = 通过情况
notes = 注释
unofficial-document = 这是网页版，不是正式文件。文字以正式文件 { $symbol } 为准。
unofficial-text = 这是网页版，不是正式文件。
symbol = 文号
body = 机构
session = 届会
session-dates = 届会日期
agenda-item = 议程项目
adopted-on = 通过日期
date = 日期
meeting = 会议
decision = 表决
distribution = 分发
distribution-date = 分发日期
distribution-language = 文件语文
distribution-original = 原件语文
vote-count = { $count } 个国家
preambular-paragraph = 序言第 { $number } 段
opening-words = 序言开头
operative-paragraph = 第 { $number } 段
explained-in = 易读版：{ $title }
left-out-in-easy-read = 易读版没有讲这一段：{ $reason }
note-mark = 注 { $number }
note-back = 返回正文
note-back-name = 返回正文中注 { $number } 的{ $occurrence ->
    [1] 位置
   *[other] 第 { $occurrence } 处位置
}
table-caption = 表
table = 表格
task-done = 已完成
task-open = 未完成
notice-note = 说明
notice-tip = 提示
notice-important = 重要
notice-warning = 注意
notice-caution = 小心

# 首页和列表
documents = 文件
no-documents = 这里还没有文件。

# 找不到
not-found = 找不到这一页
not-found-text = 这个网址没有内容。它可能写错了，也可能已经换了地方。
not-found-home = 回到首页

# 易读版
about-this = 关于这份易读版
not-official = 这不是正式文本。
not-official-link = 阅读正式文本
explains = 这一节讲的是正式文本的：
word-box = 词语解释
made-by = 编写：{ $name }
read-by = 读过并提了意见：{ $name }
written-by-rules = 编写规则：{ $rules }
status-not-tested = 智力残疾人还没有读过和检查过这份易读版。
status-tested = { $date } 经 { $readers } 测试。
status-changed = { $date } 以后，文字或图片改过。改过的版本还没有测试。
status-section-changed = 这一节讲的正式文本改过。这一节还没有重新检查。
readers-with-intellectual-disability = { $count } 位智力残疾读者
words-explained = 词语表
glossary-intro = 这里解释易读版里用到的词语。
glossary-forms = 正式文本里的说法：{ $forms }
picture-credit = 图片：{ $authors }（{ $licences }）

# 检查规则
rules = 检查规则
rules-link = 检查规则（英文）
rules-intro = 这里说明本网站的文字和网页按哪些规则检查，每条规则为什么有、从哪里来，并给出不好的例子和好的例子。
rules-of = 检查规则：{ $title }
rules-count = { $count } 条规则
rules-marks = 不好的例子里，“⟦”和“⟧”之间是规则找到的地方。
rule-bad = 不好
rule-good = 好
rule-weight = 轻重
rule-looks-at = 检查什么
rule-criterion = WCAG 2.2
rule-source = 来源

# 写法
easy-read-title = { $title }（易读版）
list-separator = 、
colon = ：
long-date = { $year } 年 { $month } 月 { $day } 日
month-1 = 1
month-2 = 2
month-3 = 3
month-4 = 4
month-5 = 5
month-6 = 6
month-7 = 7
month-8 = 8
month-9 = 9
month-10 = 10
month-11 = 11
month-12 = 12

# 校对台（只在预览里）
desk = 校对台
desk-only = 只在预览里有，发布的网站没有。
desk-clean = 没有发现问题
desk-count = { $count } 个问题
desk-count-errors = { $count } 个问题，其中 { $errors } 个是错误
desk-error = 错误
desk-warning = 警告
desk-note = 提示
desk-own = 这一页的问题
desk-elsewhere = 别的文件的问题
desk-place = 第 { $line } 行，第 { $column } 个字
desk-rule = 规则
desk-coverage = 易读版讲了多少
desk-coverage-short = 易读版讲了 { $covered }/{ $required }
desk-coverage-words = 正式文本有 { $required } 处要讲：讲了 { $covered } 处，写明理由不讲 { $left } 处，还没有讲 { $missing } 处。
desk-beside = 正式文本和易读版对照
desk-all = 全站的问题
desk-behind = 这个文件现在有错误，所以这里显示的是改坏以前的内容。改好以后，这一页会自己更新。
desk-draft = 这是草稿。正式发布的网站没有这一页。
desk-updated = 页面更新了。
desk-lost = 预览停了。请在终端里重新运行 curbcut serve。
desk-no-page = 这一页现在做不出来。
desk-no-site = 网站的设置 book.toml 现在读不了，所以还没有页面。改好以后，这一页会自己更新。
desk-back = 回到这一页
desk-not-explained = 易读版没有讲这一处。
desk-need-not = 这一处不要求讲。
desk-left-out = 易读版不讲这一处。理由：{ $reason }
desk-explains-nothing = 这一节没有对应的正式文本。
desk-all-clean = 全站没有发现问题。
desk-pages-open = 打开这一页
