import type { Random } from '../random';
import { compact, list, pad, type Day, type Split } from './split';

/**
 * Split C: a teaching hospital that takes patients and images from everywhere; two thirds English, one third other
 * languages. Written before an error of split B was seen, and measured once before its own errors were looked at.
 */
const plain = list(`
t1_mprage_tra_p3_iso0.9|t2_tse_cor_448_fs|t1_vibe_q-dixon_tra_p4_bh|pd_tse_cor_fs_384|t2_trufi3d_we_sag|ep2d_asl_3d_tgse|gre_T2star_cor_hip|t1_fl3d_cor_caipi_wrist|diff_mbSENSE_tra_b1500|tse_vfl_sag_stir|
3D SAG T2 SPACE FS IAC|AX FLAIR POST GAD|SAG T1 FLAIR +C|COR T2 FAT SAT THIN HIPPO|AXIAL GRE BLOOD|SCREENING DWI AX|3D MRCP RESP TRIG|AX DUAL ECHO IN/OUT|OBL AX T2 SI|CINE SSFP SAX STACK|PSIR LGE 4CH 10 MIN|T2* MAP MID SAX|
SURVEY|T1W_FFE_IN_OUT|3D_BRAIN_VIEW_T2|SE_T1_sag C|DWI_3b_SENSE|TFE_dyn_BL|STIR_longTE_sag|MRA_pCA_venous|VASO_10|T2 FSE XL ARC|AX FSPGR 3D COL|SAG PD PROP|LOC 3 PLANE BH|FS T1 SUB 2-1|
Abdomen 3.0 Qr40 venous|PE 1.0 Bv36 S3|Thorax LungCAD 1.0|Head 4.0 Hr40 axial|DualE mono 40keV|CCTA 75% thin|CAP 5mm AX|RENAL MASS NEPHROGRAPHIC|PANCREAS PROTOCOL PV|TRAUMA PAN SCAN|CT MYELOGRAM LUMBAR|CTV HEAD|LE RUNOFF MIP COR|SINUS COR RECON|
CT GUIDED BX LUNG|LDCT SCREENING|ADRENAL WASHOUT|ENTEROGRAPHY NEUTRAL ORAL|CYSTOGRAM CT|AIRWAY INSP|C SPINE TRAUMA SAG 2X2|TEMPORAL BONES UHR|ORBITS W|EXT ANKLE BONE MPR|STEALTH NAVIGATION|Mako knee planning|GAMMA KNIFE FRAME|AquilionONE volume 320|
XR HUMERUS 2V LT|HIP XTABLE LAT|ELBOW RADIAL HEAD VIEW|PELVIS OUTLET|FOOT WB AP/OBL/LAT|SCOLIOSIS PA STANDING|BONE LENGTH STUDY|CLAVICLE 2V|FINGER 3V RT 4TH|NASAL BONES|STERNUM RAO|TMJ XRAY|SOFT TISSUE NECK LAT|CHEST DECUBITUS RT|ABD 2V W CXR|
US AORTA SCREEN|US GALLBLADDER HEPATIC|US ARTERIAL LE RT|US THYROID FNA|US BREAST LT LTD|TCD MICROEMBOLI|US SPLEEN LONG|MSK SHOULDER DYNAMIC|OB ANATOMY 20WK|NUCHAL CRL|AV FISTULA MAP|LUNG POCUS|PENILE DOPPLER|ECHO STRAIN AUTO|BUBBLE STUDY|
MG TOMO RMLO|US ELASTO BREAST|STEREO BX SPECIMEN|MAGVIEW LXCCL|PEM CC|BSGI R|NM GASTRIC LIQUID|NM WBC INDIUM|LEXISCAN GATED STRESS|HYDRATED MPI|CARDIAC PYP SPECT|NM PARATHYROID SESTA PINHOLE|PET VIABILITY RUBIDIUM|PET TAU AV1451|FES PET|AXUMIN|PSMA PYLARIFY|Cu-64 DETECTNET|
RX PROSTATE 70/28|BRAIN METS SRT|PTV4000|LT CW TANG|IMRT H&N R1|QA MAPCHECK|CT SIM PRONE BREAST|MR SIM CERVIX HDR|ESO 4D AVG|OARs only|BEV|RTSS auto AI|PROTON RANGE CHECK|TBI MEASUREMENT|
CORO LCA SPIDER|LAO CAUDAL|AORTOGRAM PIGTAIL|PULM ANGIO RT|CARTO MERGE|CRT-D IMPLANT|TEVAR CTA DELAY|NEPHROSTOMY CHECK|PICC|BRONCHIAL ARTERY EMBO|VARICOCELE|FACET INJECTION L45|KYPHO T12|LOOPOGRAM|CINE ESOPHAGUS|
MRT HWS nativ und KM|MRT Fuß rechts|CT Becken Knochenfenster|Röntgen Schulter Outlet|Sono Leiste|Durchleuchtung Zwerchfell|Szinti Niere|PET Herz|Mammatomosynthese|IRM rachis cervical|TDM sinus sans IV|Radio main gauche|Écho abdomino-pelvienne|Scinti myocardique effort|
RM hombro derecho|TAC senos paranasales|Rx columna dorsal|Eco tiroides|Ecocardiograma|RM ginocchio|TC collo|Rx mano|Eco reni|MRI schouder rechts|CT bijholten|Echo nieren|RX-heup|MR rygg|DT buk|CT rameno|TK płuc|
Panorex|Ceph PA|Sialogram|Implant site 36|FMX|CBCT both jaws|CANINE STIFLE PRE TPLO|FELINE ABDOMEN VD|EQUINE CARPUS DLPMO|Avian coelom|Bovine hoof|
Cycle 6 RECIST|SCR MRI|D1 predose|EOT CT CAP|ARM 2 WK 24|Lugano response|Central read v3|Phantom ADNI-like|IROC QA dummy|
OCT 3D DISC|Visual field|ENDO STOMACH|H&E slide 4|Derm L calf|EUS pancreas|Cysto bladder neck|Lap chole
`);

