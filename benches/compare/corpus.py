"""Makes documents to measure with: the same for every tool, and the same on every machine.

In:  how many documents. Out: one `Text` each, about 12 KB of Markdown like the resolutions of `content/`: headings, long
paragraphs, lists, notes, a table, a picture, links. Every second one is English, the others are Chinese.
Refused: chance. Document 7 has the same words whatever the number of documents.
"""

from dataclasses import dataclass
from typing import Callable

SIZE = 12_000
PICTURE = "pictures/figure.svg"


@dataclass(frozen=True)
class Words:
    """What sentences of one language are put together from."""

    leads: list[str]
    actors: list[str]
    acts: list[str]
    ends: list[str]
    space: str
    title: str
    summary: str
    headings: list[str]
    caption: str
    columns: str
    rows: list[str]
    alt: str
    see: str
    note: str


CHINESE = Words(
    leads=["强调", "认识到", "重申", "注意到", "回顾", "欢迎", "关切地注意到", "深信", "着重指出", "确认"],
    actors=["各国政府", "地方当局", "国际组织", "民间社会", "独立监督机构", "学校和图书馆", "公共服务部门", "残疾人组织",
            "统计部门", "议会各委员会", "区域机构"],
    acts=["应当公布无障碍的信息，并使每个人都能在需要时取得这些信息", "有责任听取使用者的意见，尤其是很少被听到的人的意见",
          "需要充足、稳定和可以预见的资源，才能完成所承担的任务", "可以通过交流经验和做法，避免重复别人已经犯过的错误",
          "在制订计划时应当从一开始就考虑到老年人、儿童和残疾人的需要", "必须说明各项决定的理由，并接受公开和独立的审查",
          "已经采取步骤，使公共服务更加透明、负责和高效", "应当定期收集分类数据，并以易懂的形式公布结果",
          "可以利用新技术改进服务，同时保护个人隐私和安全"],
    ends=["以便没有人掉队", "并在下一届会议上报告所取得的进展", "同时尊重每个人的尊严和选择", "这是实现可持续发展目标的必要条件",
          "这对农村和偏远地区尤其重要", "并为此加强各级之间的合作", "而且不得因此减少对其他群体的支持"],
    space="",
    title="第 {number} 号文件：公共信息的无障碍",
    summary="这是第 {number} 号文件。它说，公共信息要让人人都能用。它请各国每年公布做了哪些事。",
    headings=["背景", "现有情况", "数据", "决定", "后续行动"],
    caption="表：各区域的答复数目",
    columns="| 区域 | 收到的答复 | 有无障碍版 |",
    rows=["非洲", "亚洲和太平洋", "东欧", "拉丁美洲和加勒比", "西欧"],
    alt="一个人在桌边读报告，旁边有人解释",
    see="另见{link}和[联合国文件系统](https://documents.un.org/)。",
    note="见第 {number} 号文件附件，第 {page} 页。",
)

ENGLISH = Words(
    leads=["Emphasizing that", "Recognizing that", "Reaffirming that", "Noting that", "Recalling that", "Welcoming the fact that",
           "Noting with concern that", "Convinced that", "Stressing that", "Acknowledging that"],
    actors=["national governments", "local authorities", "international organizations", "civil society",
            "independent monitoring bodies", "schools and libraries", "public services",
            "organizations of persons with disabilities", "statistical offices", "parliamentary committees", "regional bodies"],
    acts=["should publish accessible information and make sure that everyone can obtain it when it is needed",
          "have a duty to hear those who use a service, in particular those who are seldom heard",
          "need sufficient, steady and predictable resources in order to carry out what they have been asked to do",
          "can avoid the mistakes of others by sharing what they have learned and how they work",
          "should consider older persons, children and persons with disabilities from the very beginning of their planning",
          "must give reasons for what they decide and accept public and independent review",
          "have taken steps to make public services more open, more accountable and more efficient",
          "should collect disaggregated data regularly and publish the results in a form that is easy to understand",
          "can use new technologies to improve their services while protecting privacy and safety"],
    ends=["so that no one is left behind", "and report on the progress made at the next session",
          "while respecting the dignity and the choices of each person",
          "which is a condition for reaching the Sustainable Development Goals",
          "which matters most in rural and remote areas", "and strengthen the cooperation between all levels to that end",
          "without reducing the support that other groups receive"],
    space=" ",
    title="Document {number}: Access to public information",
    summary="This is document {number}. It says that public information must work for everyone. It asks States to say each year "
            "what they have done.",
    headings=["Background", "Where things stand", "Data", "Decisions", "What comes next"],
    caption="Table: Replies by region",
    columns="| Region | Replies received | Accessible versions |",
    rows=["Africa", "Asia and the Pacific", "Eastern Europe", "Latin America and the Caribbean", "Western Europe"],
    alt="A person reads a report at a table, and another person explains it",
    see="See also {link} and the [official document system](https://documents.un.org/).",
    note="See document {number}, annex, page {page}.",
)


