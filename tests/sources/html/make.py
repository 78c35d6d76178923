#!/usr/bin/env python3
"""Writes the pages of this folder: `pip install -r requirements.txt`, then `./make.py`.

Those called pandoc-* are written by pandoc. The others are written by hand as the programs and offices do that their names say:
Word's “Save as web page” (whole and filtered), sites of ministries, pages of the 1990s laid out with tables, XHTML of a book.
All texts are made for the tests. The files are the same each time.
"""

import base64
import struct
import zlib
from pathlib import Path

import pypandoc

HERE = Path(__file__).parent


def png(shade):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([shade]) * 4 for _ in range(4))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def write(name, text, encoding="utf-8"):
    (HERE / name).write_bytes(text.encode(encoding))


def data(shade):
    return "data:image/png;base64," + base64.b64encode(png(shade)).decode()


PANDOC = """---
title: "{title}"
lang: {lang}
---

{one}[^1]

# {heading}

{two} **{bold}** *{italic}* ~~{struck}~~ H~2~O x^2^ `{code}` [{link}](https://example.org/a?b=1&c=2)

Table: {caption}

| {a} | {b} |
|-----|-----|
| 1   | {c} |
| 2   | {d} |

1.  {one}

    {two}

    a)  {c}
    b)  {d}

2.  {two}[^2]

{bold}
:   {one}

> {two}

![{caption}]({data})

``` python
if x:
    print("{code}")
```

[^1]: {note}

[^2]: {note} 2

    {one}
"""


def pandoc():
    for name, lang, words in [
        ("zh", "zh-CN", dict(title="车站无障碍指南", heading="二、坡道", one="每个车站都有坡道。", two="坡道的坡度不超过一比十二，", bold="不得堵塞", italic="应当清洁", struck="废止", code="坡度", link="法律", caption="车站清单", a="序号", b="车站", c="东站", d="西站", note="指 2024 年的标准。")),
        ("fr", "fr-FR", dict(title="L’accès aux gares", heading="Les rampes", one="Chaque gare a une rampe.", two="La pente d’une rampe ne dépasse pas un douzième,", bold="sans obstacle", italic="toujours propre", struck="abrogé", code="pente", link="la loi", caption="Liste des gares", a="No", b="Gare", c="Gare de l’Est", d="Gare de l’Ouest", note="La norme de 2024.")),
        ("ar", "ar", dict(title="دليل المحطات", heading="المنحدرات", one="في كل محطة منحدر.", two="لا يزيد ميل المنحدر على واحد من اثني عشر،", bold="بلا عوائق", italic="نظيفة دائما", struck="ملغى", code="ميل", link="القانون", caption="قائمة المحطات", a="الرقم", b="المحطة", c="محطة الشرق", d="محطة الغرب", note="معيار عام 2024.")),
    ]:
        page = pypandoc.convert_text(PANDOC.format(lang=lang, data=data(0x40), **words), "html5", format="markdown", extra_args=["--standalone", "--wrap=auto", "--columns=60"])
        write(f"pandoc-{name}.html", page.replace("\r\n", "\n"))


def of_word():
    """As Word saves a page: in GB18030, with styles for itself, lines broken anywhere, its own lists, notes, changes and comments."""
    item = "<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:{list}'><![if !supportLists]><span lang=EN-US\nstyle='mso-fareast-font-family:Calibri'><span style='mso-list:Ignore'>{number}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;\n</span></span></span><![endif]>{words}<span lang=EN-US><o:p></o:p></span></p>\n"
    items = [
        ("l0 level1 lfo1", "（一）", "修建坡道；"),
        ("l0 level2 lfo1", "<span style='font-family:Wingdings'>§</span>", "木坡道；"),
        ("l0 level1 lfo1", "（二）", "设置盲文标志，\n标志应当清楚。"),
    ]
    page = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<title>文档1</title>
<!--[if gte mso 9]><xml>
 <o:DocumentProperties><o:Author>Secret Person</o:Author></o:DocumentProperties>
</xml><![endif]-->
<style>
<!--
 p.MsoNormal {mso-style-parent:""; font-size:10.5pt;}
-->
</style>
</head>

<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>

<div class=WordSection1>

<p class=MsoTitle align=center><span style='font-family:黑体'>城市车站无障碍管理办法<span
lang=EN-US><o:p></o:p></span></span></p>

<p class=MsoToc1><a href="#_Toc1">第一章 总则<span style='mso-tab-count:1 dotted'>…… </span>1</a></p>

