import type { Random } from '../random';
import { compact, list, pad, type Day, type Split } from './split';

/**
 * Split B: the mind of sites outside the English-speaking world, of research scanners, trial offices and terse console
 * notes. Written before an error of split A was seen, and measured once before its own errors were looked at.
 */
const plain = list(`
localizer_TimCT_FirstView|AAHead_Scout_MPR_tra|t2_tirm_cor_dark-fluid_p2|t1_se_sag_km|t1_tse_fs_tra_+KM|pd_tse_fs_sag_Knie_re|t2_me2d_tra_HWS|t2_space_sag_LWS_nativ|ep2d_diff_adc_Becken|t1_fl3d_tra_dyn_Mamma|
t1_vibe_e_tra_bh_Leber_art|trufi_cor_bh_Darm|hasteirm_cor_MRCP|TWIST_CE_Angio_Becken_Bein|nativ_TRUE_FISP_Nieren|svs_se_135_Hippocampus|csi_se_30|CV_function_SAX_14|SPAIR_T2_darkblood_2ch|LGE_psir_freebreath_p3_moco|
MB6_BOLD_run-02_AP|dMRI_dir98_PA_SBRef|SpinEchoFieldMap1_AP|func_task-stroop_acq-mb3_run-1_bold|anat-T1w_acq-MEMPRAGE_RMS|fmap_acq-dwi_dir-PA_epi|MP2RAGE_0p75iso_UNI-DEN|QSM_megre_9echo|CEST_amide_3uT|NODDI_b2500_64dir|
WIP_mDIXON_Quant_BH|PelvVIEW_T2W_SENSE_tra|BrainVIEW_3D_FLAIR_CS4|T1W_mDIXON_TSE_Wrist_cor|QFlow_BH_Ao_asc_150|Reg - DWI zonal b800|dS_ADC_SSh_prost|VitCAD2DTSE_ACS|SWIp_6te|MultiVane_T2_XD_liver|B1_calibration_Torso|
DISCO_dyn_Hi_Res_Prostata|FOCUS_DWI_b1400|Ax_T2_PROPELLER_PA|ViosWorks 4D Flow venc200|MAVRIC SL hip prothese|SSFSE_3plan_abdomen|IDEAL-IQ fat fraction|CINE IR TI scout 2ch|ZTE schouder bot|HyperBand_DTI_45|
UTE_Stack_of_spirals|MinIP_STAGE_SWIM|uCS2.0_t1_quick3d_tra|ARMS_epi_dwi_b800|fse_flair_fs_tra_HEX|gre_mtp_tra_bh|JET_fT2W_cor|isoFSE_Knee|opt-T2 BASG|RSSG EPI|BASG sag balanced|PSIR 2D os MTX|
CCT nativ 4mm|CT-Thorax nativ LowDose|CT Abdomen/Becken mit KM pv|CT HWS Trauma Knochen|CT NNH koronar|CT Felsenbein bds.|Polytraumaspirale|CT Angio Becken-Bein|CT-gesteuerte PRT L5 rechts|Staging Thorax Abdomen|
Schädel Weichteil 5.0 H31|Topogramm lat.|Kontrolle nach Drainageanlage|Rö Thorax p.a./seitl.|Röntgen Hüfte axial|Bettaufnahme|Beckenübersicht tiefzentriert|Patella tangential|Vorfuß dp schräg|Zielaufnahme BWK 12|Handgelenk in 2 Ebenen|
Mammographie bds. MLO/CC|Mamma-Sono links|Stanzbiopsie rechts oben außen|Kontrastmittelmammographie|Sono Schilddrüse|Duplex Beinvenen rechts|FKDS Carotiden|Sonographie Abdomen Oberbauch|Szintigraphie Skelett Spätaufnahme|Schilddrüsenszinti|PET-CT Ganzkörper FDG|
MRT Knie links|MRT Schädel mit Hypophyse|MRT Sellink|MR-Arthro Schulter|Kardio-MRT Vitalität|Prostata multiparametrisch|Bestrahlungsplanung Becken|Boost Mamma li|Tangenten 6 MV|Hyperthermie|
TDM thoraco-abdomino-pelvienne|TDM cérébrale sans injection|Scanner des sinus|Angioscanner aorte|Uroscanner temps tardif|IRM genou droit|IRM cérébrale avec gadolinium|IRM hypophysaire|Arthroscanner épaule|Coroscanner|
Radio bassin de face|Gonométrie|Panoramique dentaire|Échographie rénale|Écho-Doppler veineux des membres inférieurs|Mammographie de dépistage|Scintigraphie osseuse temps précoce|TEP-TDM corps entier|Dosimétrie définitive|Curiethérapie|
Coupes axiales 3 mm filtre os|Reconstruction coronale|Temps portal|Séquence T2 écho de gradient|Diffusion b1000|Cliché du pouce gauche|ASP debout|Transit du grêle|Lavement opaque|Défilé radio|
TC cráneo simple|TC tórax alta resolución|TAC abdomen y pelvis con contraste|AngioTC de tronco supraaórtico|RM columna lumbar|RM cerebral con contraste|RM rodilla derecha|RX tórax AP y lateral|Rx mano izquierda oblicua|Ecografía hepatobiliar|
Eco obstétrica 2do trimestre|Mamografía bilateral|Tomosíntesis mama derecha|Gammagrafía ósea|Cardio resonancia|Densitometría ósea|Serie ósea metastásica|Urografía excretora|Fase arterial tardía|Ventana pulmonar|Proyección axial de calcáneo|
CT schedel blanco|CT thorax/abdomen met i.v. contrast|CT hals|X-thorax staand|X-enkel rechts mortise|X-bekken|MRI hersenen|MRI knie links|Echo bovenbuik|Echo schildklier|Mammografie beiderzijds|Botscan|PET/CT hele lichaam|Bestralingsplan longen|
TC torace senza mdc|RM encefalo con mdc|Rx bacino|Eco addome completo|Ortopantomografia|Ecocolordoppler TSA|Scintigrafia tiroidea|Tomografia computadorizada do crânio|RM do joelho esquerdo|Ultrassom de abdome total|Raio-X de tórax PA|Mamografia digital|
DT huvud utan kontrast|MR hjärna|Slätröntgen handled|CT thorax med kontrast|MR av kne|RTG klatki piersiowej|TK głowy|RM kolana|USG jamy brzusznej|CT mozku nativně|RTG hrudníku|胸部正位片|頭部単純CT|흉부 CT|КТ головного мозга|МРТ коленного сустава|
Neuro^kopf_std|Abdomen^Leber_dyn|HEAD^clinical libraries|Knie^rechts_TEP|SPINE^LWS|Breast^Dynamik|Kardio^Viabilitaet|PET_CT^WB_FDG (Adult)|Thorax^HRCT (Erwachsene)|Specials^Perfusion (Adult)|Physik^QA|
1.1 Topogram 0.6|2.2 Thorax 1.0 Br59|3.3 Abd pv 3.0 MPR cor|Leber 2.0 Br36 Q3 F_0.8|Default 0.75 B30f DS_1|DE_Tumor 2.0 D30f A_80kV|DE_Lung PBV Sn150|PROT. Patientendosis|Serie 5: MIP dünn|Localizer - Sag2|< MPR Thick Range[2] >|<MPR Collection>|
Recon 2: THORAX 5MM SOFT|Recon 3 VEINEUX 0.625|Segment  1|Séries de référence|Scanogramme|ACQ MULTIFASE|Ser 4 ARTERIAL TARDIA|Series 302 - reformatted|PRIMO CT EOS|SCOPIA|RICOSTR. OSSO 1 MM|ASSIALE 2.5 MOLLE|
SPECT Myokard Ruhe|Myoscint Belastung adenosin|99mTc-MAA Lungenperfusion|DMSA posterior 256|123I-MIBG 24h|177Lu PSMA post Tx|68Ga-FAPI-46 60min|18F-FET dyn 40 min|18F-FDOPA pankreas|11C-methionine|15O-Wasser|SUVbw corrected TrueX+TOF (ultraHD-PET)|PET WB DL FlowMotion|CT WB-Abd 3.0 HD_FoV|
RVEDP|Koronarangio LCA RAO 20 kaud|Lävokardiographie|Linkskatheter|PTA AFS rechts|Phlebographie Arm|ERCP|MCU|Breischluck|DSA A. carotis int. links|Coil-Embolisation MCA|3DRA Aneurysma|XperCT|DynaCT Leber|
TTE Vorhofohr|Strain LV 3ch|EchoPAC 17-seg|CW Aortenklappe Vmax|TAPSE|Fetal Situs|Nackentransparenz|Hüftsono nach Graf Typ IIa|Nabelarterie RI|Vierkammerblick|IVC kollabiert|Prostata TRUS Volumen|
Hundehüfte HD gestreckt|Katze Thorax ll|Pferd Zehe 0 Grad|Ellbogen ED gebeugt|Schädel Kaninchen dv|Tumor Milz Hund|Caballo casco DP|Gato torax LL|Chien bassin VD|
OPG|Zahnfilm 36|Bissflügel rechts|FRS seitlich|DVT Oberkiefer 5x5|Aufbiss|Périapicale 21|Bite-wing gauche|Radiografía panorámica|Rétroalvéolaire 46|
RTOG-1308 baseline|EORTC_22033_RT_QA|NCI-9185 W16|Studie Arm C Zyklus 2|Visite 3 Sicherheit|Screening V0|BLAZE-like amyloid scan|Lumos-Trial Phantom|iRECIST TL04|QIN-HEADNECK-like|Follow-up M24|
ROI_Lymphknoten_re|GTVp|GTVn_2|CTVpsv|PTV60_eval|Herz|Lunge_li|Myelon+3mm|Parotis_L|Chiasma|HypoKampus|Rectum_wall|BODY-PTV|dummy couch|CouchSurface|z_ring 10 mm|Bolus 0.5 cm|VMAT2arc_final|IMRT 7F|TOMO_helical|SRS_MET3|Cyberknife Lunge synchrony|
QS-Phantom 20cm|Konstanzprüfung|Air Cal|Wasserphantom HU|Uniformity NEMA|Testbild TG18-QC|Flat field|IQ-Check|
HE Übersicht|Ki67 40x|Histo B2 Stufe 3|Gastroskopie Antrum|Koloskopie Sigma|Augenhintergrund li|OCT Makula|Angio FAG spät|Wunddoku Ferse|Dermatoskopie
`);

