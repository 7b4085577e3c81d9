"""German."""

from __future__ import annotations

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.lexicons.lexicon import Lexicon, Pattern

GERMAN = Lexicon(
    code="de",
    pronoun="sie",
    stop_words=frozenset(
        """aber als am an auch auf aus bei beim bin bis da damit dann das dass dein deine dem den denn der des die dies diese
        dir doch du durch ein eine einem einen einer eines er es fur gibt hab habe haben hast hat hatte her hier ich ihm
        ihn ihnen ihr ihre ihrem ihren im in ins ist ja kann kannst konnen konnte man mehr mein meine mich mir mit nach
        nicht noch nun nur ob oder ohne schon sehr sei sein seine seinem seinen seit sich sie sind so um und uns unter
        vom von vor war waren warst was weil welche welchem welchen welcher welches wenn wer wie wieso wird wo wofur
        womit wurde wurden zu zum zur zwischen gerade etwas alle alles jemals eigentlich bitte""".split()
    ),
    framing_words="""herbst fruhling fruhjahr sommer winter ausserhalb
        berufliche beruflichen fachliche buro insgesamt
        ehemalige ehemaligen fruhere fruheren zwei drei reihenfolge chronologisch
        seiner ihrer ihres seines meiner deiner unserer ubt ausubt passiert geschah schwachste starkste sogar
        bekommen bekam erhalten erhielt verliehen hauptberuflich auflisten auflistung bisherigen bisherige samtliche gesamten ganzen ausland eigentlich stammt stammen wirkte anfing aufhorte begann endete kurze vorstellung
        gleichzeitig parallel zeitgleich grob uberblick direkt unmittelbar gleich herrn etwas worten satzen wofur welchem zweite zweiten beide bevor machte macht grossten grosste grosse bisher schon einmal jemals zeig zeige genannt heisst nennt gerne viel viele lange lang jahr jahre jahren monat monate monaten zeit aktuell aktuelle aktuellen derzeit
        zurzeit momentan heute jetzt zuletzt zuerst erste ersten erster erstes letzte letzten vorher davor danach vorige
        gemacht machen macht getan tun tut gewesen gut gute genau person kandidatin kandidat frau herr name liste nenne
        nennen sagen sag erzahl erzahle uber kurz insgesamt leute ende anfang angefangen begonnen beginn langer kurzer
        mal stand profil lebenslauf wirklich neben ausser
        noch neueste neuesten neuester jungste davon kam liegen gab nimmt kennt mitzuteilen darf durfen gern gerne wann warum wir worin wohin bleiben blieben geblieben fiel hoch hohe viel gelernt""",
    section_words={
        "work": """arbeitgebern arbeitete beschaftigung jobsuche tatig tatigkeiten arbeitsplatz laufbahn berufsleben anstellung arbeit arbeitet arbeiten arbeitete gearbeitet arbeitgeber job jobs beruf berufe beruflich berufserfahrung
            erfahrung erfahrungen stelle stellen position positionen funktion firma firmen unternehmen rolle tatigkeit
            beschaftigt angestellt werdegang karriere aufgaben""",
        "education": """abgeschlossen lernte gelernt absolviert abschloss hochschulen ausgebildet lehre ausbildung studium studiert studierte studieren universitat uni hochschule schule abschluss abschlusse
            bachelor master abitur diplom promotion note noten studienfach fach""",
        "skills": """starken fachkenntnisse know-how expertise fachgebiete schwerpunkte tools kenntnisse fahigkeiten kompetenzen technologien technologie werkzeuge software programmieren
            programmiersprachen programmiersprache konnen beherrscht""",
        "languages": "sprache sprachen spricht sprechen sprichst fliessend muttersprache sprachkenntnisse",
        "projects": "projekt projekte projekten",
        "publications": "bucher buch aufsatze geschrieben schrieb publiziert fachartikel schriften veroffentlichung veroffentlichungen veroffentlicht publikation publikationen artikel aufsatz",
        "awards": "gewann ehrung ehrungen stipendien pramiert preis preise auszeichnung auszeichnungen gewonnen ausgezeichnet stipendium",
        "certificates": "zertifikat zertifikate zertifizierung zertifizierungen zertifiziert bescheinigung schein",
        "volunteer": "engagiert engagement ehrenamtliche vereine unentgeltlich ehrenamt ehrenamtlich ehrenamter freiwillig verein",
        "interests": "interessen leidenschaft privat hobbies nebenher hobby hobbys interessen interessiert freizeit",
        "references": "referenz referenzen empfehlung empfehlungen",
        "basics": "kontakt linkedin github wohnt wohnen lebt wohnort standort stadt ort webseite homepage",
        "availability": "anfangen beginnen frei einsteigen kundigung verfugbar verfugbarkeit kundigungsfrist umziehen umzug homeoffice remote",
        "compensation": "gehalt gehaltsvorstellung gehaltsvorstellungen verdienst lohn vergutung",
    },
    narrowing_words="bachelor master abitur diplom promotion stipendium software",
    field_words={
        "/basics/email": "email e-mail mail mailadresse emailadresse e-mail-adresse",
        "/basics/phone": "telefon telefonnummer handynummer handy anrufen",
        "/basics/location/address": "strasse anschrift",
        "/basics/location": "wohnt wohnen lebt wohnort",
    },
    facts=(
        (ChunkKind.OVERLAP, Pattern(r"\b(?:gleichzeitig|parallel|zeitgleich|uberschn\w+)\b")),
        (
            ChunkKind.PLACES,
            Pattern(
                r"\bausserhalb\b.*\b(?:gearbeitet|tatig)\b",
                r"\b(?:welche[nrm]?|wie viele)\b.*\b(?:stadten?|landern?|orten?)\b",
                r"\bwelchem (?:land|ort)\b.*\b(?:arbeit\w*|gearbeitet|tatig)\b",
                r"\bwelcher stadt\b.*\b(?:arbeit\w*|gearbeitet|tatig)\b",
                r"\b(?:im|ins) ausland\b",
            ),
        ),
        (ChunkKind.LONGEST, Pattern(r"\blangsten\b", r"\blanger\b", r"\bkurzer\b")),
        (ChunkKind.BEFORE, Pattern(r"\bvor\b(?!\W*$)", r"\b(?:davor|vorher|zuvor|vorherige\w*|vorige\w*)\b")),
        (ChunkKind.AFTER, Pattern(r"\b(?:nach|danach|anschliessend|nachste\w*)\b")),
        (
            ChunkKind.FIRST,
            Pattern(r"\bdirekt nach (?:dem studium|der schule|dem abschluss)\b", r"\berste[rsnm]?\b", r"\bzuerst\b"),
        ),
        (
            ChunkKind.CURRENT,
            Pattern(
                r"\bwas macht (?:er|sie) (?:beruflich|von beruf)\b",
                r"\b(?:aktuell\w*|derzeit\w*|zurzeit|momentan|heute|jetzt|gerade|noch)\b",
            ),
        ),
        (
            ChunkKind.TENURE,
            Pattern(
                r"\bwie lange\b",
                r"\bwie viele (?:jahre|monate)\b",
                r"\bwann\b",
                r"\bin welchem jahr\b",
                r"\bseit wann\b",
            ),
        ),
        (
            ChunkKind.TOTAL,
            Pattern(
                r"\b(?:wie lange|wie viele jahre|wie viel|insgesamt)\b.*\b(?:erfahrung|berufserfahrung|berufstatig)\b",
            ),
        ),
        (ChunkKind.EMPLOYERS, Pattern(r"\b(?:welche\w*|wie viele|alle)\b.*\b(?:firmen|unternehmen|arbeitgeber\w*)\b")),
    ),
    is_yes_no=Pattern(
        r"^(?:hat|haben|hast|ist|sind|war|waren|kann|kannst|konnen|spricht|arbeitet|gibt es|besitzt|lebt|wohnt)\b",
    ),
    wants_number=Pattern(r"\bwie (?:viele?|gross|hoch|oft)\b"),
    wants_money=Pattern(r"\b(?:gehalt|verdient|verdienst|lohn|euro|kosten|kostete?|preisgeld|umsatz|budget)\b"),
    wants_date=Pattern(
        r"\bwann (?:hat|ist|war|wurde|haben|begann|endete|fing|kam|machte)\b",
        r"\b(?:welchem|welches) jahr\b",
        r"\bseit wann\b",
    ),
    wants_month=Pattern(r"\b(?:welchem|welcher) monat\b", r"\bgenaue[sn]? datum\b"),
    wants_other=Pattern(r"^\W*wer (?!(?:ist|sind|war|waren|bist)\b)\w+ (?:sie|ihn|ihr|ihre|ihren|seine?|seinen)\b"),
    wants_role=Pattern(r"^\W*(?:ist|war) (?:er|sie) (?:auch )?(?:eine? )?(\w{5,})\W*$"),
    wants_instance=Pattern(r"(?!)"),
    concepts={
        "salary": Pattern(
            r"\b(?:gehalt\w*|verdient|verdienst|lohn|stundensatz|tagessatz|verlangt|berechnet er|berechnet sie|honorar\w*)\b"
        ),
        "grade": Pattern(r"\bnoten?\b", r"\b(?:abschluss|durchschnitts)note\b", r"\bnotendurchschnitt\b"),
        "expiry": Pattern(r"\blauft\b.*\bab\b", r"\b(?:gultig|ablauf\w*|verlanger\w*)\b"),
        "hire": Pattern(r"\bwie viele\b.*\b(?:eingestellt|stellte|rekrutier\w*)\b"),
        "notice": Pattern(r"\bkundigungsfrist\w*\b"),
        "driving": Pattern(r"\bfuhrerschein\w*\b"),
        "patent": Pattern(r"\bpatente?n?\b"),
        "willing": Pattern(r"^\W*(?:wurde|ware|kame) (?:er|sie|du)\b"),
    },
    is_outside=Pattern(
        r"\blieblings\w*\b",
        r"\bgef(?:iel|allt)\b",
        r"\b(?:wie alt|alter|geburtstag|verheiratet|kinder|religion|kirche|partei|politisch\w*|wahlt|schwanger|krank\w*|geschaftsfuhrer\w*|chef|chefin|grunder\w*|nachfolger\w*)\b",
        r"\b(?:deiner meinung|meinst du|glaubst du|hauptstadt von|wetter|witz)\b",
        r"\bhalt\w* .*\b(?:von|vom)\b",
        r"\b(?:ihr mann|ihre frau|sein mann|seine frau|partner|partnerin|ehemann|ehefrau|eltern|bruder|schwester|freundin)\b",
        r"\bwird \w+ (?:jemals|einmal)\b",
    ),
    is_prediction=Pattern(
        r"\bwie viele (?:mitarbeiter\w*|beschaftigte|angestellte|leute|personen) (?:hat|beschaftigt) (?!(?:er|sie|du)\b)",
        r"^\W*wie funktionier\w+\b",
        r"\beigene[ns]? kinder\b",
        r"^\W*wird\b.*\b(?:nachste[ns]|kunftig|bald|jemals)\b",
        r"\bwie alt\b",
        r"\bwird \w+ (?:\w+ ){0,3}(?:jemals|einmal|werden)\b",
        r"\bin (?:funf|zehn|\d+) jahren\W*$",
        r"\b(?:deiner|ihrer) meinung\b",
        r"\b(?:meinst du|glaubst du|meinen sie|glauben sie)\b",
        r"\bhalt \w+ .*\b(?:von|vom)\b",
        r"\b(?:ihr|sein) (?:mann|chef|bruder|vater)\b",
        r"\b(?:ihre|seine) (?:frau|chefin|schwester|mutter|eltern|kollegen)\b",
    ),
    wants_summary=Pattern(
        r"\berzahl\w* (?:\w+ ){0,4}uber (?:sich|dich|ihn|sie|\w+(?: \w+)?)\W*$",
        r"\bwer (?:ist|bist)\b",
        r"\bstell\w* (?:dich|sie sich) vor\b",
        r"\bzusammenfass\w*",
        r"\bfass\w* .* zusammen\b",
        r"\bstolz\b",
    ),
    names_are_capitalised=False,
    is_choice=Pattern(r"\b(?:oder|und)\b"),
    either=Pattern(r"\boder\b"),
    alternatives=Pattern(r"\b(?:oder|als)\b", r","),
    counts=Pattern(r"\bwie viele (\w+)(?: (\w+))?"),
    wants_reason=Pattern(r"^\W*(?:\w+ ){0,2}(?:warum|wieso|weshalb)\b", r"\baus welchem grund\b"),
    is_meanwhile=Pattern(r"\b(?:wahrend|neben|nebenbei)\b"),
    refers_back=Pattern(r"\b(?:so etwas|das schon|dergleichen|solche erfahrung\w*|hat (?:er|sie) das)\b"),
    wanted_person=Pattern(r"\b(?:jemanden?|person|leute|kandidat\w*),? (?:der|die) (.+)$"),
    is_about_thing=Pattern(
        r"\bwie lange (?:halt|halten|dauert|dauern|braucht|brauchen|lauft|laufen|lief|dauerte) (?!(?:er|sie|du)\b)\w"
    ),
    until_year=Pattern(r"\b(?:vor|bis)(?: ende| anfang)? (\d{4})\b"),
    since_year=Pattern(r"\b(?:seit|nach|ab)(?: ende| anfang)? (\d{4})\b"),
    between_years=Pattern(r"\b(?:zwischen|von) (\d{4}) (?:und|bis) (\d{4})\b"),
    phrases={"von zu hause": "remote", "bis jetzt": "", "bis heute": "", "auf dem laufenden": "informiert"},
)
