import type { Random } from '../random';
import { compact, list, pad, type Day, type Split } from './split';

/**
 * Split E: an emergency and outpatient department that writes much by hand; fewer wordings of a public challenge than
 * split D. Written after learning from split D, before the cleaner was tried on it.
 */
const plain = list(`
CT FACIAL BONES 0.75 H60S|MR ELBOW SAG PD FS|XR WRIST SCAPHOID SERIES|US HERNIA WITH STRAIN|MAMMO SPECIMEN TWO VIEWS|NM RENOGRAM CAPTOPRIL|PET SARCOID DIET PREP|FLUORO LEAK TEST|CT STONE WITHOUT|MRI SPECTROSCOPY GRID|XR TIB FIB PORT|US PYLORUS|
t1_tse_dark-fluid_tra|t2_space_cor_MRCP_trig_384|ep2d_diff_b50_400_800_tra|trufi_loc_multi_iPAT|fl2d_tof_carotid|pd_fs_blade_axial|mdixon_quant_liver|cs_3d_nerveview|dwibs_wb_coronal|smart1map_sax|lava_flex_dyn3|propeller_flair_wrist|
Trauma burst 1 of 4|Stroke alert noncontrast|Code blue portable|Foreign body swallow|Rib series oblique|Post reduction views|Cast check two views|Bedside abdomen upright|Left lateral decubitus|Line placement film|Repeat after tube advance|Discharge chest|
Helical 5 mm soft|Thin bone recon|Coronal reformats|Sagittal minimum intensity|Perfusion map cerebral|Delayed bladder|Rectal contrast only|Oral prep two cups|Split bolus urogram|Triple phase pancreas|Gated root|Prospective step and shoot|
Nuchal fold|Biophysical eight of eight|Twin membrane|Ectopic protocol|Ovarian torsion eval|Hip dysplasia alpha angle|Neonatal head anterior fontanelle|Spinal canal neonate|Testicular microlithiasis|Thyroid nodule cine|Graft surveillance|Reflux at the junction|
GLOBAL LONGITUDINAL STRAIN|TISSUE DOPPLER SEPTAL|PARASTERNAL LONG|SUBCOSTAL VIEW|APICAL TWO CHAMBER|BUBBLE INJECTION|AGITATED SALINE|STRESS STAGE TWO|LEFT ATRIAL VOLUME|PERICARDIAL WINDOW CHECK|
Scout lateral|Calibration scan|Service mode|Tube warmup|Air calibration|Quality daily|Contrast phantom|Slice sensitivity|Grid cutoff|Collimator check|Dead pixel map|Weekly linearity|
PALLIATIVE SPINE 8 IN 1|HIPPOCAMPAL SPARING|SURFACE GUIDED|DEEP INSPIRATION HOLD|ADAPTIVE PLAN C|VAGINAL CUFF|WHOLE BRAIN OPPOSED|SKIN APPLICATOR|ORTHOVOLTAGE|PORT FILM LATERAL|
Screening cohort year 2|Placebo arm|Consent version 4|Imaging manual section 3|Blinded upload|Scan window missed|Protocol deviation minor|Dose level three|Washout period|Open label extension|
TOOTH 19 PERIAPICAL|WISDOM TEETH|AIRWAY VOLUME|TMJ OPEN CLOSED|STIFLE STRESS VIEW|NAVICULAR SKYLINE|AVIAN WHOLE BODY|FISTULOGRAM TAIL|
DERMOSCOPY NEVUS|OCT MACULA CUBE|SLIT LAMP CORNEA|FROZEN SECTION MARGIN|GRAM STAIN|ELECTRON MICROSCOPY|BRONCHIAL BRUSHING|ENDOSCOPIC CLIP
`);