const sentences = list(`
Pat. konnte nicht ruhig liegen.|Keine frische Fraktur.|Kein Nachweis einer Lungenembolie.|Altersentsprechender Befund.|Verdacht auf Gallensteine.|Kontrastmittelunverträglichkeit bekannt.|Z.n. Hüft-TEP links.|Bekanntes Mammakarzinom rechts.|
Untersuchung wegen Klaustrophobie abgebrochen.|Regelrechte Darstellung der Nieren beidseits.|Degenerative Veränderungen der LWS.|Osteochondrose L5/S1 mit Protrusion.|Unauffällige Mark-Rinden-Differenzierung.|Pleuraerguss rechts, 2 cm.|
Pas de lésion osseuse suspecte.|Examen réalisé sans injection de produit de contraste.|Absence d'épanchement pleural.|Foie stéatosique sans lésion focale.|Bonne opacification des artères pulmonaires.|Patiente non compliante.|Contexte de douleurs abdominales.|
Discopathie étagée.|Sin hallazgos patológicos.|Se observa nódulo pulmonar de 6 mm.|Derrame pleural bilateral.|Paciente poco colaborador.|Alergia al yodo.|Vesícula biliar con litiasis.|Corazón de tamaño normal.|
Geen afwijkingen.|Patiënt kon niet stilliggen.|Status na mastectomie links.|Geen aanwijzingen voor longembolie.|Kleine cyste in de rechter nier.|Nessuna alterazione focale.|Esame limitato da artefatti.|Versamento pericardico lieve.|Sem alterações significativas.|
Inga tecken till fraktur.|Ingen påvist lungeemboli.|Bez zmian ogniskowych.|
Motion degraded, repeated x2.|Pt hard stick, IV blew, restarted L hand.|Saline only.|Arms down.|Breath hold poor.|Coil changed to flex large.|Hearing protection given.|SAR limit hit, reduced slices.|Wrong side scanned first, corrected.|Contrast given late.|
Aborted after scout.|Table weight limit.|Phantom scan only.|Do not use for dosimetry.|For research use only.|Not for diagnostic purposes.|Reprocessed after software upgrade.|Images split by the router.|Merged from two orders.|Orientation marker missing.|
Scanned feet first due to kyphosis.|Hip prosthesis artefact, MAR applied.|Pacemaker in situ, cardiology cleared.|Spinal cord stimulator off.|Field strength 1.5 T.|TE 87, TR 4200, flip 150.|Injector 4 mL/s, delay 28 s.|DLP 512 mGy.cm.|
Administered activity 312 MBq.|Blood glucose 5.8 mmol/L.|Uptake time 62 minutes.|Residual 14 MBq.|Attenuation corrected with low dose CT.|Stress with regadenoson 0.4 mg.|Treadmill, Bruce stage 3, 9 METs.|Mild hypokinesia of the septum.|
Target lesion 1 decreased from 34 to 21 mm.|Non-target lesions unchanged.|New lesion in segment 6, progression.|Week 8 imaging per protocol amendment 4.|Adverse event reported: rash grade 2.|Randomised to the control arm.|Central reader agreed with local assessment.|
Dose constraint to spinal cord exceeded in one voxel.|V20 of the lungs 24 %.|Plan normalised to D95.|Match on bone, shift under tolerance.|Fiducials visible.|Fraction 7 skipped because of machine service.|
Skull base meningioma, Simpson grade II resection.|Modic type 2 changes.|Pfirrmann grade 4 at L4/5.|Kellgren-Lawrence 3.|Bosniak IIF cyst.|Stanford type B dissection.|Couinaud segment 7.|Virchow node enlarged.|Hoffa fat pad oedema.|Morel-Lavallée lesion.|
Gorlin cyst of the mandible.|Stafne defect, incidental.|Perthes disease, stage 2.|Mallory-Weiss tear suspected.|Sjögren syndrome known.|Takayasu arteritis under treatment.|Budd-Chiari excluded.|Eisenmenger physiology.|Ebstein anomaly with mild TR.|
The owner reports reduced appetite.|Lame on the left hind limb since spring.|Six year old gelding.|Spayed female domestic shorthair.|Endodontic treatment of 26 incomplete.|Periodontal ligament space widened.|Third molars unerupted.|
Cup/disc ratio 0.7.|Drusen in both eyes.|Biopsy x6, no complication.|Polyp 4 mm removed with cold snare.|Left pronation normal.|Twin A cephalic, twin B breech.|Placenta anterior, clear of the os.|Uterus retroverted.|Testes normal in size.|
Known von Willebrand disease.|Lewy body dementia considered.|Guillain-Barré after infection.|Hemodialysis Tuesday, Thursday and Saturday.|Good Friday on-call list.|March fracture of the second metatarsal.|Will May-Thurner be considered?|Hand dominance right.
`);

