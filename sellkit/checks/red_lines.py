"""M66: the four red lines of honest selling, and the words in which they are crossed in both languages."""

from sellkit.checks.red_line import RedLine
from sellkit.checks.red_line_patterns import pattern, stems

BRIBE = RedLine(
    ascii_stems=stems("""
        kick, brib, cash, under the table, him off, her off, them off, greas, backhand, envelope, gift, vouch,
        rolex, a watch, watches, luxury, handbag, gold, jewel, iphone, him money, her money, some money, commission,
        rebate, bonus, percentage, cut of, slice of, share of the, pocket, private account, personal account,
        bank account, own account, his account, her account, personally, on the side, buy his, buy her, holiday,
        vacation, cruise, all-paid, all-expenses, tuition, mortgage, wedding, debt, family, wife, husband, daughter,
        kids, child, parents, mother, father, brother, sister, his son, her son
    """),
    stems=stems("""
        回扣, 好处, 贿, 送钱, 钱, 红包, 购物卡, 打给, 返现, 加油卡, 礼品卡, 返点, 返利, 提成, 佣金, 抽成, 分成, 个点,
        百分点, 辛苦费, 茶水费, 感谢费, 封口费, 买通, 收买, 打点, 意思意思, 账户, 卡上, 卡里, 口袋, 名表, 手表, 名包,
        金条, 黄金, 现金, 烟酒, 茅台, 名酒, 奢侈品, 首饰, 古董, 字画, 干股, 股份, 套房, 豪车, 旅游, 出国游, 度假,
        夜总会, 洗浴, 会所, 三亚, 家人, 家属, 一家, 全家, 家里人, 太太, 夫人, 老婆, 妻子, 爱人, 丈夫, 老公, 儿子, 女儿,
        孩子, 子女, 父母, 弟弟, 妹妹
    """),
    words=pattern(r"""
        \bkick-?backs?\b|\bbrib(?:es?|ing|ed|ery)\b|\bcash gifts?\b|\bunder the table\b|\benvelopes? (?:of|with
        |full of) (?:cash|money)\b
        |\bpay(?:ing)? (?:him|her|them) off\b|\bgreas(?:e
        |ing) [a-z' ]{1,20}palm|\bbackhanders?\b
        |\b(?:give|offer|send|slip|hand|promise|pay|buy)(?:s|ing)? <him> (?:an? |some |the |his |her |two |new[ ]
        |little |nice |small |personal |gold |private |private |expensive |luxury |thick |with |[0-9.]{1,5} ?(?:%
        |per ?cent) ?(?:of |in )?){0,4}(?:cash(?![ -](?:flow|management|cow|saving|position|forecast))
        |money(?![ -]?(?:back|saving|saved))|commission|bribe|rolex|watch|handbag|gold|voucher|gift cards?
        |envelope|percentage of|cut of|bonus|share of the (?:contract|deal|order|profit|value|price)
        |rebate|jewel[a-z]{0,5}|iphone|laptop for)
        |\b(?:give|offer|pay|promise)(?:s|ing)? <him> [^.,;!?\n]{0,12}(?:per ?cent|%)[^.,;!?\n]{0,30} (?:in cash
        |in his pocket|personally|on the side|under the table)\b
        |\b(?:share|percentage|cut|slice) of the (?:contract|deal|order|sale|price|value) (?:for|to
        |goes to|back to) <him>
        |(?:\b(?:commission|rebate|bonus|money|cash|payment|per ?cent)|[0-9]%)[^.,;!?\n]{0,30} (?:in)?to (?:his
        |her) (?:own |private |personal |wife's |bank )?(?:account|pocket)\b
        |\b(?:pay|pays|paying|paid|fund|funding|sponsor|sponsoring|finance|book|offer|arrange|settle)
        (?: for)?(?: (?:a|the|all|part of))? <his> (?:<family>(?:['’]s?)? )?(?:[a-z]{1,12} )?(?:holidays?|vacations?
        |tuition|mortgage|wedding|debts?)\b
        |\b(?:pay|pays|paying|fund|sponsor|finance)(?: for)? <his> <family>(?:['’]s?)?(?: [a-z]{1,12}){0,2} (?:trip
        |studies|education|school|car|flat|house|flights?)\b
        |\b(?:a |find |arrange |get )?(?:job|post|internship) for (?:his|her) <family>\b
        |\b(?:book|buy|pay for|paying for|offer|fund|sponsor)(?: [a-z]{1,9}){0,3}[ ]
        (?:holidays?|vacation|cruise) for (?:him|her|them|his|<family>)\b
        |\b(?:invite|take|fly|send|treat)(?:s|ing)? <his> <family>\b[^.,;!?\n]{0,40}\b(?:holiday|vacation|cruise
        |weekend|trip)\b|\ball-(?:expenses-)?paid (?:holiday|trip|vacation|weekend|cruise)\b
        |\b(?:lavish|expensive|luxury|costly|generous personal) gifts?\b|\bbuy (?:his|her) (?:vote|signature
        |support)\b
        |回扣|好处费|贿赂|行贿|送钱|私下给[他她][^，。；！？\n]{0,4}钱|返点给(?:个人|<ta>)|辛苦费|茶水费|感谢费
        |封口费|买通|收买(?!人心)|上下打点|打点(?:一下|关系|采购|<ta>)|意思意思
        |(?<!抢)(?<!领)(?<!电子)(?<!员工)(?<!用户)(?<!消费)红包(?!的?系统|雨|活动|营销|功能|系统|玩法|补贴|券|平台)
        |购物卡(?!系统|平台|业务|管理)
        |给<ta>(?:私下|个人|悄悄|再|一点|一些|点|些|[0-9.一二两三四五六七八九十几百分之点]{1,8}(?:%|％|个点|万)?|个
        |的|返|提){0,5}(?:返点|提成|佣金|抽成|分成)(?!系统|政策|方案)
        |返现金?[^，。；！？\n]{0,2}给<ta>
        |给[他她](?:一?点|一?些|个人)的?小?好处
        |(?:[0-9.一二两三四五六七八九十几]{1,5}(?:%|％|个点|个百分点)|佣金|提成|返利|钱|款)
        [^，。；！？\n]{0,6}(?:[打转汇付返存][到给]?|留给)(?:<ta>|私人|[^，。；！？\n]{0,6}(?:私人|个人|老婆|太太
        |亲戚)的?(?:账户|卡|口袋))
        |(?:[打转汇付存]|返)[^，。；！？\n]{0,6}(?:<ta>)[^，。；！？\n]{0,4}(?:私人|个人|老婆的?|太太的?)(?:账户
        |卡上|卡里)
        |(?:送|买|塞|备)[^，。；！？\n]{0,8}(?:名表|手表(?!厂)|名包|金条|黄金|现金(?!流|管理|折扣)|烟酒|茅台|名酒
        |加油卡|礼品卡|奢侈品|首饰|古董|字画|干股|股份|套房|豪车)
        |给<ta>(?:塞|送|买)?(?:点|些|一?笔|一点|一些|[0-9一二两三五十]{1,3}万|块|条|个){0,2}(?:名表|手表|名包|金条
        |黄金|现金(?!流|管理|折扣)|钱(?!包|江)|烟酒|茅台|干股|股份)
        |(?:请|带|安排|出钱|掏钱|出资|资助|报销|承担|负担|付|买单)
        [^，。；！？\n]{0,4}<ta>?[^，。；！？\n]{0,4}(?:<jia>)?[^，。；！？\n]{0,6}(?:旅游|度假|出国游|夜总会|洗浴
        |会所|三亚[游玩度])(?!局|项目|行业|平台|区)
        |(?:安排|出|付|报销|承担|解决|送|资助|负担|帮|给)
        [^，。；！？\n]{0,5}[他她总长们领导][^，。；！？\n]{0,2}<jia>[^，。；！？\n]{0,6}(?:度假|旅游|学费|(?:安排
        |找|解决)?(?:个|份)?工作|留学|买房|买车|机票|费用)
    """),
    lawful=pattern(r"""
        \b(?:rebate|discount|commission|volume)[^.;]{0,40}\b(?:in|by|under) the contract\b|\b(?:loyalty|volume
        |company|dealer|reseller|partner) (?:rebate|bonus)|\b(?:rebate|bonus) programme
        |\b(?:per cent|%|rebate|bonus|commission)[^.;]{0,20}\bto the (?:company|firm|reseller|dealer|partner
        |distributor)\b|\b(?:leave|off|cash) (?:dates|register)\b
        |合同(?:内|里|中|约定|条款)|写[进入明在]+合同|对公|公司账户|(?:给|返给)(?:代理商|经销商|渠道|公司|客户公司)
        |(?:年度|批量|渠道)(?:返利|返点)|给(?:用户|员工|会员|粉丝)
    """),
    offered=True,
)

