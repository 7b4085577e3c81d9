"""Words that mean the same when one talks about a career, whatever the language: English, German, French, Spanish.

Data only; `thesaurus` reads it. A line is a concept. Words are folded (lower case, no accents), `word*` stands for
every word that begins so, and a word may belong to several concepts. What follows `>` is of the concept, but does not
stand for it: who asks for databases is served with PostgreSQL, who asks for PostgreSQL not with another.

One module, long as it is: each module that a cold start imports counts against its budget.
"""

# What people do at work.
_ACTIVITIES = """
lead: lead leads leading led leader* head heads headed heading managing run runs running ran supervis* oversee* oversaw direct directs directed director* chief charge steer* helm geleitet gefuhrt verantwort* vorgesetzte* dirig* encadr* gere gerer gerait manage* responsab* encabez* lider* jefe jefa coordin* koordin* fuhrt fuhrte fuhrten fuhren fuhrung* leiten leitet leitete leitung* leitend* leiter leiterin teamleit* leiteten fuhrend*
team: team* crew squad group groups staff subordinates people mitarbeit* mannschaft gruppe leute equip* brigade* personal employee* angestellt* salarie* emplead* plantilla effectif* colegas collegues kolleg* personals
mentor: mentor* coach* tutor* train trains trained trainer* trainees onboard* guid* ausgebildet ausbild* einarbeit* betreu* anleit* encadr* acompan* formation* formateur* formatrice* formar formador* forme formee formacion* formaron formando formaba
teach: teach* taught lectur* instruct* tutor* lesson* class classes course* workshop* seminar* train* unterricht* lehr* gelehrt dozent* schul* kurs kurse kursen vorles* enseign* cours professeur* clase clases ensen* impart* docen* curso*
hire: hire hires hired hiring recruit* staffing interview* headcount einstell* eingestellt rekrut* embauch* recrut* reclut* contratar contratac* contratad* contrata contrato contrataron
advise: advis* advic* consult* counsel* berat* conseil* asesor* aconsej*
cooperate: partner* liais* together jointly zusammenarbeit* kooper* collabor* colabor* cooper* alianza*
responsible: responsib* duties duty tasks task accountable charge aufgabe* zustandig* verantwort* responsab* tache* mission* tarea* encarg* funciones
report: report* bericht* rapport* informe*
remote: remote* telecommut* homeoffice home-office wfh teletrabajo teletravail distance distancia fernarbeit mobil hybrid* hibrid*
fulltime: full-time fulltime vollzeit plein complet completo completa
parttime: part-time parttime teilzeit partiel* parcial side nebenbei nebenberuflich halftime half-time
freelance: freelanc* self-employed selfemployed independent contractor* selbstandig* freiberuf* independant* autonom* cuenta > contract
build: build* built develop* make makes made implement* engineer* wrote write written program* craft* entwick* gebaut baut bauen bau aufgebaut aufbau* erstell* konstru* realis* umgesetzt schuf batir concu concev* constru* desarroll* hizo fabric* monto montar implant* creat* creo crea crear creado creada cree creee creer produce produced producing producir produjo produire code coded codes coder coders crearon creando creador* creacion* production* produccion* produktion*
design: design* draft* drew draw draws drawing sketch* architect* plan plans planned planning lay laid layout entwurf* entwarf entworf* gestalt* konzip* konzept* plante geplant concept* concev* concu dessin* disen* planific* proyect*
found: found founded founder* co-found* cofound* start* launch* establish* open* gegrund* eroffn* aufgebaut lanc* ouvr* ouvert inaugur* lanz* creat* creo crear creado creada cree creee creer abrir abrio abierto fundo fundad* fundar fundac* fonde fondee fonder fondat* grundet* grundung* grunden grunder* crearon creando creador* creacion* abre abrieron abriendo
introduce: roll* launch* adopt* bring brought establish* implement* einfuhr* eingefuhrt fuhrte etabl* lanc* introdu* instaur* implant*
improve: improv* better enhanc* optimi* strengthen* boost* upgrade* modern* verbesser* steiger* amelior* mejor* perfeccion*
increase: increas* grow* grew rose rise* boost* doubl* tripl* up higher more gain* expand* scale* scaling steiger* gesteigert erhoh* wachs* wuchs gewachsen verdoppel* mehr augment* hausse* croissance accro* aument* crec* subi* duplic* increment* raise raised raises raising lifted lifting
reduce: cut cuts cutting cutback* lower* decreas* shrink* shrank shrunk drop* fell fall* less fewer smaller shorten* slash* halv* bring brought down senk* gesenkt verringer* verkurz* gekurzt halbier* weniger einspar* gespart diminu* baisse* abaiss* racourc* raccourc* economi* moins disminu* ahorr* recort* menos acort* save saved saves saving savings bajar bajado bajada reduc* reduz* reduir* trim trimmed trimming reduit* reduj* redukt* bajaron bajando
speed: fast faster fastest speed* sped quick* rapid* latency swift* schnell* beschleunig* geschwindig* flott vite acceler* agil* veloc*
save: econom* einspar* gespart eingespart epargn* ahorr* save saved saves saving savings sparen spart sparte sparsam*
automate: automat*
migrate: transfer* port ported porting switch* transition* convert* replac* umstell* umgestellt umzug umgezogen verlager* uberfuhr* wechsel* migr* bascul* traslad* cambi* move moved moves moving mudar mudanz* pasar
replace: replac* substitut* supersed* swap* instead ersetz* abgelos* ablos* remplac* sustitu* reemplaz*
rebuild: rebuild* rebuilt rewrit* rewrote re-wrote redesign* refactor* moderni* overhaul* refurbish* umbau* umgebaut neugestalt* uberarbeit* renov* refond* rehac* rehizo reform* redisen*
repair: repair* troubleshoot* debug* behob* beheb* repar* gelost resol* arregl* fix fixed fixes fixing losen loste losung losungen mend mended mending solve solved solves solving resoudre
maintain: maintain* mainten* upkeep support* run wart* gewartet instandhalt* pfleg* betrieb* betreib* entretien* entretenir manten* mantuv* operat* operar operacion* operaba operado
test: test* qa quality verif* validat* check* inspect* pruf* gepruft kontroll* qualitat* essai* controle* prueba* calidad comprob* probar probo probado probiert*
fail: fail* outage* incident* breakdown* crash* downtime disruption* fault* broke broken ausfall* storung* storfall* fehler* panne* defaill* echec* fallo* averia* caida* error* erreur*
review: review* assess* examin* investigat* analys* analyz* post-mortem postmortem apprais* pruf* bewert* untersuch* begutacht* auswert* revis* evalu* analis* audit audits audited auditing auditor*
research: research* stud* experiment* scien* forsch* erforsch* wissenschaft* untersuch* recherch* etud* cherch* investig* estud* cient*
discover: discover* found identif* detect* uncover* spot spotted spotting reveal* entdeck* fand gefunden find* aufgedeckt erkenn* erkann* decouvr* decouvert trouv* repere* descubr* encontr* hallaz* hallar hallado
measure: measur* metric* quantif* gemessen mesur* indicateur* indicador* kpi kpis messen messung* messtech* messgerat* messwert* medir medicion* medida medidas midio
win: win wins winning won award* prize* honour* receiv* gewann gewonnen preis* auszeich* ausgezeichn* erhalt* erhielt gagn* remport* prix recompens* galard* recib* obtuv* ganar gano ganado ganador* gana honor honors honored premio* premia premiad* ganaron ganando gewinn
sell: sold revenue* turnover commercial* customer* verkauf* umsatz* vertrieb* chiffre factur* ingresos comercial* vend vendre vendu vendue vendeur* vendeuse* vendedor* vender vendio vente ventes venta ventas sell sells selling seller* sale sales vendid* vendieron vendus vendues
buy: bought purchas* supplier* einkauf* gekauft beschaff* lieferant* achat* achet* approvisionn* fournisseur* adquisi* proveedor* buy buys buyer* buying procure* comprar compro comprado compras compra comprador* sourced sourcing comprando compraron comprada
deliver: deliver* provid* liefer* geliefert auslieferung* entreg* sumin* livrer livraison* livree livres shipped shipping shipment* fourni fournir fournit handover* handed handing fourniss* fourniture* livre livreur*
negotiate: negotiat* agree* deal* bargain* verhandel* vereinbar* abschluss negoci* accord* acuerd*
present: present* talk* speech* keynote* lectur* vortrag* prasent* konferenz* expos* conferenc* intervention ponencia* charla*
publish: publish* wrote written journal* blog* veroffentlich* publik* artikel* aufsatz* buch* publie* livre* redig* ecrit* libro* escrib* escrit* publication* publicac* publicar publicad* articul* author authors authored book books paper papers articl* publico publica publicaron publicando publicity
translate: translat* interpret* ubersetz* dolmetsch* tradu*
organise: organi* arrang* veranstalt* koordin* evenement* coordin* event events host hosts hosted hosting evento*
use: utili* work worked works apply applied employs employ employed employing nutz* genutzt verwend* einsatz* eingesetzt emploi* usar usado usada usan usaba usando usos uso emplear usaron usamos empleando
write: writ* wrote draft* compos* schreib* geschrieben schrieb verfass* ecri* redig* redact* escrib* escrit* author authors authored documented documenting documentation documentac* documentar documenter dokumentier*
care: caring nurs* treat* patient* look after pfleg* gepflegt betreu* behandel* versorg* soin* soign* infirm* cuid* atend* atencion enferm* tratam* care cared cares caregiv* carer*
"""