const prefixes = list(`
CT Schädel|MRT LWS|Rö Thorax|TDM AP|IRM genou|RM cráneo|TC torace|X-bekken|Sono Bauch|PET/CT GK|Mammo li|MR hjärna|t2_tse_sag|DWI b1000|RTPLAN|SPECT Knochen|Echo hart|Angio re Bein|OPT|US FAST|
W12 CT|V3_MRI|Kontrolle|Fx 3 CBCT|Topogramm|DX Hand|Eco abd|ser 301
`);

const given = list(`
Jürgen|Heidemarie|Wolfgang|Annegret|Torsten|Mechthild|Uwe|Gudrun|Lothar|Ilse|Maximilian|Wiebke|Étienne|Solène|Baptiste|Océane|Thierry|Mireille|Loïc|Ghislaine|Iker|Itziar|Álvaro|Macarena|Gonzalo|Rocío|Joaquín|Pilar|
Sander|Femke|Joost|Marijke|Bram|Liesbeth|Giancarlo|Ornella|Fabrizio|Chiara|Ruggero|Loredana|Tiago|Inês|Henrique|Beatriz|Rodrigo|Luciana|Håkan|Gunilla|Terje|Ragnhild|Jesper|Birgitte|Pekka|Riikka|
Wojciech|Agnieszka|Zbigniew|Małgorzata|Vojtěch|Ludmila|Gergely|Zsófia|Mihai|Anca|Goran|Jelena|Emre|Elif|Mehmet|Ayşe|Nikos|Despina|Andriy|Oksana|Ruslan|Aigerim|Tamar|Giorgi|Noam|Shira|Karim|Nadia|
Rashid|Amina|Hamza|Maryam|Arjun|Deepika|Ravi|Meenakshi|Wei|Jiahui|Haruto|Ayumi|Minh|Thuy|Somchai|Ploy|Budi|Dewi|Juma|Wanjiru|Tendai|Nomvula|Chidi|Adaeze|Kofi|Tupac|Ailén|Rosa|Sol|Blanca|Maro|Linda|Victoria|Constantin
`);

