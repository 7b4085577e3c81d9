"""English."""

from __future__ import annotations

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.lexicons.lexicon import Lexicon, Pattern
from digital_twin.domain.text import STOP_WORDS

_NOW = "current|currently|now|nowadays|present|presently|today|at the moment|these days|still"
_CAREER = "experience|career|work|working|industry|professional|professionally|field|job|jobs"

ENGLISH = Lexicon(
    code="en",
    pronoun="they",
    stop_words=STOP_WORDS,
    framing_words="""hav including included track record size
        given
        well mean meant
        autumn spring summer winter
        altogether
        former past overlap overlapped overlapping order chronological chronologically
        happen happens happened even weakest strongest weaker stronger best-known involved
        whole entire couple introduction introduce return listed under subject subject's provide candidate's applicant serve served gave received receive earned abroad overseas internationally foreign up away paragraph classification come up worth early late mid
        alongside simultaneously concurrently parallel broadly terms nutshell just right straight immediately directly ms mr mrs dr sir madam folks guy guys rundown recap pitch period few sentences sentence words word roughly approximately already picked second third both adding taking together stints spells through candidate person people anybody anything everything something everyone someone thing things stuff kind
        kinds type types describe explain list name names show share overview brief briefly summarise summarize summary
        version detail details long many number total overall example examples ever current currently present now
        nowadays today day days week moment recent recently last latest most first earliest previous previously prior
        before after next following upon year years month months time times duration longest longer shortest shorter
        older newer know knows tell talk say says said write wrote written good best main key major different various
        certain specific question answer hold holds held join joined leave left leaving start starts started begin began
        finish finished end ended go goes went gone come came take took taken put get got getting make made do done run
        runs stay stayed spend spent actually really exactly big large small count old new own besides part while
        hands-on hands two three several same point place places firm firms industry straight quick quickly short
        please hi hello thanks right wich whats what's who's where's when's how's he's she's they're ur im i'm career
        could cv resume profile mentioned listed stand stint one ones along line lines sort bit way lot every everywhere
        everyone involved hire hiring interested curious wondering looking need want wanted like likes able
        still reach appear appeared called call set idea trick put down reason see saw since somebody begin mission during get also another anyway ask asking asked let could kindly understand people person used use uses using newest newer oldest each per back yet actually""",
    section_words={
        "work": """job jobs work works worked working role roles position positions title titles employer employers
            employed employment company companies organization organisation experience experienced experiences history
            background tenure professional professionally occupation colleague workplace hired promoted promotion
            responsibility responsibilities duties living business career""",
        "education": """education educated degree degrees university universities college school study studied studies
            studying graduate graduated graduation major bachelor bachelor's master master's masters academic alma mater
            qualification qualifications uni graduating phd doctorate undergraduate postgraduate course courses class classes train
            trained training subject diploma""",
        "skills": """skill skills skilled technology technologies technical tech stack tool tools tooling language
            languages programming framework frameworks expertise proficient proficiency familiar software""",
        "languages": "language languages speak speaks spoken fluent fluency bilingual mother tongue native",
        "projects": "project projects side portfolio open-source built",
        "publications": "written publication publications published publish paper papers article articles author book books",
        "awards": """award awards awarded prize prizes honor honors honour honours won win recognition medal grant grants
            scholarship scholarships""",
        "certificates": """certificate certificates certification certifications certified credential credentials license licenses
            licence licences licensed accreditation accreditations registered registration""",
        "volunteer": "volunteer volunteers volunteered volunteering community charity unpaid voluntary",
        "interests": """interest interests interested hobby hobbies passion passions fun free spare leisure outside office
            weekend weekends""",
        "references": "reference references recommend recommendation recommendations referee referees vouch",
        "basics": """based live lives living located location city town country contact summary profile website home
            homepage site web github linkedin""",
        "availability": """availability available notice relocate relocation remote remotely soon onsite willing
            move somewhere hybrid""",
        "compensation": "salary salaries pay compensation remuneration wage wages expectations earn earns",
    },
    narrowing_words="""bachelor bachelor's master master's masters phd doctorate diploma github linkedin medal grant grants
        scholarship scholarships certified software""",
    field_words={
        "/basics/email": "email e-mail mail contact",
        "/basics/phone": "phone telephone mobile cell ring contact",
        "/basics/url": "website homepage",
        "/basics/location": "live lives living reside resides residence",
        "/basics/location/address": "street",
    },
    facts=(
        (
            ChunkKind.OVERLAP,
            Pattern(
                r"\b(?:at the same time|parallel|simultaneously|concurrently|overlap\w*|two jobs at once)\b",
            ),
        ),
        (
            ChunkKind.PLACES,
            Pattern(
                r"\b(?:which|what|list|name|how many)\b.*\b(?:cities|countries|towns|places|locations)\b",
                r"\b(?:which|what) (?:country|city|town)\b.*\b(?:work\w*|job)\b",
                r"\b(?:work\w*|jobs?|employ\w*|roles?)\b.*\boutside (?:of )?(?:the )?[a-z]+\W*$",
                r"\b(?:abroad|overseas|internationally|(?:other|another|foreign) countr(?:y|ies))\b",
            ),
        ),
        (
            ChunkKind.LONGEST,
            Pattern(r"\blongest\b", r"\b(?:most|more) (?:time|years)\b", r"\b(?:longer|shorter|shortest)\b"),
        ),
        (
            ChunkKind.BEFORE,
            Pattern(
                r"\b(?:before|prior to)\b(?!\W*$)",
                r"\b(?:preced\w+|previous|previously|come from|came from)\b",
                r"\b(?:and|what|where)\b.*\bbefore\W*$",
            ),
        ),
        (ChunkKind.AFTER, Pattern(r"\b(?:after|following|next|since leaving|upon leaving)\b")),
        (
            ChunkKind.FIRST,
            Pattern(
                r"\b(?:straight|right|fresh|directly) (?:out of|from|after) (?:university|college|school|uni)\b",
                r"\bfirst\b",
                r"\bearliest\b",
                r"\b(?:begin|began|start|started)\b.*\bcareer\b",
                r"\bcareer\b.*\b(?:begin|start)\b",
            ),
        ),
        (ChunkKind.CURRENT, Pattern(rf"\b(?:{_NOW})\b", r"\bwork(?:s|ing)? for\b$")),
        (
            ChunkKind.TENURE,
            Pattern(
                r"\bstill (?:work\w*|employed) (?:for|at|with)\b",
                r"\bhow (?:long|many years|many months|much time)\b",
                r"\b(?:tenure|duration)\b",
                r"(?:^|[,;] )(?:and |so )?(?:since )?when\b",
                r"\b(?:what|which|in) year\b",
            ),
        ),
        (
            ChunkKind.TOTAL,
            Pattern(rf"\b(?:how long|how many years|how much|years of|total|overall)\b.*\b(?:{_CAREER})\b"),
        ),
        (
            ChunkKind.EMPLOYERS,
            Pattern(
                r"\b(?:which|what|how many|list|name|all|every|whom?)\b.*\b(?:company|companies|employers?|organi[sz]ations?|firms?)\b",
            ),
        ),
    ),
    is_yes_no=Pattern(
        r"^(?:(?:so|and|but|also)[, ]+)?(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|any)\b",
    ),
    wants_number=Pattern(r"\bhow (?:many|much|big|large|often|fast)\b", r"\bwhat (?:percent|percentage|share)\b"),
    wants_money=Pattern(
        r"\b(?:dollars?|euros?|salary|salaries|wages?|paid|compensation|revenue|budget|how much (?:\w+ )?money)\b",
        r"\b(?:do|does|did|would|will) .*\bcost\b",
        r"[$€£]",
    ),
    wants_date=Pattern(r"\bwhen (?:did|was|were|has|have)\b", r"\b(?:what|which) year\b", r"\bsince when\b"),
    wants_month=Pattern(r"\b(?:what|which) month\b", r"\bexact (?:day|date)\b"),
    wants_other=Pattern(
        r"^\W*who (?!(?:is|are|was|were|has|have|does|do|did|can|could|would)\b)\w+ (?:her|him|them|they|you|his|their|your)\b"
    ),
    wants_role=Pattern(
        r"\b(?:work(?:s|ed|ing)?|been|serv(?:e|ed|ing)|qualif\w+) as an? (?:[\w-]+ ){0,2}?(?P<as>[\w-]+)\W*$",
        r"^\W*when (?:was|did) (?:he|she|they|you) (?:become )?(?:an? |the )?(?P<was>[\w-]+) (?:of|at)\b",
        r"^\W*(?:is|was) (?:he|she|they|you) (?:also |ever )?an? (?:[\w-]+ ){0,2}?([\w-]+)\W*$",
    ),
    wants_instance=Pattern(
        r"^\W*which (?P<doer>[\w'-]+) (?:made|makes?|stocks?|sells?|uses?|owns?|won|built|gave|hosts?)\b",
        r"^\W*(?:(?:in|at|for|on|with|from|to) )?which ((?:[\w'-]+ )*?[\w'-]+) (?:do|does|did|is|are|was|were|has|have|had|can)\b",
    ),
    concepts={
        "salary": Pattern(
            r"\b(?:what|which) pay\b",
            r"\bcharges? (?:per|an?)\b",
            r"\b(?:salary|salaries|wages?|remuneration)\b",
            r"\bhow much (?:money )?(?:do|does|did|would|will) \w+ (?:\w+ )?(?:make|earn|get|charge|cost)\b(?=\W*$| (?:a|per|an|as)\b)",
            r"^(?!.*\b(?:certificat\w*|degrees?|diplomas?|awards?|licen[cs]es?)\b).*\bearn(?:s|ing)?\b",
            r"\bget paid\b",
            r"\bday rate\b",
            r"\bhourly rate\b",
        ),
        "grade": Pattern(
            r"\b(?:grades?|gpa|marks?)\b",
            r"\bdegree (?:class|classification|result)\b",
            r"\bclass of degree\b",
            r"\bwhat class\b",
            r"\bhow well did (?:he|she|they|you) do\b",
            r"\bget an? (?:first|2:1|2:2)\b",
        ),
        "expiry": Pattern(r"\b(?:expir\w+|lapse[sd]?|renew\w*)\b", r"\bruns? out\b", r"\bvalid (?:until|till)\b"),
        "hire": Pattern(r"\bhow many\b.*\b(?:hired?|hiring|recruit\w*)\b"),
        "notice": Pattern(
            r"\bnotice period\b", r"\bhow (?:much|long)\b.*\bnotice\b", r"\b(?:her|his|your|their|they's) notice\W*$"
        ),
        "driving": Pattern(r"\bdriv(?:e|ing|er\'s) licen[cs]e\b"),
        "patent": Pattern(r"\bpatents?\b"),
        "willing": Pattern(
            r"^\W*(?:would|is|are|might|could) (?:he|she|they|you) (?:ever )?"
            r"(?:move|relocate|consider|accept|be (?:willing|open|happy|ready|interested)|willing|open to|join|like|want|prefer|mind)\b",
        ),
    },
    is_outside=Pattern(
        r"\b(?:enjoy|enjoyed|enjoys|favou?rite)\b",
        r"\b(?:age|birthday|born|married|single|spouse|husband|wife|pregnan\w+|religio\w+|church|vote[sd]?|politic\w+|party member|gay|lesbian|ethnic\w*|nationality|disab\w+|illness|diagnosed|weight|horoscope|zodiac)\b",
        r"\b(?:have|has|had|any|how many|another) (?:\w+ )?(?:child|children|kids?|baby|babies)\b",
        r"\b(?:earns?|earned|chief executive|ceo|founded|founder|who (?:took over|replaced|succeeded)|successor|(?:his|her|their|your|\w+'s) (?:\w+ )?(?:partner|colleagues?|family))\b",
        r"\b(?:capital of|weather|joke|poem|limerick|recipe|president of|meaning of life|stock price|translate)\b",
        r"\bhow (?:do|should|would) (?:i|we|you|one)\b",
        r"\bwhat is the (?:usual|typical|average|normal|standard)\b",
        r"\bshould i\b",
    ),
    is_prediction=Pattern(
        r"\bhow old\b",
        r"\bwill (?:\w+ ){1,3}(?:ever|become|be|win|still|stay|leave|move|get)\b",
        r"\b(?:five|ten|\d+) years from now\b",
        r"\bin (?:five|ten|\d+) years(?:\W*$|' time)",
        r"\bone day\b",
        r"\bdifference between\b",
        r"^\W*(?:please |can you |could you )?explain (?:to me )?(?:how|what|why)\b(?!.*\b(?:he|she|they|you|his|her|their|your)\b)",
        r"\bhow long (?:do|does) (?!(?:he|she|they|you|it|that|this)\b)(?:[\w-]+ ){1,4}take\b",
        r"\bsystem prompt\b",
        r"^\W*how (?:do|does) (?!(?:he|she|they|you|the candidate)\b)",
        r"\bin line for\b",
        r"^\W*(?:do|does|has|have) \w+ (?:have |got )?\w+ of (?:his|her|their|your) own\b",
        r"\bhow many (?:people|employees|staff|workers) (?:do|does) (?!(?:he|she|they|you)\b)",
        r"\bgoing to (?:be|become)\b",
        r"\b(?:too (?:old|young)|do you think|next (?:year|month|decade)|better (?:\w+ )?than (?!his\b|her\b|their\b|your\b)|than (?:most|other|others)|(?:in )?your (?:opinion|view|eyes)|better suited|opinion (?:on|of|about)|thinks? (?:of|about)|feels? about|best candidate|should (?:i|we) hire|worth hiring|trustworthy|overpaid)\b",
        r"\b(?:his|her|their|your|\w+'s) (?:\w+ )?(?:manager|boss|deputy|supervisor|husband|wife|spouse|friends?|parents?|siblings?|sister|brother)\b",
    ),
    wants_summary=Pattern(
        r"\bintroduction\b",
        r"\bwho (?:is|are|'s)\b",
        r"\btell me (?:a bit |something |more )?about (?:yourself|him|her|them|\w+(?: \w+)?)(?: in (?:\w+ )?(?:few |two |three )?(?:words|sentences))?\W*$",
        r"\bsumm?ar\w+",
        r"\bintroduce\b",
        r"\bproud\w*\b",
        r"\bin a nutshell\b",
        r"\bdescribe (?:yourself|him|her)\b",
        r"\belevator pitch\b",
        r"\bshort version\b",
        r"\b(?:overview|rundown|recap) of\b",
    ),
    is_choice=Pattern(r"\b(?:or|and)\b"),
    either=Pattern(r"\bor\b", r"\bthan (?:his|her|their|your)\b"),
    alternatives=Pattern(r"\b(?:or|vs|versus|than)\b", r","),
    counts=Pattern(r"\bhow many (\w+)(?: (\w+))?"),
    wants_reason=Pattern(
        r"^\W*(?:\w+ ){0,2}why\b",
        r"\breasons? (?:for|of|why)\b",
        r"\bwhat made (?:him|her|them|you)\b",
    ),
    is_meanwhile=Pattern(
        r"\b(?:while|whilst)\b(?! (?:(?:he|she|they|you) (?:was|were) )?(?:working|employed) (?:at|for|with)\b)",
        r"\b(?:during|besides|alongside)\b",
    ),
    refers_back=Pattern(
        r"\b(?:done|do|has|have|had|does) (?:that|this|so|such|anything (?:comparable|similar|like that))\b",
        r"\b(?:that|this) (?:kind|sort|type) of\b",
        r"\bof (?:that|this) (?:kind|sort|type)\b",
        r"\bthe (?:kind|sort|type) of thing\b",
        r"\b(?:is|does|would) (?:that|this) (?:fit|match|apply|describe)\b",
    ),
    wanted_person=Pattern(
        r"\b(?:somebody|someone|anybody|anyone|people|person|candidates?|colleague) (?:who|that) (?:(?:has|have|is|are|can) )?(.+)$"
    ),
    is_about_thing=Pattern(
        r"\bhow long (?:do|does|did|is|are|was|were|has|have|had|will|would|can) (?!(?:he|she|they|you)\b)"
        r"(?!(?:the|this|that|his|her|their|your) (?:\w+ ){0,3}(?:candidate|applicant|person|job|role|position|post|stint|contract|internship|employment)\b)\w",
    ),
    until_year=Pattern(r"\b(?:before|until|till|up to|prior to) (?:the )?(?:end of |start of |early |late )?(\d{4})\b"),
    since_year=Pattern(
        r"\b(?:since|after) (?:the )?(?:end of |start of |early |late )?(\d{4})\b", r"\b(\d{4}) onwards?\b"
    ),
    between_years=Pattern(
        r"\b(?:between|from) (?:early |mid |late )?(\d{4}) (?:and|to|until) (?:early |mid |late )?(\d{4})\b"
    ),
    phrases={
        **dict.fromkeys(("so far", "to date", "until now", "up to now", "until today"), ""),
        "not at work": "leisure",
        "outside work": "leisure",
        "outside of work": "leisure",
        "get up to": "do",
        "gets up to": "does",
        "work from home": "remote",
        "working from home": "remote",
        "works from home": "remote",
        "full time": "full-time",
        "part time": "part-time",
        "open source software": "open-source",
        "open source": "open-source",
        "read at university": "study at university",
        **dict.fromkeys(
            ("could she start", "could he start", "could they start", "could you start"),
            "available",
        ),
        **dict.fromkeys(("can she start", "can he start", "can they start", "can you start"), "available"),
        "for a living": "currently",
        "away from the keyboard": "leisure",
        "away from work": "leisure",
        "away from her desk": "leisure",
        "away from his desk": "leisure",
        **dict.fromkeys(("join us", "join our team", "join the team"), "available"),
        "could start": "available",
        "can start": "available",
        "able to start": "available",
        "designations": "certificates",
        "on call": "oncall",
        **dict.fromkeys(("support any charity", "support a charity", "supports a charity"), "volunteer"),
        **dict.fromkeys(("take pictures of", "took pictures of", "take photos of", "took photos of"), "photographed"),
        "time for free": "volunteering",
        "say about": "reference",
        "says about": "reference",
        "in charge": "responsible",
        "look after": "manage",
        "looks after": "manages",
        "looking after": "managing",
        "looked after": "managed",
        "reach her": "contact",
        "reach him": "contact",
        "reach you": "contact",
        "in touch": "contact",
        "web site": "website",
        "call her": "phone",
        "call him": "phone",
    },
)
