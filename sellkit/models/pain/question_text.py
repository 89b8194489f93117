"""What can be read off the wording of a question, in Chinese and English: its form, whether it leads, whether it sells.

Word lists, not understanding. They know the usual beginnings and endings of questions, so a rare wording may be read
wrongly; what they say raises a coach's question and never a score.
"""

import re
import unicodedata
from typing import Literal

# open: asks to tell; closed: a yes, a no, a name or a number will do; confirm: sums up and asks whether it is so.
QuestionForm = Literal["open", "closed", "confirm"]

# ASCII: a Chinese character beside a Latin word is a boundary.
_FLAGS = re.IGNORECASE | re.ASCII
_AUXILIARY = (
    r"(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might"
    r"|isn't|aren't|don't|doesn't|didn't|can't|couldn't|won't|wouldn't|shouldn't|haven't|hasn't)"
)
_TELLS = r"(?:谈|说|讲|聊|介绍|描述|解释)"
_WE = r"我们(?:公司|家)?"
_SUMS_UP = re.compile(
    r"^(?:so\b|in other words\b|to sum up\b|let me (?:sum up|check|see whether|see if)\b"
    r"|from what you (?:say|said)\b|(?:if )?i understand(?: you)? (?:right|correctly)"
    r"|所以|这么说|那么?,?(?:如果|要是|照)|也就是说|换句话说|归纳一下|总结一下"
    r"|我(?:这样|这么)?(?:理解|归纳|总结)|照您(?:说的|这么说))",
    _FLAGS,
)
_ASKS_BACK = re.compile(
    r"\b(?:right|correct|is that (?:so|it|how))\b|\b(?:did|have) i (?:get|got|miss|missed|understand|understood)\b"
    rf"|\b{_AUXILIARY}\b[^?]*\?"
    r"|对[吗吧么]|对不对|是[吗吧么]|是不是|没(?:理解|听|说)错|[吗吧]\??$",
    _FLAGS,
)
_TELL = re.compile(
    r"\b(?:tell|walk|talk|take) (?:me|us)\b|\b(?:describe|explain)\b|\bwhy\b"
    r"|\bhow\b(?! (?:many|much|often|long|far|old|big|large|soon|late|high)\b)"
    r"|\bwhat\b(?! (?:time|date|day|year|month|percentage|number)\b)"
    rf"|{_TELLS}(?:一?下|一{_TELLS}|{_TELLS})|怎么|怎样|如何|为什么|为何|什么(?!时候|时间|地方|人)|哪些"
    r"|\bwho else\b|\bwhich (?:effects|consequences|reasons|causes|problems)\b|还[^,。?]{0,8}谁",
    _FLAGS,
)
_YES_OR_NO = re.compile(
    rf"^(?:(?:and|but|now|then|well|today|ok|okay)[, ]+)*{_AUXILIARY}\b"
    r"|[吗吧]\??$|(?<![什怎这那多])么\??$|没有?\??$|还是|是不是|有没有|能不能|会不会|要不要|可不可以|愿不愿意|想不想|对不对|好不好|是否|能否|可否",
    _FLAGS,
)
_REQUEST = re.compile(
    r"\b(?:can|could|will|would) you (?:please )?(?:tell|walk|talk|take|describe|explain|help me understand|say)\b"
    rf"|(?:能不能|能否|可不可以|可否|可以|能|方便)(?:请您?|[跟给和为]我们?|您)*(?:具体|详细)?{_TELLS}",
    _FLAGS,
)
_LEADS = re.compile(
    r"\b(?:don't|wouldn't|won't|isn't|aren't|shouldn't|doesn't|can't) (?:you|it|that|this|we|they)\b"
    r"|\bsurely\b|\bobviously\b|\bof course you\b|\byou(?:'d| would| must| will)? (?:surely )?agree\b"
    r"|难道|不觉得|不认为|不是吗|您(?:肯定|一定|当然)|你(?:肯定|一定|当然)|总不(?:能|会|想)|谁(?:不想|不愿)",
    _FLAGS,
)
_OURS = re.compile(
    r"\bour (?:\w+[ -]){0,2}(?:product|system|solution|software|platform|offer|offering|tool|package|suite)s?\b"
    rf"|\bour (?:\w+[ -]){{0,2}}technolog(?:y|ies)\b|{_WE}的[^,。;]{{0,6}}(?:产品|系统|方案|软件|平台|技术|工具)",
    _FLAGS,
)
_OFFERS = re.compile(
    r"\bwe (?:(?:can|could|will|would) )?(?:offer|provide|deliver|supply|sell)\b"
    r"|\b(?:market|industry|technology)[- ]leading\b|\bleading (?:provider|supplier|vendor)\b"
    r"|\bbest[- ]in[- ]class\b|\bstate[- ]of[- ]the[- ]art\b|\bworld[- ]class\b"
    rf"|{_WE}(?:能|可以|会|将)?(?:为您|为贵|给您|给贵|提供|推出)"
    r"|(?:行业|业内|国内|全球|技术)领先|领先的|一站式|全方位|业界最",
    _FLAGS,
)


def form_of(text: str) -> QuestionForm | None:
    """The form of a question; None for a blank and for what is no question.

    "Who", "when", "where", "which", "how many", 谁、几、多少、哪天 count as closed: they ask for one fact. "Who else"
    and "could you tell me how …" ask to tell and count as open. Of several questions the last one counts: it is the
    one that is answered.
    """
    plain = _plain(text)
    if not plain:
        return None
    asked = _last(plain)
    if _SUMS_UP.search(plain) and _ASKS_BACK.search(asked):
        return "confirm"
    if _REQUEST.search(asked):
        return "open"
    if _YES_OR_NO.search(asked):
        return "closed"
    if _TELL.search(asked):
        return "open"
    return "closed" if asked.endswith("?") else None


def leads(text: str) -> bool:
    """The question holds the answer that the asker wants to hear."""
    return bool(_LEADS.search(_plain(text)))


def offers(text: str) -> bool:
    """Only a seller talks like this: it offers, or praises what is offered."""
    return bool(_OFFERS.search(_plain(text)))


def pitches(text: str) -> bool:
    """It offers, or it speaks of "our system"; from a seller's mouth that is what we sell."""
    return offers(text) or bool(_OURS.search(_plain(text)))


def _last(plain: str) -> str:
    sentences = [part.strip() for part in re.split(r"(?<=[?!.。])(?!\d)", plain) if part.strip()]
    questions = [part for part in sentences if part.endswith("?")]
    return (questions or sentences or [""])[-1]


def _plain(text: str) -> str:
    # Full-width question marks and curly apostrophes are typed as often as the plain ones.
    return unicodedata.normalize("NFKC", text).replace("’", "'").strip()