const family = list(`
Ackermann|Brandstätter|Czerwinski|Dornbusch|Eichhorn|Feuerstein|Großmann|Hinterseer|Jungclaus|Kaltenbrunner|Lautenschläger|Mühlbauer|Niedermeyer|Obermaier|Pfannenstiel|Quandt|Rothenberger|Schnitzler|Tiefenbacher|Ulbricht|
Vollmer|Wiesengrund|Zwingmann|Aubry|Bonnefoy|Chabrol|Delacroix|Fauvel|Guillemot|Jacquemin|Lefebvre-Roux|Marchand|Pelletier|Quesnel|Rousselle|Thévenot|Aranburu|Bustamante|Carvajal|Echeverría|Fuentes|Goikoetxea|Larrañaga|
Mendizábal|Núñez|Olazábal|Pizarro|Rebolledo|Sarmiento|Urquijo|Zubizarreta|van den Heuvel|de Groot|Hoekstra|Kuipers|Dijkstra|van der Velde|Ter Horst|Bonaventura|Cavalcanti|D'Angelo|Fontanarosa|Gambardella|
Lo Presti|Mastrangelo|Pizzorno|Quattrocchi|Sgarbossa|Teixeira|Figueiredo|Nascimento|Vasconcelos|Lindgren|Söderström|Åkesson|Gulbrandsen|Halvorsen|Mikkelsen|Østergaard|Laaksonen|Virtanen|Wiśniewski|Szczepański|
Dąbrowska|Křížová|Procházka|Kovács|Szabó|Popescu|Ionescu|Jovanović|Horvat|Öztürk|Çelik|Demirtaş|Antonopoulos|Vlachou|Kovalenko|Bondarchuk|Nurmagambetov|Kapanadze|Berkovich|Ben-David|Bouchareb|El Khattabi|
Siddiqui|Qureshi|Chatterjee|Ranganathan|Patwardhan|Thiruvengadam|Xu|Zhao|Hashimoto|Fujiwara|Bae|Nguyen|Pham|Suwannarat|Wijaya|Kamau|Odhiambo|Moyo|Dlamini|Onyekachi|Quispe|Mamani|Huamán|Roth|Stark|Kurz|Lang|Klein|Weiss|Blau|Herz|Bein|Knie
`);