const sentences = list(`
No fracture or malalignment.|Mild cervical spondylosis.|Lungs are well expanded.|The bowel gas pattern is nonspecific.|Portacath tip at the cavoatrial junction.|Normal flow voids.|Disc bulge at L3-L4 indents the thecal sac.|Moderate joint effusion.|Focal fat near the falciform ligament.|
Enlarged prostate with median lobe.|Thickened endometrium, recommend ultrasound.|Cholelithiasis without cholecystitis.|The appendix is normal.|Old granulomatous disease.|Emphysema, upper lobe predominant.|Stable postsurgical changes.|Aortic root measures 41 mm.|Left ventricular function is preserved.|
Severe aortic stenosis with a mean gradient of 44 mmHg.|Apical thrombus cannot be excluded.|Hypermetabolic left axillary node.|Physiologic bowel uptake.|Radiotracer extravasation at the injection site.|Good response after two cycles.|Residual tumor in the cavity wall.|Plan evaluated and accepted.|
Setup reproducible with vac-lok.|Mask remade because of weight loss.|Unable to obtain oblique images.|Scan repeated at no charge.|Oral contrast refused.|Consent obtained by phone.|Warm blanket offered.|Sedated with midazolam.|Contrast warmed to 37 degrees.|Iodine allergy, mild hives in 2011.|Port accessed by the infusion team.|
Nasogastric tube advanced.|Line placed by surgery.|Rule out pneumonia.|Chest pain for two days.|Fell from a ladder.|Restrained driver, airbag deployed.|Pregnant, second trimester.|Works night shifts.|Smokes ten cigarettes a day.|Had the flu last winter.|Transplant recipient.|
Baker cyst, small.|Tarlov cysts in the sacrum.|Rathke cleft cyst.|Kienböck disease stage IIIa.|Freiberg infraction.|Monteggia fracture.|Segond fragment.|Haglund deformity.|Killian dehiscence.|Zenker diverticulum.|Barrett esophagus.|Meniere disease suspected.|Ewing sarcoma.|Wilms tumor.|Klatskin tumor.|Fleischner criteria apply.|
Balthazar grade D.|Mayo score 2.|Fazekas 1.|Koos grade 3.|Garden IV.|Schatzker II.|Rockwood type 3.|Outerbridge 4.|Stener lesion.|Bell palsy.|Horner syndrome.|Charcot foot.|Erlenmeyer flask deformity.|Gamna-Gandy bodies.|
Kein Hinweis auf Metastasen.|Bilder unauffällig.|Verlaufskontrolle in drei Monaten.|Patient lehnt Kontrastmittel ab.|Pas d'anomalie décelable.|Aspect stable.|À contrôler dans six mois.|Sin cambios respecto al previo.|No se administró contraste.|Quadro stabile.|Nulla da segnalare.|Beeld ongewijzigd.|Oförändrat jämfört med tidigare.
`);

