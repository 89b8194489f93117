"""M66: how the words of a red line are written down, and names for what their patterns share."""

import re

# Names stand in angle brackets and may use those above them: a person of the customer's (him, his; in Chinese ta, with
# a surname xing), the people next to them (family, jia), a rival (rival, dui), an offer (offer, in the singular one; in
# Chinese jiage), a rival's offer (theirs, its), and what may stand before it (det, kind; yifen, tade).
_NAMES = {
    "him": r"""
        (?:him|her|the (?:[a-z]{1,12} ){0,2}(?:buyer|manager|director|clerk|officer|purchaser|head|chief|boss
        |chairman|coach|insider|guide|engineer|evaluator|expert)s?)
    """,
    "his": r"""
        (?:his|her|their|the [a-z]{1,12}['’]s)
    """,
    "family": r"""
        (?:family|wife|husband|son|daughter|kids?|child|children|parents|mother|father|brother|sister|girlfriend
        |boyfriend)
    """,
    "xing": r"""
        [王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏
        钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷汤尹黎易常武乔贺赖龚文]
    """,
    "ta": r"""
        (?:[他她其]们?|个人|经办人|采购(?:经理|主任|员|总监|部长|负责人)|<xing>(?:总|处|局|工|主任|经理|部长|厂长)|老<xing>
        |<xing>?(?:处长|科长|局长|院长|书记)|负责人|内线|教练|关键人|决策人|评委|评标专家|专家|领导)
    """,
    "jia": r"""
        (?:家人|家属|一家|全家|家里人|太太|夫人|老婆|妻子|爱人|丈夫|老公|儿子|女儿|孩子|子女|父母|弟弟|妹妹)
    """,
    "det": r"""
        (?:(?:a|an|the|our|their|this|that|all|any|some|of|on|at|us|me|in|to|hold|hands|copy|copies|look|peek|glance
        |glimpse|details?|wind|photos?|scan|pdf|draft|file|figures?|numbers?|main|biggest|other|early|access
        |everything|about|what) ){0,6}
    """,
    "rival": r"""
        (?:competitors?|rivals?|competition|(?:other|rival|competing) (?:bidder|vendor|supplier|tenderer)s?)
    """,
    "kind": r"""
        (?:(?:confidential|secret|sealed|final|latest|detailed|written|technical|commercial|best|last|full|exact
        |current|draft|bottom|internal|real|actual|own|lowest|tender|unit|net|leaked|whole|complete|unpublished|cost
        |bid) ){0,3}
    """,
    "offer": r"""
        (?:offers?|prices?|pricing|quotes?|quotations?|bids?|proposals?|tenders?|price (?:sheet|list)|cost sheet
        |bid documents?)\b
    """,
    "one": r"""
        (?:offer|prices?|pricing|quote|quotations?|bid|proposals?|tender)\b
    """,
    "theirs": r"""
        (?:<rival>(?:['’]s?|s['’])? <kind><one>|<rival>(?:['’]s|s['’]|['’]) <kind><offer>|(?:competing
        |rival) <kind><offer>|<kind><offer> (?:of|from|by|made by|sent by) (?:the |a |our |their |all |any[ ]
        |that ){0,2}(?:main |other |biggest )?<rival>)
    """,
    "dui": r"""
        (?:竞争对手|对手|竞品|友商|别家|竞对|竞争方|竞争者|同行|另一家|其他(?:厂商|投标人|供应商)|另外[一两几]家)
    """,
    "tade": r"""
        (?:公司|厂商|们|那边|手里|手上|内部|最新|真实|具体|详细|保密|未公开|最终|投标|商务|技术|完整|的|价格){0,5}
    """,
    "jiage": r"""
        (?:报价|底价|价格|方案|标书|投标文件|投标书|投标报?价|应标书|成本|商务标|技术标)(?!的?(?:优|缺|弱|不足|短
        |问题|特点|亮点|差)|哪|怎|如何|为什么|好|是否|差|不(?:好|如|行|稳|清))
    """,
    "its": r"""
        <dui><tade><jiage>
    """,
    "yifen": r"""
        (?:一?份|一下|到|了|出|来|过|点|些|主要|那个|这个|最大|几个|其他|所有|各|两|我们的?|潜在|的|新|老|提前
        |该){0,5}
    """,
}


def pattern(text: str) -> re.Pattern[str]:
    """A pattern written over several lines, whose breaks and indents do not count."""
    text = re.sub(r"\n +|\n$", "", text)
    for name, meaning in reversed(_NAMES.items()):
        text = text.replace(f"<{name}>", re.sub(r"\n +", "", meaning))
    return re.compile(text, re.ASCII)


def stems(text: str) -> tuple[str, ...]:
    """Stems written with commas between them."""
    return tuple(stem.strip() for stem in text.split(","))