RIVAL_SECRET = RedLine(
    ascii_stems=stems("""
        competitor, competition, rival, competing, other bidder, other vendor, other supplier, other tenderer
    """),
    stems=stems("""
        对手, 竞品, 竞对, 竞争方, 竞争者, 友商, 别家, 同行, 另一家, 其他厂商, 其他投标人, 其他供应商, 另外一家,
        另外两家, 另外几家
    """),
    words=pattern(r"""
        \b(?:get|gets|getting|got|obtain(?:s|ed|ing)?|acquir(?:e|ing)|procure|secure|steal|stealing|copy|copying
        |photograph|request|learn|find out|fish for|dig up|sniff out|peek|demand|collect|extract|leak(?:s|ed|ing)?
        |ask(?:s|ed|ing)? for|look for|buy|lay|spy) <det><theirs>
        |\b(?:ask|asks|asking|asked|beg|press|push|urge|pay|paying)\b[^.;,!?\n]{0,40} for <det><theirs>
        |\b(?:ask|asks|asking|asked|beg|press|push|urge|pay|paying|want|have|let|get)\b[^.;,!?\n]{0,40} (?:to (?:get
        |find out|leak|copy|obtain|send|show|bring|give|photograph|forward|pass|share|tell)(?: on| over| us
        | me)?) <det><theirs>
        |\b(?:send|sends|sent|bring|give|gives|gave|pass|passes|forward|show|shows|slip|hand|mail|email|tell|tells
        |told|leak|share|read) (?:it to )?(?:us|me)[ ]
        <det><theirs>(?! (?:is|was|seems?|looks?|has|had|lacks?|does|did|will|would|can|cannot|expires)\b)
        |\b(?:send|sends|bring|give|pass|passes|forward|show|slip|hand|mail|email|leak|share) (?:on )?<det><theirs>
        [^.;,!?\n]{0,20}\b(?:to|with|for|past) (?:us|me)\b
        |(?:^|[.;!?\n] ?|\b(?:we|us|i|me)(?: can| could| may| might| will| must| should)? )(?:see
        |seeing) <det><theirs>
        |\b(?:use|using|used|take|accept|accepting|open|read|look(?:ing)? at|study|keep) <det>(?:<rival>(?:['’]s?
        |s['’])? (?:confidential|secret|sealed|leaked|unpublished) <offer>|(?:confidential|secret|sealed|leaked
        |unpublished) <offer> (?:of|from) (?:the |a |our ){0,2}<rival>)
        |\b(?:get|find out|ask|learn|tell us|know)\b[^.;,!?\n]{0,20} (?:what|how much|which price
        |what price) (?:the |our |their ){0,2}(?:main |other )?<rival> (?:bids?|quoted|quotes?|is bidding|is quoting
        |will bid|will quote|charges?|has bid)\b
        |(?:打听|打探|弄[到来份]|搞[到来份]|弄一份|搞一份|[拿要](?:到|来|份|一份)|套[出取到]|泄[露漏]|透露
        |偷[看拍到]|窃取|获取|取得|索[取要]|刺探|摸到|探[听到]|查到|抄[到袭]|复印|拷|问[出到]|看一眼|(?:让我们?
        |我们?(?:能|可以|先|提前)|提前|先)看到|查清|收集|搜集)<yifen><its>
        |(?:打听|打探|弄到|搞到|套出|偷看|刺探|窃取)[^。；，！？\n]{0,12}<its>
        |(?:摸清|掌握|了解|知道|要)<yifen><dui>(?:公司|那边|的|真实|内部){0,3}(?:底价|标书|投标文件|保密)
        |(?:[向找跟问从托让请][^，。；！？\n]{1,8})(?:要|买|套|弄|搞|拿|抄|拍|偷|提供)<yifen><its>
        |问[^，。；！？\n]{0,6}<its>(?:是?多少|$|[，。；])
        |<its>[^，。；！？\n]{0,2}给(?:我们|我方|我)(?:看|瞧|拍|复印|一份|参考|过目)
        |<its>(?:，(?:请|让|叫|设法|想办法))?[^，。；！？\n]{0,6}(?:(?:发|传|转|转发|交|带|拿|漏|透露|泄露|告诉|递
        |寄|拍)(?:一份)?(?:发|送|传)?给?(?:我们|我方|我司|我(?!国))|(?:拿|弄|搞|要|偷|套|抄|拷|复印|拍)(?:一份|一下
        |到手|出来|过来)|[弄搞偷套]来|拍照|[发传](?:过)?来)
        |(?:告诉|透露给?|发给?|传给?|转给|泄露给?|带给|拿给|给|递给)(?:我们|我方|我司|我)<yifen><its>
        |<dui>(?:的)?(?:底价|(?:保密|未公开)的?(?:报价|方案|价格))
    """),
    lawful=pattern(r"""
        (?<!not )(?<!non-)(?<!non)(?<!before it is )(?<!before they are )\b(?:published|publicly|public|website
        |web site|press|list prices?|catalogues?|newspapers?|in the open|openly|(?:all|every|each) bidders?
        |brochures?|after (?:the )?(?:award|tender)|bid opening|opening of (?:the )?bids|annual report|trade fair
        |debrief(?:ing)?|win[-/ ]?loss|gazette|announced|lost the deal)\b
        |\b(?:the |our )?(?:customer|buyer|client|committee|purchasing|board|they|procurement) (?:has |have |had[ ]
        |already |will |can |may |must |to ){0,2}(?:got|get|gets|obtained|obtain|received|requests?|requested
        |asked for|asks for|collects?|wants) (?!.*\b(?:for|to|with|from) us\b)
        |(?<![未不没非])公开(?!前|招标前)|官网|媒体|报道|新闻|公告|公示(?!前)|开标(?:时|后|现场|会|记录|结果)|唱标
        |[中定丢]标(?:后|之后)|复盘|目录价|牌价|(?<!投)标价|年报|展会|宣传册|所有(?:投标人|厂商|供应商|投标方)
        |各家都|招标文件|答疑|公布(?!前)|估[算计]|猜|推[算测]|预[估测计]|不?清楚|未知|大概
        |(?<![从向找让托请])(?:客户|采购部?|业主|甲方|评标委员会|评委会|招标方)(?:方|那边)?(?:都|已经?|刚|昨天|会|将
        |要|也|还|正在|在|可以|能|想|需要|希望){0,3}(?:拿到|收到|获取|取得|看到|收集|要到|索取|透露|提到)(?!.*(?:给
        |告诉|转)我)
    """),
)