const sentences = list(`
Pain started after lifting a couch.|Slipped on ice outside the grocery store.|Bitten by the family dog.|Stung by a wasp near the eye.|Burned by hot coffee.|Kicked by a horse two hours ago.|Hit by a baseball.|Thrown from a motorcycle at low speed.|Woke up with double vision.|Vomited twice this morning.|
Headache is relieved by rest.|Swelling is made worse by walking.|Rash is covered by a dressing.|Vessel is supplied by a branch of the internal iliac.|The stone is obscured by stool.|Lesion is surrounded by edema.|Fracture line is bridged by callus.|Mass is bounded by the psoas.|Signal is degraded by motion.|Airway was secured by anesthesia.|
Allergic to shellfish and penicillin.|Takes metoprolol and lisinopril daily.|Given ondansetron and fluids.|Received alteplase at outside facility.|Started on apixaban last week.|Off clopidogrel for five days.|Insulin pump removed before the scan.|Loaded with levetiracetam.|Finished a course of doxycycline.|On tamoxifen since surgery.|
Pacemaker interrogated and reprogrammed.|Neurostimulator placed in MR mode.|Hearing aids removed.|Piercing taped.|Weighted blanket used.|Music offered.|Wheelchair transfer with two staff.|Hoyer lift needed.|Oxygen at 2 liters.|Isolation gown worn.|
The spleen measures 14 cm.|No free air under the diaphragm.|Sigmoid wall is thickened.|Small volume ascites.|Ureteral jets were seen.|Mild canal narrowing at the thoracolumbar junction.|Marrow edema in the talar dome.|Labral fraying anteriorly.|Cords are mobile.|Pituitary stalk is midline.|
Patchy ground glass in the lower lobes.|Bronchi are dilated and thick walled.|A tiny cyst in the pineal gland.|Prominent perivascular spaces.|Empty sella, partial.|Cavum septum pellucidum.|Developmental venous anomaly.|Mega cisterna magna.|Torus palatinus.|Bifid rib.|Limbus vertebra.|Os trigonum.|Fabella present.|
Salter-Harris II fracture.|Galeazzi pattern.|Osgood-Schlatter change.|Wilson disease suspected.|Ehlers-Danlos, hypermobile type.|Chiari one malformation.|Scheuermann kyphosis.|Perthes, healed.|Marfan habitus.|Hashimoto thyroiditis.|Guillain-Barre, improving.|Lewy body dementia.|Bouchard nodes.|Morton neuroma third web space.|
Nothing further to add.|Please correlate with laboratory values.|Recommend endoscopy.|Repeat in six weeks.|Return if symptoms worsen.|Ready for discharge.|Images are of diagnostic quality.|Sent for second opinion.|No priors to compare.|Addendum will follow.|Read during downtime.|Left before results.
`);

const prefixes = list(
  'CT Face|MR Foot|XR Heel|US Breast|PET Lymph|DX Clavicle|NM Lung|Port KUB|Sag STIR Pelvis|Ax SWI|Pan Scan|ED Chest|Echo Limited|Sim Breast|Stroke CTA|Neonatal Head|Barium Swallow|Rib Detail|Venous Leg|Cone Beam|Ortho Pelvis|Bone Marrow MR|Thin Sella|Renal Mag',
);

const given = list(`
Adrienne|Bradley|Cassandra|Dustin|Elaine|Felix|Geraldine|Harvey|Imogen|Jerome|Kirsten|Leonard|Marjorie|Nathaniel|
Odessa|Preston|Spencer|Tabitha|Wanda|Zachary|Alton|Bonita|Cedric|Doreen|Emmett|Hubert|Janice|Lester|Myra|Noreen|
Roland|Sylvester|Trudy|Arturo|Ernesto|Marisela|Anjali|Harish|Vikram|Jiayi|Zhiwei|Akira|Minseo|Bao|Farida|Oluwaseun|
Saoirse|Lars|Giulia|Vladimir|Stefania|Young|Laverne|Clifton|Reginald|Sabrina|Winston
`);

const family = list(`
Aldridge|Blackwell|Crenshaw|Dillard|Ellington|Fitzpatrick|Goodrich|Huntington|Isaacson|Jernigan|Kilgore|Lockhart|
Montague|Newcomb|Oglesby|Pennington|Rosenthal|Wainwright|Yoder|Ziegler|Beauchamp|Cavanaugh|Dougherty|Finnegan|
Gilliam|Hendrickson|Kauffman|Ledbetter|Arreola|Castaneda|Duarte|Galindo|Ibarra|Juárez|Longoria|Menchaca|Sepúlveda|
Tapia|Velázquez|Balakrishnan|Kapoor|Huang|Lin|Zheng|Sato|Shin|Dang|Hussain|Mirza|Zaman|Achterberg|Baumgartner|
Carlsson|Dubois|Fontana|Holm|Marković|Nowak|Tesfaye|O'Malley|McDermott|Burns|Gates|Lamb|Little|Nations|Price|
Reading|Winters|Wood|Haverford|Lassiter|Pomeroy|Swanson
`);