# Jobs, their terms and what comes of them.
_WORKING_LIFE = """
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
notice: notice kundigungsfrist* kuendigungsfrist* frist preavis*
willing: willing open relocat* available availab* seek* looking happy bereit* offen verfugbar* umzug* disponib* ouvert* mobilit* dispuest* abiert* remote* hybrid*
expiry: expir* valid validity renew* lapse* ablauf* ablauft gultig* verlanger* valable* validite renouvel* caduc* vence* vencimiento validez vigent*
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

# Organisations, their units and bodies, and phases of a working life.
_ORGANISATION = """
municipality: municipal* kommun* gemeinde* commune communes municipio* ayuntamiento* mairie* town-council rathaus* borough* stadtverwalt* concejo*
department: department* abteilung* departement* departamento* dezernat* referat* fachbereich* unit units division divisions
branch-office: branch branches filiale* niederlassung* succursale* agence agences sucursal* zweigstelle*
headquarters: headquarter* hq hauptsitz* zentrale siege sede
subsidiary: subsidiar* tochter* filiale filiales filial
ministry: ministr* minister*
authority: behorde* autorite* autoridad* landesamt* bundesamt* authority authorities
parliament: parliament* bundestag* landtag* parlament* parlement* congress senate
board: board boards beirat* aufsichtsrat* vorstand* verwaltungsrat* conseil-d'administration directoire kuratorium trustee* consejo junta governor* directiva administrateurs
committee: committee* ausschuss* kommission* comite* comision* commission commissions gremium* gremien working-group arbeitsgruppe* arbeitskreis* groupe-de-travail grupo-de-trabajo
works-council: betriebsrat* arbeitnehmervertret* personalrat* comite-d'entreprise cse works-council comite-de-empresa
union: union unions gewerkschaft* syndicat* syndical* sindicat* trade-union
association: association* verein verband* asociacion* federation* foderation* federacion* guild* innung* gilde* gremio kammer vereine vereinen vereins
club: club clubs verein vereins vereine klub* cercle
chamber: chamber* handwerkskammer* ihk hwk camara
membership: member members membership* mitglied* adherent* adhesion* membre membres miembro* socio socios socia
treasurer: treasur* kassenwart* schatzmeister* tresorier* tesorer*
chairperson: chair chairs chaired chairman chairwoman chairperson vorsitz* prasident* presiden* preside presido
secretary-board: schriftfuhr*
foundation: foundation* stiftung* fondation* fundacion*
cooperative: co-op genossenschaft* cooperativ* scop
ngo: ngo ngos nonprofit* non-profit not-for-profit ong nro charity charities gemeinnutzig* hilfsorganisation* sans-but-lucratif
startup: start-up startup startups start-ups jungunternehm* jeune-pousse
family-business: family-run familienbetrieb* familienunternehm* entreprise-familiale empresa-familiar
agency: agency agencies agentur* agence agences agencia*
employer-size: sme smes mittelstand* kmu pme pyme
jury: jury juries jurie jurado*
steering: steering lenkungs*
parental-leave: parental maternity paternity elternzeit* mutterschutz* maternite paternite maternidad paternidad erziehungsurlaub
sabbatical: sabbat* sabatic* career-break auszeit gap
holiday: holiday* vacation* urlaub* vacances conges vacaciones annual-leave
pension: pension* retire* rente* rentner* ruhestand* retraite* jubilac* jubilad*
unemployed: unemploy* arbeitslos* chomage* desemple* layoff* kurzarbeit* paro
insolvency: insolv* bankrupt* konkurs* faillite* quiebra liquidat*
merger: merger* merged acquisition* acquir* fusion* ubernahme* ubernommen rachat absorp* takeover
closure: geschlossen schloss fermetur* ferme clausur* closure closures closed closing shutdown geschlossene schliessung* schliessen cierre cierres
temporary: temporar* befrist* fixed-term cdd interim* temporal* eventual
permanent: permanent unbefrist* festanstell* cdi indefinid*
probationary: probation* probezeit* periode-d'essai periodo-de-prueba
overtime: overtime uberstunden heures-supplementaires horas-extra*
weekend: weekend* wochenend* week-end fin-de-semana finde
seasonal: season* saison* temporada* estacional*
contract-type: anstellungsart
work-permit: visa visas aufenthalts* arbeitserlaubnis* titre-de-sejour permiso-de-trabajo work-permit right-to-work
family: family families familie familien famille* familia familias
nationality: nationalit* staatsangehor* staatsburger* nacionalidad citizenship citizen
salary-expectation: gehaltsvorstell* pretention* pretensi*
bonus: bonus bonuses pramie*
raise: gehaltserhoh*
trip-business: business-trip* dienstreis* geschaftsreis*
redundancy: redundan* laid-off layoff* entlass* licenciement* despid*
harvest: harvest* ernte* weinlese* recolte* cosecha* vendang* vendimia*
"""

# Professions and ranks.
_PROFESSIONS = """
baker: baker bakers backer backerin backermeister* boulang* panader*
butcher: butcher* metzger* fleischer* boucher* carnicer*
waiter: waiter* waitress* serveuse camarer* kellner* servicekraft*
bartender: bartend* barman barmaid barkeep* barista*
chef: chef chefs koch kochin kuchenchef* chefkoch* cuisinier* cocinero* cocinera*
hairdresser: hairdress* barber* friseur* coiffeu* peluquer*
beautician: beautic* cosmetic* kosmetik* esthetic* estetic* cosmetolog*
cleaner: cleaner* cleaning reinigung* putz* nettoyag* limpieza*
janitor: janitor* caretaker* hausmeister* concierge* conserje* gardien*
security-guard: guard guards wachmann wachdienst* sicherheitsdienst* vigilante* agent-de-securite
secretary: secretar* sekretar* secretaire* assistant-de-direction
assistant: assistant* assistenz* assistent* asistent* auxiliar*
receptionist: reception* rezeption* empfang* accueil recepcion*
cashier: cashier* checkout kassier* caisse caissier* cajer* caja kasse kassen
salesperson: salesperson* salesman saleswoman salespeople shop-assistant verkaufer* vendeur* vendeuse* vendedor* dependient* sales-assistant
electrician: electrician* elektriker* electricien* electricist*
plumber: plumb* installateur* klempner* plombi* fontaner* sanitar* sanitaire*
heating: heating hvac heizung* chauffag* calefacc* ventilation luftung* climatisation klimaanlage*
mechanic: mechanic mechanics mechaniker* mecanicien* mecanico* fitter* schlosser* monteur* ajustador*
locksmith: locksmith* schlusseldienst* serrurier* cerrajer*
blacksmith: blacksmith* schmied* forgeron* forge herrer* forja
carpenter: carpent* joiner* tischler* schreiner* zimmermann* zimmerer* menuisier* charpentier* carpinter* ebanist* ebeniste*
mason: mason masons masonry maurer* mauern macon macons maconnerie albanil* bricklay*
stonemason: stonemason* stonework stone stones steinmetz* tailleur-de-pierre cantero* canteria piedra piedras pierre pierres stein steine naturstein*
roofer: roof* dachdeck* dach dacher couvreur* toiture* tejado* techador*
house-painter: painter* maler* lackier* peintre* pintor*
tiler: tiler tilers tile tiles tiling fliesen* carrel* azulej*
glazier: glaz* glas glass glaser* verrier* vitrier* vitrail* vidrier* vidrio verre
plasterer: plaster* stuckateur* verputz* platrier* platre yeso yesero* stuckarbeit*
upholsterer: upholst* polster* tapissier* tapicer*
shoemaker: shoe* schuh* schuster* cordonnier* zapat*
goldsmith: goldsmith* jewel* goldschmied* schmuck* bijou* joaill* joyer* orfebre* orfevre*
watchmaker: watchmak* clockmak* uhrmach* uhren horloger* relojer*
optician: optician* optiker* augenoptik* opticien* optomet*
instrument-maker: luthier* lutier* instrumentenbau* geigenbau* orgelbau* klavierbau* facteur-d'orgues organ-builder organero*
bookbinder: bookbind* buchbind* relieur* reliure* encuadern*
printer: printing printer printers printmak* drucker* buchdruck* imprim* imprenta letterpress gedruckt siebdruck* impresor*
tailor: tailor* schneider* tailleur* sastr* dressmak* couturier*
distiller: distill* brennerei* destil*
cheesemaker: cheese* kase kaser* fromage* queso* queseria*
dairy: dairy milk milch* molkerei* lait laitier* laiterie* lacte* leche lechero* lecheri*
winemaker: winemak* winegrow* winzer* kellermeister* vigneron* viticult* oenolog* onolog* enolog* œnolog* vinicult*
sommelier: sommel* sumiller*
fisher: fisher* fischer* pecheur* pescador*
farmer: farmer* landwirt landwirte landwirtin bauer bauern agricult* granjer* ganader* eleveur*
gardener: gardener* gartner* jardinier* jardiner*
forester: forester* forster* forstwirt* forestier* guardabosques
miner: miner miners bergmann bergleute mineur minero*
chimney-sweep: chimney* schornstein* kaminkehr* ramon* deshollin*
lorry-driver: trucker* lkw-fahrer* kraftfahrer* berufskraftfahrer* camionneur* routier camioner* hgv lorry lorries truck trucks
driver: driver* fahrer* chauffeur* conducteur* conductor conductora conductores
train-driver: train-driver lokfuhrer* triebfahrzeug* maquinista
pilot: pilots pilotin airline aviator* flugkapitan*
flight-attendant: cabin-crew stewardess* flugbegleit* hotesse* azafat*
sailor: sailor* seaman seamen seafar* seemann* matrose* matelot* marin marins mariner* deckhand*
ship-captain: captain* kapitan* capitaine* capitan*
docker: longshore* stevedor* hafenarbeit* estibador*
dispatcher: dispatch* disponent* disposition regulateur* despachador*
courier: courier* kurier* coursier* mensajer* repartidor* postman brieftrager* zustell* facteur
tour-guide: guide guides tour tours stadtfuhr* reiseleit* gastefuhr* visite-guidee visitas-guiadas museumsfuhr*
travel-agent: travel-agen* reiseburo* reiseverkehr* agence-de-voyages
photographer: photograph* fotograf*
camera: camera* kamera* cadreur* camara* cinematograph*
sound: sound audio tontechn* tonmeister* tonstudio* sonido ingenieur-du-son
lighting: lighting beleucht* lichttechn* eclairag* iluminacion*
stage-manager: stage-manag* inspizient* regisseur-general regidor*
director-film: filmmak* regisseur* regie realisateur* realisatrice* metteur
producer: producer* produzent* producteur* productrice* productor*
costume: kostum* vestuar* wardrobe costume* costumier*
makeup: makeup make-up maskenbild* maquill*
actor: actor actors actress* schauspieler* comedien* acteur* actriz actrices
writer: writer* author* schriftstell* autor autorin autoren ecrivain* auteur* escritor* autora* novelist*
editor: editor editors editorial editing lektor* redakteur* redaktion* redaction* redacteur* redactrice* redactor*
proofreader: proofread* korrektor* korrekturles* relecture* correcteur* correctrice* corrector*
translator: translator* ubersetzer* dolmetscher* traduct* interprete*
copywriter: copywrit* werbetext* texter* concepteur-redacteur
librarian: librarian* bibliothekar* bibliothecaire* bibliotecari*
archivist: archiv*
curator: curat* kurator* kuratier* commissaire* comisari*
conservator: restorer* restorat* restaurator* restaurier* restauratric* restaurateur* restaurador* restauracion conservador* conservator conservators conservation conservateur* conservatrice
scientist: scientist* wissenschaftler* forscher* chercheu* scientifique* cientific* researcher* investigador*
postdoc: postdoc* post-doc*
professor: professor* professur* catedrat* maitre-de-conferences
teacher: teacher* schoolteacher* lehrer* lehrkraft* enseignant* instituteur* institutrice* maestro maestros maestra maestras profesor* docente*
head-teacher: headteacher* headmaster* headmistress* schulleit* rektor*
kindergarten: kindergart* kita kitas nursery creche* ecole-maternelle parvular* guarderia* preschool* vorschul* erzieher* early-years
childminder: nanny nannies childmind* au-pair babysit* tagesmutter* nourrice* niner*
caregiver: caregiver* carer carers altenpfleg* aide-soignant* cuidador* auxiliaire-de-vie
paramedic: paramedic* ambulanc* rettungsdienst* rettungssanitat* notfallsanitat* sanitater* samu
surgeon: surgeon* cirujan* chirurgien* chirurgin chirurgen
surgery: surger* surgic* chirurgie chirurgisch* cirug* quirurg* operating-theatre > surgeon* chirurg* cirujan*
physician: physician* gp gps hausarzt* arzt arztin arzte arzten medecin medecins medico medicos medica medicas
anaesthetist: anaesth* anasth* anest*
radiology: radiolog* rontgen* x-ray xray mri ct mrt radiogr*
cardiology: cardiol* cardiac* cardiaq* cardiov* kardiol*
oncology: oncolog* onkolog* cancer* krebs* tumor*
paediatrics: paediatr* pediatr* padiatr* kinderheilk* kinderarzt*
geriatrics: geriatr* gerontolog* elderly senior-care altenheim* pflegeheim* ehpad anciano* nursing-home care-home maison-de-retraite residencia-de-ancianos senioren*
palliative: palliat* hospice* hospiz*
psychiatry: psychiatr* psiquiatr*
neurology: neurolog*
dialysis: dialys* dialis*
transplant: transplant* trasplant* greffe*
vaccination: vaccin* vakzin* impf* vacun*
pharmacist: pharmacist* apotheker* pharmacien* farmaceutic*
lab-technician: laborant* mta btla technicien-de-laboratoire
lawyer: lawyer* attorney* solicitor* barrister* anwalt* rechtsanwalt* avocat* abogad* jurist juristin juriste* counsel
judge: judge judges richter* magistrat* juge juges juez jueces magistrad*
notary: notar* notaire*
paralegal: paralegal* rechtsanwaltsfach*
prosecutor: prosecut* staatsanwalt* procureur* fiscalia
police: police* policing polizei* polizist* policia* gendarm*
soldier: soldier* army navy soldat* bundeswehr* bundesmarine militar* wehrdienst* armee* ejercito* troops
prison: prison* jail* gefangnis* justizvollzug* jva carcel* penitenc*
probation: probation* bewahrungshelf*
engineer-title: engineer engineers ingenieur ingenieurin ingenieurs ingenieure* ingenieros ingeniero ingeniera
technician: technician* techniker* technicien* tecnico tecnica tecnicos
developer: developer* programmer* coder* entwickler* programmierer* developpeu* desarrollador* programador*
sysadmin: sysadmin* administrator* systemadministr* administrateur-systeme
data-scientist: data-scient* data-analyst*
consultant: consultant* berater* unternehmensberat* conseiller* consultor* consulting consultancy asesor*
analyst: analyst* analistas analista
accountant: accountant* buchhalter* bilanzbuchhalt* comptable* contable*
controller: controller* controlling controleur-de-gestion
auditor: auditor* wirtschaftspruf* commissaire-aux-comptes auditeur*
banker: banker* bankkauf* bankier* banquier* banquero*
broker: broker* makler* courtier* corredor*
insurance: versicherung* seguro* asegurador* actuar* aktuar* assurance* assureur* insurance* insurer* insured
real-estate: real-estate realtor* realty immobil* inmobil* property properties
ceo: ceo pdg directeur-general consejero-delegado vorstandsvorsitz*
managing-director: managing-director geschaftsfuhr* gerant gerante gerente*
manager: manager* leiter leiterin chef chefs cheffe jefe jefa jefes gerente* responsable*
foreman: foreman forewoman foremen vorarbeit* polier* contremaitre* capataz* schichtleit* shift-leader chef-d'equipe encargado*
deputy: deputy deputies vice stellvertret* stv adjoint adjointe suppleant* subdirect* vizeprasid*
senior: senior seniors principal
junior: junior juniors entry-level berufseinsteig* debutant*
team-lead: team-lead teamlead teamleit* teamleader gruppenleit* chef-de-projet
project-manager: projektleit* chef-de-projet jefe-de-proyecto project-manager projektmanager*
product-manager: product-owner produktmanag* product-manager
civil-servant: civil-serv* beamte* fonctionnaire* funcionari* public-servant
politician: politician* politiker* abgeordnet* depute diputad* > mayor mayors burgermeister* maire maires alcalde* councillor* senator*
diplomat: diplomat* embassy botschaft* ambassade* embajad* konsul* consul consuls consulate* consulat
priest: priest* pastor* pfarr* vicar* clergy* geistlich* sacerdot* parroco parish* paroiss* parroqui*
undertaker: undertaker* funeral* bestatt* beerdig* funerair* funerari*
trainer-sport: coaching trainer trainers entraineur* entrenador*
referee-sport: umpir* schiedsricht* arbitre* arbitro*
athlete: athlete* sportler* athletin atleta* sportif* deportist*
freelancer: freelancer* freiberufler* auto-entrepreneur autonomo autonoma autonomos
entrepreneur: entrepreneur* unternehmer* grunder* emprended* businessman businesswoman founder founders fondateur* fondatrice* fundador*
worker: worker* arbeiter* ouvrier* obrero* trabajador* labourer* laborer*
craftsperson: craftsman craftswoman craftspeople artisan* artesan* handwerk*
mayor: mayor mayors burgermeister* maire maires alcalde*
executive: executive executives c-suite vorstand* geschaftsleit* geschaftsfuhr* dirigeant* > ceo cto cfo coo pdg
cto: cto
cfo: cfo
machine-operator: operator* operario* operateur* operador* bediener*
"""

# Fields of study, schools, degrees and certificates.
_LEARNING = """
degree: degree* diploma* graduat* qualification* abschluss* studium studien* titulo titulos titulacion* titulad* diplom diplome* > phd ph.d doctor* doktor* dphil promotion* msc m.sc mba bsc b.sc bachelor* master* magister* licence* maitris* grado* thesis licenciat* licenciad*
phd: phd ph.d doctor* doktor* dphil promotion* promovier*
master: master* msc m.sc magister* maitris* maestri*
bachelor: bachelor* bsc b.sc ba undergraduate grado licence licenciat* licenciad*
study: stud* subject* graduat* attend* school* learn* universit* college* hochschul* uni schule* gelernt besucht* etud* ecole* fac lycee* estudi* universid* escuel* facultad* colegio* major majors majored majoring
grade: grade* gpa mark marks score* distinction* honours honors result* note noten zensur* notendurchschnitt mention* moyenne* nota notas calific* promedio
certificate: certif* accredit* credential* qualified registered zertifi* bescheinig* lizenz* zulassung* approb* habilitation* agrement* acredit* colegiad* titulacion* license* licence licences licencia licencias licensing licensure licenciad*
course: course* module* training kurs* lehrgang* weiterbild* fortbild* cours formation* curso* formacion* asignatura* class classes classroom*
thesis: thesis dissertation* abschlussarbeit* masterarbeit* bachelorarbeit* diplomarbeit* these memoire* tesis tesina* tfg tfm
student: student* pupil* undergraduate* studier* schuler* etudiant* eleve* estudiant* alumn*
school: school* schul* ecole* escuel* colegio*
university: universit* college* hochschul* uni fac faculte* universid*
university-staff: lecturer* faculty dozent* maitre* catedr* prof professor* professeur* profesor*
computing: computer computers computing informatik* informaticien* informatique informatica informatico* edv
mathematics: math maths mathe mathemat* matemat*
physics: physics physicist* physik* physique physicien* fisica fisico fisicos
astronomy: astronom* astrophys* astrofis*
chemistry: chemist* chemical* chemie* chemik* chemisch* chimi* quimic*
biology: biolog*
biochemistry: biochem* biochim* bioquim*
genetics: genetic* genetik* genetiqu* genome* genomi*
geology: geolog* geoscien* geowissenschaft* earth-science
geography: geograph* geograf*
meteorology: meteorolog* meteo weather wetter wetterdienst*
oceanography: oceanograph* ozeanograph* oceanograf* meeresbiolog* meereskund*
ecology: ecolog* okolog*
history-field: history historian* historik* historisch* geschichte geschichts* histoire historien* historia historiador*
archaeology: archaeolog* archeolog* archaolog* arqueolog* excavat* ausgrab* fouill* excavac* dig digs
philosophy: philosoph* filosof*
theology: theolog* teolog* divinity
literature: literatur* litterat* literari* literary
philology: philolog* filolog* germanist* anglist* romanist* slawist*
linguistics: linguis* sprachwissenschaft*
psychology: psycholog* psicolog*
psychotherapy: psychotherap* psicoterap*
sociology: sociolog* soziolog*
politics: politic* politik* politisch* politolog* politiq*
anthropology: anthropolog* antropolog* ethnolog* etnolog* ethnograph* etnograf*
economics: economics economist economists volkswirt* vwl okonom* economie economiste* economia economista*
business-studies: business betriebswirt* bwl gestion empresariales ade
accounting: accounting accountan* bookkeep* buchhalt* buchfuhr* rechnungswes* comptab* contab* ledger*
pharmacy: pharma* farma* apothek* drugstore* > pka pta
dentistry: dental dentist* zahn* dentaire* odontolog* orthodon*
veterinary: veterin* vet vets tierarzt* tiermed* tierklinik*
physiotherapy: kinesither* kine fisioter* krankengymnast* physio physios physiother*
occupational-therapy: ergother* terapia-ocupacional
speech-therapy: logopad* logoped* orthophon* speech-language
nutrition: nutrition* dietet* dietit* dietici* ernahrung* nutric*
midwifery: midwi* hebamm* entbindungspfleg* sage-femme sages-femmes maieut* matrona* obstet* geburtshilf*
architecture: architect architects architectur* architekt* arquitect*
urban-planning: urban* stadtplan* raumplan* stadtebau* town-planning zoning
civil-engineering: civil bauingenieur* tiefbau* hochbau* genie-civil caminos
mechanical: mechanic* mechanik* mechanisch* maschinenbau* mecani*
electrical: elektro* elektri* electri* electrotech*
electronics: elektronik* elektronisch* electroni* pcb pcbs circuit* schaltung* leiterplatt*
process-engineering: verfahrenstechnik* verfahrensingenieur* process-engineering genie-des-procedes
industrial-engineering: wirtschaftsingenieur* industrial industrieingenieur* industriel industrielle
engineering: engineer* ingenieur* ingenier*
materials: material* materiaux werkstoff* metallurg*
surveying: surveyor* surveying vermessung* geodas* geomat* topograph* topograf* geometre* agrimens* cadastr* kataster* catastro catastral*
agronomy: agronom* agrarwiss* agrarwirt*
horticulture: horticult* gartenbau* landscap* landschaftsgart* landschaftsbau* paysag* paisaj*
pedagogy: pedagog* padagog* erziehungswiss*
social-work: social-work sozialarbeit* sozialpadagog* sozialwes* educateur* trabajo-social trabajador-social
journalism: journalis* periodis* publizist* pressewes* redakteur* reporter*
communication: communication communications kommunikation* comunicac*
human-resources: hr rh rrhh personalwes* personalabteil* personalleit* personalreferent* personalmanag* personalentwick* drh
graphic-design: graphic graphics grafik* graphis* grafic* typograph* typograf*
fashion: fashion* modedesign* moda modas couture stylis*
fine-art: art arts artist* kunst kunste kunstler* bildende artes arte plastiques
art-history: kunstgesch* kunsthistor*
education-level: gymnasium abitur abi a-levels a-level baccalaureat* bachillerato matura high-school highschool lycee hochschulreife sixth-form selectividad
vocational: vocational lehre berufsausbild* berufsschul* geselle* apprenti* aprendi* alternance gewerbeschul* > btm fp
master-craftsman: meister* handwerksmeister* compagnon* master-craftsman
dual-study: dualer duales dual
school-leaving: schulabschluss* mittlere realschul* hauptschul* ged
semester-abroad: erasmus auslandssemest* auslandsjahr* exchange austausch* echange* intercambio*
lecturehall: lecture lectures vorlesung* cours-magistral
exam: exam exams examination* klausur* examen* staatsexam* prufungen prufung
tuition: nachhilf* tutoring soutien refuerzo
driving: driving drive drives drove fuhrerschein* fahrerlaubnis* conduire conducir > fahrlehrer*
forklift: forklift* fork-lift gabelstapler* staplerschein* stapler flurforder* chariot* cariste* carretill* > caces
first-aid: aid first-aid aider* ersthelf* erste-hilfe ersthilfe secours secouris* auxilios > bls
life-support: resuscitat* cpr reanimat* wiederbeleb* > bls acls als
welding: welding weld welds welder* welded schweiss* soudage* soudeur* soudeuse* soudure* souder soldador* soldadura*
diving: diving diver scuba tauchen taucher* tauchschein* plongee plongeur* buceo buceador*
boating-licence: skipper* bootsfuhrer* segelschein* sportboot* yachtmaster
lifeguard: lifeguard* lifesav* rettungsschwimm* surveillant-de-baignade sauveteur* socorrist*
hygiene: hygien* higien* haccp
crane: crane cranes kran krane kranfuhrer* grue grues grutier* grua gruas
scaffold: scaffold* gerust* echafaud* andamio*
medicine: medicine medical medizin* humanmedizin* medecine medicale medicaux medicina
"""

# Natural languages and how well one knows them.
_LANGUAGES = """
language: speak* spoken fluent* bilingual tongue sprach* spricht sprech* muttersprach* fliessend langu* couramment maternelle idioma* lengua* habl* bilingue* parle parler parlee parlees parlant
english: english englisch* anglais* ingles*
german: german deutsch* allemand* aleman*
french: french franzos* francais* frances*
spanish: spanish spanisch* espagnol* espanol* castellan*
italian: italian* italien*
portuguese: portugues* portugies* portugais*
dutch: dutch niederland* hollandisch* neerland* holand*
polish: polish polnisch* polonais* polac*
turkish: turc* turkish turkisch* turque
russian: russian* russisch* russe* ruso* rusa*
arabic: arabic arabisch* arabe*
chinese: mandarin chinese chinesisch* chinois* chino
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
sign: sign gebarden* signes signos
native: native mother tongue muttersprach* natal matern*
fluent: fluent* fluenc* proficien* level fliessend* verhandlungssich* niveau* couramment fluid* nivel*
latin: latin lateinisch* latein latinum
luxembourgish: luxembourgish letzebuerg* luxemburgisch*
icelandic: icelandic islandisch*
estonian: estonian* estnisch* estonien* estonio*
latvian: latvian* lettisch* letton* leton*
lithuanian: lithuanian* litauisch* lituanien* lituano*
slovene: slovenian* slowenisch* slovene* esloveno*
urdu: urdu ourdou
bengali: bengali* bangla
tamil: tamil* tamoul*
punjabi: punjabi panjabi pendjabi
thai: thai thailandisch*
indonesian: indonesian indonesisch* indonesien indonesio malay bahasa
swahili: swahili kiswahili suaheli
afrikaans: afrikaans
albanian: albanian* albanisch* albanais* albanes*
macedonian: macedonian* mazedonisch* macedonien*
bosnian: bosnian* bosnisch* bosniaque* bosnio*
kurdish: kurdish kurdisch* kurde*
armenian: armenian* armenisch* armenien* armenio*
georgian: georgian georgisch* georgien georgiano
flemish: flemish flamisch* flamand*
frisian: frisian friesisch* frison*
breton: breton bretonisch*
esperanto: esperanto
sign-language: sign-language gebardensprach* langue-des-signes lengua-de-signos > lsf bsl asl dgs lse isl
beginner: basic basics beginner* elementary grundkenntnis* anfanger* grundlagen debutant* notions elemental basico* nociones > a1 a2
intermediate: intermediate conversational mittelstufe* fortgeschritten* intermediaire* intermedio* > b1 b2
advanced: advanced fortgeschritten* avance avancee avanzado* > c1 c2 cae dalf
dialect: dialect* dialekt* mundart* patois plattdeutsch
"""

# Countries with their largest cities, regions and landscapes.
_PLACES = """
europe: europ*
africa: africa* afrika* afriqu*
asia: asia* asien asie
latin-america: latin-america lateinamerika* sudamerika* latinoamerica* sudamerica* amerique > argentina chile peru colombia mexico brazil bolivia ecuador uruguay
north-america: north-america nordamerika* norteamerica*
middle-east: middle-east nahost nahen orient oriente
scandinavia: scandinav* skandinav* escandinav* nordic* nordisch* nordique* > norway sweden denmark norwegen schweden danemark norvege suede noruega suecia dinamarca oslo stockholm kopenhagen copenhagen bergen gothenburg goteborg malmo aarhus
baltics: baltic* baltik* baltisch* balte* > estonia latvia lithuania estland lettland litauen estonie lettonie lituanie
balkans: balkan*
alps: alps alpen alpin* alpes
abroad: abroad overseas foreign* ausland* international* etranger* extranjer* internacional*
germany: germany deutschland bundesrepublik allemagne alemania > berlin hamburg munich munchen koln cologne frankfurt stuttgart dusseldorf leipzig dresden hannover nurnberg bremen kiel rostock lubeck freiburg
bavaria: bavaria bayern baviere baviera
saxony: saxony sachsen sajonia
burgundy: burgundy bourgogne burgund borgona
brittany: brittany bretagne bretana
normandy: normandy normandie normandia
alsace: alsace elsass alsacia
catalonia: catalonia cataluna catalunya katalonien catalogne
andalusia: andalusia andalucia andalusien andalousie
tuscany: tuscany toscana toskana toscane
flanders: flanders flandern flandre flandes
austria: austria* osterreich* autriche autrichien* > vienna wien vienne viena graz linz salzburg innsbruck
switzerland: switzerland swiss schweiz* suisse* suiza suizo* > zurich geneva genf geneve basel bern lausanne
france: france frankreich francia > paris lyon marseille bordeaux toulouse nantes lille strasbourg rennes brest montpellier
spain: spain spanien espagne espana > madrid barcelona sevilla seville valencia bilbao malaga zaragoza granada
portugal: portugal > lisbon lisboa lissabon lisbonne porto
italy: italy italien italie italia > rome rom roma milan mailand milano turin torino naples bologna venice
united-kingdom: uk united-kingdom britain british gb grossbritannien vereinigtes britisch* royaume-uni britanni* reino-unido > london manchester birmingham bristol edinburgh glasgow leeds liverpool cardiff sheffield newcastle belfast england scotland wales angleterre inglaterra schottland
england: england angleterre inglaterra > london manchester birmingham bristol leeds liverpool sheffield newcastle
scotland: scotland scottish schottland schottisch* ecosse ecossais* escocia escoces* > edinburgh glasgow aberdeen dundee
wales: wales pays-de-galles > cardiff swansea
ireland: ireland irland irlande irlanda > dublin cork galway limerick
netherlands: netherlands holland niederlande niederlanden pays-bas hollande paises-bajos holanda > amsterdam rotterdam utrecht hague eindhoven groningen delft
belgium: belgi* belga* > brussels brussel bruxelles bruselas antwerp antwerpen ghent gent
luxembourg: luxembourg* luxemburg*
denmark: denmark danemark dinamarca > copenhagen kopenhagen aarhus odense
sweden: sweden schweden suede suecia > stockholm gothenburg goteborg malmo uppsala
norway: norway norwegen norvege noruega > oslo bergen trondheim stavanger
finland: finland finnland finlande finlandia > helsinki tampere turku
iceland: iceland* islandisch* islandia* islande islandais* > reykjavik
poland: poland polen pologne polonia > warsaw warschau krakow cracow krakau gdansk wroclaw poznan
czechia: czechia tschechien tchequie chequia > prague prag praga brno
slovakia: slovakia slowakei slovaquie eslovaquia > bratislava
hungary: hungary ungarn hongrie hungria > budapest debrecen szeged pecs
romania: romania rumanien roumanie rumania > bucharest bukarest bucarest
bulgaria: bulgaria bulgarien bulgarie
greece: greece griechenland grece grecia > athens athen athenes atenas thessaloniki
croatia: croatia kroatien croatie croacia > zagreb
serbia: serbia serbien serbie > belgrade belgrad
slovenia: slovenia slowenien slovenie eslovenia > ljubljana
ukraine: ukraine ucrania > kyiv kiev lviv
russia: russia russland russie rusia > moscow moskau moscou
turkey: turkey turkei turquie turquia > istanbul ankara izmir
israel: israel* > telaviv jerusalem haifa
egypt: egypt* agypten* egipto > cairo kairo
morocco: morocco marokko* maroc marocain* marruecos marroqui* > casablanca rabat
tunisia: tunisia* tunesi* tunisie* tunez > tunis
south-africa: south-africa sudafrika* sudafrica* > johannesburg
kenya: kenya* kenia* > nairobi
nigeria: nigeria* > lagos
senegal: senegal* > dakar
ghana: ghana* > accra
usa: usa america american* us-american states amerikan* vereinigte etats-unis americain* estados-unidos estadounid* > boston chicago seattle portland denver austin houston philadelphia oregon california texas massachusetts
canada: canada canadian* kanad* canadien* > toronto montreal vancouver ottawa quebec
mexico: mexic* mexik* > guadalajara monterrey
brazil: brazil* brasil* bresil*
argentina: argentin*
chile: chile chilen* > valparaiso
peru: peru peruan* perou* > lima
colombia: kolumbi* colombi* > bogota medellin
cuba: cuba* kuba* > havana habana
china: china chine > beijing peking shanghai shenzhen hongkong
japan: japan japon > tokyo tokio osaka kyoto
korea: korea coree corea > seoul
india: india indien inde > mumbai delhi bangalore bengaluru chennai
singapore: singap*
vietnam: vietnam > hanoi
thailand: thai* > bangkok
indonesia: indones* > jakarta bali
australia: australi* > sydney melbourne perth brisbane
new-zealand: new-zealand zealand neuseeland* nouvelle-zelande nueva-zelanda > auckland wellington
island: island islands insel inseln ile iles isla islas
coast: coast* kuste kusten* cote cotes littoral costa costas costero*
sea: sea seas meer meere meeres* hochsee ocean* ozean* maritim* offshore nordsee ostsee
river: river* fluss flusse fleuve* riviere* rio rios
lake: lake lakes lac lacs lago lagos
mountain: mountain* berg berge bergen gebirge* montagne* montana montanas
harbour: harbour* harbor* hafen* puerto puertos dock docks quay kai
village: village* dorf dorfer pueblo pueblos aldea*
rural: rural* landlich*
suburb: suburb* vorort* banlieue*
region: region* bundesland* county counties provinz* province* provincia* departement comarca*
border: border* grenz* frontier* frontera*
capital-city: hauptstadt* capitale
"""

# Software and hardware, with well-known products.
_TECHNOLOGY = """
kubernetes: kubernetes k8s
javascript: javascript js
typescript: typescript ts
postgresql: postgresql postgres
csharp: c# csharp dotnet .net
cplusplus: c++ cpp
nodejs: node.js nodejs node
software: software program* app apps system* code* anwendung* logiciel* applicat* aplicac* sistema*
data: data dataset* datenbank* daten donnee* dato datos
database: database* sql datenbank* bdd > postgres* mysql oracle dynamodb redis cassandra clickhouse timescale* sqlite mariadb sqlserver mssql duckdb elasticsearch neo4j snowflake bigquery mongo mongodb
cloud: cloud nube > aws azure gcp google
machinelearning: ml ai machine-learning ki ia > tensorflow pytorch scikit* keras xgboost sklearn
programming: programming code coding programmier* programmation programacion > python java javascript typescript c# c++ rust go golang scala kotlin ruby php swift elixir erlang html css perl zig haskell fortran cobol matlab lua bash f# ocaml clojure dart abap vba
tool: tool* technolog* stack framework* software werkzeug* outil* herramient* tecnolog*
opensource: open-source opensource oss
website: website* site web homepage webseite* internet* pagina* sitio*
portfolio: portfolio* profile* > behance github gitlab dribbble
security: secur* pentest* vulnerab* sicherheit* segur* cyber*
analysis: analy* auswert* analis*
simulation: simulat* simulier* simulac* fem finite
finite: finite fea fem finite-element elemente > ansys abaqus nastran
cad: cad > creo solidworks autocad inventor catia nx revit autodesk archicad vectorworks microstation allplan freecad solid-edge
statistics: statisti* estadist* > spss stata r sas minitab
spreadsheet: spreadsheet* tabelle* tableur* hoja* > excel
crm: crm > salesforce hubspot pipedrive zoho
agile: agil* > scrum kanban
pipeline: pipeline* etl elt workflow*
container: container* > docker kubernetes k8s nomad podman
frontend: frontend front-end browser > react angular vue svelte
backend: backend back-end server* api apis
mobile-app: mobile ios android app apps
monitoring: monitor* observab* alert* uberwach* surveill* vigil*
cluster: cluster* shard* node nodes split* verteil* distribu*
incident: incident* emergenc* crisis* notfall* krise* crise* urgenc*
design-ux: ux ui usability user-experience interface* prototype* benutzer* bedien* utilisab* ergonom* usabilid* interfaz*
software-library: library libraries framework frameworks bibliothek bibliotheken bibliotheque bibliotheques biblioteca bibliotecas librairie librairies sdk > scikit* tensorflow pytorch pandas numpy scipy keras xgboost react angular vue svelte django flask fastapi laravel jquery opencv huggingface langchain
web-framework: web-framework > django flask fastapi laravel symfony
infrastructure: infrastructure* infrastruktur* infraestructura* iac > terraform pulumi cloudformation ansible puppet opentofu
continuous-integration: ci ci/cd cicd continuous-integration > jenkins github-actions circleci gitlab argocd tekton teamcity buildkite
version-control: version-control versioning versionskontrolle versionsverwaltung > git github gitlab svn subversion mercurial bitbucket
message-broker: messaging queue queues broker event-driven streaming nachrichtenwarteschlange* > kafka rabbitmq nats activemq sqs kinesis mqtt
operating-system: operating-system betriebssystem* unix > linux windows macos ubuntu debian redhat rhel freebsd solaris
scripting: scripting script scripts skript* > bash powershell python perl
shell: shell > bash zsh powershell
bi-tool: bi dashboard* business-intelligence reporting > tableau powerbi power-bi looker qlik qlikview metabase grafana superset
visualisation: visuali* > tableau powerbi d3 matplotlib grafana looker
deep-learning: deep-learning neural neuronal* reseaux-de-neurones > tensorflow pytorch keras
learning-library: learning > scikit* tensorflow pytorch keras xgboost
language-model: llm llms nlp > gpt bert
computer-vision: computer-vision bilderkennung > opencv yolo
gis: gis geoinformation* geoinformatik* geodaten sig kartograph* cartogra* geospatial > qgis arcgis postgis mapinfo
bim: bim > revit archicad navisworks allplan
erp: erp warenwirtschaft* pgi > sap oracle-ebs netsuite odoo navision datev
cms: cms content-management > wordpress drupal typo3 joomla contentful
ecommerce: e-commerce ecommerce online-shop onlineshop* onlinehandel* webshop* > shopify magento woocommerce prestashop shopware
office-suite: office-software bureautique ofimatica burosoftware > excel powerpoint libreoffice
slides: slide slides > powerpoint
design-tool: design-tool > figma adobe photoshop illustrator indesign canva xd
image-editing: bildbearbeit* retouch* image-editing > photoshop lightroom gimp
video-editing: schnitt montage video-editing videoschnitt* > davinci after-effects
layout-tool: desktop-publishing dtp satz mise-en-page maquetacion > indesign quarkxpress
modelling-3d: 3d > maya sketchup cinema4d zbrush 3ds
game-engine: engine engines > unreal godot
embedded: embedded eingebettet* embarque* embebido* firmware* mikrocontroller* microcontrol* microprocess* > stm32 arduino esp32 freertos rtos
plc: plc sps speicherprogrammier* automate-programmable automata > simatic siemens step7 tia codesys
electronics-design: schaltplan* schematic* > altium kicad eagle
measurement-tool: matlab labview
lims: lims
laboratory-method: assay* > pcr hplc elisa chromatograph* spektrom* spectrom*
accounting-software: buchhaltungssoftware > datev quickbooks xero lexware
issue-tracker: issue-tracker > jira trello asana redmine
project-tool: projektmanagementsoftware > jira asana trello ms-project
testing-tool: testing > junit selenium cypress playwright jest
web-server: web-server webserver > nginx apache caddy
search-engine: search-engine suchmaschine* > elasticsearch opensearch solr lucene
data-warehouse: warehouse data-warehouse dwh > snowflake redshift bigquery databricks
workflow-tool: orchestrat* > airflow dagster prefect luigi
nosql: nosql non-relational > dynamodb redis cassandra couchdb mongo mongodb
relational: relational* relacional* > postgres* mysql mariadb oracle sqlite
api: api apis interface schnittstelle* interfaces > graphql grpc openapi
microservice: microservic* micro-service* mikroservic* mikrodienst*
serverless: serverless > lambda
virtualisation: virtuali* hypervisor > vmware proxmox kvm virtualbox
network: network networks networking netzwerk* netz netze reseau* redes > cisco tcp vpn
server: server* serveur* servidor*
hardware: hardware materiel
app: app apps application applications anwendung* appli aplicacion*
game: game games gaming spiel spiele spielen* jeu jeux juego* videojuego* videospiel*
algorithm: algorithm* algoritm*
model: model models modell modelle modellier* modele modeles modelo modelos modelis*
prediction: forecast* vorhers* prognos* previs* predic* pronostic*
optimisation: optimi*
encryption: encrypt* cryptograph* verschlussel* chiffr* cifrad*
privacy: privacy datenschutz* rgpd dsgvo gdpr confidentialite protection-des-donnees
blockchain: blockchain* smart-contract* > ethereum bitcoin solidity
robot: robot*
sensor: sensor* capteur* messfuhler*
drone: drone* drohne* dron
printer-3d: additive 3d-druck 3d-printing
satellite: satellit* satelit*
chip: chip chips semiconductor* halbleiter* semi-conducteur* fpga asic
mainframe: mainframe cobol
legacy: legacy monolith* altsystem*
deploy: deploy* rollout* release* auslieferung mise-en-production despleg* despliegu*
debugging: debug* bug bugs
code-review: code-review
documentation: documentation dokumentation* documentac*
uptime: uptime availability verfugbarkeit disponibilite disponibilidad slo sla
on-call: on-call oncall notdienst* rufbereitschaft* bereitschaftsdienst* astreinte* guardia guardias
backup: backup* datensicherung* sauvegard* respaldo*
"""

# What is made, managed, counted or cared for at work.
_THINGS = """
email: email* e-mail* courriel* correo* mail mails
phone: telephone* mobile cell portable telefon telefonnummer telefono telefonos telefonisch phone phones movil moviles handy
machine: maschin* anlage* gerat* machin* maquina* equipment equipement*
factory: factor* plant plants manufactur* production werk werke produktion* fertigung* usine* produccion* fabrik* fabriq* fabrica* planta plantas
safety: safet* hazard* risk* sicherheit* arbeitsschutz* risik* risque* segur* riesg* security securite gefahr gefahren gefahrdung* gefahrlich* secure
quality: qualit* calidad
energy: energ* power wind solar electricit* electricid* strom stromversorgung* stromerzeugung* stromnetz* stromverbrauch*
environment: environment* sustainab* carbon emission* umwelt* klima* nachhaltig* co2 environnement* climat* durable* medioambient* clima sostenib*
vehicle: fleet* fahrzeug* vehic* > car cars bus buses busse autobus* truck trucks lorry lorries van vans auto autos pkw lkw voiture* camion* coche* tractor* motorcycle*
rail: ferrovia* eisenbahn* rail railway* railroad* bahn bahnen bahnhof* bahnbetrieb* bahnstreck* bahnverkehr* bahnlini* > train trains zug zuge zugen tren trenes tram trams
hospital: hospital* krankenhaus* klinik* hopital* clinique* clinic clinics hopitaux clinica* > ward wards station stationen
patient: patient* resident* pacient*
bed: bed beds bett betten lit lits cama camas
nurse: krankenschwester* pfleg* enfermer* nurse nurses nursing infirmier* infirmerie
doctor: physician* medecin* doctor doctors arzt arzte arztin arzten medico medica medicos doctora doctores arztlich* arztpraxis*
child: youth* pupil* young* jugend* schuler* nachwuchs enfant* jeune* jovenes infantil kid kids nino ninos nina ninas kindes kind child children children's childcare childhood kinder* kindheit
law: law lawyer* attorney* anwalt* gesetz* droit* avocat* derecho* legal* abogad* jura jurist* juridi* jurisprud* laws solicitor* barrister* recht rechte rechts rechtlich* rechtsanwalt* rechtswiss* rechtsberat* rechtsabteil* rechtsschutz* rechtsgebiet* rechtsprech* juris
court: trial* tribun* juzgad* juicio* pleito* litig* proces gericht gerichte gerichts* court courts courtroom courthouse klage klagen klager*
contract: contract* agreement* vertrag* contrat*
tax: steuer* fiscal* impuest* tax taxes taxation impot impots
finance: financ* finanz* buchhalt* compta* contab* bank banks banken banking banker* banque banques banco bancos banca bancari* bancaire* bankkaufm* > accounting accountan* bookkeep*
invoice: invoic* rechnung* factur* bill bills billing billed
audit: prufung* audit audits auditor* auditing audited auditeur*
kitchen: kitchen* kuche* cuisin* cocin* > cook* koch* chef chefs
restaurant: bistro* eatery diner gastro* lokal restaurant* restauracion restaurateurs
menu: speise* plat plats recette* carta plato* receta* dish dishes menu menus recipe recipes carte cartes gerichte
guest: guest* diner* gast gaste* couvert* client* convive* comensal* covers
hotel: hotel* lodging unterkunft*
shop: retail* outlet* laden* filial* magasin* boutique* comercio* store stores geschaft geschafte einzelhandel* handel shop shops tienda tiendas handelsunternehm* handelskett* shopping
product: produit* product products produkt produkte produkten producto productos produktpalett* produktentwickl* produktmanag*
market: markt* mercado* market markets marche marches
marketing: campaign* advert* werb* kampagn* campagn* publicit* marque* campan* marca* publicid* marketing marke marken brand brands branding promo promos markenzeichen promocion* promotional
building: building* construction* gebaude* chantier* batiment* obra obras bauwerk* baustelle* baugewerbe* bauwesen bauindustrie bauunternehm* bauprojekt* edificio edificios bauarbeit* bauleit* bauvorhaben* baukosten* bauherr* baugenehmig* bauabschnitt* baubeginn* bauteil* bauphase* bauplan* baurecht* bautrager* bauamt* bauzeit* > bridge* tunnel* brucke* strasse* pont ponts puente* carretera* house houses haus hauser
water: water* wasser* agua* eau eaux
agriculture: agricultur* landwirt* agricol* granja* ferme fermes farm farms farming farmer* crop crops
paper: paper* journal* artikel* aufsatz* fachartikel articl* articul*
book: livre* libro* book books buch bucher buchern lehrbuch* sachbuch* buches buchreihe* buchpreis* > chapter* kapitel chapitre* capitulo*
patent: patent* brevet*
conference: symposium* konferenz* kongress* tagung* colloqu* conferenc* jornadas congres congress congresses congreso*
talk: talk* speech* keynote* lecture* vortrag* conferenc* charla* ponenc*
firefighter: fireman firefight* feuerwehr* pompier* bomber* loschzug*
noise: quiet* decibel* db gerausch* bruit* silenc* noise noises noisy larm larmschutz* larmpegel larmmess* ruido ruidos leiser laut lautstarke loud loudness leise lauter leisen
damage: damag* defect* schaden* beschadig* defekt* dommage* degat* defaut* dano danos
waste: wast* leftover* abfall* verschwend* dechet* gaspill* desperdic* residu*
fall: fall falls fell sturz* chute* caida*
wound: wound* plaie* herida* wunde wunden wundversorgung* wundmanag* wundheil*
intensive: icu critical intensiv* reanimation uci
deaf: deaf hearing gehorlos* taub taube tauben taubstumm* sourd sourds sourde sourdes sordo sordos sorda sordas
blind: blind* visual* screen-reader sehbehindert* aveugle* cieg*
disabled: disab* accessib* handicap* barriere* behinder* discapac*
museum: museum* musee* museo* gallery galleries galerie* galeria*
exhibition: exhibit* ausstell* exposition* exposicion* expo
collection: collection* sammlung* coleccion* fonds
library-building: public-library stadtbibliothek* bucherei* mediathequ*
archive: archiv*
laboratory: laborator* lab labs labor labore labors laboratoire*
workshop-place: workshop workshops werkstatt* atelier* taller talleres
shipyard: shipyard* shipbuild* werft* schiffbau* chantier-naval astiller* boatyard* boatbuild* bootsbau* bootswerft*
ship: ship ships vessel* schiff* navire* buque* barco barcos bateau* boat boats boote boot > ferry ferries fahre fahren yacht* jacht* trawler*
vineyard: vineyard* weinberg* weingut* vigne vignes vignoble* domaine-viticole vined* winery wineries bodega*
wine: wine wines wein weine weins vin vins vino vinos > riesling
farm-building: scheune* stalle grange etable* barn barns
livestock: livestock vieh* ganado herd herde > cattle cow cows kuh kuhe rinder rind vache vaches vaca vacas sheep schafe schafen mouton* oveja* goat* ziege* chevre* cabra* pig pigs schweine porcs cerdo* poultry geflugel* volaille* herds
animal: animal animals animaux animales tier tiere tieren tierschutz*
crop: crop* ackerbau* getreide* cereal* wheat weizen ble trigo cultivo* culture-vegetale
vegetable: vegetable* gemuse* legume* verdura* hortaliza*
fruit: fruit* frucht fruchte fruta* apple* apfel* pomme* manzana* orchard* verger* obst obstbau* obstanbau* obsthof*
plant-botany: botan* pflanz* plante plantes nursery-stock seedling*
tree: tree trees baum baume baumen arbre* arbol*
soil: soil soils boden bodens sol sols suelo*
irrigation: irrigat* bewasser* riego regadio
flood: flood* hochwasser* inondation* inundacion*
groundwater: groundwater grundwasser*
wastewater: wastewater sewage sewer* abwasser* klaranlage* eaux-usees assainissement alcantarillad* saneamiento depuradora*
pump: pump pumps pumpe* pompe pompes bomba bombas
pipe: pipe pipes piping rohr rohre rohrleitung* tuyau* canalisation* tuberia*
valve: valve* vanne vannes valvula* ventil ventile ventilen
engine: engine engines moteur* motor motors motoren motores
gearbox: gearbox* transmission getriebe* boite-de-vitesse* reductor
bearing: bearing bearings lager walzlager* roulement* rodamiento*
turbine: turbin* windrad* windpark* eolien* eolic* windkraftanlage*
solar: solar* photovolta* fotovolta* pv
nuclear: nuclear* nukle* kernkraft* atomkraft*
hydropower: wasserkraft* hydropower hydroelectr* hidroelectr*
grid: stromnetz* grid power-grid
battery: batter* akku akkus akkumulator* pile-electrique
fuel: fuel* treibstoff* kraftstoff* carburant* combustible*
oil: oil ol erdol* petrole petroleo petroleum
heat-pump: heat-pump warmepump* pompe-a-chaleur
boiler: boiler* kessel* chaudiere* caldera*
lift: elevator* lift lifts aufzuge ascenseur* ascensor* aufzug aufzugen
steel: steel stahl* acier* acero* iron eisen fer hierro metal metall*
wood: wood wooden timber holz* bois madera* lumber
concrete: concrete beton* hormigon*
plastic: plastic* kunststoff* plastiqu* polymer*
paper-mill: papierfabrik* papierherstell*
leather: leather leder cuir cuero
textile: textil* fabric fabrics stoff stoffe gewebe* tissu tissus tejido* cloth
house: house houses housing haus hauser hausern maison* casa casas wohnung* logement* vivienda* dwelling* apartment* flat flats home homes
bridge: bridge bridges brucke brucken pont ponts puente*
road: road roads strasse strassen route routes carretera* highway* autobahn* motorway* autoroute*
tunnel: tunnel* tunel*
church: church churches kirche kirchen eglise* iglesia* > cathedral* kathedrale* catedral* chapel* minster abbey*
castle: castle* schloss schlosser burg burgen chateau* castillo*
monument: monument* denkmal* listed-building heritage patrimoine patrimonio
park: park parks parc parcs parque parques
playground: playground* spielplatz* aire-de-jeux
airport: airport* flughafen* aeroport* aeropuerto*
aircraft: aircraft* airplane* aeroplane* flugzeug* avion avions aviones
flight: flight flights flug fluge vuelo* vols
helicopter: hubschraub* helicopt*
train: train trains zug zuge zugen tren trenes
tram: tram trams tramway* strassenbahn* tranvia* stadtbahn* subway*
bus: bus buses busse bussen autobus* autocar* coach
lorry: lorry lorries truck trucks lkw lastwagen camion camions camiones
car: car cars auto autos pkw voiture* coche coches automobil*
van: van vans transporter lieferwagen* fourgon* furgoneta*
fleet: fleet* fuhrpark* flotte* parc-automobile flota flotas
parcel: parcel* package packages paket* colis paquete*
delivery: delivery deliveries lieferung* auslieferung* zustellung* livraison* entrega* shipment* sendung* envio envios
freight: freight* fracht* cargo fret mercancia*
warehouse: warehous* lager lagers lagerhalle* entrepot* almacen*
inventory: inventor* inventar* stocks stock existencias bestand bestande bestands
order: orders bestellung* bestellt auftrage commande commandes pedido pedidos auftrag auftragen
complaint: complain* beschwerde* reklamation* reclamation* reclamacion* queja quejas
ticket: ticket*
call: calls callcent* anruf* appel appels llamada*
meeting: meeting* sitzung* besprechung* reunion*
document: document documents dokument* unterlagen dossier* documento* file files akte akten
manuscript: manuscript* handschrift* manuskript* manuscrit*
newspaper: newspaper* zeitung* tageszeitung* journaux quotidien periodico* diario* presse prensa
magazine: magazine* zeitschrift* revue revues revista*
publisher: publisher publishers verlage editions maison-d'edition editorial editoriales verlag verlags
press: press presse prensa pressearbeit*
article: artikel* beitrag* articl* articul*
news: news nachrichten actualite* noticia*
interview: interview*
column: column columnist kolumn* chronique columna
social-media: social-media soziale-medien reseaux-sociaux redes-sociales community-manag* > instagram facebook tiktok linkedin twitter youtube
newsletter: newsletter* rundbrief* infolettre* boletin*
advertising: advert* werbung* werbe* publicit* publicid*
brand: marke marken marque marques marca marcas brand brands branding
trade-fair: trade-fair fair fairs messe messen salon salons feria ferias
festival: festival* fest festspiele*
wedding: wedding* hochzeit* mariage* boda bodas
banquet: banquet* bankett* catering traiteur*
breakfast: breakfast* fruhstuck* petit-dejeuner desayuno*
meal: meal meals mahlzeit* repas comida comidas > lunch* mittagessen dejeuner almuerzo* dinner* abendessen cena cenas
pastry: pastry pastries patiss* konditor* reposter* gateau* cake* kuchen torte* tarta*
chocolate: chocolat* schokola*
coffee: coffee* kaffee* cafe cafes
bakery: baker* backerei* boulanger* panaderi*
room: room rooms chambre* habitacion* zimmer zimmern
overnight: overnight* ubernachtung* nuitee* pernoctac*
tourist: touris* turis* urlauber* visitor* besucher* visiteur* visitante*
attendee: participant* teilnehm* asistente* audience zuschauer* publikum public publico attendee* attendance
seat: seats sitzplatz* plazas
class-school: klasse klassen schulklasse* grundschul*
primary-school: primary grundschul* ecole-primaire ecole-elementaire primaria elementary-school
secondary-school: secondary gymnasi* gesamtschul* realschul* college-lycee secundaria instituto lycee*
special-education: special-needs sen send forderschul* sonderpad* inclusion inklusi*
lesson: lesson* unterrichtsstunde* unterricht cours leccion*
curriculum: curricul* lehrplan* syllabus programme-scolaire
adult-education: volkshochschul* vhs erwachsenenbildung* adult-education formation-continue
training-apprentice: auszubildend* azubi* lehrling* apprenti* aprendi* trainees trainee
birth: birth births born geburt* geboren naissance* accouch* nacim* parto partos
operation: operationen operation-saal surgery surgeries op-saal bloc-operatoire quirofano*
ward: ward wards station stationen
emergency: emergency emergencies notaufnahme* urgences urgencias a&e notfall* rettung* notdienst*
medication: medicat* medikament* medicament* arznei* drug drugs
diagnosis: diagnos*
therapy: therap* terap*
disease: disease* illness* krankheit* maladie* enfermedad*
infection: infecti* infekti* infecc* germ germs keime covid* > coronavirus
pain: pain schmerz* douleur* dolor dolores
stroke: stroke* schlaganfall* avc ictus
dementia: dementia* demenz* demence* demencia* > alzheimer*
addiction: addict* sucht* toxicoman* adiccion* drogen*
refugee: refugee* fluchtling* gefluchtet* refugi* asyl* asile asilo
migrant: migrant* migrat* zuwander* einwander* inmigr* immigr*
homeless: homeless* obdachlos* wohnungslos* sans-abri sin-techo
victim: victim* opfer*
case: cases falle fallen mandate dossiers casos
claim: claim claims schadensfall* sinistre* siniestro*
lawsuit: lawsuit* trial* klage klagen proces pleito* litig* rechtsstreit*
employment-law: arbeitsrecht* droit-du-travail derecho-laboral labour-law
patent-law: patent* brevet* trademark*
tender: tender* ausschreib* appel-d'offres appels-d'offres licitac* bid bids bidding angebot* vergabe*
permit: permits genehmigung* baugenehmigung* permis autorisation* licencia*
loan: loan loans kredit* credit credits pret prets prestamo* mortgage* hypothek*
subsidy: subvention* subvencion* fordermittel* fordergeld* foerder* funding grant grants subsidy subsidies
donation: donat* spende* dons don donacion* fundrais*
investor: investor* investisseur* inversor* venture*
payment: payment* zahlung* paiement* pago pagos
payroll: payroll* lohnabrechn* gehaltsabrechn* lohnbuchhalt* paie nomina nominas
balance: bilanz* jahresabschluss* bilan balance-sheet annual-accounts
profit: marge* benefice* beneficio* profit profits profitab* margin margins gewinn gewinne
loss: loss losses verlust* perte pertes perdida*
share-capital: shares aktie aktien
price: price* preis preise prix precio*
bank: bank banks banken sparkasse* banque* banco bancos
household: household* haushalt* foyer hogar hogares
consumer: consumer* verbrauch* consommateur* consumidor*
emission: emission* abgas*
recycling: recycl* recicl*
pollution: pollut* verschmutz* contamin*
biodiversity: biodivers* artenvielfalt* artenschutz* naturschutz* conservation-area protection-de-la-nature
wildlife: wildlife wildtier* faune fauna
energy-saving: energy-saving energieeinspar* energieeffizienz*
pupil: pupil* schuler* eleve eleves alumno* alumna* schoolchild*
learner: learner* lernend* apprenant* kursteilnehm*
adult: erwachsene* adulto* adult adults adulta adultas adulte adultes
elderly: elderly senioren seniorinnen ancianos personnes-agees mayores
woman: woman women frau frauen femme femmes mujer mujeres
girl: girl girls madchen fille filles
volunteer-people: volunteers ehrenamtliche* freiwillige* benevoles voluntari*
supplier: supplier* lieferant* zulieferer* fournisseur* proveedor* vendor*
competitor: competitor* konkurrent* wettbewerber* concurrent* competidor*
partner: partner partners partenaire* partnerin socio socios
neighbour: neighbo* nachbar* voisin* vecin*
citizen: citizen* citoyen* ciudadan* resident residents einwohner* habitant habitants habitante* burger burgern burgerin burgerinnen
public-speaking: podium*
radio-show: sendung sendungen broadcast*
video: video videos videofilm*
film-production: filmproduktion* dreh drehs drehort* tournage* rodaje* shooting
image: image images picture* bild bilder imagen imagenes
map: maps map karten landkarte* carte cartes mapa mapas
prototype: prototyp*
assembly: montage* montier* ensamblaj* montaje* assembly assembling assembled assembler*
production-line: production-line fertigungslinie* produktionslinie* chaine-de-production linea-de-produccion fliessband* band-production
cnc: cnc lathe* milling frasen frasmaschine* drehmaschine* drehen tournage-usinage usinage fresad* torno machining zerspan*
tool-making: toolmak* werkzeugbau* werkzeugmach* outilleur* utillaj*
mould: mould* mold molds spritzguss* giesserei* foundry fonderie* fundicion* giessen
packaging: packag* verpack* emballag* envas* embalaj*
lean: lean kaizen 5s six-sigma kanban
iso: iso
breakage: scrap ausschuss rebut
spare-part: spare-part* ersatzteil* piece-detachee repuesto*
calibration: calibrat* kalibri* etalonn*
accident: accident* unfall* arbeitsunfall*
fire: brandschutz* fire-safety fires brande branden brandbekampf* incendie* incendio*
rescue: rescue* rettung* sauvetage* rescat* salvamento lifeboat*
explosive: explos* sprengst*
noise-protection: larmschutz*
accessibility: accessib* barrierefrei* accesib*
survey: survey surveys umfrage* enquete* encuesta* questionnaire* fragebog*
clinical-trial: clinical klinische essai-clinique ensayo*
dataset: dataset* datensatz* jeu-de-donnees
experiment: experiment* versuch* experience-labo
microscope: microscop* mikroskop*
sample: sample samples probe proben echantillon* muestra muestras
grant-research: drittmittel*
peer-review: peer-review* gutachter*
handbook: handbook* handbuch* manuel manuels manual manuals guidebook*
guideline: guideline* leitfaden* leitlinie* directive* directriz* guia guias
website-traffic: visits seitenaufruf* pageview* visites visitas
download: download* telecharg* descarga*
subscriber: subscri* abonn* suscrip* abonent*
follower: follower* abonnes seguidor*
sign-up: sign-up* registrier* inscri* anmeld*
click: click* klick* clic clics
conversion: conversion*
revenue: revenue* turnover umsatz* chiffre-d'affaires chiffre ingresos facturacion ventas
cemetery: cemetery cemeteries churchyard* graveyard* burial* friedhof* cimetiere* cementerio*
gravestone: gravestone* headstone* tombstone* grave graves grab graber grabstein* grabmal* tombe tombes tumba tumbas lapida lapidas
honey: honey honig* miel
cattle: cattle cow cows kuh kuhe rinder rind vache vaches vaca vacas bovin*
sheep: sheep schafe schafen schafzucht* mouton* oveja*
goats: goat goats ziege ziegen chevre chevres cabra cabras
pigs: pig pigs schweine schweinen schweinezucht* cochon cochons porc porcs cerdo cerdos
poultry: poultry hen hens chicken* geflugel* huhner* volaille* gallina*
locomotive: lok loks lokomotiv* locomot*
underground: metro metros subway* underground u-bahn
ferry: ferry ferries fahre fahren transbordador*
yacht: yacht* jacht*
cathedral: cathedral* kathedrale* catedral*
chapel: chapel chapels kapelle kapellen chapelle*
palace: palace* palast palaste palais palacio*
lunch: lunch* mittagessen dejeuner* almuerzo*
dinner: dinner* abendessen cena cenas
wind-power: wind windkraft* windenergie* windpark* eolien* eolic*
gas: gas gaz erdgas*
"""

# Sports, music, crafts and other pastimes.
_LEISURE = """
sport: sport* athlet* deport* > running marathon* climb* football soccer swim* cyclocross sailing kletter* fussball* schwimm* natation futbol ciclis* natacion rowing tennis radsport* radfahr* rennrad* ski skis skifahr* skiing cycling cyclis* velo velos escalada rower* ruder* aviron remo segel* voile vela hiking wander* randonn* senderis* trekking boulder* bergsteig* handball* balonmano basketball* baloncesto volleyball* hockey* rugby* badminton judo karate aikido boxen boxe boxeo yoga surf* kayak* kanu* kajak* piragu* riding reiten equit* hipica leichtathletik atletismo gymnast* turnen triathl* laufen halbmarathon* jogging fencing fechten esgrima escrime golf* tischtennis padel squash tauchen diving plongee buceo esqui snowboard* radtour* radeln radweg*
music: music* musik* musique* instrument instruments instrumente instrumenten instrumento instrumentos > choir* piano* guitar* band orchestra* klavier* gitarre* orgel* organ violin* geige* choral* canto coro* violon* cello* flute* flote* drums sing sings singing singer* sanger* singen chor chore chors choeur* gesang* clarinet* klarinett* trumpet* trompet* saxo* accord* akkordeon* drummer* schlagzeug* bateria batterie jazz* opera* concert* konzert* concierto* quartet* orquest* ensemble* chorister* keyboard* ukulele* harp harfe arpa bass chant chante chanter chanteu* chorleit* chorus
reading: literatur* lectur* leer lesen liest lese gelesen lesekreis* read reads reading reader* roman romane romanen romans novel novels novela* leser leserin lesung*
photography: photo* foto*
garden: garden* allotment* garten* jardin* huert* > planting planted
hobby: hobb* pastime* passion* fun enjoy* freizeit* loisir* aficion* interes* pasatiemp*
bicycle: bicycl* fahrrad* bicicl* bike bikes velo velos cycle cycles cycling cyclis*
dog: dog dogs hund hunde chien* perro*
rowing: rowing rower* rowed ruder rudern ruderer* ruderclub* ruderverein* aviron remo remar remero* remeras > regatta
sailing: sailing sail sails sailor* segler* segel* voile voilier* vela velero navegar regatta*
swimming: swim swims swimming swimmer* swam schwimm* natation nager nageur* natacion nadar nadador*
running: marathon* jogging jogger* laufer* laufen lauft langlauf* halbmarathon* course-a-pied coureur* corredor* maraton* trail triathl* parkrun
cycling: cycling cyclo* bike bikes biking bicycl* fahrrad* radfahr* rennrad* radsport* radtour* velo cyclis* ciclis* bicicleta*
climbing: climb* boulder* kletter* escalad* grimpe* alpinis* bergsteig* mountaineer*
hiking: hiking hike hikes hiker* trekking trek wander* randonn* senderis* excursionis*
skiing: skiing ski skier* skis skifahr* skilauf* snowboard* langlauf esqui esquiar esquiador*
football: football* soccer fussball* futbol*
handball: handball* balonmano
basketball: basket* baloncesto
volleyball: volleyball* volley voleibol
hockey: hockey
rugby: rugby*
tennis: tennis tenis
table-tennis: table-tennis tischtennis ping-pong
badminton: badminton
golf: golf golfen golfer* golfplatz*
athletics: athletics leichtathlet* athletisme atletismo
gymnastics: gymnast* turnen turner* gimnas*
martial-art: kampfsport* martial* marciales > judo karate aikido boxing boxen boxe boxeo taekwondo
yoga: yoga pilates
riding: riding equestrian* horse* reiten reiter* pferd* cheval chevaux caballo* hipica equitation equitacion
surfing: surf surfen surfing surfer*
canoe: canoe* kayak* kanu* kajak* piragu*
diving-sport: diving tauchen plongee buceo snorkel*
fishing-hobby: fishing angling angeln angler* peche pesca
hunting: hunting hunter* jagd* jager chasse chasseur* caza cazador*
chess: chess schach* echecs ajedrez
board-game: board-game boardgame* brettspiel* jeu-de-societe juegos-de-mesa
choir: choir* choral* chorister* chor chore chors* kirchenchor choeur* chœur* coro coros coral
singing: sing sings singing singer* sang sung vocal* singen singt gesang* sanger* chant chante* cantar canta cantante*
piano: piano* pianist* klavier* flugel
guitar: guitar* gitarr*
violin: violin* geige* violon violons violonist* fiddle
cello: cello* cellist* violoncel* violonchel*
flute: flute* flote* flauta*
trumpet: trumpet* trompet*
drums: drums drummer* drumming schlagzeug* batterie bateria percussion* perkussion*
accordion: accord akkordeon* accordeon* acordeon*
saxophone: saxoph* saxof*
clarinet: clarinet* klarinett*
organ: organ organs organist* orgel* orgue* organo organos
brass: brass blaser* blasorchest* blaskapell* fanfare* cuivres
band: band bands kapelle*
orchestra: orchest* orquest* philharmon* symphon* sinfon*
opera: opera operas oper opern* operette*
concert: concert* konzert* concierto* gig gigs recital*
jazz: jazz*
composer: composer* komponi* compositeur* compositor*
theatre: theat* teatr* schauspiel* acting actor actors actress* buhne buhnen* comedien* comedie actriz drama dramat*
improv: improv improvis*
dance: dance dances dancer* dancing tanz* danse danses danseu* danza* baile* bailar* ballet* tango salsa
cinema: cinema* kino* movie* film films filme filmen filmemach* pelicula* cine documentar* dokumentarfilm*
painting: painting paintings painter* paint malerei* maler malen peinture* peintre* pintura* pintor*
drawing: drawing drawings zeichn* dessin dessins dibuj* sketching illustrat* illustrier* ilustra*
pottery: potter* ceramic* toper* keramik* poterie* potier* ceramiq* ceramist* alfarer*
knitting: knit* strick* tricot* tejer* crochet* hakeln
sewing: sewing sew sewn seamstress* tailor* nahen naher* schneider* couture couturi* costura coser sastr*
weaving: weav* weber* tissage* tejedor* loom*
woodwork: woodwork* woodturn* carpent* joiner* cabinet-mak* cabinetmak* tischler* schreiner* zimmermann* zimmerei* menuisier* menuiserie* ebenist* charpent* carpinter* ebanist* holzarbeit* drechsl*
carving: carv* schnitz* sculpt* bildhauer* skulptur* escult*
baking: bake baked baker* baking backen backer* gebacken boulang* patiss* panader* reposter* konditor* pastr*
cooking: cooking cook cooks kochen koch kochin cuisine cuisinier* cocina cocinar cocinero*
brewing: brew* brasser* brassag* beer beers bier biere bieres biers* cerveza* cervecer* brauer brauerei* brauen brauwesen braumeister* gebraut
beekeeping: beekeep* bees bee hive hives imker* bienen* biene apicult* abeille* ruche* abeja* colmena*
birdwatching: bird* ornitholog* ornitolog* vogel* oiseau* aves pajaro*
volunteering-sport: trainerschein ubungsleiter*
scouting: scouts scouting pfadfind* scoutisme
camping: camping camper* zelten campen campismo
travel-hobby: backpack*
model-making: model-making modellbau* modelleisenbahn* modelisme maquetis*
astronomy-hobby: stargaz* telescop* teleskop*
sketching: urban-sketching
poetry: poetry poem* poet gedicht* lyrik* poesie* poesia*
podcast: podcast*
puzzle: crossword* kreuzwort* quiz*
pets: cat cats katze* gato gatos
dog-training: hundeschul* hundetrain*
vintage-car: oldtimer* vintage classic-car
motorcycle: motorcycl* motorbik* motorrad* moto motos motocicl*
electronics-hobby: soldering loten ham-radio amateurfunk* funkamateur radioamat*
radio: radio radios rundfunk* horfunk*
television: television* tv fernseh* tele televisiv*
boxing: boxing boxer* boxen boxe boxeo
fencing: fencing fencer* fechten escrime esgrima
bread: bread sourdough brot brote
viola: viola bratsche*
"""

CONCEPTS = (
    _ACTIVITIES
    + _WORKING_LIFE
    + _ORGANISATION
    + _PROFESSIONS
    + _LEARNING
    + _LANGUAGES
    + _PLACES
    + _TECHNOLOGY
    + _THINGS
    + _LEISURE
)
