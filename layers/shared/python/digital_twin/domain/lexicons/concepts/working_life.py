"""Jobs, their terms and what comes of them. Data only."""

WORKING_LIFE = """
money: money dollar* usd eur gbp pound* budget* price* revenue* spend* spent million* financ* geld kosten preis* umsatz* cout* argent prix depens* presupuest* gasto* dinero factur* fund funds funding euro euros cost costs coste costes costo costos bill bills costing costly funded
budget: budget* presupuest* spend* p&l etat cost costs coste costes costo costos costing costly
salary: salar* paid compensation rate rates fee fees verdien* vergutung* honorar* salair* remuner* paie gagne paye sueldo* cobra* retribu* nomina pay pays payment ganar gana gano wage wages earn earns earned earning earnings lohn lohne lohns gehalt gehalter gehalts* ganan ganaba ganando
number: number amount how quantity zahl anzahl nombre cantidad numero cifra count counts counted
percent: percent* share proportion ratio rate prozent* anteil* quote pourcent* taux part porcentaj* tasa proporcion*
size: size big large* small* huge scale* capacity klein* umfang taille tamano* capacidad* volum* grande* gran gross grosse grossen grosser grand grands grosses grosster grossten grosste grossere grosseren
hours: hour* shift* stunde* schicht* hora* heure heures turno turnos
years: year* decade* jahr* ans annee* ano anos decenni*
night: night* nuit* noche* nocturn* nacht nachte nachts nachtschicht* nachtdienst* nachtlich* nachtwach*
week: week* woche* semaine* semana*
month: month* monat* mois mes meses mensual*
day: daily tag tage taglich* quotidien* dia dias diari* day days jour jours journee*
employer: employer* firm firms organi* business* workplace arbeitgeber* firma firmen unternehm* betrieb* konzern* employeur* entrepris* societe* boite empresa* negocio* empleador* company companies compania* compagnie*
job: position* role* post posts occupation* employment title* stelle* beruf* tatig* funktion* anstellung* rolle poste* emploi* metier* fonction* travail* trabaj* puest* cargo* oficio* empleo* job jobs
career: career* background history professional* cv resume laufbahn* werdegang* karriere* berufs* lebenslauf* carriere* parcours* trayectoria* carrera* curricul* experien*
internship: intern interns internship* trainee* placement* praktik* werkstudent* azubi* lehre volontar* stage stages stagiaire* apprenti* alternance practic* becari* aprendi* pasant*
promotion: promot* beforder* aufgestieg* promu* ascend* advancement ascenso ascensos
customer: customer* client* account accounts user* buyer* mandant* auftraggeb* klient* acheteur* utilisateur* usuari* comprador* kunde kundin* kundschaft* kunden*
industry: industr* sector* field domain* bereich* gebiet* secteur* ambito* rama branche branchen
city: city cities town* where location* based stadt* ort orte standort* lieu* ciudad* lugar* localidad* sede place places ville villes
country: countr* nation* land lander pays pais paises
live: live lives living based home wohn* lebt leben zuhause vit domicil* vive vivir vivo vivia viven habite habiter habita habitar habitation reside* vivre vivant viviendo vivio habitant habitants habitent
relocate: relocat* move* moving umzieh* umzug* umzuzieh* demenag* mobilit* mobil traslad* mudar mudanz* mudarse mude mudaron
available: availab* verfuegbar* start notice join* verfugbar* kundigungsfrist* antreten disponib* preavis* libre incorporac* incorporar* incorporo incorpora
travel: travel* gereist voyag* deplac* viaj* desplaz* trip trips reise* reist
notice: notice kundigungsfrist* frist preavis*
office: office* onsite on-site buro buros prasenz bureau* presentiel* oficina* presencial*
outside: outside beyond leisure hobb* spare freizeit* loisir* ocio aficion*
skill: skill* abilit* competenc* strength* strong* expert* know* proficien* faehigkeit* fahigkeit* kenntnis* kompetenz* starke* konnen savoir* fort forte atout* habilid* capacidad* destrez* fortalez* conoc*
law-private: private confidential vertraulich* prive* privad*
government: government* ministr* council* behord* verwaltung* ministerium* amt gouvernement* mairie* administration* gobierno* ayuntamiento* ministerio* administracion stadtverwalt* stadtrat* stadtisch* > municipal*
compliance: complian* regulat* gdpr standard* vorschrift* richtlini* dsgvo conformit* reglement* cumplim* reglament* norm normen norma normas norme normes normativ* normung*
strategy: strateg* roadmap* vision* estrateg*
project: project* projekt* projet* proyect*
supply: lieferkett* approvision* logist* entrepot* almacen* suminist* supply suppli* > warehous* lager lagerh*
staffing: temp temporary zeitarbeit* interim* temporal*
resign: resign* leave* leaving left turnover attrition notice hand kundig* verlass* fluktuation* demission* dimit* renunc* rotacion* depart departs departure* quit quits quitting quitter quitte hands handed handing
retention: retain* retention stay* loyal* bleib* gehalten bindung fidelis* retenc* fideliz*
proud: proud* pride achiev* accomplish* highlight* stolz* erfolg* leistung* fier* reussi* orgull* logro* success successes successful*
reference: referen* referee* recommend* testimonial* vouch* empfehl* zeugnis* recommand* recomend*
volunteer: volunt* unpaid pro-bono charit* community honorary ehrenamt* freiwillig* gemeinnutz* benevol* ong associati*
award: award* prize* medal* honour* distinction* accolade* recogni* scholarship* grant* preis* auszeichn* stipend* medaill* prix recompens* bours* galard* reconoc* honor honors honored premio* premia premiad* beca becas becari*
scholarship: scholarship* fellowship* grant* stipend* bours* beca becas becari*
"""