@dataclass(frozen=True)
class Text:
    """One document: what stands in its front matter, and its Markdown once the form of links is known."""

    number: int
    of: int
    words: Words

    @property
    def name(self) -> str:
        return name(self.number)

    @property
    def lang(self) -> str:
        return "zh-Hans" if self.words is CHINESE else "en"

    @property
    def title(self) -> str:
        return self.words.title.format(number=self.number)

    @property
    def summary(self) -> str:
        return self.words.summary.format(number=self.number)

    def markdown(self, link: Callable[[int], str], picture: str) -> str:
        """The body; `link` gives the address of another document, `picture` is that of the picture."""
        words = self.words
        parts: list[str] = []
        size = notes = sentence = 0

        def add(part: str) -> None:
            nonlocal size
            parts.append(part)
            size += len(part.encode()) + 2

        def paragraph(sentences: int) -> str:
            nonlocal sentence, notes
            pieces = []
            for _ in range(sentences):
                pieces.append(self._sentence(sentence))
                sentence += 1
            notes += 1
            stop = "。" if words.space == "" else "."
            return words.space.join(pieces)[: -len(stop)] + f"[^{notes}]{stop}"

        # The last heading's share is what is left, so that every document has nearly the same size.
        for at, heading in enumerate(words.headings):
            add(f"## {heading} {{#part-{at + 1}}}")
            if at == 2:
                add(words.caption)
                add("\n".join([words.columns, "| --- | ---: | ---: |"] + [
                    f"| {row} | {(self.number * 7 + line * 13) % 90 + 10} | {(self.number * 5 + line * 3) % 9 + 1} |"
                    for line, row in enumerate(words.rows)]))
                add(f"![{words.alt}]({picture})")
                continue
            if at == 3:
                add("\n".join(f"{line + 1}. {self._sentence(sentence + line)}" for line in range(6)))
                sentence += 6
            until = SIZE * (at + 1) // len(words.headings) - 400
            while size < until:
                add(paragraph(3))
            neighbour = self._neighbour(at)
            target = f"[{words.title.format(number=neighbour)}]({link(neighbour)})"
            add(words.see.format(link=target))
        for note in range(notes):
            add(f"[^{note + 1}]: " + words.note.format(number=self._neighbour(note), page=note * 3 + 1))
        return "\n\n".join(parts) + "\n"

    def _neighbour(self, step: int) -> int:
        """Another document of the same language."""
        same = range(self.number % 2, self.of, 2)
        return same[(self.number // 2 + step * 17 + 1) % len(same)]

    def _sentence(self, at: int) -> str:
        words = self.words
        seed = self.number * 31 + at * 7

        def pick(things: list[str], step: int) -> str:
            return things[(seed // step + seed) % len(things)]

        lead, actor, act, end = pick(words.leads, 3), pick(words.actors, 5), pick(words.acts, 11), pick(words.ends, 13)
        if words.space:
            return f"{lead} **{actor}** {act}, {end}."
        return f"{lead}**{actor}**{act}，{end}。"


def name(number: int) -> str:
    return f"doc-{number:05}"


def texts(count: int) -> list[Text]:
    return [Text(number, count, ENGLISH if number % 2 else CHINESE) for number in range(count)]


FIGURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80" role="img"><title>报告</title>'
    '<rect x="30" y="8" width="60" height="64" rx="4" fill="#fff" stroke="#1a3a6b" stroke-width="3"/>'
    '<path d="M40 24h40M40 36h40M40 48h28" stroke="#1a3a6b" stroke-width="3"/></svg>\n'
)