const otherNames =
  'Hans-Peter|von der Lühe;Marie-Christine|Dupuis;José María|Aznárez Goñi;Luiz Felipe|dos Santos;Anna-Lena|Reichenbach;Bo|Ek;Ah Kow|Lim;Siti|binti Hassan;Mamadou|Ouattara'.split(
    ';',
  );

const institutions = list(`
Klinikum Bad Waldfelden|Universitätsklinikum Altenhagen|St. Vinzenz Krankenhaus|Evangelisches Krankenhaus Lippsee|Radiologische Praxis am Stadtgarten|Centre Hospitalier de Beauvallon|Clinique des Tilleuls|Hôpital Sainte-Odile|CHU de Montfleury|
Hospital Universitario La Ribera|Hospital General de San Telmo|Clínica Santa Eulalia|Ziekenhuis De Lindenhof|Academisch Ziekenhuis Noorderveld|Ospedale San Gaudenzio|Policlinico di Valbruna|Hospital das Clínicas de Araucária|
Szpital Wojewódzki im. Curie|Akademiska sjukhuset Norrvik|Aker Vestby sykehus|Nemocnice Podlesí|Tierklinik am Mühlbach|Sakura Memorial Hospital|Nairobi Highlands Hospital|Apollo Sagar Hospital
`);

const address = (random: Random): string => {
  const n = String(1 + random.below(240));
  const code = random.digits(5);
  return random.pick([
    `${random.pick(list('Birkenallee|Goethestraße|Am Alten Markt|Kirchgasse|Sudetenweg|Rosenheimer Str.|Kaiser-Wilhelm-Ring|Lange Reihe'))} ${n}, ${code} ${random.pick(list('Wuppertal|Offenbach|Bad Homburg|Görlitz|Kempten|Aschaffenburg'))}`,
    `${n} ${random.pick(list('rue du Moulin|avenue Victor Hugo|boulevard de la Liberté|impasse des Cerisiers|place du Marché|chemin des Vignes'))}, ${code} ${random.pick(list('Angers|Besançon|Quimper|Saint-Étienne|La Rochelle'))}`,
    `C/ ${random.pick(list('Mayor|San Bernardo|de la Cruz|Doctor Fleming'))} ${n}, ${code} ${random.pick(list('Zaragoza|Murcia|Gijón|Cádiz'))}`,
    `${random.pick(list('Dorpsstraat|Molenweg|Stationsplein|Oude Gracht'))} ${n}, ${random.digits(4)} ${random.letters(2)} ${random.pick(list('Utrecht|Zwolle|Leiden|Breda'))}`,
    `Via ${random.pick(list('Mazzini|Dante Alighieri|dei Mille|Roma'))} ${n}, ${code} ${random.pick(list('Bergamo|Lecce|Perugia'))}`,
    `${random.pick(list('Birkenallee|Goethestraße|Kirchgasse|Sudetenweg|Lange Reihe'))} ${n}`,
    `${n} ${random.pick(list('rue du Moulin|avenue Victor Hugo|impasse des Cerisiers'))}`,
    `${random.pick(list('Storgatan|Kungsvägen'))} ${n}, ${random.digits(3)} ${random.digits(2)} ${random.pick(list('Uppsala|Örebro'))}`,
    `ul. ${random.pick(list('Mickiewicza|Słowackiego'))} ${n}/4, ${random.digits(2)}-${random.digits(3)} ${random.pick(list('Lublin|Gdynia'))}`,
    `${n} ${random.pick(list('Jalan Ampang|Nguyen Hue|Nathan Road|Orchard Road'))}, ${random.pick(list('Kuala Lumpur|Ho Chi Minh City|Hong Kong|Singapore'))}`,
    `${n} ${random.pick(list('Larkspur|Hidden Creek|Buena Vista|Monterey'))} ${random.pick(list('Drive|Lane|Ave|Rd'))}, ${random.pick(list('Fresno, CA|Amarillo, TX|Topeka, KS'))} ${code}`,
  ]);
};