const prefixes = list(
  'CT CAP|MR Knee|XR Hand|US Neck|PET NaF|MG Diag|DX Foot|SAG STIR|Ax FLAIR|IR Biopsy|NM MUGA|Echo LTD|RTSTRUCT|MRT Fuß|TDM AP|RM rodilla|Eco reni|Cysto|Chest 1V|3D MIP|Planar|SRS sim|Head CTA|TOF',
);

const given = list(`
Bernadette|Clarence|Dolores|Everett|Felicia|Gerard|Hattie|Irving|Josephine|Kendall|Luther|Mabel|Norbert|Opal|Percival|Quentin|Rosemary|Sheldon|Thelma|Ulysses|Verna|Wilbur|Xavier|Yvette|Zachariah|Amos|Bettye|Chester|
Alejandra|Bernardo|Consuelo|Edgardo|Fernanda|Leticia|Marisol|Octavio|Raquel|Salvador|Aniket|Bhavna|Gurpreet|Jyoti|Manoj|Padma|Rohit|Shweta|Chun|Jing|Mei-Ling|Yong|Daisuke|Naoko|Min-jun|Eun-ji|Duc|Mai|Ahmed|Salma|Ibrahim|Noor|
Friedrich|Margarete|Pascal|Sylvie|Lorenzo|Paola|Ruben|Anneke|Sven|Astrid|Jakub|Hana|Bogdan|Irina|Vasile|Stavros|Eleni|Cheng|Amara|Kwabena|Fatou|Thabo|Winona|Sky|River|Harper|Mason|Cash|Precious|Bishop|Blossom|Grey
`);

const family = list(`
Applewhite|Bronstein|Carmichael|Delahunt|Ellsworth|Fairchild|Goldfarb|Hollingsworth|Inman|Jorgensen|Kirkpatrick|Lamoureux|Mayweather|Nussbaum|Overstreet|Prendergast|Rutherford|Sorenson|Trombley|Utley|Vandenberg|Winterbottom|Youngblood|
Alvarado|Barrientos|Cervantes|Delgadillo|Espinoza|Fonseca|Granados|Hurtado|Lucero|Montoya|Orozco|Pacheco|Quiroga|Saavedra|Tejada|Valenzuela|Zepeda|Banerjee|Chandrasekhar|Dhillon|Ghosh|Jayaraman|Kulkarni|Mahajan|Pillai|Rao|Saxena|Trivedi|
Chiang|Feng|Hsieh|Jiang|Lau|Ng|Shen|Tseng|Fukuda|Ishikawa|Matsumoto|Jeong|Kwon|Bui|Dinh|Abdallah|Ghanem|Nasser|Tehrani|Steinhauer|Brunner|Zimmerli|Lemaire|Garnier|Bellini|Marchetti|Verhoeven|Janssens|Bergqvist|Nygaard|Novák|Horáková|
Popa|Georgiou|Stojanović|Okeke|Asante|Traoré|Nkosi|Wells|Marsh|Wise|Stout|Cotton|Rice|Swift|Pope|Hunt|Flowers|Nail|Pitt|Gold|Royal|Justice|Valentine|English|Holland|Paris|McTavish|O'Leary|MacNamara|St. James|Van Dyke
`);

const institutions = list(`
Harborview Pines Hospital|St. Odilia Medical Center|Cypress Creek Regional Hospital|Upper Valley Imaging Center|Marigold Children's Hospital|Glenhaven Veterans Hospital|Northfork Clinic|Mercy Ridge Hospital|Blue Heron Cancer Center|Holbrook University Hospital|
Sunnydale Family Clinic|Triangle Heart Institute|Eastbourne General Hospital|Krankenhaus Lindenau|Klinikum Rosenhain|Hôpital Bellerive|Clinique Saint-Amand|Hospital del Valle|Clínica Los Robles|Ospedale Montebello|Ziekenhuis Duinzicht|Paws & Claws Animal Hospital|Westmark Dental Clinic
`);

const towns = list(
  'Poughkeepsie, NY|Tallahassee, FL|Spokane, WA|Beaumont, TX|Racine, WI|Bismarck, ND|Ogden, UT|Macon, GA|Bellingham, WA|Green Bay, WI|Santa Rosa, CA|Fall River, MA|Twin Falls, ID',
);