<h1><a name="_Toc1"></a>第一章<span style='mso-spacerun:yes'>&nbsp; </span>总则</h1>

<p class=MsoNormal style='text-indent:21.0pt'>为了保障残疾人、老年人平等出
行，根据有关法律<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span lang=EN-US><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></span></a>，制定本办法。本办法自<span
lang=EN-US>2044</span>年<span lang=EN-US>1</span>月<span lang=EN-US>1</span>日<span class=msoIns><ins
cite="mailto:Secret" datetime="2043-05-01T10:00">起</ins></span><span class=msoDel><del cite="mailto:Secret" datetime="2043-05-01T10:00">开始</del></span>施行。<span
style='mso-hide:all;display:none'>内部说明</span></p>

<h2>第二章 设施</h2>

<p class=MsoNormal>车站应当：<a style='mso-comment-reference:甲_1' href="#_msocom_1"></a><span
class=MsoCommentReference><span lang=EN-US><a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[批1]</a></span></span></p>

""" + "".join(item.format(list=kind, number=number, words=words) for kind, number, words in items) + """
<p class=MsoCaption align=center>表<span lang=EN-US>1 </span>坡道的坡度</p>

<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>
 <thead>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=142 valign=top><p class=MsoNormal><b>高度<span lang=EN-US><o:p></o:p></span></b></p></td>
  <td width=142 valign=top colspan=2><p class=MsoNormal><b>坡度</b></p></td>
 </tr>
 </thead>
 <tr><td rowspan=2><p class=MsoNormal><span lang=EN-US>0.3</span>米</p></td><td><p class=MsoNormal>室内</p></td><td><p class=MsoNormal><span lang=EN-US>1:8</span></p></td></tr>
 <tr><td><p class=MsoNormal>室外</p></td><td><p class=MsoNormal><span lang=EN-US>1:12</span></p></td></tr>
</table>

<p class=MsoNormal><!--[if gte vml 1]><v:shape id="图1"/><![endif]--><![if !vml]><img width=4 height=4
src="word-zh.files/image001.png" alt="一条木坡道" v:shapes="图1"><![endif]></p>

<p class=MsoCaption>图<span lang=EN-US>1 </span>木坡道</p>

</div>

<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>

<hr align=left size=1 width="33%">

<![endif]>

<div style='mso-element:footnote' id=ftn1>

<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference><span
lang=EN-US><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a><span
lang=EN-US> </span>指《无障碍环境建设法》。</p>

</div>

</div>

<div style='mso-element:comment-list'><div style='mso-element:comment'><div id="_com_1"><p class=MsoCommentText>请核对。</p></div></div></div>

</body>

</html>
"""
    write("word-zh.htm", page.replace("\n", "\r\n"), "gb18030")
    folder = HERE / "word-zh.files"
    folder.mkdir(exist_ok=True)
    (folder / "image001.png").write_bytes(png(0x80))


def ministry():
    """A page of a ministry: landmarks by elements only where the site has them, the text between navigation and foot, in GBK."""
    write("ministry-zh.html", """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gbk" />
<title>关于做好公交站台改造工作的通知_某省交通厅</title>
<script type="text/javascript">document.write("<p>" + 1 + "</p>");</script>
</head>
<body>
<div role="banner"><a href="/"><img src="/images/logo.png" alt="某省交通厅" /></a></div>
<div role="navigation"><ul><li><a href="/zw/">政务</a></li><li><a href="/gg/">公告</a></li></ul></div>
<form action="/search"><label for="k">检索</label><input id="k" type="text" placeholder="请输入" /><button>搜索</button></form>
<div role="main">
<table width="100%"><tr><td>索引号：</td><td>0001/2043-00012</td><td>发布日期：</td><td>2043年6月1日</td></tr></table>
<div class="title"><p align="center"><span style="font-size:22pt;font-weight:bold">关于做好公交站台改造工作的通知</span></p></div>
<div class="share" aria-hidden="true">分享到：<span>微博</span></div>
<p>　　各市交通局：</p>
<p>　　为了方便残疾人和老年人乘车，现将站台改造的有关事项通知如下。</p>
<p style="text-indent:2em"><span style="font-family:黑体">一、改造范围</span></p>
<p>　　城区内的全部公交站台。<br />　　郊区的站台，由各市决定。<br /><br />　　具体名单见附件<sup>①</sup>。</p>
<p><strong>二、时间安排</strong></p>
<ol style="list-style-type:cjk-ideographic"><li>六月底前报计划；</li><li>十二月底前完成，
并报省厅。</li></ol>
<p>　　联系电话：<ruby>赵<rp>（</rp><rt>zhào</rt><rp>）</rp></ruby>女士，010-12345678</p>
<p>　　附件：<a href="P020430601.doc">站台名单</a></p>
<p align="right">某省交通厅<br />2043年5月30日</p>
<table border="1">
<caption>站台数量</caption>
<tbody><tr><th>市</th><th>站台</th></tr><tr><td>甲市</td><td>120</td></tr><tr><td>乙市</td><td>80</td></tr></tbody>
</table>
<div style="display:none">访问量：<span>1024</span></div>
</div>
<div role="contentinfo">主办：某省交通厅　备案号：000001</div>
</body>
</html>
""".replace("\n", "\r\n"), "gbk")


def committee():
    """A page of an international body, as such are made today."""
    write("committee-en.html", f"""<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>General comment on accessible stations | Treaty bodies</title>
