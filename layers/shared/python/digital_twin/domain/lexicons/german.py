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
    framing_words="""viel viele lange lang jahr jahre jahren monat monate monaten zeit aktuell aktuelle aktuellen derzeit
        zurzeit momentan heute jetzt zuletzt zuerst erste ersten erster erstes letzte letzten vorher davor danach vorige
        gemacht machen macht getan tun tut gewesen gut gute genau person kandidatin kandidat frau herr name liste nenne
        nennen sagen sag erzahl erzahle uber kurz insgesamt leute ende anfang angefangen begonnen beginn langer kurzer
        mal stand profil lebenslauf wirklich neben ausser""",
    section_words={
        "work": """arbeit arbeitet arbeiten arbeitete gearbeitet arbeitgeber job jobs beruf berufe beruflich berufserfahrung
            erfahrung erfahrungen stelle stellen position positionen funktion firma firmen unternehmen rolle tatigkeit
            beschaftigt angestellt werdegang karriere aufgaben""",
        "education": """ausbildung studium studiert studierte studieren universitat uni hochschule schule abschluss abschlusse
            bachelor master abitur diplom promotion note noten studienfach fach""",
        "skills": """kenntnisse fahigkeiten kompetenzen technologien technologie werkzeuge software programmieren
            programmiersprachen programmiersprache konnen beherrscht""",
        "languages": "sprache sprachen spricht sprechen sprichst fliessend muttersprache sprachkenntnisse",
        "projects": "projekt projekte projekten",
        "publications": "veroffentlichung veroffentlichungen veroffentlicht publikation publikationen artikel aufsatz",
        "awards": "preis preise auszeichnung auszeichnungen gewonnen ausgezeichnet stipendium",
        "certificates": "zertifikat zertifikate zertifizierung zertifizierungen zertifiziert bescheinigung schein",
        "volunteer": "ehrenamt ehrenamtlich ehrenamter freiwillig verein",
        "interests": "hobby hobbys interessen interessiert freizeit",
        "references": "referenz referenzen empfehlung empfehlungen",
        "basics": "wohnt wohnen lebt wohnort standort stadt ort webseite homepage",
        "availability": "verfugbar verfugbarkeit kundigungsfrist umziehen umzug homeoffice remote",
    },
    narrowing_words="bachelor master abitur diplom promotion stipendium software",
    field_words={
        "/basics/email": "email e-mail mail mailadresse",
        "/basics/phone": "telefon telefonnummer handynummer handy anrufen",
        "/basics/location/address": "strasse anschrift",
    },
    fact_patterns=(
        (ChunkKind.LONGEST, r"\blangsten\b|\blanger\b|\bkurzer\b"),
        (ChunkKind.BEFORE, r"\b(?:vor|davor|vorher|zuvor|vorherige\w*|vorige\w*)\b"),
        (ChunkKind.AFTER, r"\b(?:nach|danach|anschliessend|nachste\w*)\b"),
        (ChunkKind.FIRST, r"\berste[rsnm]?\b|\bzuerst\b"),
        (ChunkKind.CURRENT, r"\b(?:aktuell\w*|derzeit\w*|zurzeit|momentan|heute|jetzt|gerade)\b"),
        (ChunkKind.TENURE, r"\bwie lange\b|\bwie viele (?:jahre|monate)\b|\bwann\b|\bin welchem jahr\b|\bseit wann\b"),
        (
            ChunkKind.TOTAL,
            r"\b(?:wie lange|wie viele jahre|wie viel|insgesamt)\b.*\b(?:erfahrung|berufserfahrung|berufstatig)\b",
        ),
        (ChunkKind.EMPLOYERS, r"\b(?:welche\w*|wie viele|alle)\b.*\b(?:firmen|unternehmen|arbeitgeber\w*)\b"),
    ),
    yes_no_pattern=r"^(?:hat|haben|hast|ist|sind|war|waren|kann|kannst|konnen|spricht|arbeitet|gibt es|besitzt|lebt|wohnt)\b",
    number_pattern=r"\bwie (?:viele?|gross|hoch|oft)\b|\bwelche note\b",
    money_pattern=r"\b(?:gehalt|verdient|verdienst|lohn|euro|kosten|umsatz|budget)\b",
    outside_pattern=(
        r"\b(?:wie alt|alter|geburtstag|verheiratet|kinder|religion|kirche|partei|politisch\w*|wahlt|schwanger|krank\w*|geschaftsfuhrer\w*|chef|chefin|grunder\w*|nachfolger\w*)\b"
        r"|\b(?:deiner meinung|meinst du|glaubst du|hauptstadt von|wetter|witz)\b|\bwird \w+ (?:jemals|einmal)\b"
    ),
    summary_pattern=r"\bwer (?:ist|bist)\b|\bstell\w* (?:dich|sie sich) vor\b|\bzusammenfass\w*|\bfass\w* .* zusammen\b|\bstolz\b",
    names_are_capitalised=False,
)
