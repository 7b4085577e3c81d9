"""Spanish."""

from __future__ import annotations

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.lexicons.lexicon import Lexicon

SPANISH = Lexicon(
    code="es",
    stop_words=frozenset(
        """a al algo alguna alguno antes aqui asi aun aunque cada como con cual cuales cuando de del desde donde e el ella
        ellas ellos en entre era es esa ese eso esta este esto estos fue fueron ha habia han hasta hay he la las le les lo
        los me mi mis mucho muy ni nos nosotros o os otra otro para pero por porque que quien quienes se ser si sin sobre
        son su sus tal tambien tan te ti tiene tienes tu tus un una unas uno unos usted y ya yo cuanto cuanta cuantos
        cuantas""".split()
    ),
    framing_words="""ano anos mes meses tiempo actualmente actual ahora hoy ultimo ultima primer primero primera antes despues
        anterior siguiente hacer hace hizo hecho persona candidata candidato lista nombre decir dime hablame cuentame total
        numero veces empezo comenzo dejo largo perfil cv realmente exactamente""",
    section_words={
        "work": """trabajo trabajos trabaja trabajar trabajado trabajo puesto puestos empleo empleos empleador empresa empresas
            experiencia experiencias cargo cargos carrera funcion rol ocupacion""",
        "education": "educacion formacion estudios estudio estudiar titulo titulos universidad escuela grado master carrera",
        "skills": "habilidad habilidades competencias herramientas tecnologias tecnologia conocimientos software programacion",
        "languages": "idioma idiomas habla hablar lengua lenguas",
        "projects": "proyecto proyectos",
        "publications": "publicacion publicaciones publicado articulo articulos libro libros escrito",
        "awards": "premio premios galardon reconocimiento ganado beca",
        "certificates": "certificado certificados certificacion certificaciones",
        "volunteer": "voluntariado voluntaria voluntario",
        "interests": "aficion aficiones intereses pasatiempos ocio libre",
        "references": "referencia referencias recomendacion recomendaciones",
        "basics": "vive reside ciudad pais ubicacion lugar web",
        "availability": "disponible disponibilidad preaviso mudarse remoto teletrabajo",
    },
    narrowing_words="master grado beca software",
    field_words={
        "/basics/email": "email e-mail correo",
        "/basics/phone": "telefono movil",
        "/basics/location/address": "calle direccion",
    },
    fact_patterns=(
        (ChunkKind.LONGEST, r"\bmas (?:tiempo|largo|largo)\b"),
        (ChunkKind.BEFORE, r"\b(?:antes|anterior\w*|previo)\b"),
        (ChunkKind.AFTER, r"\b(?:despues|siguiente|luego)\b"),
        (ChunkKind.FIRST, r"\bprimer[oa]?\b"),
        (ChunkKind.CURRENT, r"\b(?:actual\w*|ahora|hoy)\b"),
        (ChunkKind.TENURE, r"\bcuanto tiempo\b|\bcuantos (?:anos|meses)\b|\bcuando\b|\ben que ano\b"),
        (ChunkKind.TOTAL, r"\b(?:cuanto|cuantos|total)\b.*\bexperiencia\b"),
        (ChunkKind.EMPLOYERS, r"\b(?:que|cuales|cuantas|todas)\b.*\b(?:empresas|empleadores)\b"),
    ),
    yes_no_pattern=r"^\W*(?:ha|es|tiene|habla|sabe|puede|esta|trabaja|vive|conoce)\b",
    number_pattern=r"\bcuant[oa]s?\b",
    money_pattern=r"\b(?:salario|sueldo|euros?|gana|presupuesto|ingresos)\b|€",
    outside_pattern=(
        r"\b(?:que edad|cuantos anos tiene|casad[oa]|hijos|religion|iglesia|politic\w+|vota|embarazada|enferm\w+)\b"
        r"|\b(?:crees que|en tu opinion|capital de|clima|chiste)\b"
    ),
    summary_pattern=r"\bquien (?:es|eres)\b|\bpresenta\w*|\bresum\w*|\borgullos[oa]\b",
)
