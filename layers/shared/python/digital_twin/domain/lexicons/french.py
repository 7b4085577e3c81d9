"""French."""

from __future__ import annotations

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.lexicons.lexicon import Lexicon

FRENCH = Lexicon(
    code="fr",
    stop_words=frozenset(
        """a ai as au aux avec avez avait avoir c ce cela ces cet cette chez d dans de des du elle elles en entre es est et
        etaient etait ete etes eu fait il ils j je l la le les leur leurs lui m ma mais me mes moi mon n ne nos notre nous
        on ont ou par pas peut plus pour qu quand que quel quelle quelles quels qui quoi s sa sans se ses si son sont sur
        t ta te tes toi ton tu un une vos votre vous y combien comment pourquoi est-ce qu'est-ce a-t-elle a-t-il est-elle
        est-il tous toute toutes tout deja encore jamais ses""".split()
    ),
    framing_words="""phrases parallele simultanement lignes bref juste directement mme monsieur madame moment quelques mots quelqu'un deuxieme seconde deux combien lesquelles lesquels racontez raconter raconte expliquez pourriez pouvez peux bonjour merci svp quoi appelle appelait nomme mieux plus grand grande longue court annee annees an ans mois temps duree longtemps actuellement actuel actuelle aujourd'hui maintenant dernier
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
    fact_patterns=(
        (ChunkKind.OVERLAP, r"\b(?:en meme temps|simultane\w*|parallele|chevauch\w*)\b"),
        (ChunkKind.PLACES, r"\b(?:quel\w*|combien)\b.*\b(?:villes|pays|endroits|lieux)\b"),
        (ChunkKind.LONGEST, r"\bplus (?:longtemps|longue|long|court)\b"),
        (ChunkKind.BEFORE, r"\b(?:avant|precedent\w*|auparavant)\b"),
        (ChunkKind.AFTER, r"\b(?:apres|ensuite|suivant\w*)\b"),
        (ChunkKind.FIRST, r"\bpremiere?\b|\bdebute?\b"),
        (ChunkKind.CURRENT, r"\b(?:actuel\w*|actuellement|aujourd'hui|maintenant|en ce moment|encore|toujours)\b"),
        (
            ChunkKind.TENURE,
            r"\bcombien de (?:temps|annees|mois)\b|\bquand\b|\bquelle annee\b|\bjusqu.a quand\b|\bdepuis quand\b",
        ),
        (ChunkKind.TOTAL, r"\b(?:combien|total)\b.*\bexperience\b"),
        (ChunkKind.EMPLOYERS, r"\b(?:quel\w*|combien|toutes|tous)\b.*\b(?:entreprises|employeurs|societes)\b"),
    ),
    yes_no_pattern=r"^(?:est-ce que|est-ce qu|a-t-|est-|parle-|a |sait-|peut-|avez-|travaille-)",
    number_pattern=r"\bcombien\b",
    money_pattern=r"\b(?:salaire|euros?|gagne|remuneration|budget|chiffre d'affaires)\b|€",
    pay_pattern=r"\b(?:salaire|remuneration|tarif (?:horaire|journalier)|gagne-t-(?:il|elle)|combien gagne)\b",
    outside_pattern=(
        r"\b(?:quel age|mariee?|enfants|religion|eglise|politique|vote|enceinte|malad\w+)\b"
        r"|\b(?:a votre avis|pensez-vous|capitale de|meteo|blague)\b"
    ),
    prediction_pattern=r"\b(?:l'annee|le mois) prochaine?\b|\bqu'est-ce que (?:le|la|les) |\bquel age\b|\bdans (?:cinq|dix|\d+) ans\b|\b(?:a votre avis|pensez-vous|pense-t-(?:il|elle) d\w+)\b|\b(?:son mari|sa femme|son patron|ses parents|sa soeur|son frere)\b",
    summary_pattern=r"\b(?:la|le|me) presenter\b|\bparle\w*(?:-moi)? d(?:e |.)(?:lui|elle|vous|toi|\w+)\W*$|\bqui (?:est|es|etes)\b|\bpresente\w*|\bresume\w*|\bfiere?\b",
    choice_pattern=r"\b(?:ou|et)\b",
    alternative_pattern=r"\b(?:ou|que)\b|,",
    counted_pattern=r"\bcombien d(?:e |')(\w+)(?: (\w+))?",
    reason_pattern=r"^\W*(?:\w+ ){0,2}pourquoi\b|\bpour quelle raison\b",
    meanwhile_pattern=r"\b(?:pendant|durant|parallelement)\b",
    phrases={
        "a distance": "teletravail",
        "temps libre": "loisirs",
        "temps plein": "full-time",
        "temps partiel": "part-time",
    },
)
