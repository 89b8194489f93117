"""M66: the words by which something is refused, forbidden, reported or observed of others, and not done."""

import re

from sellkit.checks.red_line_patterns import pattern

# Words that look like a no and are none, as in "do not forget to", "no doubt", 不得不, 别忘了.
_SEEMING_NO = pattern(r"""
    \b(?:do not|don['’]t|never|not) (?:forget|hesitate|be afraid|worry|wait|miss)\b
    |\bnot (?:only|just|merely|without|enough)\b|\bno (?:doubt|problem|matter|later)\b|\bnothing but\b|\bwhy not\b
    |\bnever mind\b|\bnot to bid\b|\bnothing wrong\b
    |\b(?:cannot|can['’]t|won['’]t|will not|not|never) (?:refuse|decline|reject|avoid|say no|resist)\b
    |\bwithout (?:anyone|anybody|telling|a trace|letting)\b|\b(?:no one|nobody) (?:will |must |may |need )?knows?\b
    |不(?:能|得|可|会|要|应)不|不得已|不可避免|避免不了|不(?:要|该|可|能)?忘|不要紧|(?:不要|不用|不必|别)怕|不惜
    |不(?:要|能|得)让
    |别(?:忘|家|人|的|处|墅)|[特分级区个类]别|未来|无论|无非|除非|没关系|夫妻不和|没(?:人|有人)知|非常|免费
    |为了?(?:避免|防止)(?!.{0,3}$)
""")
_NO = pattern(r"""
    \b(?:no|not|never|neither|nor|none|nobody|nothing|without|against|cannot|anti|refrain|abstain|ban|bans|banned
    |stop|stops)\b
    |n['’]t\b|\b(?:refus|declin|reject|avoid|forbid|prohibit|prevent|resist|oppos|condemn|report(?:s|ed|ing)?\b
    |accus|alleg|rumou?r|suspect|investigat|convict|scandal|illegal|unlawful)
    |\b(?:rather than|instead of|turn(?:s|ed|ing)? down|(?:away|clear|free) (?:from|of)|zero tolerance|red lines?
    |(?:risk|danger) of|(?:jailed|fined|fired|dismissed) for|worr(?:y|ied)|fears?|wrong to
    |(?:may|might|could) (?:be|become)|(?:polic(?:y|ies)|rules?|laws?|training|courses?|talks?) (?:on|about|against))\b
    |不(?:给|送|收|要|能|可|得|准|许|允许|应|该|会|再|想|愿|敢|肯|宜|去|向|对|以|靠|搞|做|碰|谈|接受|提供|承诺|答应
    |参与|打[听探]|索|询|问|找|让|拿|看|使用|涉|存在|提|支持|赞成|同意|鼓励|主张|通过|依|偷|获取|窃|搭|组织|沾|私下
    |记|写|收集|查|留|录|登记|传|泄|透|与|和|跟|同|串|围|陪|套|弄|求|图|商量|约|付|支付|行贿|贿|暗中|为|把|靠|买|当
    |利用|采用|搜集|评论|谋|塞|包)
    |不用(?:任何|回扣|好处|红包|现金|对手|竞|友商|别家)|没(?!收|落)|(?:勿|莫|别|切忌|无(?:任何|回扣|需|须|意|私))
    |未(?:曾|给|送|收|向|与|参与|打听)
    |与其(?!他)|拒绝|拒收|婉拒|回绝|谢绝|推掉|退[回还]|避免|杜绝|禁|防止|防范|远离|抵制|反对|举报|上报|检举|揭发|警惕|制止
    |劝阻|停止|取消|查处|打击|零容忍|放弃|违反|反(?:商业)?(?:贿赂|腐|回扣)|红线|底线|涉嫌|传言|传闻|听说|怀疑|担心
    |因(?:为)?(?:收|受|行|拿|回扣|围标|串标)
""")
# A no that comes after: "… is neither asked for nor accepted", 一律不给.
_NO_AFTER = pattern(r"""
    ^[^,，]{0,6}(?:风险|隐患|丑闻|传[闻言]|案|嫌疑|违)
    |^[^,，]{0,14}(?:不(?:给|送|收|谈|碰|搞|做|行|允许|参与|提供|接受|考虑|打[听探]|看|存在|合规|沾|拿|记|写|录|存
    |用(?:$|[，。])|是我们)|不(?:能|要|可|可以|得|准|许|应|该|会)(?:$|[，也]|给|送|收|拿|碰|做|要|用|打|搞|记|写|看
    |接受|出现|有)|没(?:给|送|有给|答应|参与)|未(?:给|知|参与))
    |(?:都|也|一律|均|坚决|绝|绝对|我们|我方|我|公司)(?:不|没)(?:做|给|收|要|参与|碰|答应|接受|看|能[收给做碰用要]
    |行|可以|允许|打听|同意|用(?!降|多|再|怕|担心|走|谈))
    |(?<![他她])(?<![他她]会)(?:拒绝|回绝)(?!不了)|婉拒|谢绝|推掉|退回|退还|举报|上报|零容忍|报告(?:给)?(?:主管|上级
    |合规|法务|经理|公司)|告(?:诉|知)(?:主管|上级|合规)|违法|违规|犯法|犯罪|红线|禁止|严禁|不合规|合规风险|被(?:查
    |抓|罚|处|判|捕|举报|开除|免职|辞退)|落马|说不|删[掉除去]
    |^ ?[a-z-]{0,12} ?\b(?:polic(?:y|ies)|training|laws?|act|rules?|risks?|cases?|scandals?|prevention|awareness
    |charges|allegations?|rumou?rs?)\b
    |\b(?:not|never|neither|nor) (?:be |to be |an? )?(?:allowed|accept|ask|given?|offer|taken?|used?|paid|toler
    |option|our way|permitted|recorded|kept|done)
    |\b(?:refus|declin|reject|forbid|prohibit|illegal|unlawful)|\b(?:banned|red lines?|off limits
    |out of the question|crimes?|compliance risk|against (?:the|our) (?:law|rules|policy|code)|breaks? the law
    |reported|scandal|convicted|jailed|fined)\b
    |\breport (?:it|this|him|her|them|to)\b|\btell (?:the|your|my|our) (?:manager|compliance|boss)\b|\b(?:say
    |said) no\b|\bwalk(?:ed)? away\b|\b(?:turn|turned) (?:(?:it|this|him|her|them) )?down\b|\b(?:is|are) out\b
    |\b(?:would|will|could|can|may) (?:end|ruin|cost|destroy|hurt|harm)\b
""")
# Others do it, or ask us for it: an observation, unless we give in or do the same.
_OTHERS = pattern(r"""
    \b(?:hint(?:s|ed|ing)? (?:at|that)|(?:asks?|asked|asking) (?:us |me )?for|demand(?:s|ed)?|expect(?:s|ed)?
    |want(?:s|ed)?|fishing for)\b
    |\b(?:competitors?|rivals?) (?:[a-z]{1,12} ){0,2}(?:pay|pays|paid|offers|offered|gives|gave|bribes?|bribed|uses
    |used)\b
    |(?:如果|若|一旦|万一)[^，,]{0,6}[要索]|[他她]要(?:回扣|红包|好处)|暗示|索要|索取|索贿|想要|伸手|开口要|受贿
    |(?:对手|友商|竞品|别家)[^，,]{0,8}(?:给|送|靠|用|塞|行贿|请)
""")
_GIVE_IN = pattern(r"""
    \b(?:give|giving|pay (?:it|him|her)|agree|grant|let (?:him|her) have|so we|we (?:will|should|must|can)|like
    |match|as well|outbid|ask for the|from)\b
    |一样|学|照|同样|满足|答应|就给|给他|给她|我们也|先给|私下给
""")
# Where a no ends: at a comma, but for a list as in "no gifts, favours or kickbacks", and at a turn.
_ASIDE = pattern(r"""
    \b(?:but|then|so|if|when|since|because|unless|although|though|while|instead|rather)\b
""")
_LISTED = pattern(r"""
    ^(?: (?:or|nor|and))?(?: [a-z-]+){0,3} ?$|^[ ]?(?:包括|例如|比如|如)
""")
_TURN = pattern(r"""
    \b(?:but|then|so|and (?:we|i|then|just|pay|give|offer|get|ask|slip|send))\b|而是|但|却|反而|干脆|改为|转而
""")
_COMMA = re.compile("[,，]")


def refused(before: str, words: str, after: str) -> bool:
    """The words of a sentence are refused, forbidden or reported."""
    if _NO_AFTER.search(_SEEMING_NO.sub(" ", after)):
        return True
    *earlier, last = _COMMA.split(before)
    if earlier and (not _LISTED.match(last) or _ASIDE.search(before)):
        before = last
    before = _TURN.split(before)[-1]
    return bool(_NO.search(_SEEMING_NO.sub(" ", before + words)))


def observed(before: str, words: str, after: str) -> bool:
    """The words tell what others do or want of us, and we neither give in nor do the same."""
    return bool(_OTHERS.search(before + words)) and not _GIVE_IN.search(before + words + after)
