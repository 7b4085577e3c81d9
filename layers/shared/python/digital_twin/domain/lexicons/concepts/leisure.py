"""Sports, music, crafts and other pastimes. Data only."""

LEISURE = """
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
