"""Spanish."""

from __future__ import annotations

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.lexicons.lexicon import Lexicon, Pattern

SPANISH = Lexicon(
    code="es",
    pronoun="ella",
    marks="¿¡",
    stop_words=frozenset(
        """donde cuando desde hasta fue fueron era eran estuvo estaba esta estan tuvo tenia hizo hace hacer hay habia ser sido siendo a al algo alguna alguno antes aqui asi aun aunque cada como con cual cuales cuando de del desde donde e el ella
        ellas ellos en entre era es esa ese eso esta este esto estos fue fueron ha habia han hasta hay he la las le les lo
        los me mi mis mucho muy ni nos nosotros o os otra otro para pero por porque que quien quienes se ser si sin sobre
        son su sus tal tambien tan te ti tiene tienes tu tus un una unas uno unos usted y ya yo cuanto cuanta cuantos
        cuantas""".split()
    ),
    framing_words="""posee poseen
        otono primavera verano invierno fuera
        mismo profesional profesionales despacho oficina contar brevemente
        antiguo antigua antiguos antiguas orden cronologico
        paso ocurrio principios finales mediados incluso ejerce ejercia
        par frases perfil dio dieron recibir recibio recibido otorgo otorgaron salio salir aparecio termino terminar acabo finalizo entrar entro empezar justo extranjero hacia breve hazme resumen enviar conjunto
        partir simultaneamente paralelo grandes rasgos lineas generales justo directamente enumera enumere todas todos instituciones tal defiende algun alguna senor senora sr sra palabras cuantas primeros segunda segundo ambos llamaba llama llamado llevo lleva llevaba dedicar conto cuenta cuentame explica dime podrias puedes puede gracias favor buenos dias hola ocupo quiero saber nos mejor mayor mas largo corto largos vez parte tuvo obtuvo gano consiguio logro ano anos mes meses tiempo actualmente actual ahora hoy ultimo ultima primer primero primera antes despues
        anterior siguiente hacer hace hizo hecho persona candidata candidato lista nombre decir dime hablame cuentame total
        numero veces empezo comenzo dejo largo perfil cv realmente exactamente
        todavia aun reciente nuevo nueva mas menos sabe saber veces hacia durante""",
    section_words={
        "work": """trabajaba trabajando laboral profesional profesion oficio dedica dedico empleadores patron puesto ocupa ejerce ejercio trayectoria jefe trabajo trabajos trabaja trabajar trabajado trabajo puesto puestos empleo empleos empleador empresa empresas
            experiencia experiencias cargo cargos carrera funcion rol ocupacion""",
        "education": "estudio estudia estudiado formo carrera licenciatura licenciado doctorado posgrado curso cursos titulacion titulaciones graduo nota notas colegio educacion formacion estudios estudio estudiar titulo titulos universidad escuela grado master carrera",
        "skills": "sabe domina dominio especialidad especialidades fuerte fortalezas puntos capacidades habilidad habilidades competencias herramientas tecnologias tecnologia conocimientos software programacion",
        "languages": "habla hablas ingles frances aleman italiano portugues nativo nativa fluido idioma idiomas habla hablar lengua lenguas",
        "projects": "proyectos desarrollo proyecto proyectos",
        "publications": "publico escribio escribe autor autora articulos libros publicacion publicaciones publicado articulo articulos libro libros escrito",
        "awards": "premios galardones gano reconocimientos distincion medalla premio premios galardon reconocimiento ganado beca",
        "certificates": "acreditacion carnet carnes carnets licencia diploma certificado certificados certificacion certificaciones",
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
    facts=(
        (ChunkKind.OVERLAP, Pattern(r"\b(?:al mismo tiempo|simultane\w*|paralelo|a la vez|solap\w*)\b")),
        (
            ChunkKind.PLACES,
            Pattern(
                r"\btrabaj\w+\b.*\bfuera de\b",
                r"\b(?:que|cuales|cuant[oa]s)\b.*\b(?:ciudades|paises|lugares|sitios)\b",
                r"\ben el extranjero\b",
                r"\bque (?:pais|ciudad)\b.*\btrabaj\w*",
            ),
        ),
        (ChunkKind.LONGEST, Pattern(r"\bmas (?:tiempo|largo|largo)\b")),
        (ChunkKind.BEFORE, Pattern(r"\b(?:antes|anterior\w*|previo)\b")),
        (ChunkKind.AFTER, Pattern(r"\b(?:despues|siguiente|luego)\b")),
        (ChunkKind.FIRST, Pattern(r"\b(?:nada mas|justo al) (?:terminar|acabar)\b", r"\bprimer[oa]?\b")),
        (ChunkKind.CURRENT, Pattern(r"\ba que se dedica\b", r"\b(?:actual\w*|ahora|hoy|todavia|aun|sigue)\b")),
        (
            ChunkKind.TENURE,
            Pattern(
                r"\bcuanto tiempo\b",
                r"\bdesde cuando\b",
                r"\bhasta cuando\b",
                r"\bcuanto duro\b",
                r"\bcuantos (?:anos|meses)\b",
                r"\bcuando\b",
                r"\ben que ano\b",
            ),
        ),
        (ChunkKind.TOTAL, Pattern(r"\b(?:cuanto|cuantos|total)\b.*\bexperiencia\b")),
        (
            ChunkKind.EMPLOYERS,
            Pattern(
                r"\b(?:que|cuales|cuantas|cuantos|todas|todos)\b.*\b(?:empresas|empleadores|restaurantes|hospitales|companias)\b",
                r"\bdonde ha trabajado\b",
            ),
        ),
    ),
    is_yes_no=Pattern(r"^\W*(?:ha|es|tiene|habla|sabe|puede|esta|trabaja|vive|conoce)\b"),
    wants_number=Pattern(r"\bcuant[oa]s?\b"),
    wants_money=Pattern(r"\b(?:salario|cuesta|costo|sueldo|euros?|gana|presupuesto|ingresos)\b", r"€"),
    wants_date=Pattern(
        r"\bcuando (?:empezo|termino|dejo|entro|fue|obtuvo|consiguio|gano|hizo|se|publico|acabo|comenzo)\b",
        r"\b(?:que|cual) ano\b",
        r"\bdesde cuando\b",
    ),
    wants_month=Pattern(r"\bque mes\b", r"\bfecha exacta\b"),
    wants_other=Pattern(
        r"^\W*quien (?!(?:es|eres|era|fue)\b)(?:la |le |lo )?\w+ (?:su|sus)\b", r"^\W*quien (?:la|le|lo|se lo|se la)\b"
    ),
    wants_role=Pattern(r"^\W*es (?:tambien )?(?:una? )?(\w{5,})\W*$"),
    wants_instance=Pattern(r"(?!)"),
    concepts={
        "salary": Pattern(r"\b(?:salario|sueldo|cuanto (?:gana\w*|cobra\w*)|tarifa)\b"),
        "grade": Pattern(r"\b(?:notas?|calificacion\w*)\b"),
        "expiry": Pattern(r"\b(?:caduc\w+|vence\w*|vencimiento|validez|vigencia|expira)\b"),
        "hire": Pattern(r"\bcuant[oa]s\b.*\b(?:contrat\w*|reclut\w*)\b"),
        "notice": Pattern(r"\bpreaviso\b"),
        "driving": Pattern(r"\b(?:carnet|permiso) de conducir\b"),
        "patent": Pattern(r"\bpatentes?\b"),
        "willing": Pattern(r"\b(?:aceptaria|estaria|querria|le gustaria|se mudaria|se trasladaria|volveria)\b"),
    },
    is_outside=Pattern(
        r"\b(?:favorit[oa]s?|preferid[oa]s?)\b",
        r"\b(?:que edad|cuantos anos tiene|casad[oa]|hijos|religion|iglesia|politic\w+|vota|embarazada|enferm\w+)\b",
        r"\b(?:crees que|en tu opinion|capital de|clima|chiste)\b",
    ),
    is_prediction=Pattern(
        r"\balgun dia\b",
        r"\bpiensa (?:volver|cambiar|dejar|quedarse|mudarse)\b",
        r"^\W*como funciona\w*\b",
        r"\b(?:el ano que viene|el proximo (?:ano|mes))\b",
        r"\b(?:que edad|cuantos anos tiene)\b",
        r"\b(?:dentro de|en) (?:cinco|diez|\d+) anos\W*$",
        r"\b(?:crees que|en tu opinion|que opina|que piensa)\b",
        r"\b(?:su marido|su esposa|su mujer|su jefe|su jefa|sus padres|su hermano|su hermana)\b",
    ),
    wants_summary=Pattern(
        r"\b(?:hablame|cuentame|hableme|cuenteme) (?:algo )?(?:de|sobre) (?:el|ella|ti|usted|\w+)\W*$",
        r"\bquien (?:es|eres)\b",
        r"\bpresenta\w*",
        r"\bresum\w*",
        r"\borgullos[oa]\b",
    ),
    is_choice=Pattern(r"\b(?:o|u|y)\b"),
    either=Pattern(r"\b(?:o|u)\b"),
    alternatives=Pattern(r"\b(?:o|que)\b", r","),
    counts=Pattern(r"\bcuant[oa]s (\w+)(?: (\w+))?"),
    wants_reason=Pattern(r"^\W*(?:\w+ ){0,2}por que\b", r"\bpor que (?:motivo|razon)\b"),
    is_meanwhile=Pattern(r"\b(?:mientras|durante|ademas)\b"),
    refers_back=Pattern(r"\b(?:algo (?:asi|parecido|similar)|ese tipo|eso|esa experiencia)\b"),
    wanted_person=Pattern(r"\b(?:alguien|persona|candidat[oa]) que (?:haya |ha |sepa )?(.+)$"),
    is_about_thing=Pattern(r"\bcuanto (?:tiempo )?(?:dura|duran|tarda|tardan)\b"),
    until_year=Pattern(r"\b(?:antes de|hasta)(?: finales de| principios de)? (\d{4})\b"),
    since_year=Pattern(r"\b(?:desde|despues de|a partir de)(?: finales de| principios de)? (\d{4})\b"),
    between_years=Pattern(r"\b(?:entre|de) (\d{4}) (?:y|a) (\d{4})\b"),
    phrases={
        "hasta hoy": "",
        "hasta ahora": "",
        "hasta la fecha": "",
        "tiempo libre": "aficiones",
        "a distancia": "teletrabajo",
        "jornada completa": "full-time",
        "media jornada": "part-time",
    },
)