const address = (random: Random): string => {
  const street = `${random.digits(1 + random.below(4))} ${random.pick(list('Juniper|Old Stagecoach|Lexington|W 22nd|Marigold|Copper Canyon|Elmwood|Birch Hollow|N Ashland|Saddlebrook|King George|Sugar Maple|Prospect|Windsor'))} ${random.pick(list('St|Ave|Rd|Dr|Ln|Blvd|Street|Road|Court|Way|Pl|Trail|Terrace'))}`;
  const [town, state] = random.pick(towns).split(', ') as [string, string];
  const unit = random.pick(['', '', '', ' Apt 9', ', Unit 3B', ' #405']);
  return random.pick([
    `${street}${unit}, ${town}, ${state} ${random.digits(5)}`,
    `${street}${unit}, ${town} ${state}`,
    `${street}${unit} ${town}, ${state} ${random.digits(5)}`,
    `${street}${unit}, ${town}`,
    `${street}${unit}`,
  ]);
};

const foreignAddresses = list(`
Ahornweg 14, 70599 Stuttgart|Marktplatz 3, 97070 Würzburg|Leipziger Straße 88, 10117 Berlin|25 rue Pasteur, 69007 Lyon|3 place Bellecour, Lyon|Calle Serrano 61, 28006 Madrid|Gran Vía 12, Bilbao|Corso Garibaldi 9, 20121 Milano|Piazza Navona 4, Roma|Herengracht 502, 1017 CB Amsterdam|
Rue Neuve 7, 1000 Bruxelles|Drottninggatan 21, 111 51 Stockholm|Vesterbrogade 90, 1620 København|ul. Piotrkowska 55, 90-415 Łódź|Rua Garrett 30, 1200-204 Lisboa|11 Abbey Road, London NW8 9AY|29 Byres Road, Glasgow G11 5RD|66 Collins Street, Melbourne VIC 3000|901 Granville Street, Vancouver BC V6Z 1L3|14 Park Street, Kolkata 700016
`);

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const date = (random: Random, day: Day): string => {
  const { y, m, d } = day;
  const month = MONTHS[m - 1] as string;
  return random.pick([
    `${pad(m)}/${pad(d)}/${y}`,
    `${m}/${d}/${y}`,
    `${pad(d)}.${pad(m)}.${y}`,
    `${y}-${pad(m)}-${pad(d)}`,
    `${month} ${d}, ${y}`,
    `${d} ${month.slice(0, 3)} ${y}`,
    `${pad(d)}-${month.slice(0, 3).toUpperCase()}-${y}`,
    `${month.slice(0, 3)} ${d} ${y}`,
    `${m}/${d}/${pad(y % 100)}`,
    compact(day),
  ]);
};

const phone = (random: Random): string =>
  random.pick([
    `${random.digits(3)}-${random.digits(3)}-${random.digits(4)}`,
    `(${random.digits(3)}) ${random.digits(3)} ${random.digits(4)}`,
    `${random.digits(3)}.${random.digits(3)}.${random.digits(4)}`,
    `+44 ${random.digits(4)} ${random.digits(6)}`,
    `+49 (0)${random.digits(3)} ${random.digits(6)}`,
    `01${random.digits(2)} ${random.digits(3)} ${random.digits(4)}`,
    `+1 ${random.digits(3)}-${random.digits(3)}-${random.digits(4)}`,
    `${random.digits(3)}-${random.digits(4)}`.replace(/^/, `${random.digits(3)}-`),
  ]);

const identifier = (random: Random): string =>
  random.pick([
    random.digits(7),
    random.digits(8),
    `${random.letters(1)}${random.digits(7)}`,
    `${random.letters(2)}-${random.digits(5)}`,
    `${random.digits(3)}-${random.digits(5)}`,
  ]);

