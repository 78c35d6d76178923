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
unofficial-site = 本网站由{ $publisher }发布。文字以发文机构的正式文件为准。
unofficial-site-anonymous = 文字以发文机构的正式文件为准。
published-by = 本网站由{ $publisher }发布。
made-accessible = 本网站的每一页都不需要脚本，也不向别的网站发送请求。
contact = 给我们写信
about-site = 关于本网站
section-pages = 页面

# 版本
versions = 版本
official-text = 正式文本
official-text-of-page = 原文
easy-read = 易读版
easy-read-missing = 这份文件还没有易读版。
easy-read-missing-of-event = 这个活动还没有易读版。

# 正式文本
summary = 内容提要
summary-note = 用简单的话写成，不是正式文本的一部分。
summary-note-of-page = 用简单的话写成，不是原文的一部分。
facts = 基本信息
contents = 目录
preamble = 序言部分
operative = 执行部分
adoption = 通过情况
notes = 注释
unofficial-document = 这是网页版，不是正式文件。文字以正式文件 { $symbol } 为准。
unofficial-text = 这是网页版，不是正式文件。
official-edition-of = 这是{ $publisher }发布的正式文本。
official-edition = 这是正式文本。
authentic-edition = 这是作准文本。别的版本如果和它不同，以它为准。
symbol = 文号
body = 机构
session = 届会
session-dates = 届会日期
agenda-item = 议程项目
adopted-on = 通过日期
in-force = 施行日期
adopted = 通过说明
# 通过决议的那一行，只说机构和日期的几种写法；说得更多的，列在基本信息里。
adopted-lines =
    { $body } { $date }通过的决议
    { $body } { $date }通过的决定
    { $date }{ $body }通过的决议
    { $date }{ $body }通过的决定
    { $date }{ $body }决议
    { $date }{ $body }决定
date = 日期
changed = 最后修改
author = 作者
publisher = 出版者
edition = 版次
keywords = 关键词
cover-lines = 封面另有
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
article = 第 { $number } 条
# 插在一条后面的条：第五条之一
article-inserted = 第 { $number } 条之 { $place }
section = 第 { $number } 条
section-inserted = 第 { $number } 条之 { $place }
# 附件里自己从第一条数起的条
in-annex = 附件{ $annex ->
    [1] {""}
   *[other] {" "}{ $annex }{" "}
}{ $name }
explained-in = 易读版：{ $title }
left-out-in-easy-read = 易读版没有讲这一段：{ $reason }
note-mark = 注 { $number }
note-back = 返回正文
note-back-name = 返回正文中注 { $number } 的{ $occurrence ->
    [1] 位置
   *[other] 第 { $occurrence } 处位置
}
long-description = 长描述
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
sections = 栏目
list-parts = 列表的各页
list-part = 第 { $number } 页
list-part-title = { $title }（第 { $number } 页）
group-year = { $year } 年
group-without-date = 没有日期
group-without-session = 不属于任何届会
group-without-letter = 其他
letters = 字母
neighbours = 前一篇和后一篇
previous = 前一篇
next = 后一篇

# 找不到
not-found = 找不到这一页
not-found-text = 这个网址没有内容。它可能写错了，也可能已经换了地方。
not-found-home = 回到首页
entry-title = 标题
entry-no-value = 无
entries-count = { $count } 条
entries-counted = 还有 { $count } 条不能给你看：有关各方只同意我们说有几条。
entries-none = 这里还没有条目。
entries-all = 全部条目
same-as = 别的资料库里的同一条
export-csv = 下载表格（CSV）
export-csv-about = 每个条目一行。用表格软件打开。
export-json = 下载数据（JSON）
export-json-about = 内容和表格一样，给程序用。
export-json-ld = 下载关联数据（JSON-LD）
export-json-ld-about = 用各网站通用的词（schema.org）描述条目，给搜索引擎和别的资料库用。
export-schema = 下载字段说明（JSON Schema）
export-schema-about = 说明条目有哪些字段、能填什么，给检查数据的程序用。
facets = 选择条目
facet-more = 还有 { $count } 项没有列在这里。
agreed = 谁同意公布
agreed-by = { $party }（{ $date }同意）
foreign-note = 这些条目在别的网站上，不是这里的。我们没有检查过内容。
foreign-more = 还有 { $count } 条没有列在这里。
foreign-all = 看那里的全部条目
report-added = 新增的条目
report-changed = 改过的条目
report-withdrawn = 撤下的条目
report-withdrawn-count = { $count ->
    [0] 这段时间没有撤下条目。
   *[other] 这段时间撤下 { $count } 条。它们的内容不再公布。
}
report-none = 没有。
report-by = 按“{ $field }”数
report-table = 表：{ $title }
report-all = 一共几条
report-new = 新增几条
report-computed = 下面的条目和数字是程序从资料库里数出来的。没有同意公布的条目不在里面。
report-elsewhere = 还有 { $count } 个条目没有本页语言的文字，不在下面的条目和数字里。
report-computed-to = 下面的条目和数字是程序从资料库里数出来的，数到 { $date }为止。没有同意公布的条目不在里面。
withdrawn-title = 已撤下的条目 { $number }
withdrawn-heading = 这一条已经撤下
withdrawn-text = 有关各方只同意公布到 { $date }。期限过了，内容已经撤下。
withdrawn-taken-back = 有关各方里有人在 { $date }收回了同意，内容已经撤下。
withdrawn-others = 看其他条目
facet-years = 跨几年的，每一年都算。
moved-title = { $title }（新地址）
moved-heading = 这一页有了新地址
moved-text = 马上转到新地址。如果没有转过去，请点这里：
former = 以前在这里的段落
former-moved = 这一段现在在：

