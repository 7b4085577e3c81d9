"""What is made, managed, counted or cared for at work. Data only."""

THINGS = """
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
emergency: emergency notaufnahme* urgences urgencias a&e notfall* rettung*
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
