"""Countries with their largest cities, regions and landscapes. Data only."""

PLACES = """
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