# 易读版
about-this = 关于这份易读版
not-official = 这不是正式文本。
not-official-link = 阅读正式文本
not-official-link-of-page = 阅读原文
explains = 这一节讲的是正式文本的：
explains-of-page = 这一节讲的是原文的：
word-box = 词语解释
made-by = 编写：{ $name }
read-by = 读过并提了意见：{ $name }
written-by-rules = 编写规则：{ $rules }
status-not-tested = 智力残疾人还没有读过和检查过这份易读版。
status-read = 到 { $date }为止，{ $count } 位智力残疾读者读过这份易读版。至少要有 { $fewest } 位读过，才算测试过。
status-tested = { $date }经{ $readers }测试。
status-tested-from = { $first }至 { $date }经{ $readers }测试。
status-changed = 智力残疾人上一次读这份易读版是 { $date }。以后改过的是：{ $changed }。改过以后还没有测试。
changed-words = 文字
changed-pictures = 图片
changed-words-or-pictures = 文字或图片
changed-links = 链接打开的网页
changed-official-text = 正式文本
changed-official-text-of-page = 原文
changed-parts = 易读版讲哪些段落
changed-event = 活动的安排
status-section-new = 这一节现在讲的正式文本，还没有人和它查对过。这份易读版上一次检查是 { $date }。
status-section-new-of-page = 这一节现在讲的原文，还没有人和它查对过。这份易读版上一次检查是 { $date }。
status-section-less = 这份易读版上一次检查是 { $date }。那时候，这一节还讲正式文本的别的段落。
status-section-less-of-page = 这份易读版上一次检查是 { $date }。那时候，这一节还讲原文的别的段落。
status-section-changed = 这一节讲的正式文本改过。这一节上一次检查是 { $date }。
status-section-changed-of-page = 这一节讲的原文改过。这一节上一次检查是 { $date }。
# Before a digit stands a space, which names of readers do without.
readers-with-intellectual-disability = {" "}{ $count } 位智力残疾读者
words-explained = 词语表
glossary-intro = 这里解释易读版里用到的词语。
glossary-forms = 正式文本里的说法：{ $forms }
picture-credit = 图片：{ $authors }（{ $licences }）

not-understood = 这里有读不懂的地方吗？
not-understood-link = 请告诉我们

# 图片
pictures = 图片和意思
pictures-intro = 这里是易读版可以用的图片，和每张图片的意思。
picture-words = 用在这些词旁边：{ $words }

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