const foreignAddresses = list(`
Rua do Carmo 88, 4700-309 Braga|Avenida Paulista 1578, São Paulo|Av. Insurgentes Sur 1602, 03940 Ciudad de México|Jr. de la Unión 450, Lima|Calle 72 No. 10-34, Bogotá|Nørrebrogade 44, 2200 København N|Karl Johans gate 31, 0159 Oslo|
Mannerheimintie 12, 00100 Helsinki|Váci utca 19, 1052 Budapest|Bulevardul Unirii 7, București|Nerudova 15, 118 00 Praha 1|İstiklal Caddesi 120, Beyoğlu, İstanbul|Ermou 25, 105 63 Athina|Rothschild Blvd 48, Tel Aviv|
2-11-3 Meguro, Meguro-ku, Tokyo 153-0063|15 Gangnam-daero, Seocho-gu, Seoul|88 Jiefang Road, Hangzhou 310009|Bahnhofplatz 2, 3011 Bern|Rue du Rhône 48, 1204 Genève|Landstraßer Hauptstraße 7, 1030 Wien
`);

const towns = list(
  'Lyon, France|Sevilla, Spain|Kraków, Poland|Graz, Austria|Porto Alegre, Brazil|Chennai, India|Kumasi, Ghana|Osaka, Japan|Arequipa, Peru|Fresno, CA|Amarillo, TX',
);

const GERMAN = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const FRENCH = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const SPANISH = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');
const ENGLISH = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const date = (random: Random, day: Day): string => {
  const { y, m, d } = day;
  return random.pick([
    `${pad(d)}.${pad(m)}.${y}`,
    `${d}.${m}.${y}`,
    `${d}.${m}.${pad(y % 100)}`,
    `${d}. ${GERMAN[m - 1] ?? ''} ${y}`,
    `${d} ${FRENCH[m - 1] ?? ''} ${y}`,
    `${d} de ${SPANISH[m - 1] ?? ''} de ${y}`,
    `${pad(d)}/${pad(m)}/${y}`,
    `${y}-${pad(m)}-${pad(d)}`,
    `${pad(d)}-${pad(m)}-${y}`,
    `${pad(d)}-${ENGLISH[m - 1] ?? ''}-${pad(y % 100)}`,
    `${y}.${pad(m)}.${pad(d)}`,
    compact(day),
  ]);
};

const phone = (random: Random): string =>
  random.pick([
    `0${random.digits(3)}/${random.digits(6)}`,
    `+49 ${random.digits(3)} ${random.digits(7)}`,
    `0${random.digits(3)} - ${random.digits(5)}-${random.digits(2)}`,
    `+33 6 ${random.digits(2)} ${random.digits(2)} ${random.digits(2)} ${random.digits(2)}`,
    `06.${random.digits(2)}.${random.digits(2)}.${random.digits(2)}.${random.digits(2)}`,
    `+34 ${random.digits(3)} ${random.digits(3)} ${random.digits(3)}`,
    `06-${random.digits(8)}`,
    `+39 0${random.digits(2)} ${random.digits(7)}`,
    `+55 11 9${random.digits(4)}-${random.digits(4)}`,
    `+91 ${random.digits(5)} ${random.digits(5)}`,
    `(${random.digits(3)}) ${random.digits(3)}-${random.digits(4)}`,
    `+46 70-${random.digits(3)} ${random.digits(2)} ${random.digits(2)}`,
  ]);

const identifier = (random: Random): string =>
  random.pick([
    random.digits(9),
    random.digits(7),
    `${random.letters(2)}${random.digits(6)}`,
    `${random.digits(4)}/${random.digits(2)}`,
    `${random.digits(3)}.${random.digits(3)}.${random.digits(3)}-${random.digits(2)}`,
    `${random.letters(1)}-${random.digits(5)}-${random.digits(2)}`,
    `P${random.digits(6)}`,
  ]);