export const splitC: Split = {
  plain,
  sentences,
  prefixes,
  given,
  family,
  otherNames: [
    'Mary Jo|Van Alstyne',
    'Luis Alberto|de León',
    'Jean-Pierre|Le Goff',
    'Ka Wai|Chan',
    'Abu Bakr|al-Masri',
    'Willem|van den Bosch',
  ],
  institutions,
  addresses: address,
  foreignAddresses,
  towns,
  date,
  phone,
  identifier,
  upper: 0.25,
  lower: 0.05,
  templates: {
    midi: [
      '{prefix} for {patient}',
      '{prefix} for {id}',
      '{prefix} for {ssn}',
      '{plain} {studyCompact}',
      'Performed at {acronym}',
      'Ordered for {patient} by Dr. {referringFamily}',
      'Admitted to {institution} on {study}',
      "Patient's address: {address}",
    ],
    staff: [
      'Transcribed by {other}',
      'Report to Dr {otherFamily} and Dr {referringFamily}',
      'Preliminary: {otherFamily}',
      '{prefix} / {otherFamily} MD',
      'Chief resident {other}',
      'Reviewed at conference with {otherFamily}',
      'Fluoro time logged by {otherInitial}',
      'Perfusionist {other}',
      'Scrub: {otherGiven}',
      'Scout approved by {otherFamily}',
      'Attending of record: {other}',
      'Page {otherFamily} with results',
      'Radiology resident {otherFamily} PGY3',
      'Injection nurse: {other}',
      'Dr. {other} requests thin cuts',
      'referred from Dr {otherFamily} office',
      'Signed out by {other} MD',
      'Midlevel: {otherFamily} NP',
      'Optometrist {other}',
      'Call Dr {otherFamily} ext 4411',
    ],
    commentPeople: [
      'Mother ({other}) gave verbal consent.',
      'Stepfather {other} drove.',
      'Patient goes by {otherGiven}.',
      'Ride home: {other}, {phone}',
      'Lives with friend {otherGiven} {otherFamily}.',
      'Sister {otherGiven} has the same condition.',
      'Power of attorney: {other}.',
      'Teacher {other} called 911.',
      'Translated by cousin {otherGiven}.',
      'Mr. {otherFamily} (husband) {phone}',
      '{sentence} His wife {otherGiven} noted a rash. {sentence}',
      'Foster parent {other} present.',
    ],
    contact: [
      'ph {phone}',
      'Call {phone} when done',
      'Fax to {phone}',
      'cell# {phone}',
      'email: {email}',
      'reachable on {phone}',
      'pager {phone}',
    ],
    addresses: [
      '{usAddress}',
      'Address {usAddress}',
      'lives at {usAddress}',
      'from {townState}',
      'resides in {townState}',
      'Mail CD to {usAddress}',
      '{prefix} {usAddress}',
    ],
    foreignAddresses: [
      '{foreignAddress}',
      'Address: {foreignAddress}',
      'lives at {foreignAddress}',
      'Wohnhaft {foreignAddress}',
      'home {foreignAddress}',
    ],
    institutions: [
      'Outside CT {otherInstitution}',
      'Transfer from {otherInstitution}',
      'Imaged at {otherInstitution}',
      'Compared with {otherInstitution} {date}',
      '{otherInstitution} {prefix}',
      'Biopsy done at {otherInstitution}',
      'Referred to {otherInstitution}',
    ],
    dates: [
      'Comparison: {date}',
      'DOB: {birth}',
      'LMP {date}',
      'Post op {date}',
      'Last dose {date}',
      '{prefix} {date}',
      'Accident {date}',
      'dx {date}',
      'Last scan {date}',
      'Due {date}',
      'Diagnosed on {date}',
    ],
    identifiers: [
      'MRN: {otherId}',
      'Acc# {accession}',
      'ID {id}',
      'Visit {otherId}',
      'SSN {ssn}',
      'Enc # {otherId}',
      'Member ID: {otherId}',
      'Implant lot SN {serial}',
      'Specimen {otherId}',
      'Case {otherId}',
      'Account no {otherId}',
      'Subject no. {otherId}',
      'Order {accession}',
    ],
    machine: [
      '{patientCaret}',
      '{patientComma} - {prefix}',
      '{id}-{prefix}',
      '{patientFamily}/{prefix}',
      'PN:{patientCaret};ID:{id}',
      '{prefix}_{patientFamily}',
    ],
    languages: [
      'Zuweiser {other}',
      'Überwiesen durch Dr. {otherFamily}',
      'Frau {patientFamily}, geb. {birth}',
      'Befund an Dr. {otherFamily}',
      'Prescrit par le Dr {otherFamily}',
      'Mme {otherFamily} (mère) {phone}',
      'Dr. {otherFamily} informado',
      'Médico {other}',
      'Paciente {patient}',
      'Dott.ssa {otherFamily}',
      'Huisarts {other}',
      'Mevrouw {patientFamily}',
      'Remitterad av {other}',
    ],
    ages: ['{age} yo female', '{age} y/o', '{age}-year-old man with dyspnea', 'Age: {age}'],
    commentNarrative: [
      '{sentence} Discussed with Dr. {other} at 3 pm. {sentence}',
      'Mrs. {patientFamily} was last imaged on {date}. {sentence}',
      '{sentence} Approved by: {other}, MD',
      'Referred by {other} for evaluation. {sentence} {sentence}',
      'History per {otherGiven}, the caregiver. {sentence}',
      '{sentence} {patient} will follow up with {other}. {sentence}',
      'Seen at {otherInstitution} on {date}. {sentence}',
      '{sentence} Critical findings relayed to {otherFamily}, RN. {sentence}',
    ],
  },
};