# 无障碍声明
accessibility = 无障碍声明
accessibility-about = 本网站怎样让每个人都能用，检查过什么，还有哪些问题。
accessibility-plainly = 简单地说
accessibility-easy-aim = 我们想让每个人都能用这个网站。
accessibility-easy-program = 电脑程序检查了每一页。
accessibility-easy-limits = 程序不能发现所有的问题。
accessibility-easy-assessed = 有人检查过这个网站。
accessibility-easy-not-assessed = 还没有人全面检查过这个网站。
accessibility-easy-debt = 有些地方还不好用。我们知道，会改好。
accessibility-easy-contact = 你遇到困难，可以告诉我们。
accessibility-aim = 我们的目标
accessibility-commitment = { $publisher }希望每个人都能使用本网站，包括残疾人。
accessibility-commitment-anonymous = 本网站的发布者希望每个人都能使用本网站，包括残疾人。
accessibility-standard = 目标是达到《网页内容无障碍指南》（WCAG）2.2 版的 AA 级。
accessibility-status = 现在的情况
accessibility-not-assessed = 还没有人按这个标准全面评估过本网站。程序的检查不能代替评估，所以我们不说本网站符合标准。
accessibility-method-self = 发布者自己评估了本网站：{ $name }，{ $date }。
accessibility-method-third-party = 第三方评估了本网站：{ $name }，{ $date }。
accessibility-status-full = 评估结果：本网站完全符合 WCAG 2.2 的 AA 级。
accessibility-status-partial = 评估结果：本网站部分符合 WCAG 2.2 的 AA 级，下面写明了不符合的地方。
accessibility-status-none = 评估结果：本网站不符合 WCAG 2.2 的 AA 级。
accessibility-with = 评估时用了：{ $name }
accessibility-limitations = 已经知道的问题
accessibility-reason-non-compliance = 原因：还没有达到标准。
accessibility-reason-burden = 原因：要做到，负担过重。
accessibility-reason-out-of-scope = 原因：法律没有要求。
accessibility-official-texts = { $count } 份正式文本的句子又长又难。正式文本不能改写，所以另有内容提要和易读版。
accessibility-not-tested = { $count } 份易读版还没有由至少 { $fewest } 位智力残疾人读过和检查过，或者检查以后，文字、图片或正式文本又改过。
accessibility-without-easy-read = { $count } 份文件还没有易读版。
accessibility-not-covered = 正式文本里有 { $count } 段，易读版没有讲，也没有写明原因。
accessibility-debt = 有 { $count } 处还没有达到 WCAG 2.2 的要求 { $criterion }，最晚在 { $date }改好。
accessibility-debt-of-rules = 另有 { $count } 处不合本网站的检查规则，最晚在 { $date }改好。
accessibility-unknown = 可能还有我们不知道的问题。
accessibility-measures = 我们做了什么
accessibility-measure-build = 每次发布以前，程序都检查所有的文字和网页。只要有一个错误，就不发布。
accessibility-measure-build-debt = 每次发布以前，程序都检查所有的文字和网页。只要有一个新的错误，就不发布。以前已有、还没有改好的错误，写在“已经知道的问题”里。
accessibility-measure-coverage = 程序查对易读版讲到了正式文本的哪些段落，没有讲到的都会报告。
accessibility-criteria = 程序能查什么
accessibility-criteria-mean = 下面的数字是《无障碍网页内容指南》2.2 里要求的编号。程序只看网页的代码：看不出颜色和布局，也不懂文字、图片和声音的意思。
accessibility-criteria-checked = 程序能查：{ $criteria }。
accessibility-criteria-partly = 程序能查一部分，其余要由人来看：{ $criteria }。
accessibility-criteria-not-here = 程序不能查，要由人来看：{ $criteria }。
accessibility-results = 检查结果
accessibility-extent = 这次检查了 { $texts } 份文字和 { $pages } 个网页。本页的结果不在其中。
accessibility-results-mean = “通过”只说明程序没有发现问题。有些规则只能指出可疑的地方，要由人来判断，所以从来不写“通过”。
accessibility-outcomes = 各种结果有多少条规则、多少项检查
accessibility-outcome = 结果
accessibility-rules-pages = 检查网页的规则
accessibility-rules-texts = 检查文字的规则
accessibility-rules-people = 由人做的检查
outcome-passed = 通过
outcome-failed = 没有通过
outcome-canttell = 要由人判断
outcome-inapplicable = 没有可查的内容
outcome-untested = 没有检查
accessibility-found = 发现了什么
accessibility-rule = 规则
accessibility-places = 几处
accessibility-allowed = 写明理由、允许不改的
accessibility-report = 供程序读取的检查结果（EARL 1.0，JSON-LD）
accessibility-coverage = 易读版讲了多少
accessibility-coverage-mean = 正式文本里提出要求的每一段，易读版都应该讲到，或者写明为什么不讲。
accessibility-coverage-table = 每份文件有多少段
accessibility-paragraphs = 要讲的段落
accessibility-covered = 讲到的
accessibility-left-out = 写明不讲的
accessibility-missing = 漏掉的
accessibility-total = 合计
accessibility-others = 还有 { $count } 份文件，它们的数目写在各自的网页上，也算在合计里。
accessibility-reach = 怎样联系我们
accessibility-contact = 遇到困难，或者需要别的格式，请告诉我们：
accessibility-no-contact = 本网站没有写明怎样联系发布者。
accessibility-newest = 本网站最新的文字的日期

