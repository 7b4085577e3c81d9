"""Software and hardware, with well-known products. Data only."""

TECHNOLOGY = """
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
testing-tool: testing > pytest junit selenium cypress playwright jest
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
on-call: on-call oncall rufbereitschaft* bereitschaftsdienst* astreinte* guardia guardias
backup: backup* datensicherung* sauvegard* respaldo*
"""