const institutions = list(`
Cold Spring Hospital|Briarwood Medical Center|Crescent Bay Community Hospital|Saint Agatha Hospital|Fox River Orthopedic Clinic|Summerfield Imaging Center|Hale and Pruett Medical Center|Rosewood Children's Hospital|Copper Basin Clinic|Harding Cancer Center|Westlake Memorial Hospital|Northgate University Hospital|
Beacon Hill Surgery Center|Santa Paula General Hospital|Drummond Heart Institute|Millbrook Veterans Hospital|Stillwater Family Clinic|Lady of Grace Hospital
`);

const towns = list(`
Peoria, IL|Akron, OH|Roanoke, VA|Flagstaff, AZ|Modesto, CA|Provo, UT|Utica, NY|Tupelo, MS|Yuma, AZ|Grand Forks, ND|
Council Bluffs, IA|Fort Wayne, IN|Little Rock, AR|Waco, TX
`);

const STREETS = list(
  'Dogwood|Linden|Jefferson|Cobblestone|N 8th|Harvest|Stonegate|Kensington|Bayview|Sunset Ridge|Clinton|Mill Pond|Laurel|Highland|Cottonwood|Orchard|Whispering Pines|Douglas|W Grand|Heron',
);
const TYPES = list('St|Ave|Rd|Dr|Ln|Blvd|Street|Avenue|Lane|Drive|Court|Way|Pl|Terrace');
const address = (random: Random): string => {
  const street = `${1 + random.below(9)}${random.digits(1 + random.below(4))} ${random.pick(STREETS)} ${random.pick(TYPES)}`;
  const [town, state] = random.pick(towns).split(', ') as [string, string];
  const unit = random.pick(['', '', '', '', ' Apt 2C', ' Lot 14', ', Bldg 5', ' #11']);
  return random.pick([
    `${street}${unit}, ${town}, ${state} ${random.digits(5)}`,
    `${street}${unit} ${town} ${state} ${random.digits(5)}`,
    `${street}${unit}, ${town}, ${state}`,
    `${street}${unit}, ${town}`,
    `${street}${unit}`,
    `${street}`,
  ]);
};

const foreignAddresses = list(`
42 Harley Street, London W1G 9PR|16 Castle Terrace, Belfast BT1 5GS|310 Main Street, Winnipeg MB R3C 1A5|27 George Street, Sydney NSW 2000|Gartenstrasse 8, 79098 Freiburg|14 avenue Foch, 54000 Nancy|Via Manzoni 22, 20121 Milano
`);

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const date = (random: Random, day: Day): string => {
  const { y, m, d } = day;
  const month = MONTHS[m - 1] as string;
  return random.pick([
    `${m}/${d}/${y}`,
    `${pad(m)}/${pad(d)}/${pad(y % 100)}`,
    `${m}-${d}-${y}`,
    `${y}/${pad(m)}/${pad(d)}`,
    `${y}-${pad(m)}-${pad(d)}`,
    `${month} ${d} ${y}`,
    `${month.slice(0, 3)}. ${d}, ${y}`,
    `${d}-${month.slice(0, 3).toUpperCase()}-${y}`,
    `${pad(m)}.${pad(d)}.${y}`,
    `${month} ${d}, ${y}`,
    compact(day),
  ]);
};

const phone = (random: Random): string => {
  const [a, b, c] = [`${2 + random.below(8)}${random.digits(2)}`, random.digits(3), random.digits(4)];
  return random.pick([
    `${a}-${b}-${c}`,
    `(${a}) ${b}-${c}`,
    `${a}/${b}-${c}`,
    `${a}.${b}.${c}`,
    `+1-${a}-${b}-${c}`,
    `${a} ${b}-${c}`,
    `${a}-${b}-${c} ext. ${random.digits(4)}`,
    `${a}${b}${c}`,
  ]);
};

const identifier = (random: Random): string =>
  random.pick([
    random.digits(8),
    random.digits(6),
    `${random.letters(3)}${random.digits(6)}`,
    `${random.letters(1)}-${random.digits(7)}`,
    `${random.digits(4)}-${random.digits(5)}`,
  ]);

