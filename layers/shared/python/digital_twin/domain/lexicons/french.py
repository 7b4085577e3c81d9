"""French."""

from __future__ import annotations

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.lexicons.lexicon import Lexicon, Pattern

FRENCH = Lexicon(
    code="fr",
    pronoun="elle",
    stop_words=frozenset(
        """a ai as au aux avec avez avait avoir c ce cela ces cet cette chez d dans de des du elle elles en entre es est et
        etaient etait ete etes eu fait il ils j je l la le les leur leurs lui m ma mais me mes moi mon n ne nos notre nous
        on ont ou par pas peut plus pour qu quand que quel quelle quelles quels qui quoi s sa sans se ses si son sont sur
        t ta te tes toi ton tu un une vos votre vous y combien comment pourquoi est-ce qu'est-ce a-t-elle a-t-il est-elle
        est-il tous toute toutes tout deja encore jamais ses""".split()
    ),
    framing_words="""automne printemps ete hiver hors dehors
        professionnelles professionnels cabinet bureau brievement
        ancien ancienne anciens anciennes ordre chronologique
        arrive passe meme faible forte exercer exercait
        obtenir recu recue recevoir remis decerne sorti sortie paru parue terminer termine commencer debuter etranger ensemble moment
        phrases parallele simultanement lignes bref juste directement mme monsieur madame moment quelques mots quelqu'un deuxieme seconde deux combien lesquelles lesquels racontez raconter raconte expliquez pourriez pouvez peux bonjour merci svp quoi appelle appelait nomme mieux plus grand grande longue court annee annees an ans mois temps duree longtemps actuellement actuel actuelle aujourd'hui maintenant dernier
        derniere premier premiere avant apres ensuite precedent precedente faire faisait personne candidate candidat
        liste nom noms dire parler parlez parle-moi decrire donner donnez total nombre fois debut commence commencer
        quitte quitter depuis pendant profil cv vraiment exactement bien
        encore nouveau nouvelle recente plus moins lequel laquelle faut savoir fois vers pendant reste restee rester""",
    section_words={
        "work": """travaille travaillait bossait boulot boite employeurs occupe occupait exerce exerce profession professionnel professionnelle poste carriere patron travail travaille travailler travailler travaillait poste postes emploi emplois employeur employeurs metier
            entreprise entreprises societe experience experiences parcours carriere fonction fonctions role responsabilites
            boulot occupe""",
        "education": """etudie diplome diplomee obtenu obtenus scolaire ecoles universites mention note notes cours appris formation formations etudes etudie etudier diplome diplomes universite ecole lycee master licence
            doctorat these bac cap bts""",
        "skills": "sait maitrise maitrises savoir-faire forts fort specialite specialites competence competences outils outil technologies technologie logiciel logiciels maitrise connaissances",
        "languages": "parle parles parlez anglais allemand espagnol italien portugais natif langue langues parle parler courant maternelle bilingue",
        "projects": "projet projets",
        "publications": "publie ecrits redige auteur autrice publication publications publie article articles livre livres ecrit",
        "awards": "gagne remporte prix medaille distinctions prix recompense recompenses distinction distinctions gagne bourse",
        "certificates": "certificat certificats certification certifications certifie habilitation",
        "volunteer": "benevoles engage engagement associatif benevolat benevole benevolement association associations",
        "interests": "aime loisirs passe-temps loisir loisirs passion passions interets hobby hobbies libre",
        "references": "reference references recommandation recommandations",
        "basics": "habite vit base ville pays lieu adresse site",
        "availability": "commencer demarrer libre dispo deplacer disponible disponibilite preavis demenager teletravail mobilite",
        "compensation": "salaire remuneration pretentions",
    },
    narrowing_words="anglais allemand espagnol italien portugais master licence doctorat these bac cap bts bourse logiciel logiciels",
    field_words={
        "/basics/email": "email e-mail courriel mail",
        "/basics/phone": "telephone portable numero",
        "/basics/location/address": "rue",
        "/basics/location": "habite vit reside domicile",
    },
    facts=(
        (ChunkKind.OVERLAP, Pattern(r"\b(?:en meme temps|simultane\w*|parallele|chevauch\w*)\b")),
        (
            ChunkKind.PLACES,
            Pattern(
                r"\btravaill\w+\b.*\b(?:hors de|en dehors d[eu])\b",
                r"\b(?:quel\w*|combien)\b.*\b(?:villes|pays|endroits|lieux)\b",
                r"\ba l'etranger\b",
                r"\bquel(?:le)? (?:pays|ville)\b.*\btravaill\w*",
            ),
        ),
        (ChunkKind.LONGEST, Pattern(r"\bplus (?:longtemps|longue|long|court)\b")),
        (ChunkKind.BEFORE, Pattern(r"\b(?:avant|precedent\w*|auparavant)\b")),
        (ChunkKind.AFTER, Pattern(r"\b(?:apres|ensuite|suivant\w*)\b")),
        (
            ChunkKind.FIRST,
            Pattern(
                r"\b(?:juste apres|a la sortie de) (?:ses etudes|l'ecole|l'universite)\b",
                r"\bpremiere?\b",
                r"\bdebute?\b",
            ),
        ),
        (
            ChunkKind.CURRENT,
            Pattern(
                r"\bfait-(?:il|elle) dans la vie\b",
                r"\bquel est son metier\b",
                r"\b(?:actuel\w*|actuellement|aujourd'hui|maintenant|en ce moment|encore|toujours)\b",
            ),
        ),
        (
            ChunkKind.TENURE,
            Pattern(
                r"\bcombien de (?:temps|annees|mois)\b",
                r"\bquand\b",
                r"\bquelle annee\b",
                r"\bjusqu.a quand\b",
                r"\bdepuis quand\b",
            ),
        ),
        (ChunkKind.TOTAL, Pattern(r"\b(?:combien|total)\b.*\bexperience\b")),
        (ChunkKind.EMPLOYERS, Pattern(r"\b(?:quel\w*|combien|toutes|tous)\b.*\b(?:entreprises|employeurs|societes)\b")),
    ),
    is_yes_no=Pattern(r"^(?:est-ce que|est-ce qu|a-t-|est-|parle-|a |sait-|peut-|avez-|travaille-)"),
    wants_number=Pattern(r"\bcombien\b"),
    wants_money=Pattern(r"\b(?:salaire|coute\w*|euros?|gagne|remuneration|budget|chiffre d'affaires)\b", r"€"),
    wants_date=Pattern(
        r"\bquand (?:a|est|etait|ont|avez)\b",
        r"\bquand\b.*-t-(?:il|elle)\b",
        r"\b(?:quelle|en quelle) annee\b",
        r"\bdepuis quand\b",
    ),
    wants_month=Pattern(r"\bquel mois\b", r"\bdate exacte\b"),
    wants_other=Pattern(
        r"^\W*qui (?!(?:est|sont|etait|es|etes)\b)(?:l'|la |le |lui )?(?:a |ont )?\w+ (?:sa|son|ses)\b",
        r"^\W*qui (?:l'a|l'ont|lui a)\b",
    ),
    wants_role=Pattern(r"^\W*est-(?:il|elle) (?:aussi )?(?:une? )?(\w{5,})\W*$"),
    wants_instance=Pattern(r"(?!)"),
    concepts={
        "salary": Pattern(
            r"\b(?:salaire|remuneration|tarif (?:horaire|journalier)|gagne-t-(?:il|elle)|combien gagn\w+|combien (?:facture|demande|prend)-t-(?:il|elle)|combien est-(?:il|elle) payee?)\b",
        ),
        "grade": Pattern(r"\b(?:notes?|mention|moyenne)\b"),
        "expiry": Pattern(r"\b(?:expir\w+|valables?|validite|renouvel\w+)\b"),
        "hire": Pattern(r"\bcombien\b.*\b(?:embauch\w*|recrut\w*)\b"),
        "notice": Pattern(r"\bpreavis\b"),
        "driving": Pattern(r"\bpermis (?:de conduire|b)\b"),
        "patent": Pattern(r"\bbrevets\b", r"\bbrevet d'invention\b"),
        "willing": Pattern(r"\b(?:accepterait|serait|voudrait|aimerait|souhaiterait|envisagerait)-(?:il|elle)\b"),
    },
    is_outside=Pattern(
        r"\bpreferee?s?\b",
        r"\b(?:quel age|mariee?|enfants|religion|eglise|politique|vote|enceinte|malad\w+)\b",
        r"\b(?:a votre avis|pensez-vous|capitale de|meteo|blague)\b",
    ),
    is_prediction=Pattern(
        r"^\W*comment (?:marche|fonctionne)\w*\b",
        r"\b(?:l'annee|le mois) prochaine?\b",
        r"\bqu'est-ce que (?:le|la|les) ",
        r"\bquel age\b",
        r"\bdans (?:cinq|dix|\d+) ans\b",
        r"\b(?:a votre avis|pensez-vous|pense-t-(?:il|elle) d\w+)\b",
        r"\b(?:son mari|sa femme|son patron|ses parents|sa soeur|son frere)\b",
    ),
    wants_summary=Pattern(
        r"\b(?:la|le|me) presenter\b",
        r"\bparle\w*(?:-moi)? d(?:e |.)(?:lui|elle|vous|toi|\w+)\W*$",
        r"\bqui (?:est|es|etes)\b",
        r"\bpresente\w*",
        r"\bresume\w*",
        r"\bfiere?\b",
    ),
    is_choice=Pattern(r"\b(?:ou|et)\b"),
    either=Pattern(r"\bou\b"),
    alternatives=Pattern(r"\b(?:ou|que)\b", r","),
    counts=Pattern(r"\bcombien d(?:e |')(\w+)(?: (\w+))?"),
    wants_reason=Pattern(r"^\W*(?:\w+ ){0,2}pourquoi\b", r"\bpour quelle raison\b"),
    is_meanwhile=Pattern(r"\b(?:pendant|durant|parallelement)\b"),
    refers_back=Pattern(
        r"\b(?:ce genre|ce type|quelque chose de comparable|l'a-t-(?:il|elle) fait|cette experience)\b"
    ),
    wanted_person=Pattern(r"\b(?:quelqu'un|personne|candidate?|profil) qui (?:a |sait |ait )?(.+)$"),
    is_about_thing=Pattern(r"\bcombien de temps (?:dure|durent|faut|prend|prennent)\b"),
    until_year=Pattern(r"\b(?:avant|jusqu'en)(?: fin| debut)? (\d{4})\b"),
    since_year=Pattern(r"\b(?:depuis|apres|a partir de)(?: fin| debut)? (\d{4})\b"),
    between_years=Pattern(r"\b(?:entre|de) (\d{4}) (?:et|a) (\d{4})\b"),
    phrases={
        "jusqu'a aujourd'hui": "",
        "a ce jour": "",
        "a distance": "teletravail",
        "temps libre": "loisirs",
        "temps plein": "full-time",
        "temps partiel": "part-time",
    },
)
