"""What can be read off the text of an initiative, in Chinese and English: measure, date, product, action, outcome.

Word lists, not understanding: they raise a coach's question, never a score.
"""

import re
import unicodedata

# ASCII: a Chinese character beside a Latin word is a boundary ("上线ERP").
FLAGS = re.IGNORECASE | re.ASCII
_MONTHS = r"january|february|march|april|may|june|july|august|september|october|november|december"
_MONTH = rf"(?:{_MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
_SEASONS = r"spring|summer|autumn|fall|winter|easter|christmas|new year|chinese new year|spring festival"
_ZH_SEASONS = r"春节|元旦|五一|国庆|中秋|双十一|春季|夏季|秋季|冬季|春天|夏天|秋天|冬天|暑期|旺季|淡季|雨季|供暖季"
_PERIODS = r"day|week|month|quarter|year"
_NUMBER = r"\d+|one|two|three|four|five|six|nine|ten|twelve|eighteen|twenty-four"
# At most a dozen characters: a longer row of digits is no number, and would be tried from each of them.
_ZH_NUMBER = r"[\d一二两三四五六七八九十百千半]{1,12}"

DATE = re.compile(
    rf"\b(?:19|20)\d\d\b|(?:19|20)\d\d\s*年|\bq[1-4]\b"
    rf"|\b(?:by|before|until|in|from|this|next|end of|mid-?)\s+{_MONTH}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b"
    rf"|\b(?:within|in|over|for|inside)\s+(?:the\s+)?(?:next\s+|coming\s+)?(?:a|an|{_NUMBER})\s+(?:{_PERIODS})s?\b"
    rf"|\b(?:this|next|coming|fiscal|financial|calendar)\s+(?:financial\s+|fiscal\s+)?(?:{_PERIODS})\b"
    rf"|\b(?:{_PERIODS})[- ]end\b|\bend of (?:the )?(?:{_PERIODS})\b"
    rf"|\b(?:by|before|until|from|this|next)\s+(?:the\s+)?(?:next\s+|coming\s+)?(?:{_SEASONS})\b"
    rf"|{_ZH_NUMBER}\s*(?:个)?(?:月|年|季度|周|天|日)(?:之?内|以内|底|末|前|份)|[年月季]度?[底末]|第{_ZH_NUMBER}季度"
    rf"|[今明后]年|年内|[上下]半年|[本下]季度|[本下]?财年|{_ZH_NUMBER}\s*月(?!度)"
    rf"|(?:{_ZH_SEASONS})(?:到来|来临)?(?:之?前|以前|起|期间)",
    FLAGS,
)
MEASURE = re.compile(
    rf"\d|%|\b(?:{_NUMBER})\b|\b(?:half|halve|double|triple|twice|thirds?|percent|zero)\b"
    r"|\ba (?:quarter|fifth|sixth|tenth)\b|(?:为|归|到|至)零|零(?=事故|缺陷|投诉|伤亡|工伤|工亡)"
    rf"|{_ZH_NUMBER}\s*(?:个?百分点|成|倍|天|小时|万|亿|元|家|名|位|个|件|次)|百分之|分之|一半|翻番|翻一番|减半",
    FLAGS,
)
# Systems, platforms and tools that no one buys from a vendor of IT.
_OTHERS = ("bonus", "incentive", "reward", "pay", "shift", "rating", "appraisal", "line of", "range of")
_OTHER_SYSTEM = "".join(rf"(?<!{kind} )" for kind in _OTHERS)
PRODUCT = re.compile(
    r"\b(?:CRM|ERP|MES|WMS|MRP|SaaS|SAP|Oracle|Siebel|Salesforce|software|hardware|servers?|databases?|IT systems?)\b"
    r"|\b(?:implement|install|deploy|introduc|roll(?:ing|s|ed)? out|buy|purchas|procur|licens|build|set(?:ting|s)? up"
    r"|launch|upgrad)\w*\b[^.;,]{0,40}"
    rf"\b{_OTHER_SYSTEM}(?:systems?|platforms?|solutions?|applications?|tools?|apps?)\b(?! of\b)"
    r"|\b(?:adopt|replac|migrat)\w*\b[^.;,]{0,40}\bsystems?\b(?! of\b)|\bAI (?:system|platform|tool|assistant)s?\b"
    r"|^an? (?:new |modern |better |integrated )?(?:[\w-]+ ){0,3}(?:management|planning|information|billing) system\b"
    r"|\b(?:buy|purchas|procur|install|deploy|introduc|roll(?:ing|s|ed)? out|set(?:ting|s)? up|build|launch)\w*\b"
    r"[^.;,]{0,24}\b(?:laptops?|computers?|tablets?|sensors?|dashboards?|intranet|portals?|chatbots?)\b"
    r"|\b(?:mov|migrat|shift|go)\w*\b[^.;,]{0,30}\b(?:to|into) the cloud\b"
    r"|\b(?:new|intranet|customer|supplier) portal\b"
    r"|\bMicrosoft Dynamics\b"
    r"|软件|硬件|服务器|数据库|信息系统|信息化系统|IT\s*系统|管理系统|上云|用友|金蝶"
    r"|(?:上线|实施|部署|安装|购买|采购|引进|引入|导入|建设|开发|搭建|升级|更换|替换|迁移|建(?:一?[个套])|上)[^，。；,;]{0,16}"
    r"(?:系统|平台|解决方案|工具|门户)"
    r"|(?:部署|安装|购买|采购|引进|引入|上线|装)[^，。；,;]{0,10}(?:电脑|平板|传感器|看板|大屏|机器人客服)",
    FLAGS,
)
ACTION = re.compile(
    r"\b(?:by|through|bring(?:ing)?|open(?:ing)?|outsourc\w+|build(?:ing)?|introduc\w+|set(?:ting)? up|creat\w+"
    r"|train(?:ing)?|optimi[sz]\w+|merg\w+|launch\w*|reorgani[sz]\w+|redesign\w*|hir(?:e|ing)|invest\w*|centrali[sz]\w+"
    r"|standardi[sz]\w+|integrat\w+|implement\w*|establish\w*|adopt\w*|streamlin\w+|automat\w+|appoint\w*|us(?:e|ing))\b"
    r"|通过|建立|引进|引入|启用|开放|外包|优化|整合|培训|推出|重组|设立|改造|调整|实施|采用|开发|集中|招聘|合并|搭建|推行|新开|开设|成立|上线|部署|采购",
    FLAGS,
)
OUTCOME = re.compile(
    r"\b(?:increas\w+|rais(?:e|es|ing)|grow\w*|reduc\w+|cut(?:s|ting)?|lower(?:s|ing)?|shorten\w*|improv\w+|gain\w*|regain\w*"
    r"|win(?:ning)?|sav(?:e|es|ing)|lift\w*|doubl\w+|halv\w+|more|less|fewer|faster|higher)\b"
    r"|提高|提升|增加|增长|扩大|降低|减少|缩短|改善|节省|节约|翻番|夺回|挽回|达到|恢复|下降|上升",
    FLAGS,
)


def has_date(text: str) -> bool:
    """A year, a quarter, a month, a term."""
    return bool(DATE.search(_plain(text)))


def has_measure(text: str) -> bool:
    """A number or a word for one; the numbers of a date do not count."""
    return bool(MEASURE.search(DATE.sub(" ", _plain(text))))


def names_product(text: str) -> bool:
    """A product, a kind of software, or "implement some system"."""
    return bool(PRODUCT.search(_plain(text)))


def reads_as_work(text: str) -> bool:
    """It begins with doing something rather than with what comes of it."""
    return _first(ACTION, text) < _first(OUTCOME, text)


def reads_as_result(text: str) -> bool:
    """It begins with what comes of it rather than with doing something."""
    return _first(OUTCOME, text) < _first(ACTION, text)


def _first(pattern: re.Pattern[str], text: str) -> int:
    # "By June" and "by 10 %" name no work.
    plain = re.sub(r"\bby\s+(?=\d|an? )", " ", DATE.sub(" ", _plain(text)), flags=FLAGS)
    found = pattern.search(plain)
    return found.start() if found else len(plain) + 1


def _plain(text: str) -> str:
    # Chinese keyboards type digits and per cent signs in full width as well.
    return unicodedata.normalize("NFKC", text)