export const splitE: Split = {
  plain,
  sentences,
  prefixes,
  given,
  family,
  otherNames: [
    'Billie Jean|Halloran',
    'Jose Luis|de Anda',
    'Marie-Claire|Van Winkle',
    'Ngoc Anh|Le',
    'Mohammed Ali|Barakat',
    'James Earl|St. Germain',
    'Eun-young|Noh',
  ],
  institutions,
  addresses: address,
  foreignAddresses,
  towns,
  date,
  phone,
  identifier,
  upper: 0.28,
  lower: 0.06,
  templates: {
    midi: ['{plain} for {patient}', '{prefix} for {id}', 'Performed at {acronym}', 'Performed {studyCompact}'],
    midiOrder: ['Ordered for {patient} by Dr. {referringFamily}', 'Ordered for {id} by Dr. {referringFamily}'],
    midiText: ['{plain} {date}', '{plain}, {usAddress}', 'Admitted to {institution} on {study}'],
    staff: [
      'Triage RN {other}',
      'ED doc {otherFamily} aware',
      'Critical result phoned to Dr {other} in clinic',
      'Verified with {otherFamily} PA-C',
      'Time out led by {other}',
      'On call: {otherFamily}',
      'Student {other} observed',
      'Line placed by Dr. {otherInitial}',
      'Respiratory therapist {otherGiven} present',
      'Sono by {otherFamily}, RDMS',
      'Final read pending {otherFamily}',
      'Seen by trauma surgeon {other}',
      'Repeat views requested by {otherFamily}',
      'Staffed with {other} MD',
      'Dr {otherFamily} declined contrast',
      'Thanks, {other}',
      '{prefix} tech {operator}',
      '{prefix} reviewed with {readerFamily}',
      'Order from {otherComma} MD',
      'c/o Dr. {otherFamily} team',
    ],
    commentFamily: [
      'Mom {otherGiven} held the child still.',
      'Wife, {other}, in waiting room.',
      'Partner {other} has the car keys.',
      '{sentence} Roommate {otherGiven} called the ambulance.',
      'Next of kin: {other} {phone}',
      'Name on wristband {patient}.',
      'Grandson {other} interprets for her. {sentence}',
      'Child is with foster mother {other}.',
      'Mrs. {otherFamily} (aunt) will drive. {sentence}',
      'Pt asks that {otherGiven} be called after.',
      'His brother {otherGiven} was scanned last week.',
      'Accompanied by deputy {otherFamily}.',
    ],
    contact: [
      'call back {phone}',
      'cb# {phone}',
      'Ward phone {phone}',
      'Text results to {phone}',
      'Dr office fax {phone}',
      'send to {email}',
      'Mobile: {phone}',
      'Reach family at {phone}',
    ],
    addresses: [
      'Found at {usAddress}',
      'EMS pickup {usAddress}',
      'New address {usAddress}',
      'Send disc to {usAddress}',
      'Lives alone at {usAddress}',
      'Visiting from {townState}',
      'Grew up in {townState}',
      '{usAddress}',
      'Home {foreignAddress}',
      '{prefix} {usAddress}',
    ],
    institutions: [
      'Transferred out of {otherInstitution}',
      'Old films at {otherInstitution}',
      'Had MRI at {otherInstitution}',
      'Per {otherInstitution} report',
      '{otherInstitution} {prefix}',
      'Followed by {otherInstitution}',
      'To {otherInstitution} after scan',
    ],
    dates: [
      'Fell {date}',
      'Last seen {date}',
      'Cast on {date}',
      'DOB {birth}',
      'Had surgery {date}',
      'Fu {date}',
      'ER visit {date}',
      '{prefix} - {date}',
      'Last menses {date}',
      'Reviewed {study}',
      'Onset {date}',
    ],
    identifiers: [
      'MRN {otherId}',
      'Med rec {otherId}',
      'Trauma ID {otherId}',
      'Visit no {otherId}',
      'Hosp # {otherId}',
      'acc {accession}',
      'Claim number {otherId}',
      'Pump serial no. {serial}',
      'Social {ssn}',
      'Wristband {id}',
      'License plate {otherId}',
      '{prefix} {id}',
    ],
    machine: [
      '{patientCaret}',
      '{patientFamily}, {prefix}',
      '{prefix}^{patientFamily}',
      'Pt:{patientComma}',
      '{id} {prefix}',
    ],
    ages: ['{age}yo male, fall', 'Pt is {age} years old', '{age} y.o. F, syncope', 'A {age}-year-old'],
    commentNarrative: [
      '{sentence} Per {other}, RN, no allergies. {sentence}',
      '{patient} walked in at noon. {sentence}',
      'Ms. {patientFamily} fell on {date}. {sentence}',
      '{sentence} Findings were given to {other} at 4:15 pm. {sentence}',
      'I reviewed this with Dr. {otherFamily}. {sentence}',
      '{sentence} She sees {other} in the pain clinic.',
      'Arrived from {otherInstitution} by ambulance. {sentence}',
      '{sentence} Electronically authenticated by {other} {date}.',
    ],
  },
};