# 电子书
downloads = 下载
download-book = 电子书：{ $title }（EPUB，{ $size }）
size-kilobytes = { $number } KB
size-megabytes = { $number } MB
cover = 封面
landmarks = 主要位置
pages = 页码
page-number = 第 { $number } 页
collection = 全部文件
list-of-paragraphs = 各段
part-of-text = { $title }，第 { $number } 部分
unofficial-book-of = 这是电子书版，不是正式文件。文字以正式文件 { $symbol } 为准。
unofficial-book = 这是电子书版，不是正式文件。
book-is-official = 本书有一份正式文本和它的内容提要。
book-is-official-of-page = 本书有一份文件的原文和它的内容提要。
book-is-easy-read = 本书是一份正式文本的易读版。
book-is-easy-read-of-page = 本书是一份文件的易读版。
book-is-collection = 本书收入全部文件。每份文件有内容提要、易读版（如果有）和正式文本。
book-is-entries = 本书收入这个资料库的全部条目。每个条目有摘要、易读版（如果有）和全文。
book-adjustable = 字的大小、字体、行距和颜色都可以调整。
book-without-seeing = 不用看也能读：读屏软件可以读出全部内容，盲文显示器也可以显示。
book-navigable = 可以按目录和标题跳到各个部分。
book-pages = 可以按印刷文件的页码跳转。
book-still = 没有闪烁或会动的内容。
book-certified = 已按 EPUB 无障碍标准检查，检查者的名字写在书里。
book-not-certified = 还没有人按 EPUB 无障碍标准检查过这本书。

# 纯文本
download-docx = Word 文件：{ $title }（DOCX，{ $size }）
docx-statement = 可以在文字处理软件里修改和答复。标题、列表、表格和脚注都有标记；图片都有文字说明，或者标明是装饰。
docx-statement-drawings = 可以在文字处理软件里修改和答复。标题、列表、表格和脚注都有标记；图片都有文字说明，或者标明是装饰。旧的软件不显示其中一些图。
docx-unofficial-of = 这是 Word 版，不是正式文件。文字以正式文件 { $symbol } 为准。
docx-unofficial = 这是 Word 版，不是正式文件。
download-akn = 供程序使用的文件：{ $title }（AKN，{ $size }）
akn-statement = 供议会、档案馆和图书馆的程序使用。段落、条款、脚注和链接都按法律文件的标准格式 AKN 3.0 作了标记。
akn-unofficial-of = 这是供程序使用的版本，不是正式文件。文字以正式文件 { $symbol } 为准。
akn-unofficial = 这是供程序使用的版本，不是正式文件。
download-text = 纯文本：{ $title }（TXT，{ $size }）
text-statement = 只有文字，可以用于电子邮件、聊天软件和盲文显示器。图片用文字说明代替。
text-statement-silent-pictures = 只有文字，可以用于电子邮件、聊天软件和盲文显示器。和旁边的文字意思相同的图片，不再用文字说明。
text-unofficial-of = 这是纯文本版，不是正式文件。文字以正式文件 { $symbol } 为准。
text-unofficial = 这是纯文本版，不是正式文件。
text-picture = （图片：{ $words }）
text-deleted = （已划去：{ $words }）
text-page = 网上的这一页：{ $url }

# 写法
easy-read-title = { $title }（易读版）
list-separator = 、
sentence-separator = {""}
colon = ：
long-date = { $year } 年 { $month } 月 { $day } 日
days = { $first }至 { $last }
since = { $date }起
month-of-year = { $year } 年 { $month } 月
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
desk-to = 到校对台
desk-only = 这一页只在预览里有，发布的网站没有。
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
desk-beside-of-page = 原文和易读版对照
desk-book = 这一页的电子书（EPUB）
desk-docx = 这一页的 Word 文件（DOCX）
desk-akn = 这一页供程序使用的文件（AKN）
desk-text = 这一页的纯文本（TXT）
desk-all = 全站的问题
desk-behind = 这个文件现在有错误，所以这里显示的是改坏以前的内容。改好以后，这一页会自己更新。
desk-draft = 这是草稿。正式发布的网站没有这一页。
desk-withheld = 这一页还没有得到所有应当同意的人同意。正式发布的网站没有这一页，只有这台电脑能看到。
desk-updated = 页面更新了。
desk-lost = 预览停了。请在终端里重新运行 curbcut serve。
desk-range = { $first }到{ $last }
desk-no-page = 这一页现在做不出来。
desk-no-site = 网站的设置 book.toml 现在读不了，所以还没有页面。改好以后，这一页会自己更新。
desk-back = 回到这一页
desk-not-explained = 易读版没有讲这一处。
desk-need-not = 这一处不要求讲。
desk-left-out = 易读版不讲这一处。理由：{ $reason }
desk-explains-nothing = 这一节没有对应的正式文本。
desk-all-clean = 全站的文字没有发现问题。网页打开时才检查，发布时全部检查。
desk-pages-open = 打开这一页

