"""English."""

from __future__ import annotations

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.lexicons.lexicon import Lexicon
from digital_twin.domain.text import STOP_WORDS

_NOW = "current|currently|now|nowadays|present|presently|today|at the moment|these days|still"
_CAREER = "experience|career|work|working|industry|professional|professionally|field|job|jobs"

ENGLISH = Lexicon(
    code="en",
    stop_words=STOP_WORDS,
    framing_words="""alongside simultaneously concurrently parallel broadly terms nutshell just right straight immediately directly ms mr mrs dr sir madam folks guy guys rundown recap pitch period few sentences sentence words word roughly approximately already picked second third both adding taking together stints spells through candidate person people anybody anything everything something everyone someone thing things stuff kind
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
        "publications": "publication publications published publish paper papers article articles author book books",
        "awards": """award awards awarded prize prizes honor honors honour honours won win recognition medal grant grants
            scholarship scholarships""",
        "certificates": """certificate certificates certification certifications certified credential credentials license
            licence licensed registered registration""",
        "volunteer": "volunteer volunteers volunteered volunteering community charity unpaid voluntary",
        "interests": """interest interests interested hobby hobbies passion passions fun free spare leisure outside office
            weekend weekends""",
        "references": "reference references recommend recommendation recommendations referee referees vouch",
        "basics": """based live lives living located location city town country contact summary profile website home
            homepage site web github linkedin""",
        "availability": """availability available notice relocate relocation remote remotely soon join onsite willing
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
    fact_patterns=(
        (
            ChunkKind.OVERLAP,
            r"\b(?:at the same time|parallel|simultaneously|concurrently|overlap\w*|two jobs at once)\b",
        ),
        (ChunkKind.PLACES, r"\b(?:which|what|list|name|how many)\b.*\b(?:cities|countries|towns|places|locations)\b"),
        (ChunkKind.LONGEST, r"\blongest\b|\b(?:most|more) (?:time|years)\b|\b(?:longer|shorter|shortest)\b"),
        (ChunkKind.BEFORE, r"\b(?:before|prior to|preced\w+|previous|previously|come from|came from)\b"),
        (ChunkKind.AFTER, r"\b(?:after|following|next|since leaving|upon leaving)\b"),
        (
            ChunkKind.FIRST,
            r"\bfirst\b|\bearliest\b|\b(?:begin|began|start|started)\b.*\bcareer\b|\bcareer\b.*\b(?:begin|start)\b",
        ),
        (ChunkKind.CURRENT, rf"\b(?:{_NOW})\b|\bwork(?:s|ing)? for\b$"),
        (
            ChunkKind.TENURE,
            r"\bhow (?:long|many years|many months|much time)\b|\b(?:tenure|duration)\b|(?:^|[,;] )(?:and |so )?(?:since )?when\b|\b(?:what|which|in) year\b",
        ),
        (ChunkKind.TOTAL, rf"\b(?:how long|how many years|how much|years of|total|overall)\b.*\b(?:{_CAREER})\b"),
        (
            ChunkKind.EMPLOYERS,
            r"\b(?:which|what|how many|list|name|all|every|whom?)\b.*\b(?:company|companies|employers?|organi[sz]ations?|firms?)\b",
        ),
    ),
    yes_no_pattern=r"^(?:(?:so|and|but|also)[, ]+)?(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|any)\b",
    number_pattern=r"\bhow (?:many|much|big|large|often|fast)\b|\bwhat (?:percent|percentage|share)\b",
    money_pattern=r"\b(?:dollars?|euros?|salary|salaries|wages?|paid|compensation|revenue|budget|how much money)\b|[$€£]",
    pay_pattern=r"\b(?:what|which) pay\b|\bcharges? (?:per|an?)\b|\b(?:earns?|salary|salaries|wages?|remuneration)\b|\bhow much (?:money )?(?:do|does|did|would|will) \w+ (?:\w+ )?(?:make|earn|get|charge|cost)\b(?=\W*$| (?:a|per|an|as)\b)|\bget paid\b|\bday rate\b|\bhourly rate\b",
    outside_pattern=(
        r"\b(?:age|birthday|born|married|single|spouse|husband|wife|pregnan\w+|religio\w+|church|vote[sd]?|"
        r"politic\w+|party member|gay|lesbian|ethnic\w*|nationality|disab\w+|illness|diagnosed|weight|horoscope|zodiac)\b"
        r"|\b(?:have|has|had|any|how many|another) (?:\w+ )?(?:child|children|kids?|baby|babies)\b"
        r"|\b(?:earns?|earned|chief executive|ceo|founded|founder|who (?:took over|replaced|succeeded)|successor|"
        r"(?:his|her|their|your|\w+'s) (?:\w+ )?(?:partner|colleagues?|family))\b"
        r"|\b(?:capital of|weather|joke|poem|limerick|recipe|president of|meaning of life|stock price|translate)\b"
        r"|\bhow (?:do|should|would) (?:i|we|you|one)\b|\bdifference between\b|\bwhat is the (?:usual|typical|average|normal|standard)\b|\bshould i\b"
    ),
    prediction_pattern=r"\bhow old\b|\bwill (?:\w+ ){1,3}(?:ever|become|be|win|still|stay|leave|move|get)\b|\b(?:five|ten|\d+) years from now\b|\bin (?:five|ten|\d+) years(?:\W*$|' time)|\bone day\b|\bgoing to (?:be|become)\b|\b(?:too (?:old|young)|do you think|next (?:year|month|decade)|better (?:\w+ )?than|than (?:most|other|others)|(?:in )?your (?:opinion|view|eyes)|better suited|opinion (?:on|of|about)|thinks? (?:of|about)|feels? about|better than|best candidate|should (?:i|we) hire|worth hiring|trustworthy|overpaid)\b|\b(?:his|her|their|your|\w+'s) (?:\w+ )?(?:manager|boss|deputy|supervisor|husband|wife|spouse|friends?|parents?|siblings?|sister|brother)\b",
    summary_pattern=(
        r"\bwho (?:is|are|'s)\b|\btell me (?:a bit |something |more )?about (?:yourself|him|her|them|\w+(?: \w+)?)(?: in (?:\w+ )?(?:few |two |three )?(?:words|sentences))?\W*$|\bsumm?ar\w+|\bintroduce\b|\bproud\w*\b|\bin a nutshell\b|"
        r"\bdescribe (?:yourself|him|her)\b|\belevator pitch\b|\bshort version\b|\b(?:overview|rundown|recap) of\b"
    ),
    choice_pattern=r"\b(?:or|and)\b",
    alternative_pattern=r"\b(?:or|vs|versus|than)\b|,",
    counted_pattern=r"\bhow many (\w+)(?: (\w+))?",
    reason_pattern=r"^\W*(?:\w+ ){0,2}why\b|\breasons? (?:for|of|why)\b|\bwhat made (?:him|her|them|you)\b",
    meanwhile_pattern=r"\b(?:while|whilst|during|besides|alongside)\b",
    phrases={
        "so far": "",
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
        "open source": "open-source",
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
