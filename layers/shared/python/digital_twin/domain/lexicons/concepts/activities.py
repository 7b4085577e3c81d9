"""What people do at work. Data only."""

ACTIVITIES = """
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
