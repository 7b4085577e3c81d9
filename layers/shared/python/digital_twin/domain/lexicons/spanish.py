"""Spanish."""

from __future__ import annotations

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.lexicons.lexicon import Lexicon

SPANISH = Lexicon(
    code="es",
    stop_words=frozenset(
        """donde cuando desde hasta fue fueron era eran estuvo estaba esta estan tuvo tenia hizo hace hacer hay habia ser sido siendo a al algo alguna alguno antes aqui asi aun aunque cada como con cual cuales cuando de del desde donde e el ella
        ellas ellos en entre era es esa ese eso esta este esto estos fue fueron ha habia han hasta hay he la las le les lo
        los me mi mis mucho muy ni nos nosotros o os otra otro para pero por porque que quien quienes se ser si sin sobre
        son su sus tal tambien tan te ti tiene tienes tu tus un una unas uno unos usted y ya yo cuanto cuanta cuantos
        cuantas""".split()
    ),
    framing_words="""partir simultaneamente paralelo grandes rasgos lineas generales justo directamente enumera enumere todas todos instituciones tal defiende algun alguna senor senora sr sra palabras cuantas primeros segunda segundo ambos llamaba llama llamado llevo lleva llevaba dedicar conto cuenta cuentame explica dime podrias puedes puede gracias favor buenos dias hola ocupo quiero saber nos mejor mayor mas largo corto largos vez parte tuvo obtuvo gano consiguio logro ano anos mes meses tiempo actualmente actual ahora hoy ultimo ultima primer primero primera antes despues
        anterior siguiente hacer hace hizo hecho persona candidata candidato lista nombre decir dime hablame cuentame total
        numero veces empezo comenzo dejo largo perfil cv realmente exactamente
        todavia aun reciente nuevo nueva mas menos sabe saber veces hacia durante""",
    section_words={
        "work": """trabajaba trabajando laboral profesional profesion oficio dedica dedico empleadores patron puesto ocupa ejerce ejercio trayectoria jefe trabajo trabajos trabaja trabajar trabajado trabajo puesto puestos empleo empleos empleador empresa empresas
            experiencia experiencias cargo cargos carrera funcion rol ocupacion""",
        "education": "estudio estudia estudiado formo carrera licenciatura licenciado doctorado posgrado curso cursos titulacion graduo nota notas colegio educacion formacion estudios estudio estudiar titulo titulos universidad escuela grado master carrera",
        "skills": "sabe domina dominio especialidad especialidades fuerte fortalezas puntos capacidades habilidad habilidades competencias herramientas tecnologias tecnologia conocimientos software programacion",
        "languages": "habla hablas ingles frances aleman italiano portugues nativo nativa fluido idioma idiomas habla hablar lengua lenguas",
        "projects": "proyectos desarrollo proyecto proyectos",
        "publications": "publico escribio escribe autor autora articulos libros publicacion publicaciones publicado articulo articulos libro libros escrito",
        "awards": "premios galardones gano reconocimientos distincion medalla premio premios galardon reconocimiento ganado beca",
        "certificates": "acreditacion carnet licencia diploma certificado certificados certificacion certificaciones",
        "volunteer": "voluntariado ong solidario altruista asociacion voluntariado voluntaria voluntario",
        "interests": "aficiones gustos hobbies hobby pasion libres aficion aficiones intereses pasatiempos ocio libre",
        "references": "recomienda avala referencia referencias recomendacion recomendaciones",
        "basics": "vive reside ciudad pais ubicacion lugar web",
        "availability": "incorporarse empezar trasladarse viajar disponible disponibilidad preaviso mudarse distancia teletrabajo",
        "compensation": "salario sueldo remuneracion salariales pretensiones",
    },
    narrowing_words="ingles frances aleman italiano portugues master grado beca software",
    field_words={
        "/basics/email": "email e-mail correo",
        "/basics/phone": "telefono movil",
        "/basics/location/address": "calle direccion",
        "/basics/location": "vive reside domicilio",
    },
    fact_patterns=(
        (ChunkKind.OVERLAP, r"\b(?:al mismo tiempo|simultane\w*|paralelo|a la vez|solap\w*)\b"),
        (ChunkKind.PLACES, r"\b(?:que|cuales|cuant[oa]s)\b.*\b(?:ciudades|paises|lugares|sitios)\b"),
        (ChunkKind.LONGEST, r"\bmas (?:tiempo|largo|largo)\b"),
        (ChunkKind.BEFORE, r"\b(?:antes|anterior\w*|previo)\b"),
        (ChunkKind.AFTER, r"\b(?:despues|siguiente|luego)\b"),
        (ChunkKind.FIRST, r"\bprimer[oa]?\b"),
        (ChunkKind.CURRENT, r"\b(?:actual\w*|ahora|hoy|todavia|aun|sigue)\b"),
        (
            ChunkKind.TENURE,
            r"\bcuanto tiempo\b|\bdesde cuando\b|\bhasta cuando\b|\bcuanto duro\b|\bcuantos (?:anos|meses)\b|\bcuando\b|\ben que ano\b",
        ),
        (ChunkKind.TOTAL, r"\b(?:cuanto|cuantos|total)\b.*\bexperiencia\b"),
        (
            ChunkKind.EMPLOYERS,
            r"\b(?:que|cuales|cuantas|cuantos|todas|todos)\b.*\b(?:empresas|empleadores|restaurantes|hospitales|companias)\b|\bdonde ha trabajado\b",
        ),
    ),
    yes_no_pattern=r"^\W*(?:ha|es|tiene|habla|sabe|puede|esta|trabaja|vive|conoce)\b",
    number_pattern=r"\bcuant[oa]s?\b",
    money_pattern=r"\b(?:salario|sueldo|euros?|gana|presupuesto|ingresos)\b|€",
    pay_pattern=r"\b(?:salario|sueldo|cuanto (?:gana|cobra)|tarifa)\b",
    outside_pattern=(
        r"\b(?:que edad|cuantos anos tiene|casad[oa]|hijos|religion|iglesia|politic\w+|vota|embarazada|enferm\w+)\b"
        r"|\b(?:crees que|en tu opinion|capital de|clima|chiste)\b"
    ),
    prediction_pattern=r"\b(?:el ano que viene|el proximo (?:ano|mes))\b|\b(?:que edad|cuantos anos tiene)\b|\b(?:dentro de|en) (?:cinco|diez|\d+) anos\W*$|\b(?:crees que|en tu opinion|que opina|que piensa)\b|\b(?:su marido|su esposa|su mujer|su jefe|su jefa|sus padres|su hermano|su hermana)\b",
    summary_pattern=r"\b(?:hablame|cuentame|hableme|cuenteme) (?:algo )?(?:de|sobre) (?:el|ella|ti|usted|\w+)\W*$|\bquien (?:es|eres)\b|\bpresenta\w*|\bresum\w*|\borgullos[oa]\b",
    choice_pattern=r"\b(?:o|u|y)\b",
    alternative_pattern=r"\b(?:o|que)\b|,",
    counted_pattern=r"\bcuant[oa]s (\w+)(?: (\w+))?",
    reason_pattern=r"^\W*(?:\w+ ){0,2}por que\b|\bpor que (?:motivo|razon)\b",
    meanwhile_pattern=r"\b(?:mientras|durante|ademas)\b",
    phrases={
        "tiempo libre": "aficiones",
        "a distancia": "teletrabajo",
        "jornada completa": "full-time",
        "media jornada": "part-time",
    },
)