<base href="https://treaties.example.org/en/documents/">
<style>.sr-only {{ position: absolute }}</style>
</head>
<body>
<header><nav aria-label="Main"><ul><li><a href="/en">Home</a></li><li><a href="/fr">Français</a></li></ul></nav></header>
<main id="content">
<nav role="doc-toc"><ol><li><a href="#intro">Introduction</a></li><li><a href="#duties">Duties</a></li></ol></nav>
<article>
<header><p>CXYZ/C/GC/98</p><h1>General comment No.&nbsp;98 (2043) on accessible stations</h1><p>Adopted at the ninety-eighth session</p></header>
<section id="intro">
<h2>I. Introduction</h2>
<p>The Committee recalls article&nbsp;9 of the Convention<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup> and the work of <abbr title="World Transport Office">WTO</abbr>. In French it is called <i lang="fr">accessibilité</i>.</p>
<p>See <a href="../about.html">the rules</a>, <a href="#duties">the duties</a> and <a href="mailto:committee@example.org">write to the Committee</a>.</p>
</section>
<section>
<h2 id="duties">II. Duties</h2>
<ol start="3">
<li><p>States should:</p>
<ol type="a"><li>Build ramps;</li><li value="4">Train staff,<br>every year.</li></ol>
<p>They should report on it.</p></li>
<li>Stations should have <ins datetime="2043-01-01">clear</ins> <del>big</del> signs.<a href="#fn:2" epub:type="noteref">*</a></li>
</ol>
<dl><dt>Ramp</dt><dd>A sloping way.</dd><dt>Sign</dt><dd>Words or a picture on a wall.</dd></dl>
<figure><table><thead><tr><th rowspan="2" scope="col">City</th><th colspan="2" scope="colgroup">Stations</th></tr><tr><th scope="col">All</th><th scope="col">Accessible</th></tr></thead>
<tbody><tr><th scope="row">Alba</th><td>10</td><td>4</td></tr><tr><th scope="row">Bora</th><td>20</td><td>5</td></tr></tbody></table>
<figcaption>Table 1. Stations by city</figcaption></figure>
<figure><figcaption>A ramp at the station of <em>Alba</em></figcaption><img src="{data(0x20)}" alt="A ramp beside a stair"></figure>
<p>A formula: <math><mi>a</mi><mo>=</mo><mn>2</mn></math>. A film: <video src="ramp.mp4">Your browser shows no films.</video>. <button>Print</button></p>
<blockquote><p>Nothing about us without us.</p></blockquote>
<p><span role="doc-pagebreak" id="page12" aria-label=" 12. "></span>The last words are <q>clear <q>and</q> short</q>: H<sub>2</sub>O, 10<sup>2</sup>, <u>underlined</u>, <s>struck</s>.</p>
<aside><p>A box that belongs to the text.</p></aside>
</section>
<div class="footnotes" role="doc-endnotes"><h2 class="sr-only">Footnotes</h2><ol>
<li id="fn:1" role="doc-endnote"><p>Treaty Series, vol. 9998.</p><p>See also paragraph 4.&nbsp;<a href="#fnref:1" class="reversefootnote" role="doc-backlink">&#8617;</a></p></li>
<li id="fn:2" epub:type="footnote"><p>As of 2043.</p></li>
</ol></div>
</article>
</main>
<aside><h2>Related</h2><p><a href="other.html">Other comments</a></p></aside>
<footer><p>&copy; Treaty bodies</p></footer>
</body>
</html>
""")


def old():
    """A page of the 1990s: laid out with tables, headings by fonts, paragraphs by line ends, notes by names."""
    write("archive-en.html", """<HTML><HEAD><TITLE>Report on the stations of Alba</TITLE></HEAD>