# 后续：谁来做什么
follow-up = 后续：谁来做什么
follow-up-about = 决议请谁做什么，最晚什么时候做完，现在怎样。
follow-up-plain-1 = { $bodies ->
    [united-nations] 决议会请国家和联合国的部门做事。
   *[other] 决议会请人和部门做事。
}
follow-up-plain-2 = 这一页列出：请谁做，做什么，最晚什么时候做完。
follow-up-plain-3 = 有文件证明，我们才写“做完了”。没找到文件，不等于没有做。
follow-up-plain-easy-read = 有的事有好懂的说明。点“易读版”，就能读到。
follow-up-counts = { $tasks ->
    [0] 没有请谁做事。
   *[other] 一共 { $tasks } 件事。{ $dated ->
        [0] 没有认出期限，请看正文。
       *[other] { $dated } 件写了期限{ $overdue ->
            [0] 。
           *[other] ，其中 { $overdue } 件的期限已经过了，我们还没有找到做完的记录。
        }
    }
}
follow-up-unchecked = { $tables ->
    [one] 这张表
   *[other] 下面的表
}还没有人检查。可能写错，也可能漏掉一些要求。请以决议正文为准。
follow-up-partly-checked = 写了“检查过”的，有人检查过。别的还没有人检查，可能写错，也可能漏掉一些要求。请以决议正文为准。
follow-up-checked = { $tables ->
    [one] 这张表
   *[other] 下面的表
}里的每一件事都有人检查过，还可能漏掉一些要求。请以决议正文为准。
follow-up-table = 后续
follow-up-table-of = { $title }：后续
follow-up-table-deadlines = 期限
follow-up-caption = { $tasks } 件事{ $dated ->
    [0] {""}
   *[other] ，{ $dated } 件写了期限
}
follow-up-caption-deadlines = { $tasks } 件事，先到期的在前
follow-up-with-deadline = 写了期限的事
follow-up-without-deadline = 没有认出期限的事
follow-up-paragraph = 段落
follow-up-who = 谁
follow-up-what = 做什么
follow-up-due = 最晚什么时候做完
follow-up-status = 现在怎样
follow-up-who-decides = 本决议的机构：{ $body }
follow-up-who-unknown = 电脑没有认出是谁，请看正文
follow-up-who-nobody = 正文没有写明是谁
follow-up-verb = { $verb }：
follow-up-verb-plain = { $verb }（就是{ $plain }）：
follow-up-to = 交给：{ $to }
follow-up-no-deadline = 没有写期限
follow-up-deadline-not-found = 电脑没有认出期限，请看正文
follow-up-due-both = { $one }，{ $other }
follow-up-session = { $body ->
    [none] 第 { $number } 届会议
   *[other] { $body }第 { $number } 届会议
}
follow-up-before = { $what }以前
follow-up-at = { $what }
follow-up-by-day = { $what }
follow-up-from = 从{ $what }开始
follow-up-from-day = 从 { $what }开始
follow-up-last-day = 最后一天：{ $date }
follow-up-days = { $start }至 { $end }
follow-up-over-by = 这一届会议在 { $date }以前已经开完
follow-up-days-unknown = 我们不知道这一届会议哪天开
follow-up-open = 我们还没有找到做完的记录。
follow-up-overdue = 期限已经过了。我们还没有找到做完的记录。
follow-up-done = 做完了。
follow-up-document = 文件：{ $symbol }
follow-up-document-unnamed = 看这份文件
follow-up-looked-up = { $by } { $date }查到
follow-up-confirmed = { $by } { $date }检查过
follow-up-added = 电脑没有找到这一条，是人加上的。
follow-up-no-task = 有人看过了：这里没有请谁做事。
follow-up-calendar = 期限日历（iCalendar）
follow-up-event = { $who ->
    [none] { $what }（{ $place }）
   *[other] { $who }：{ $what }（{ $place }）
}
follow-up-all = 全部决议的后续