export const splitB: Split = {
  plain,
  sentences,
  prefixes,
  given,
  family,
  otherNames,
  institutions,
  addresses: address,
  foreignAddresses,
  towns,
  date,
  phone,
  identifier,
  upper: 0.22,
  lower: 0.08,
  templates: {
    midi: [
      '{prefix} for {patient}',
      '{prefix} for {id}',
      '{plain} {studyCompact}',
      'Performed at {acronym}',
      'Ordered for {patient} by Dr. {referringFamily}',
      'Ordered for {id} by {initials}',
      '{prefix} {patient}',
      '{prefix} at {institution}',
    ],
    staff: [
      'Op: {other}',
      'MTRA {otherFamily}',
      'MTA: {otherGiven} {otherFamily}',
      'RTA {other}',
      'manip. {otherFamily}',
      'TSR {other}',
      'Laborant: {otherInitial}',
      'Assistenzarzt {otherFamily}',
      'OA Dr. {otherFamily} informiert',
      'CA Prof. {otherFamily}',
      'Dr.{otherFamily}',
      'Untersucher {other}',
      'gez. {otherFamily}',
      'vidiert {otherFamily}',
      'Befunder: {otherComma}',
      'phoned to Dr {otherFamily}, A&E',
      'scan by {otherGiven}',
      'PI: {other}',
      'Study coordinator {other}',
      'Rater: {otherFamily}',
      'contoured by {otherFamily}',
      'Physiker {otherFamily} freigegeben',
      'seen with {otherFamily} 2nd reader',
      'operator {otherGiven} {otherFamily}',
      'set up w/ {otherGiven}',
      'checked {otherInitial}',
      'authorised by {other}',
      '{prefix} Dr {otherFamily}',
      'vet: {other}',
      'dentist {other}',
    ],
    languages: [
      'Überweiser: {other}',
      'Überwiesen von Dr. med. {otherFamily}',
      'Zuweisung durch Fr. Dr. {otherFamily}',
      'Hausarzt {other}',
      'Tochter {otherGiven} erreichbar unter {phone}',
      'Ehefrau {other} tel. {phone}',
      'Patientin {patient}, geb. am {birth}',
      'Herr {patientFamily} klagt über Schmerzen',
      'wohnhaft {usAddress}',
      'Adressé par le Dr {other}',
      'Médecin traitant : Dr {otherFamily}',
      'Mme {otherFamily} (fille) {phone}',
      'M. {patientFamily}, né le {birth}',
      'Prescrit par {other}',
      'Compte rendu à adresser au Dr {otherFamily}',
      'Époux : {other}',
      'demeurant {usAddress}',
      'Médico solicitante: Dr. {other}',
      'Solicita Dra. {otherFamily}',
      'Hija {otherGiven}, tel {phone}',
      'Sr. {patientFamily} nacido el {birth}',
      'Derivado por {other}',
      'Domicilio: {usAddress}',
      'Esposo {other}',
      'Técnico: {other}',
      'Aanvrager: dr. {otherFamily}',
      'Huisarts {otherFamily}',
      'Dhr. {patientFamily}, geboren {birth}',
      'Mevr. {patientFamily} belt terug',
      'Medico richiedente: {other}',
      'Dott. {otherFamily} avvisato',
      'Sig.ra {patientFamily} nata il {birth}',
      'Moglie: {other}, tel. {phone}',
      'Médico: Dr. {otherFamily}',
      'Sr. {otherFamily} acompanhante',
      'Remittent: {other}',
      'Lekarz: {other}',
      'Ošetřující lékař MUDr. {otherFamily}',
      'Henvist av {other}',
      'Kezelőorvos: Dr. {otherFamily}',
    ],
    commentConsole: [
      'ask {otherGiven} before sending',
      'Resend for {otherFamily} please',
      'same pt as {otherFamily} yesterday?',
      'name was {otherFamily}, corrected',
      'wrong pt, should be {otherComma}',
      'merged with {other}',
      'maiden name {otherFamily}',
      'aka {other}',
      'formerly {otherFamily}',
      'pt prefers to be called {otherGiven}',
      'NOK: {other}',
      'bring CD to {otherFamily} room 14',
      'son {otherGiven} will pick up CD',
      'daughter {otherGiven} {otherFamily} present',
      'bill to {other}',
      '{otherGiven} helped with positioning',
      'signed: {other}',
      'wife {other} called {phone}',
      'husband: {otherGiven}',
      'translator {other}',
    ],
    contact: [
      'Tel. {phone}',
      'Handy {phone}',
      'Mobile: {phone}',
      'portable {phone}',
      'Rückruf {phone}',
      'Telefono {phone}',
      'email {email}',
      'contact: {email}',
      'Fax {phone}',
      'reach PI at {phone}',
      'Tf. {phone}',
    ],
    addresses: [
      '{usAddress}',
      'Adresse: {usAddress}',
      'Anschrift {usAddress}',
      'address on file {usAddress}',
      'Domicile : {usAddress}',
      'lives at {usAddress}',
      '{prefix} {usAddress}',
      'Neue Adresse ab Mai: {usAddress}',
      'send disc to {usAddress}',
    ],
    foreignAddresses: [
      '{foreignAddress}',
      'Address: {foreignAddress}',
      'lives at {foreignAddress}',
      'Wohnort: {foreignAddress}',
      'send to {foreignAddress}',
    ],
    institutions: [
      'Fremdaufnahme {otherInstitution}',
      'Vorbilder aus {otherInstitution}',
      'Verlegung aus {otherInstitution}',
      'Examen fait à {otherInstitution}',
      'Procedente de {otherInstitution}',
      'verwezen vanuit {otherInstitution}',
      'scanned at {otherInstitution}',
      'prior from {otherInstitution}',
      'import {otherInstitution} {date}',
      '{otherInstitution}',
      'Site: {otherInstitution}',
      'trasferito da {otherInstitution}',
    ],
    dates: [
      'Vergleich {date}',
      'Voraufnahme vom {date}',
      'OP am {date}',
      'Z.n. Sturz am {date}',
      'geb. {birth}',
      'né(e) le {birth}',
      'F.N. {birth}',
      'opéré le {date}',
      'Control {date}',
      'geb.dat. {birth}',
      'data esame {date}',
      'baseline {date}',
      'Visit date: {date}',
      'Fx1 {date}',
      'inj. {date}',
      '{prefix} vom {date}',
      '{prefix} {date}',
      'seit {date}',
      'cirugía {date}',
      'consent {date}',
    ],
    identifiers: [
      'Pat.-Nr. {otherId}',
      'Fallnummer {otherId}',
      'Patienten-ID {id}',
      'Auftragsnr. {accession}',
      'N° dossier {otherId}',
      'IPP {otherId}',
      'NHC {otherId}',
      'Historia clínica {otherId}',
      'Versichertennr. {otherId}',
      'BSN {otherId}',
      'Codice paziente {otherId}',
      'Prontuário {otherId}',
      'Subject {otherId}',
      'Subj-ID: {id}',
      'Randomisation no. {otherId}',
      'Acc.Nr.: {accession}',
      'Tag no {otherId}',
      'microchip {otherId}',
      'Nr. {otherId}',
      'Rech.-Nr. {otherId}',
      'Order no. {accession}',
      'SN {serial}',
      'Serien-Nr. {serial}',
    ],
    machine: [
      '{patientCaret}',
      '{patientFamily}^{prefix}',
      '{prefix}^{patientFamily}',
      '{id}/{prefix}',
      '{prefix}_{id}_{studyCompact}',
      '{patientFamily}_{studyCompact}',
      'ID={id}|{patientCaret}|{birth}',
      'sub-{id}',
      '{accession}_{prefix}',
      '{prefix} ({patientComma})',
      '{birth} {patientFamily}',
    ],
    ages: [
      '{age} J.',
      '{age} Jahre',
      '{age} ans',
      '{age} años',
      'Pat. {age}-jährig',
      'Alter: {age}',
      '{age} jaar',
      'age at scan {age}',
      '{age} y',
    ],
    commentNarrative: [
      'Sehr geehrter Herr Kollege {otherFamily}, vielen Dank für die Zuweisung von {patient}. {sentence}',
      '{sentence} Mit freundlichen Grüßen Dr. {other}',
      "Cher confrère, merci de m'avoir adressé {patient}. {sentence}",
      '{sentence} Dr {other}, radiologue',
      'Estimado Dr. {otherFamily}: {sentence} {sentence}',
      '{sentence} Firmado: {other}',
      'Beste collega {otherFamily}, {sentence}',
      '{sentence} Telefonisch besprochen mit Dr. {otherFamily} am {date}. {sentence}',
      'Subject enrolled on {date} at {otherInstitution} by {other}. {sentence}',
      '{sentence} The coordinator {otherFamily} was informed. {sentence}',
      '{sentence} Queried by {other} on {date}, answered. {sentence}',
      'The animal belongs to {other}, {usAddress}. {sentence}',
      '{sentence} Dose approved by {other}. {sentence}',
      'Referred by dentist {other}. {sentence}',
      '{patient} signed the consent in the presence of {other}. {sentence}',
    ],
  },
};
