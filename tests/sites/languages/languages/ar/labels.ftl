# What pages say by themselves in Arabic. What is not here is in English.
language-name = العربية
skip-to-content = انتقل إلى النص
home = الصفحة الرئيسية
all-documents = جميع الوثائق
languages = اللغات
official-text = النص الرسمي
easy-read = سهل القراءة
summary = ملخص
contents = المحتويات
preamble = الديباجة
operative = المنطوق
notes = الحواشي
symbol = الرمز
date = التاريخ
colon = {": "}
list-separator = {"، "}
note-mark = حاشية { $number }
operative-paragraph = الفقرة { $number }
vote-count = { $count ->
    [one] دولة واحدة
    [two] دولتان
    [few] { $count } دول
   *[other] { $count } دولة
}
