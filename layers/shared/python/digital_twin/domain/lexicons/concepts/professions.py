"""Professions and ranks. Data only."""

PROFESSIONS = """
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
worker: worker* arbeiter* ouvrier* obrero* labourer* laborer*
craftsperson: craftsman craftswoman craftspeople artisan* artesan* handwerk*
mayor: mayor mayors burgermeister* maire maires alcalde*
executive: executive executives c-suite vorstand* geschaftsleit* geschaftsfuhr* dirigeant* > ceo cto cfo coo pdg
cto: cto
cfo: cfo
machine-operator: operator* operario* operateur* operador* bediener*
"""