<BODY BGCOLOR=#FFFFFF>
<TABLE WIDTH=600 BORDER=0><TR><TD COLSPAN=2><CENTER><H2>Report on the stations of Alba</H2></CENTER></TD></TR>
<TR><TD VALIGN=TOP>
<FONT SIZE=5><B>1. The stations</B></FONT>
<P>Alba has ten stations. Four have a ramp.<A HREF="#note1" NAME="ref1"><SUP>1</SUP></A>
<P>The others have <FONT COLOR=red>stairs</FONT> only. Nobody who uses a wheelchair
can take a train there&#151;or a bus.<BR><BR>A lift is planned at Alba East<A HREF="#note2" NAME="ref2"><SUP>2</SUP></A>.
<UL><LI>Alba East<LI>Alba West<UL><LI>Hall<LI>Platform</UL><LI>Alba Port</UL>
<FONT SIZE=5><B>2. What people said</B></FONT>
<P>We asked 40 people; see <A HREF="people.htm">the list</A>.
<PRE>
Ramp      4
Stairs    6
</PRE>
<TABLE BORDER=1><TR><TD>Ramp<TD>4<TR><TD>Stairs<TD>6</TABLE>
</TD><TD BGCOLOR=#CCCCCC><IMG SRC="bar.gif" ALT="A bar">Contents by the editor</TD></TR></TABLE>
<HR>
<P><A NAME="note1" HREF="#ref1">1</A>. Counted in May 2043.
<P><A NAME="note2" HREF="#ref2">2</A>. Letter of 1 June.
</BODY></HTML>
""".replace("&#151;", "\u2014"), "cp1252")


def book():
    """A chapter of a book in XHTML, with elements that their own tags close, and notes as books have them."""
    write("book-fr.xhtml", """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="fr">
<head><title/><meta charset="utf-8"/></head>
<body>
<section epub:type="chapter">
<h1><a id="ch1"/>Les gares de la ville</h1>
<p><span epub:type="pagebreak" id="p7" title="7"/>La ville a dix gares.<a epub:type="noteref" href="#n1" id="r1">a</a> Le rapport dit&#160;: <q>Il faut des rampes.</q></p>
<p xml:lang="en">The original of this report is in English.</p>
<h2 id="s1"/>
<h2>La suite</h2>
<p>Voir <a href="#ch1">le début</a> et <a href="https://example.org/(a)">le site</a>. <![CDATA[a < b]]></p>
<table><tr><th scope="row">Rampes</th><td>4</td></tr><tr><th scope="row">Escaliers</th><td>6</td></tr></table>
<aside epub:type="footnote" id="n1"><p><a href="#r1">a.</a> Au mois de mai.</p></aside>
</section>
</body>
</html>
""")


def resolution():
    """A resolution as a page, in Chinese and English."""
    for name, lang, lines in [
        ("zh", "zh", ["A/HRC/RES/98/6", "人权理事会", "98/6. 车站的标志", "人权理事会，", "回顾《残疾人权利公约》<sup><a id=\"r1\" href=\"#n1\">1</a></sup>和以往各项决议，", "1. 请各国：", "2. 决定继续处理此事。"]),
        ("en", "en", ["A/HRC/RES/98/6", "Human Rights Council", "98/6. Signs at stations", "The Human Rights Council,", "Recalling the Convention on the Rights of Persons with Disabilities<sup><a id=\"r1\" href=\"#n1\">1</a></sup> and its previous resolutions,", "1. Requests all States:", "2. Decides to remain seized of the matter."]),
    ]:
        items = {"zh": ["写短句；", "用图片；"], "en": ["To write short sentences;", "To use pictures;"]}[name]
        last = len(lines) - 1
        body = "".join(f"<p>{line}</p>\n" for line in lines[:last])
        body += "<ol type=a style='margin-left:2em'>" + "".join(f"<li>{item}</li>" for item in items) + "</ol>\n"
        body += f"<p>{lines[last]}</p>\n"
        note = {"zh": "联合国，《条约汇编》，第 9998 卷。", "en": "United Nations, Treaty Series, vol. 9998."}[name]
        write(f"resolution-{name}.html", f"<!DOCTYPE html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>A/HRC/RES/98/6</title></head><body>\n{body}<div role=\"doc-endnotes\"><p id=\"n1\"><a href=\"#r1\">1</a> {note}</p></div>\n</body></html>\n")


if __name__ == "__main__":
    for make in (pandoc, of_word, ministry, committee, old, book, resolution):
        make()