COLLUSION = RedLine(
    ascii_stems=stems("""
        collu, rigg, rig the, rigs the, cover bid, cover quote, sham, dummy, fake, token, fixing, fix price,
        fix bid, fix the, turns, in turn, rotat, bidder, rival, competitor, vendors, others, to bid, withdraw,
        stay out, stand aside, only we, no one else, nobody else
    """),
    stems=stems("""
        围标, 串标, 陪, 中标, 标书, 垫标, 抬标, 退标, 弃标, 让标, 串通, 轮流, 凑数, 做背景, 撑场, 投高价, 报高价,
        招标文件, 招标参数, 技术参数, 评分标准, 对手, 竞品, 竞对, 竞争方, 竞争者, 友商, 别家, 同行, 另一家,
        其他厂商, 其他投标人, 其他供应商, 投标人, 几家, 两家, 三家, 另外一家, 兄弟公司, 关联公司
    """),
    words=pattern(r"""
        \bcollu(?:de|sion|ding|des|ded)\b|\bbid[- ]rigging\b|\brig(?:s|ged|ging)? the (?:bid|tender|bidding
        |award)s?\b|\b(?:cover|sham|dummy|fake|token) (?:bid(?:der|ding)?|tender|quote|offer)s?\b(?! costs?
        | letter| sheet)
        |\b(?:price[- ]fixing|bid rotation|rotate (?:the )?(?:wins|winners|bids|tenders|contracts))\b
        |\bfix(?:ing)? (?:the )?(?:prices?|bids?) with\b
        |\b(?:take|taking) turns (?:at |in |to )?(?:win|winning|bid)|\btake turns[^.;!?\n]{0,30}\b(?:rival
        |competitor|bidder|tender)|\bwin(?:ning)? (?:the )?(?:tenders |bids |contracts )?(?:in turns?|by turns)\b
        |\b(?:agree|agreed|agreeing|arrange|arranging|settle|settling|coordinate|deal|pact|understanding|divide
        |share out|carve up|split)\b[^.;!?\n]{0,30}\b(?:with|among|between)\b[^.;!?\n]{0,40}\b(?:competitors?
        |rivals?|bidders?|vendors|others)\b[^.;!?\n]{0,20}\b(?:who(?:se)? (?:wins|will win|gets|bids|turn)
        |which of us|prices?|bids?|tenders?|markets?|not to bid|territor)
        |\b(?:agree|agreed|arrange|settle|coordinate) (?:on )?(?:the |our )?(?:prices?|bids?|tenders?|offers?
        |who (?:wins|bids|gets)[^.;!?\n]{0,20}) with (?:the |our |a |two |three |all ){0,2}(?:other[ ]
        |main )?(?:competitors?|rivals?|bidders?|vendors|others)\b
        |\b(?:ask|pay|get|persuade|paying|asking|convince) (?:the |a |our |two |one |other |another[ ]
        |friendly ){0,3}(?:competitors?|rivals?|bidders?|firms?|companies|vendors?)(?: [a-z]{1,10})? to (?:withdraw
        |bid (?:high|higher|too high|low|along)|stay out|stand aside|hold back|lose|not bid|step back)
        |\b(?:vendors|firms|bidders|rivals?|competitors?|others)\b[^.;!?\n]{0,30}\b(?:agree|settle|arrange|decide)
        (?: on)? (?:who|which of us)(?: will)? (?:wins?|gets it|gets which|bids)\b
        |\b(?:write|tailor|rig|shape|draft|word)(?:ing)? (?:the )?(?:tender|specifications?|specs?|criteria|rfp)
        [^.;!?\n]{0,30}\b(?:only we|nobody else|no one else|just us)\b
        |\b(?:divide|share out|carve up|split)(?:ing)? (?:the |up )?(?:markets?|tenders?|customers|territory
        |territories) (?:with|among|between) (?:the |our )?(?:other )?(?:competitors?|rivals?|bidders?|others)
        |[联串][合手联][^，。；！？\n]{0,4}<dui>[^，。；！？\n]{0,6}(?:抬|操纵)[^，。；！？\n]{0,3}[价标]
        |[与和跟同][^，。；！？\n]{0,4}(?:<dui>|投标人|[几两三]家)[^，。；！？\n]{0,4}(?:串通|勾结|共谋)
        |围标|串标|陪标|内定中标|量身[定做订]+标书|串通(?:投标|报价|对手|友商|招标|其他)|轮流(?:中标|坐庄)|垫标|抬标
        |(?:商定|约好|约定|说好|谈好|商量好?)由?谁[^，。；！？\n]{0,4}中标
        |(?:[与和跟同找请让拉]|联合|联手)[^，。；！？\n]{0,8}(?:<dui>|[几两三]家|投标人|兄弟公司|关联公司)
        [^，。；！？\n]{0,8}(?:约定|商量|商定|约好|说好|谈好|协商|勾结|商议|达成|统一|分配|划分|瓜分|轮流|协调
        |打招呼|通气)好?，?[^，。；！？\n]{0,10}(?:中标|报价|投标|退出|弃标|让标|价格|底价|份额|市场|地盘|谁中
        |哪个标|这一标)
        |(?:找|拉|请|让)[^，。；！？\n]{0,8}(?:家|公司|友商|厂商|对手)[^，。；！？\n]{0,6}(?:陪投|陪跑|凑数|做背景
        |撑场|退标|弃标|投高价|报高价|让标)
        |(?:标书|招标文件|招标参数|技术参数|评分标准)[^，。；！？\n]{0,10}(?:量身[定做订]|写死|只有我们|让别家)
    """),
    lawful=pattern(r"""
        联合体|联合投标|接口标准|行业标准|\bopen(?:ly)? to all bidders\b|\bcover (?:letter|sheet)\b|\bpublicly\b
    """),
)