# 活动
event = 能不能参加，怎么参加
event-over = 这个活动已经结束。
event-cancelled = 这个活动取消了。
event-cancelled-short = 取消了
event-postponed = 这个活动推迟了。新的时间还没有定。下面写的是原来的时间。
event-postponed-short = 推迟了
event-moved-online = 这个活动改到网上举行。
event-moved-online-short = 改到网上
event-named-with-status = { $status }：{ $title }
event-unknown = 还不知道
event-yes = 有
event-no = 没有
event-when = 时间
event-where = 地点
event-online = 网上参加
event-for-whom = 谁可以参加
event-register = 报名
event-contact = 有问题找谁
event-follows = 谁要求办的
event-series = 属于哪个系列
event-report = 结果
event-only-online = 只在网上举行
event-only-on-site = 不能在网上参加
event-online-over = 活动已经结束，不能再在网上参加
event-online-link = 进入网上会场
event-map = 看地图
event-register-link = 在这里报名
event-register-no = 不用报名
event-register-over = 报名已经结束
event-register-until = 最晚 { $date }
event-calendar = 放进我的日历（iCalendar）
event-day = { $day }（{ $weekday }）
event-day-time = { $day } { $time }
event-from-to = { $start } 至 { $end }
event-zone = { $zone ->
    [none] UTC{ $offset }
   *[other] { $zone }时间（UTC{ $offset }）
}
event-zone-changes = { $zone ->
    [none] 开始时 UTC{ $offset }，结束时 UTC{ $end }
   *[other] { $zone }时间（开始时 UTC{ $offset }，结束时 UTC{ $end }）
}
event-programme = 日程
weekday-1 = 星期一
weekday-2 = 星期二
weekday-3 = 星期三
weekday-4 = 星期四
weekday-5 = 星期五
weekday-6 = 星期六
weekday-7 = 星期日
access = 有什么帮助
access-sign-languages = 手语翻译
access-captions = 实时字幕
access-easy-read = 易读材料
access-wheelchair = 轮椅通道
access-hearing-loop = 助听感应线圈
access-quiet-room = 安静的房间
access-assistance = 协助人员
access-companions = 陪同人员的座位
access-transport = 交通
access-food = 吃的和喝的
access-cost = 费用
access-if-missing = 少了什么，怎么办
events-coming = 将要举行的活动
events-over = 已经结束的活动
events-reported = 这份文件来自这个活动
events-in-series = 这个系列的活动
events-asked-for = 按这份文件的要求办的活动

# 录像和录音
recordings = 录像和录音
recording-number = 录像 { $number }
recording-signed = { $title }（{ $language }）
recording-elsewhere = 在别的网站上看或听：{ $title }
recording-sound = 只听声音：{ $title }
recording-signed-elsewhere = 在别的网站上看：{ $title }（{ $language }）
recording-on-page = 在这个活动的网页上看或听：{ $title }
recording-signed-on-page = 在这个活动的网页上看：{ $title }（{ $language }）
recording-spoken = 说的语言
recording-captions = 字幕
recording-descriptions = 画面说明
recording-sign-languages = 手语版
recording-chapters = 章节：{ $title }
transcript = 文字稿：{ $title }
transcript-from-captions = 这份文字稿是电脑用字幕做成的。
transcript-by-people = 这份文字稿是人整理的。
transcript-times = 点时间，就从那里开始播放。
transcript-describes = 画面

# 资料库里谁能帮谁
match = 谁能帮谁
match-of = { $title }：谁能帮谁
match-about = 谁要人帮忙，谁能帮忙，为什么合适。
match-plain-1 = 有的人要人帮忙，有的人能帮忙。
match-plain-2 = 这一页说谁能帮谁，为什么合适。
match-plain-3 = 想联系，就给联系人写信。
match-computed = 这些是程序比较出来的，没有人看过。要做的事一样，语言有一样的，时间碰得上，就列在这里。有人没有写的，程序不知道，也列出来。
match-requests = 谁要人帮忙
match-offers = 谁能帮忙
match-no-requests = 现在没有人写要人帮忙。
match-no-offers = 现在没有人写能帮忙。
match-of-entry = 要人帮忙和能帮忙的事
match-request = 要人帮忙
match-offer = 能帮忙
match-languages = 语言
match-region = 地区
match-period = 时间
match-not-said = 没有写
match-contact = 联系
match-found-offers = 能帮忙的有 { $count } 个：
match-found-requests = 要人帮忙的有 { $count } 个：
match-none = 现在还没有合适的。以后有了，就会列在这里。
match-over = 时间已经过了，不再找合适的。
match-more = 还有 { $count } 个也合适。这里只列最合适的。
match-over-count = 还有 { $count } 个时间已经过了，不再列出。
match-why = 为什么合适
match-differs = 不一样的和不知道的
match-same-need = 两边都写了“{ $need }”。
match-same-need-unnamed = 两边要做的事一样。
match-same-languages = 两边都用{ $languages }。
match-same-period = 时间碰得上：{ $period }。
match-same-region = 两边都在{ $region }。
match-region-within = { $inner }在{ $outer }里面。
match-other-region = 地区不一样：要人帮忙的在{ $request }，能帮忙的在{ $offer }。
match-offer-no-languages = 能帮忙的没有写用什么语言。
match-request-no-languages = 要人帮忙的没有写用什么语言。
match-no-languages = 两边都没有写用什么语言。
match-offer-no-period = 能帮忙的没有写时间。
match-request-no-period = 要人帮忙的没有写时间。
match-no-period = 两边都没有写时间。
match-offer-no-region = 能帮忙的没有写地区。
match-request-no-region = 要人帮忙的没有写地区。
match-no-region = 两边都没有写地区。

