"""German."""

from __future__ import annotations

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.lexicons.lexicon import Lexicon

GERMAN = Lexicon(
    code="de",
    stop_words=frozenset(
        """aber als am an auch auf aus bei beim bin bis da damit dann das dass dein deine dem den denn der des die dies diese
        dir doch du durch ein eine einem einen einer eines er es fur gibt hab habe haben hast hat hatte her hier ich ihm
        ihn ihnen ihr ihre ihrem ihren im in ins ist ja kann kannst konnen konnte man mehr mein meine mich mir mit nach
        nicht noch nun nur ob oder ohne schon sehr sei sein seine seinem seinen seit sich sie sind so um und uns unter
        vom von vor war waren warst was weil welche welchem welchen welcher welches wenn wer wie wieso wird wo wofur
        womit wurde wurden zu zum zur zwischen gerade etwas alle alles jemals eigentlich bitte""".split()
    ),
    framing_words="""gleichzeitig parallel zeitgleich grob uberblick direkt unmittelbar gleich herrn etwas worten satzen wofur welchem zweite zweiten beide bevor machte macht grossten grosste grosse bisher schon einmal jemals zeig zeige genannt heisst nennt gerne viel viele lange lang jahr jahre jahren monat monate monaten zeit aktuell aktuelle aktuellen derzeit
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
        "/basics/email": "email e-mail mail mailadresse",
        "/basics/phone": "telefon telefonnummer handynummer handy anrufen",
        "/basics/location/address": "strasse anschrift",
        "/basics/location": "wohnt wohnen lebt wohnort",
    },
    fact_patterns=(
        (ChunkKind.OVERLAP, r"\b(?:gleichzeitig|parallel|zeitgleich|uberschn\w+)\b"),
        (ChunkKind.PLACES, r"\b(?:welche[nrm]?|wie viele)\b.*\b(?:stadten?|landern?|orten?)\b"),
        (ChunkKind.LONGEST, r"\blangsten\b|\blanger\b|\bkurzer\b"),
        (ChunkKind.BEFORE, r"\bvor\b(?!\W*$)|\b(?:davor|vorher|zuvor|vorherige\w*|vorige\w*)\b"),
        (ChunkKind.AFTER, r"\b(?:nach|danach|anschliessend|nachste\w*)\b"),
        (ChunkKind.FIRST, r"\berste[rsnm]?\b|\bzuerst\b"),
        (ChunkKind.CURRENT, r"\b(?:aktuell\w*|derzeit\w*|zurzeit|momentan|heute|jetzt|gerade|noch)\b"),
        (ChunkKind.TENURE, r"\bwie lange\b|\bwie viele (?:jahre|monate)\b|\bwann\b|\bin welchem jahr\b|\bseit wann\b"),
        (
            ChunkKind.TOTAL,
            r"\b(?:wie lange|wie viele jahre|wie viel|insgesamt)\b.*\b(?:erfahrung|berufserfahrung|berufstatig)\b",
        ),
        (ChunkKind.EMPLOYERS, r"\b(?:welche\w*|wie viele|alle)\b.*\b(?:firmen|unternehmen|arbeitgeber\w*)\b"),
    ),
    yes_no_pattern=r"^(?:hat|haben|hast|ist|sind|war|waren|kann|kannst|konnen|spricht|arbeitet|gibt es|besitzt|lebt|wohnt)\b",
    number_pattern=r"\bwie (?:viele?|gross|hoch|oft)\b",
    money_pattern=r"\b(?:gehalt|verdient|verdienst|lohn|euro|kosten|umsatz|budget)\b",
    pay_pattern=r"\b(?:gehalt\w*|verdient|verdienst|lohn|stundensatz|tagessatz|honorar\w*)\b",
    outside_pattern=(
        r"\b(?:wie alt|alter|geburtstag|verheiratet|kinder|religion|kirche|partei|politisch\w*|wahlt|schwanger|krank\w*|geschaftsfuhrer\w*|chef|chefin|grunder\w*|nachfolger\w*)\b"
        r"|\b(?:deiner meinung|meinst du|glaubst du|hauptstadt von|wetter|witz)\b|\bhalt\w* .*\b(?:von|vom)\b|\b(?:ihr mann|ihre frau|sein mann|seine frau|partner|partnerin|ehemann|ehefrau|eltern|bruder|schwester|freundin)\b|\bwird \w+ (?:jemals|einmal)\b"
    ),
    prediction_pattern=r"^\W*wird\b.*\b(?:nachste[ns]|kunftig|bald|jemals)\b|\bwie alt\b|\bwird \w+ (?:\w+ ){0,3}(?:jemals|einmal|werden)\b|\bin (?:funf|zehn|\d+) jahren\W*$|\b(?:deiner|ihrer) meinung\b|\b(?:meinst du|glaubst du|meinen sie|glauben sie)\b|\bhalt \w+ .*\b(?:von|vom)\b|\b(?:ihr|sein) (?:mann|chef|bruder|vater)\b|\b(?:ihre|seine) (?:frau|chefin|schwester|mutter|eltern|kollegen)\b",
    summary_pattern=r"\berzahl\w* (?:\w+ ){0,4}uber (?:sich|dich|ihn|sie|\w+(?: \w+)?)\W*$|\bwer (?:ist|bist)\b|\bstell\w* (?:dich|sie sich) vor\b|\bzusammenfass\w*|\bfass\w* .* zusammen\b|\bstolz\b",
    names_are_capitalised=False,
    choice_pattern=r"\b(?:oder|und)\b",
    alternative_pattern=r"\b(?:oder|als)\b|,",
    counted_pattern=r"\bwie viele (\w+)(?: (\w+))?",
    reason_pattern=r"^\W*(?:\w+ ){0,2}(?:warum|wieso|weshalb)\b|\baus welchem grund\b",
    meanwhile_pattern=r"\b(?:wahrend|neben|nebenbei)\b",
    phrases={"von zu hause": "remote", "bis jetzt": "", "auf dem laufenden": "informiert"},
)
