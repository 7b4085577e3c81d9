"""Organisations, their units and bodies, and phases of a working life. Data only."""

ORGANISATION = """
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
works-council: betriebsrat* personalrat* comite-d'entreprise cse works-council comite-de-empresa
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
