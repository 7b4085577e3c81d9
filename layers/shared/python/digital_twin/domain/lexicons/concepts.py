"""Words that mean the same when one talks about a career, whatever the language: English, German, French, Spanish.

Data only; `thesaurus` reads it. A line is a concept. Words are folded (lower case, no accents), `word*` stands for
every word that begins so, and a word may belong to several concepts. What follows `>` is of the concept, but does not
stand for it: who asks for databases is served with PostgreSQL, who asks for PostgreSQL not with another.
"""

CONCEPTS = """
lead: lead leads leading led leader* head heads headed heading managing run runs running ran supervis* oversee* oversaw direct directs directed director* chief charge steer* helm leit* geleitet fuhr* gefuhrt verantwort* vorgesetzte* dirig* encadr* gere gerer gerait manage* responsab* encabez* lider* jefe jefa coordin* koordin*
team: team* crew squad group groups staff subordinates people mitarbeit* mannschaft gruppe leute equip* brigade* personal employee* angestellt* salarie* emplead* plantilla effectif* colegas collegues kolleg*
mentor: mentor* coach* tutor* train trains trained trainer* trainees onboard* guid* ausgebildet ausbild* einarbeit* betreu* anleit* encadr* form* acompan*
teach: teach* taught lectur* instruct* tutor* lesson* class classes course* workshop* seminar* train* unterricht* lehr* gelehrt dozent* schul* kurs kurse kursen vorles* enseign* cours professeur* clase clases ensen* impart* docen* curso*
hire: hire hires hired hiring recruit* staffing interview* headcount einstell* eingestellt rekrut* embauch* recrut* contrat* reclut*
advise: advis* advic* consult* counsel* berat* conseil* asesor* aconsej*
cooperate: partner* liais* together jointly zusammenarbeit* kooper* collabor* colabor* cooper* alianza*
responsible: responsib* duties duty tasks task accountable charge aufgabe* zustandig* verantwort* responsab* tache* mission* tarea* encarg* funciones
report: report* bericht* rapport* informe*
remote: remote* telecommut* homeoffice home-office wfh teletrabajo teletravail distance distancia fernarbeit mobil hybrid* hibrid*
fulltime: full-time fulltime vollzeit plein complet*
parttime: part-time parttime teilzeit partiel* parcial side nebenbei nebenberuflich halftime half-time
freelance: freelanc* self-employed selfemployed independent contractor* contract selbstandig* freiberuf* independant* autonom* cuenta
build: build* built develop* make makes made implement* engineer* code* wrote write written program* craft* set entwick* gebaut baut bauen bau aufgebaut aufbau* erstell* konstru* realis* umgesetzt schuf batir concu concev* constru* desarroll* cre* hizo fabric* produc* monto montar implant*
design: design* draft* drew draw draws drawing sketch* architect* plan plans planned planning lay laid layout entwurf* entwarf entworf* gestalt* konzip* konzept* plante geplant concept* concev* concu dessin* disen* planific* proyect*
found: found founded founder* co-found* cofound* start* launch* establish* set open* grund* gegrund* eroffn* aufgebaut fond* lanc* ouvr* ouvert cre* fund* abr* inaugur* lanz*
introduce: roll* launch* adopt* bring brought establish* implement* einfuhr* eingefuhrt fuhrte etabl* lanc* introdu* instaur* implant*
improve: improv* better enhanc* optimi* strengthen* boost* upgrade* modern* verbesser* steiger* amelior* mejor* perfeccion*
increase: increas* grow* grew rais* rose rise* lift* boost* doubl* tripl* up higher more gain* expand* scale* scaling steiger* gesteigert erhoh* wachs* wuchs gewachsen verdoppel* mehr augment* hausse* croissance accro* aument* crec* subi* duplic* increment*
reduce: cut cuts cutting cutback* lower* decreas* shrink* shrank shrunk drop* fell fall* less fewer smaller shorten* slash* halv* bring brought down sav* trim* senk* gesenkt verringer* verkurz* gekurzt halbier* weniger einspar* gespart diminu* baisse* abaiss* racourc* raccourc* economi* moins disminu* redu* baj* ahorr* recort* menos acort*
speed: fast faster fastest speed* sped quick* rapid* latency swift* soon time schnell* beschleunig* geschwindig* flott vite acceler* agil* veloc* tiempo
save: sav* econom* spar* einspar* gespart eingespart epargn* ahorr*
automate: automat*
migrate: mov* transfer* port ported porting switch* transition* convert* replac* umstell* umgestellt umzug umgezogen verlager* uberfuhr* wechsel* migr* bascul* traslad* mud* pas* cambi*
replace: replac* substitut* supersed* swap* instead ersetz* abgelos* ablos* remplac* sustitu* reemplaz*
rebuild: rebuild* rebuilt rewrit* rewrote re-wrote redesign* refactor* moderni* overhaul* refurbish* umbau* umgebaut neugestalt* uberarbeit* renov* refond* rehac* rehizo reform* redisen*
repair: repair* fix* mend* troubleshoot* debug* solv* behob* beheb* repar* gelost los* resou* resol* arregl*
maintain: maintain* mainten* upkeep support* run wart* gewartet instandhalt* pfleg* betrieb* betreib* entretien* entretenir manten* mantuv* oper*
test: test* qa quality verif* validat* check* inspect* pruf* gepruft kontroll* qualitat* essai* controle* prueba* prob* calidad comprob*
fail: fail* outage* incident* breakdown* crash* downtime disruption* fault* broke broken ausfall* storung* storfall* fehler* panne* defaill* echec* fallo* averia* caida* err*
review: review* audit* assess* examin* investigat* analys* analyz* post-mortem postmortem apprais* pruf* bewert* untersuch* begutacht* auswert* revis* evalu* analis*
research: research* stud* experiment* scien* forsch* erforsch* wissenschaft* untersuch* recherch* etud* cherch* investig* estud* cient*
discover: discover* found identif* detect* uncover* spot spotted spotting reveal* entdeck* fand gefunden find* aufgedeckt erkenn* erkann* decouvr* decouvert trouv* repere* descubr* encontr* hall*
measure: measur* metric* quantif* kpi* mess* gemessen mesur* indicateur* medi* indicador*
win: win wins winning won award* prize* honor* honour* receiv* gewann gewonnen preis* auszeich* ausgezeichn* erhalt* erhielt gagn* remport* prix recompens* gan* premi* galard* recib* obtuv*
sell: sell* sold sale* revenue* turnover commercial* customer* verkauf* umsatz* vertrieb* vend* vent* chiffre factur* ingresos comercial*
buy: buy* bought purchas* procur* sourc* supplier* einkauf* gekauft beschaff* lieferant* achat* achet* approvisionn* fournisseur* compr* adquisi* proveedor*
deliver: deliver* ship* provid* hand* liefer* geliefert auslieferung* livr* fourn* entreg* sumin*
negotiate: negotiat* agree* deal* bargain* verhandel* vereinbar* abschluss negoci* accord* acuerd*
present: present* talk* speech* keynote* lectur* conference* vortrag* vortrage prasent* konferenz* expos* conferenc* intervention ponencia* charla*
publish: publish* paper* author* book* wrote written journal* blog* veroffentlich* publik* artikel* aufsatz* buch* publie* livre* redig* ecrit* public* artic* libro* escrib* escrit*
translate: translat* interpret* ubersetz* dolmetsch* tradu*
organise: organi* arrang* host* event* veranstalt* koordin* evenement* coordin*
use: utili* work worked works apply applied employs employ employed employing nutz* genutzt verwend* einsatz* eingesetzt emploi* us* emple*
write: writ* wrote author* draft* compos* document* schreib* geschrieben schrieb verfass* ecri* redig* redact* escrib* escrit*
care: care* caring nurs* treat* patient* look after pfleg* gepflegt betreu* behandel* versorg* soin* soign* infirm* cuid* atend* atencion enferm* tratam*
money: money euro* dollar* usd eur gbp pound* cost* budget* price* revenue* spend* spent bill* million* fund* financ* geld kosten preis* umsatz* cout* argent prix depens* presupuest* gasto* dinero factur*
budget: budget* presupuest* cost* spend* p&l etat
salary: salar* pay paid compensation wage* earn* rate rates fee fees gehalt* lohn* verdien* vergutung* honorar* salair* remuner* paie gagne paye sueldo* gan* cobra* retribu* nomina
number: number amount count* how quantity zahl anzahl nombre cantidad numero cifra
percent: percent* share proportion ratio rate prozent* anteil* quote pourcent* taux part porcentaj* tasa proporcion*
size: size big large* small* huge scale* capacity gross* klein* umfang taille gran* tamano* capacidad* volum*
hours: hour* shift* stunde* schicht* heure* hora* turno* equipe
years: year* decade* jahr* an ans annee* ano anos decenni*
night: night* nacht* nuit* noche* nocturn*
week: week* woche* semaine* semana*
month: month* monat* mois mes meses mensual*
day: day* daily tag tage taglich* jour* quotidien* dia dias diari*
employer: employer* compan* firm firms organi* business* workplace arbeitgeber* firma firmen unternehm* betrieb* konzern* employeur* entrepris* societe* boite empresa* emplead* negocio*
job: job* position* role* post posts occupation* employment title* stelle* beruf* tatig* funktion* anstellung* rolle poste* emploi* metier* fonction* travail* trabaj* puest* emple* cargo* oficio*
career: career* background history professional* cv resume laufbahn* werdegang* karriere* berufs* lebenslauf* carriere* parcours* trayectoria* carrera* curricul* experien*
internship: intern interns internship* trainee* placement* praktik* werkstudent* azubi* lehre volontar* stage stages stagiaire* apprenti* alternance practic* becari* aprendi* pasant*
promotion: promot* advanc* beforder* aufgestieg* promu* ascend* ascens*
customer: customer* client* account accounts user* buyer* kund* mandant* auftraggeb* klient* acheteur* utilisateur* usuari* comprador*
industry: industr* sector* field branch* domain* bereich* gebiet* secteur* ambito* rama
city: city cities town* where location* based place* stadt* ort orte standort* ville* lieu* ciudad* lugar* localidad* sede
country: countr* nation* abroad overseas international* land lander ausland* pays etranger* pais paises extranjer* internacional*
live: live lives living based home wohn* lebt leben zuhause habit* vit domicil* viv* resid*
relocate: relocat* move* moving umzieh* umzug* umzuzieh* demenag* mobilit* mobil mud* traslad*
available: availab* verfuegbar* start notice join* verfugbar* kundigungsfrist* antreten disponib* preavis* incorpor* libre
travel: travel* trip* reis* gereist voyag* deplac* viaj* desplaz*
notice: notice kundigungsfrist* frist preavis*
office: office* onsite on-site buro buros prasenz bureau* presentiel* oficina* presencial*
outside: outside beyond leisure hobb* spare freizeit* loisir* ocio aficion*
degree: degree* diploma* graduat* qualification* abschluss* studium studien* diplom* titul* > phd ph.d doctor* doktor* dphil promotion* msc m.sc mba bsc b.sc bachelor* master* magister* licence* licenc* maitris* doctorat* doctorad* grado* thesis
phd: phd ph.d doctor* doktor* dphil promotion* promovier*
master: master* msc m.sc magister* maitris* maestri*
bachelor: bachelor* bsc b.sc ba undergraduate grado licenc*
study: stud* major* subject* graduat* attend* school* learn* universit* college* studier* studium* hochschul* uni schule* gelernt besucht* etud* ecole* fac lycee* estudi* universid* escuel* facultad* colegio*
grade: grade* gpa mark marks score* distinction* honours honors result* note noten zensur* notendurchschnitt mention* moyenne* nota notas calific* promedio
certificate: certif* licen* accredit* credential* qualified registered zertifi* bescheinig* lizenz* zulassung* approb* habilitation* agrement* acredit* colegiad* titulacion*
course: course* class* module* training kurs* lehrgang* weiterbild* fortbild* cours formation* curso* formacion* asignatura*
thesis: thesis dissertation* abschlussarbeit* masterarbeit* bachelorarbeit* diplomarbeit* these memoire* tesis tfg tfm
skill: skill* abilit* competenc* strength* strong* expert* good know* proficien* faehigkeit* fahigkeit* kenntnis* kompetenz* starke* konnen savoir* fort forte atout* habilid* capacidad* destrez* fortalez* conoc*
language: speak* spoken fluent* bilingual tongue sprach* spricht sprech* muttersprach* fliessend langu* parl* couramment maternelle idioma* lengua* habl* bilingue*
english: english englisch* anglais* ingles*
german: german deutsch* allemand* aleman*
french: french franzos* francais* frances*
spanish: spanish spanisch* espagnol* espanol* castellan*
italian: italian* italien*
portuguese: portugues* portugies* portugais*
dutch: dutch niederland* hollandisch* neerland* holand*
polish: polish polnisch* polonais* polac*
turkish: turk* turc*
russian: russian* russisch* russe* ruso* rusa*
arabic: arabic arabisch* arabe*
chinese: mandarin chin*
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
kubernetes: kubernetes k8s
javascript: javascript js
typescript: typescript ts
postgresql: postgresql postgres
csharp: c# csharp dotnet .net
cplusplus: c++ cpp
nodejs: node.js nodejs node
sign: sign gebarden* signes signos
native: native mother tongue muttersprach* natal matern*
fluent: fluent* fluenc* proficien* level fliessend* verhandlungssich* niveau* couramment fluid* nivel*
software: software program* app apps system* code* anwendung* logiciel* applicat* aplicac* sistema*
data: data dataset* datenbank* daten donnee* dato datos
database: database* sql datenbank* bdd > postgres* mysql oracle mongo* dynamodb redis cassandra clickhouse timescale* sqlite mariadb
cloud: cloud nube > aws azure gcp google
machinelearning: ml ai machine-learning ki ia > tensorflow pytorch scikit* keras
programming: programming code coding programmier* programmation programacion > python java javascript typescript c# c++ rust go golang scala kotlin ruby php swift elixir erlang html css perl zig haskell
tool: tool* technolog* stack framework* software werkzeug* technologie* outil* herramient* tecnolog*
opensource: open-source opensource oss
website: website* site web homepage webseite* internet* pagina* sitio*
portfolio: portfolio* profile* > behance github gitlab dribbble
email: email* e-mail* mail* courriel* correo*
phone: phone* telephone* mobile cell telefon* handy* portable movil*
machine: maschin* anlage* gerat* machin* maquina* equip*
factory: factor* plant plants manufactur* production werk werke produktion* fertigung* usine* fabri* planta* produccion*
safety: safet* secur* hazard* risk* sicherheit* arbeitsschutz* risik* gefahr* risque* segur* riesg*
security: secur* pentest* vulnerab* sicherheit* segur* cyber*
quality: qualit* calidad
energy: energ* power wind solar strom* electri*
environment: environment* sustainab* carbon emission* umwelt* klima* nachhaltig* co2 environnement* climat* durable* medioambient* clima sostenib*
vehicle: car cars bus buses truck* fleet* fahrzeug* auto autos lkw voiture* camion* vehic* coche*
rail: rail* train trains bahn* zug zuge tren trenes ferrovia*
hospital: hospital* clinic* ward wards krankenhaus* klinik* station* hopital* clinique*
patient: patient* resident* pacient*
bed: bed beds bett betten lit lits cama camas
nurse: nurs* krankenschwester* pfleg* infirm* enfermer*
doctor: doctor* physician* arzt* medecin* medic*
child: child* kid* youth* pupil* young* kind* jugend* schuler* nachwuchs enfant* jeune* nin* jovenes infantil
student: student* pupil* undergraduate* studier* schuler* etudiant* eleve* estudiant* alumn*
school: school* schul* ecole* escuel* colegio*
university: universit* college* hochschul* uni fac faculte* universid*
law: law lawyer* attorney* recht* jur* anwalt* gesetz* droit* avocat* derecho* legal* abogad*
court: court* trial* gericht* prozess* klag* tribun* proces* juzgad* juicio* pleito* litig*
contract: contract* agreement* vertrag* contrat*
tax: tax* steuer* impot* fiscal* impuest*
finance: financ* account* bank* finanz* buchhalt* compta* banque* contab* banc*
invoice: invoic* bill* rechnung* factur*
audit: audit* prufung*
kitchen: kitchen* cook* chef* kuche* koch* cuisin* cocin*
restaurant: bistro* eatery diner gastro* lokal restaur*
menu: menu* dish* recip* karte speise* gericht* carte* plat plats recette* carta plato* receta*
guest: guest* diner* cover* gast gaste* couvert* client* convive* comensal*
hotel: hotel* lodging unterkunft*
shop: shop* store* retail* outlet* laden* filial* geschaft* handel* magasin* boutique* tiend* comercio*
product: product* produkt* produit*
market: market* markt* marche* mercado*
marketing: campaign* brand* advert* promo* werb* kampagn* marke* campagn* publicit* marque* campan* marca* publicid*
design-ux: ux ui usability user-experience interface* prototype* benutzer* bedien* utilisab* ergonom* usabilid* interfaz*
building: building* construction* bridge* tunnel* road* civil bau* gebaude* brucke* strasse* chantier* batiment* pont* route* obra* edific* puente* carretera*
water: water* wasser* eau* agua*
agriculture: agricultur* farm* crop* landwirt* agricol* ferme* granja*
paper: paper* journal* artikel* aufsatz* fachartikel articl* articul*
book: book* chapter* buch* livre* libro*
patent: patent* brevet*
conference: symposium* konferenz* kongress* tagung* colloqu* congr* conferenc* jornadas
talk: talk* speech* keynote* lecture* vortrag* conferenc* charla* ponenc*
award: award* prize* medal* honor* honour* distinction* accolade* recogni* scholarship* grant* preis* auszeichn* stipend* medaill* prix recompens* bours* premi* beca* galard* reconoc*
scholarship: scholarship* fellowship* grant* stipend* bours* beca*
volunteer: volunt* unpaid pro-bono charit* community honorary free ehrenamt* freiwillig* gemeinnutz* benevol* associat* ong
firefighter: fire fireman firefight* feuerwehr* pompier* bomber*
sport: sport* athlet* deport* > running marathon* climb* football soccer cycl* swim* cyclocross sailing kletter* fussball* rad* schwimm* escalad* velo* natation futbol ciclis* natacion rowing tennis ski*
music: music* musik* musique* musica* instrument* > sing* choir* piano* guitar* band orchestra* chor* sang* klavier* gitarre* orgel* organ violin* geige* chant* choral* canto coro* guitarra* violon* cello* flute* flote* drums
reading: read* literatur* novel* les* lectur* roman* leer
photography: photo* foto*
garden: garden* allotment* plant* garten* jardin* huert*
hobby: hobb* pastime* passion* fun enjoy* freizeit* loisir* aficion* interes* pasatiemp*
reference: referen* referee* recommend* testimonial* vouch* empfehl* zeugnis* recommand* recomend*
bicycle: bicycl* bike* cycl* fahrrad* velo* bicicl*
dog: dog dogs hund hunde chien* perro*
noise: noise* quiet* loud* decibel* db larm* leis* laut* gerausch* bruit* silenc* ruid*
damage: damag* defect* schaden* beschadig* defekt* dommage* degat* defaut* dano*
law-private: private confidential vertraulich* prive* privad*
government: government* public ministr* council* municipal* behord* verwaltung* ministerium* stadt* amt gouvernement* mairie* administration* gobierno* ayuntamiento* ministerio* administracion
university-staff: lecturer* faculty prof* dozent* maitre* catedr*
analysis: analy* auswert* analis*
simulation: simulat* simulier* simulac* fem finite
finite: finite fea fem finite-element elemente > ansys abaqus nastran
cad: cad > creo solidworks autocad inventor catia nx revit
statistics: statisti* estadist* > spss stata r sas
spreadsheet: spreadsheet* tabelle* tableur* hoja* > excel
crm: crm > salesforce hubspot
agile: agile agil* > scrum kanban
pipeline: pipeline* etl elt workflow*
container: container* > docker kubernetes k8s nomad podman
frontend: frontend front-end browser > react angular vue svelte
backend: backend back-end server* api apis
mobile-app: mobile ios android app apps
monitoring: monitor* observab* alert* uberwach* surveill* vigil*
cluster: cluster* shard* node nodes split* verteil* distribu*
incident: incident* emergenc* crisis* notfall* krise* crise* urgenc*
compliance: complian* regulat* gdpr standard* norm* vorschrift* richtlini* dsgvo conformit* reglement* cumplim* reglament*
strategy: strateg* roadmap* vision* estrateg*
project: project* projekt* projet* proyect*
waste: wast* leftover* abfall* verschwend* dechet* gaspill* desperdic* residu*
supply: suppl* warehous* lager* lieferkett* approvision* logist* entrepot* almacen* suminist*
staffing: temp temporary agency agencies zeitarbeit* interim* temporal*
resign: resign* quit* leave* leaving left turnover attrition notice hand kundig* verlass* fluktuation* demission* depart* dimit* renunc* rotacion*
retention: retain* retention stay* loyal* bleib* gehalten bindung fidelis* retenc* fideliz*
fall: fall falls fell sturz* chute* caida*
wound: wound* wund* plaie* herida*
intensive: icu critical intensiv* reanimation uci
deaf: deaf hearing gehorlos* taub* sourd* sord*
blind: blind* visual* screen-reader sehbehindert* aveugle* cieg*
disabled: disab* accessib* handicap* barriere* behinder* discapac*
proud: proud* pride achiev* accomplish* highlight* success* stolz* erfolg* leistung* fier* reussi* orgull* logro*
"""
