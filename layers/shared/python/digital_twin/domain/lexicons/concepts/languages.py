"""Natural languages and how well one knows them. Data only."""

LANGUAGES = """
language: speak* spoken fluent* bilingual tongue sprach* spricht sprech* muttersprach* fliessend langu* couramment maternelle idioma* lengua* habl* bilingue* parle parler parlee parlees parlant
english: english englisch* anglais* ingles*
german: german deutsch* allemand* aleman*
french: french franzos* francais* frances*
spanish: spanish spanisch* espagnol* espanol* castellan*
italian: italian* italien*
portuguese: portugues* portugies* portugais*
dutch: dutch niederland* hollandisch* neerland* holand*
polish: polish polnisch* polonais* polac*
turkish: turc* turkish turkisch* turque
russian: russian* russisch* russe* ruso* rusa*
arabic: arabic arabisch* arabe*
chinese: mandarin chinese chinesisch* chinois* chino
swedish: swedish schwedisch* suedois* suec*
danish: danish danisch* danois* danes*
catalan: catalan* katalanisch*
japanese: japanese japanisch* japonais* japones*
korean: korean koreanisch* coreen* coreano*
czech: czech tschechisch* tcheque* checo*
hungarian: hungarian ungarisch* hongrois* hungaro*
romanian: romanian rumanisch* roumain* rumano*
ukrainian: ukrainian ukrainisch* ukrainien* ucraniano*
greek: greek griechisch* grec grecque griego*
norwegian: norwegian norwegisch* norvegien* noruego*
finnish: finnish finnisch* finnois* finlandes*
hindi: hindi
hebrew: hebrew hebraisch* hebreu hebreo
irish: irish gaelic irisch galisch* irlandais* gaelique irlandes* gaelico
welsh: welsh walisisch* gallois* gales
croatian: croatian kroatisch* croate* croata*
serbian: serbian serbisch* serbe* serbio*
bulgarian: bulgarian bulgarisch* bulgare* bulgaro*
slovak: slovak slowakisch* slovaque* eslovaco*
vietnamese: vietnamese vietnamesisch* vietnamien* vietnamita*
persian: persian farsi persisch* persan persa
basque: basque baskisch* euskera vasco
galician: galician galicisch* galicien* gallego*
sign: sign gebarden* signes signos
native: native mother tongue muttersprach* natal matern*
fluent: fluent* fluenc* proficien* level fliessend* verhandlungssich* niveau* couramment fluid* nivel*
latin: latin lateinisch* latein latinum
luxembourgish: luxembourgish letzebuerg* luxemburgisch*
icelandic: icelandic islandisch*
estonian: estonian* estnisch* estonien* estonio*
latvian: latvian* lettisch* letton* leton*
lithuanian: lithuanian* litauisch* lituanien* lituano*
slovene: slovenian* slowenisch* slovene* esloveno*
urdu: urdu ourdou
bengali: bengali* bangla
tamil: tamil* tamoul*
punjabi: punjabi panjabi pendjabi
thai: thai thailandisch*
indonesian: indonesian indonesisch* indonesien indonesio malay bahasa
swahili: swahili kiswahili suaheli
afrikaans: afrikaans
albanian: albanian* albanisch* albanais* albanes*
macedonian: macedonian* mazedonisch* macedonien*
bosnian: bosnian* bosnisch* bosniaque* bosnio*
kurdish: kurdish kurdisch* kurde*
armenian: armenian* armenisch* armenien* armenio*
georgian: georgian georgisch* georgien georgiano
flemish: flemish flamisch* flamand*
frisian: frisian friesisch* frison*
breton: breton bretonisch*
esperanto: esperanto
sign-language: sign-language gebardensprach* langue-des-signes lengua-de-signos > lsf bsl asl dgs lse isl
beginner: basic basics beginner* elementary grundkenntnis* anfanger* grundlagen debutant* notions elemental basico* nociones > a1 a2
intermediate: intermediate conversational mittelstufe* fortgeschritten* intermediaire* intermedio* > b1 b2
advanced: advanced fortgeschritten* avance avancee avanzado* > c1 c2 cae dalf
dialect: dialect* dialekt* mundart* patois plattdeutsch
"""