# 语言的名称，取自 CLDR（Unicode License v3），由 Babel 2.19.0 读出
language-called = { $tag ->
    [aa] 阿法尔语
    [ab] 阿布哈西亚语
    [ace] 亚齐语
    [ada] 阿当梅语
    [ae] 阿维斯塔语
    [af] 南非荷兰语
    [ak] 阿肯语
    [am] 阿姆哈拉语
    [an] 阿拉贡语
    [ar] 阿拉伯语
    [arn] 马普切语
    [as] 阿萨姆语
    [av] 阿瓦尔语
    [awa] 阿瓦德语
    [ay] 艾马拉语
    [az] 阿塞拜疆语
    [ba] 巴什基尔语
    [ban] 巴厘语
    [be] 白俄罗斯语
    [bem] 本巴语
    [bez] 贝纳语
    [bg] 保加利亚语
    [bho] 博杰普尔语
    [bi] 比斯拉马语
    [bm] 班巴拉语
    [bn] 孟加拉语
    [bo] 藏语
    [br] 布列塔尼语
    [brx] 博多语
    [bs] 波斯尼亚语
    [bug] 布吉语
    [ca] 加泰罗尼亚语
    [ce] 车臣语
    [ceb] 宿务语
    [cgg] 奇加语
    [ch] 查莫罗语
    [chk] 楚克语
    [chr] 切罗基语
    [ckb] 中库尔德语
    [co] 科西嘉语
    [cr] 克里语
    [crs] 塞舌尔克里奥尔语
    [cs] 捷克语
    [cu] 教会斯拉夫语
    [cv] 楚瓦什语
    [cy] 威尔士语
    [da] 丹麦语
    [de] 德语
    [din] 丁卡语
    [dje] 哲尔马语
    [doi] 多格拉语
    [dsb] 下索布语
    [dv] 迪维希语
    [dz] 宗卡语
    [ee] 埃维语
    [el] 希腊语
    [en] 英语
    [eo] 世界语
    [es] 西班牙语
    [et] 爱沙尼亚语
    [eu] 巴斯克语
    [fa] 波斯语
    [ff] 富拉语
    [fi] 芬兰语
    [fil] 菲律宾语
    [fj] 斐济语
    [fo] 法罗语
    [fon] 丰语
    [fr] 法语
    [fur] 弗留利语
    [fy] 西弗里西亚语
    [ga] 爱尔兰语
    [gaa] 加族语
    [gan] 赣语
    [gd] 苏格兰盖尔语
    [gez] 吉兹语
    [gil] 吉尔伯特语
    [gl] 加利西亚语
    [gn] 瓜拉尼语
    [gsw] 瑞士德语
    [gu] 古吉拉特语
    [guz] 古西语
    [gv] 马恩语
    [ha] 豪萨语
    [hak] 客家语
    [haw] 夏威夷语
    [he] 希伯来语
    [hi] 印地语
    [hil] 希利盖农语
    [hmn] 苗语
    [ho] 希里莫图语
    [hr] 克罗地亚语
    [hsb] 上索布语
    [ht] 海地克里奥尔语
    [hu] 匈牙利语
    [hy] 亚美尼亚语
    [hz] 赫雷罗语
    [ia] 国际语
    [id] 印度尼西亚语
    [ie] 国际文字（E）
    [ig] 伊博语
    [ii] 凉山彝语
    [ik] 伊努皮克语
    [ilo] 伊洛卡诺语
    [io] 伊多语
    [is] 冰岛语
    [it] 意大利语
    [iu] 因纽特语
    [ja] 日语
    [jv] 爪哇语
    [ka] 格鲁吉亚语
    [kab] 卡拜尔语
    [kac] 克钦语
    [kam] 卡姆巴语
    [kcg] 卡塔布语
    [kea] 卡布佛得鲁语
    [kg] 刚果语
    [kha] 卡西语
    [ki] 吉库尤语
    [kj] 宽亚玛语
    [kk] 哈萨克语
    [kl] 格陵兰语
    [kln] 卡伦金语
    [km] 高棉语
    [kn] 卡纳达语
    [ko] 韩语
    [kok] 孔卡尼语
    [kos] 科斯拉伊语
    [kr] 卡努里语
    [ks] 克什米尔语
    [ku] 库尔德语
    [kv] 科米语
    [kw] 康沃尔语
    [ky] 吉尔吉斯语
    [la] 拉丁语
    [lb] 卢森堡语
    [lg] 卢干达语
    [li] 林堡语
    [lij] 利古里亚语
    [lkt] 拉科塔语
    [ln] 林加拉语
    [lo] 老挝语
    [lt] 立陶宛语
    [lu] 鲁巴加丹加语
    [lua] 卢巴-卢拉语
    [lun] 隆达语
    [luo] 卢奥语
    [lus] 米佐语
    [luy] 卢雅语
    [lv] 拉脱维亚语
    [mai] 迈蒂利语
    [mak] 望加锡语
    [mas] 马赛语
    [men] 门德语
    [mer] 梅鲁语
    [mfe] 毛里求斯克里奥尔语
    [mg] 马拉加斯语
    [mgh] 马库阿-梅托语
    [mh] 马绍尔语
    [mi] 毛利语
    [min] 米南佳保语
    [mk] 马其顿语
    [ml] 马拉雅拉姆语
    [mn] 蒙古语
    [mni] 曼尼普尔语
    [moh] 摩霍克语
    [mos] 莫西语
    [mr] 马拉地语
    [ms] 马来语
    [mt] 马耳他语
    [my] 缅甸语
    [na] 瑙鲁语
    [nan] 闽南语
    [nap] 那不勒斯语
    [naq] 纳马语
    [nb] 书面挪威语
    [nd] 北恩德贝勒语
    [nds] 低地德语
    [ne] 尼泊尔语
    [ng] 恩东加语
    [niu] 纽埃语
    [nl] 荷兰语
    [nmg] 夸西奥语
    [nn] 挪威尼诺斯克语
    [no] 挪威语
    [nr] 南恩德贝勒语
    [nus] 努埃尔语
    [nv] 纳瓦霍语
    [ny] 齐切瓦语
    [nyn] 尼昂科勒语
    [oc] 奥克语
    [oj] 奥吉布瓦语
    [om] 奥罗莫语
    [or] 奥里亚语
    [os] 奥塞梯语
    [pa] 旁遮普语
    [pam] 邦板牙语
    [pap] 帕皮阿门托语
    [pau] 帕劳语
    [pi] 巴利语
    [pis] 皮京语
    [pl] 波兰语
    [pon] 波纳佩语
    [ps] 普什图语
    [pt] 葡萄牙语
    [qu] 克丘亚语
    [quc] 基切语
    [rar] 拉罗汤加语
    [rhg] 罗兴亚语
    [rm] 罗曼什语
    [rn] 隆迪语
    [ro] 罗马尼亚语
    [rof] 兰博语
    [ru] 俄语
    [rw] 卢旺达语
    [sa] 梵语
    [sas] 萨萨克语
    [sat] 桑塔利语
    [sc] 萨丁语
    [scn] 西西里语
    [sd] 信德语
    [se] 北方萨米语
    [seh] 塞纳语
    [ses] 东桑海语
    [sg] 桑戈语
    [sh] 塞尔维亚-克罗地亚语
    [shi] 希尔哈语
    [shn] 掸语
    [si] 僧伽罗语
    [sid] 悉达摩语
    [sk] 斯洛伐克语
    [sl] 斯洛文尼亚语
    [sm] 萨摩亚语
    [sn] 绍纳语
    [so] 索马里语
    [sq] 阿尔巴尼亚语
    [sr] 塞尔维亚语
    [srn] 苏里南汤加语
    [ss] 斯瓦蒂语
    [st] 南索托语
    [su] 巽他语
    [sus] 苏苏语
    [sv] 瑞典语
    [sw] 斯瓦希里语
    [szl] 西里西亚语
    [ta] 泰米尔语
    [te] 泰卢固语
    [tem] 泰姆奈语
    [teo] 特索语
    [tet] 德顿语
    [tg] 塔吉克语
    [th] 泰语
    [ti] 提格利尼亚语
    [tig] 提格雷语
    [tk] 土库曼语
    [tkl] 托克劳语
    [tl] 他加禄语
    [tn] 茨瓦纳语
    [to] 汤加语
    [tpi] 托克皮辛语
    [tr] 土耳其语
    [ts] 聪加语
    [tt] 鞑靼语
    [tvl] 图瓦卢语
    [tw] 契维语
    [ty] 塔希提语
    [tzm] 塔马齐格特语
    [ug] 维吾尔语
    [uk] 乌克兰语
    [ur] 乌尔都语
    [uz] 乌兹别克语
    [vai] 瓦伊语
    [ve] 文达语
    [vi] 越南语
    [vo] 沃拉普克语
    [vun] 温旧语
    [wa] 瓦隆语
    [wal] 瓦拉莫语
    [war] 瓦瑞语
    [wo] 沃洛夫语
    [wuu] 吴语
    [xh] 科萨语
    [xog] 索加语
    [yap] 雅浦语
    [yi] 意第绪语
    [yo] 约鲁巴语
    [yue] 粤语
    [za] 壮语
    [zgh] 标准摩洛哥塔马塞特语
    [zh] 中文
    [zh-Hans] 简体中文
    [zh-Hant] 繁体中文
    [zu] 祖鲁语
   *[other] { $tag }
}
