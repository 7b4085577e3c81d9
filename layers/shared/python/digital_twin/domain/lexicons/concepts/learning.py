"""Fields of study, schools, degrees and certificates. Data only."""

LEARNING = """
degree: degree* diploma* graduat* qualification* abschluss* studium studien* titulo titulos titulacion* titulad* diplom diplome* > phd ph.d doctor* doktor* dphil promotion* msc m.sc mba bsc b.sc bachelor* master* magister* licence* maitris* grado* thesis licenciat* licenciad*
phd: phd ph.d doctor* doktor* dphil promotion* promovier*
master: master* msc m.sc magister* maitris* maestri*
bachelor: bachelor* bsc b.sc ba undergraduate grado licence licenciat* licenciad*
study: stud* subject* graduat* attend* school* learn* universit* college* hochschul* uni schule* gelernt besucht* etud* ecole* fac lycee* estudi* universid* escuel* facultad* colegio* major majors majored majoring
grade: grade* gpa mark marks score* distinction* honours honors result* note noten zensur* notendurchschnitt mention* moyenne* nota notas calific* promedio
certificate: certif* accredit* credential* qualified registered zertifi* bescheinig* lizenz* zulassung* approb* habilitation* agrement* acredit* colegiad* titulacion* license* licence licences licencia licencias licensing licensure licenciad*
course: course* module* training kurs* lehrgang* weiterbild* fortbild* cours formation* curso* formacion* asignatura* class classes classroom*
thesis: thesis dissertation* abschlussarbeit* masterarbeit* bachelorarbeit* diplomarbeit* these memoire* tesis tfg tfm
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
driving: driving drive drives drove fuhrerschein* fahrerlaubnis* permis permiso carnet conduire conducir > fahrlehrer*
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