# What a person's file may not hold: business needs none of it. An illness of the market, a divorce of two firms and an
# address of a site are no private matters, so these count only beside a person.
PERSONAL = RedLine(
    ascii_stems=stems("""
        passport, id card, identity card, social security, home address, medical, illness, divorce, affair, religi,
        gambl, marriage, marital, health problem, cancer, diabet, pregnan, drink, alcohol, sexual, debt, depress,
        mistress, lover
    """),
    stems=stems("""
        身份证, 护照, 住址, 家庭地址, 家住, 的病, 癌, 糖尿, 抑郁, 肝炎, 性病, 心脏病, 怀孕, 离婚, 婚外, 婚姻, 外遇,
        情妇, 情人, 小三, 信教, 信佛, 信基督, 宗教, 赌, 银行卡号, 体检, 夫妻, 家庭矛盾, 欠债, 高利贷, 性取向,
        同性恋
    """),
    words=pattern(r"""
        \b(?:passport|id card|identity card|social security) (?:number|no\.?)(?![a-z])|\bhome address\b
        |\bextramarital\b
        |\b(?:his|her|the [a-z]{1,12}['’]s) (?:own |poor |bad |private ){0,2}(?:medical (?:history|file|results?
        |records?)|illness|divorce|religion(?! of)|religious beliefs?|gambling|health problems?|cancer|diabetes
        |depression|pregnancy|marriage(?! of)|marital|drinking|alcoholism|sexual orientation|private debts?|debts
        |mistress|lover)\b
        |\b(?:has|having|had) an affair(?! of)\b|\b(?:he|she|(?:his|her) <family>) (?:has|had|suffers from
        |is ill with|was treated for) (?:[a-z]{1,10} )?(?:cancer|diabetes|depression)\b
        |\bshe is (?:[a-z]{1,10} )?pregnant\b|\b(?:he|she) (?:is|was) (?:an alcoholic|getting divorced
        |divorced)\b|\b(?:he|she) (?:drinks too much|gambles|is in debt)\b
        |身份证号|护照号|家庭(?:住址|地址)|家里?住址|[他她总]家住|[他她]的病(?!历|人|房|毒)|[他她总](?:刚|正在|要
        |去年|最近)?离婚|婚外情|外遇|情妇|情人(?!节)|小三(?!线)|信教|信佛|信基督|宗教信仰|赌债|好赌|爱赌|银行卡号
        |[他她总](?:的)?(?:得了|患了?|有|查出|确诊)[^，。；！？\n]{0,4}(?:癌|糖尿病|抑郁|肝炎|性病|心脏病)
        |[他她](?:正|已经?|刚|又)?怀孕|[他她总]的?(?:体检(?:结果|报告)|婚姻|夫妻)|夫妻(?:不和|吵架|感情)|家庭矛盾
        |欠债|高利贷|性取向|同性恋
    """),
    lawful=pattern(r"""
        \b(?:system|module|forms?|masks?|masked|encrypt[a-z]{0,4}|patients?|passengers?|citizens?|data protection
        |privacy|gdpr|platform|app)\b
        |系统|字段|模块|脱敏|加密|识别|校验|不(?:应|该|能|要|得|必|用|予)?(?:记|写|录|存|留)|无关|患者|病人|旅客
        |会员|隐私|平台|数据保护|个人信息保护
    """),
)
RED_LINES = (BRIBE, RIVAL_SECRET, COLLUSION, PERSONAL)


def crossed(text: str) -> bool:
    """The text crosses a red line."""
    lowered = text.lower()
    return any(line.crossed_by(lowered) for line in RED_LINES)


def suspects(text: str) -> bool:
    """Whether it is worth while to ask for any part of the text whether it crosses a line."""
    lowered = text.lower()
    return any(line.stems_in(lowered) for line in RED_LINES)
