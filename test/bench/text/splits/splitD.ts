import type { Random } from '../random';
import { compact, list, pad, type Day, type Split } from './split';

/**
 * Split D: an English-speaking imaging network, the wordings of a public challenge beside clinical ones. Half of the
 * strings identify nobody and are rich in ordinary words. Written before the cleaner was tried on it.
 */
const plain = list(`
CT ANGIO NECK W/WO RUNOFF TO ARCH|MRI LUMBAR PLEXUS W WO|XR SHOULDER GRASHEY AND AXILLARY|US SCROTUM WITH DOPPLER|MAMMOGRAM CALL BACK LEFT SPOT MAG|PET MYOCARDIAL AMMONIA|NM HEPATOBILIARY WITH CCK|FLUORO HIP INJECTION RIGHT|DEXA AXIAL SKELETON|
cor_t1_space_fs_post_orbits|ax_dwi_zoomit_pancreas|sag_pd_tse_menisci|4d_flow_wip_aorta|t2_haste_fetal_brain_ax|stir_coronal_wholebody_station3|t1_starvibe_fb_delayed|asl_pcasl_3dgrase|bold_fingertap_run2|field_map_ap_pa|svs_se_135_cerebellum|qsm_5echo|
LUNG SCREEN LOW DOSE 1.25 MM|BONE SHARP KERNEL 0.6|VNC FROM DUAL ENERGY|IODINE MAP 120 SEC|MIP THICK SLAB 20 CORONAL|CURVED REFORMAT LAD|SUBTRACTED PERFUSION TMAX|PATIENT PROTOCOL|DOSE INFO|SCREEN SAVE|EVIDENCE DOCUMENTS|PRESENTATION STATE 3|
Delayed 10 min prone|Portal venous phase, thin|Arterial bolus tracking|Expiratory images|Inspiratory prone HRCT|Swallow with thin liquids|Valsalva left groin|Stress view external rotation|Weight bearing sunrise|Flexion and extension|Oblique both sides|Cross table trauma|
Whole spine two station|Bilateral breast dynamic|Cardiac shunt Qp:Qs|Rest perfusion 0.1 mmol|Native T1 mapping base mid apex|Late enhancement short axis|Tagging grid 4ch|Real-time cine free breathing|Aortic valve en face|Pulmonary veins pre ablation|
LEFT VENTRICULOGRAM 30 RAO|PIGTAIL AORTIC ROOT|GRAFT TO OM2|JR4 RIGHT CORONARY|IVUS PULLBACK|FFR MID LAD 0.78|BALLOON INFLATION 14 ATM|STENT 3.0 X 18|CLOSURE DEVICE GROIN SHOT|TRANSSEPTAL PUNCTURE|COIL PACKING ANEURYSM|CAROTID DIGITAL SUBTRACTION|
BEAM 1 SETUP KV|CONE BEAM FRACTION 12|PRIMARY PLAN 45 IN 25|BOOST TO 60|OPTIMIZED STRUCTURE SET|CONTOURS AUTOSEGMENTED|DOSE CLOUD COARSE|BREATH HOLD SPIROMETRY SIM|BOLUS 5 MM CHESTWALL|ELECTRON CUTOUT|
Phantom weekly uniformity|Water scan noise check|Flood field cobalt|Center of rotation|Detector gain calibration|Light leak test|Retake 2 of 3|Reject analysis|Test pattern SMPTE|Exposure index low|
B-mode cine loop|Harmonic imaging gain 62|Color box steered|Spectral doppler renal hilum|Elastogram F2|Three vessel cord|Four chamber heart 22 weeks|Placenta posterior|Cervical length transvaginal|Follicle count right|Endometrial stripe|Gallbladder decubitus|
ORAL CONTRAST GIVEN AT 0700|NPO SINCE MIDNIGHT|GLUCOSE 98 AT INJECTION|CREATININE 0.9 EGFR OVER 60|HEART RATE 58 AFTER METOPROLOL|20 GAUGE LEFT ANTECUBITAL|INJECTION RATE 4.5 ML/S|EXTRAVASATION NONE|PREMEDICATED FOR HIVES|PREGNANCY TEST NEGATIVE|
Bite block used|Knee coil 15 channel|Head first supine|Feet first decubitus right|Arms above head|Gantry tilt minus 12|Half dose per protocol|Motion artifact mild|Metal artifact from hardware|Repeat at no cost|Terminated early, claustrophobia|Sedation by anesthesia team|
RESEARCH ONLY DO NOT BILL|ARM B VISIT 3|BASELINE WEEK 0|SCREEN FAILURE|UNBLINDED READER 2|CENTRAL LAB UPLOAD|HEALTHY VOLUNTEER|TRAVELING PHANTOM|REPEATABILITY SCAN B|SUBSTUDY CARDIAC|
2D PLANNING TEMPLATE KNEE|CEPHALOMETRIC TRACING|PANORAMIC MIXED DENTITION|BITEWING 4 FILM|IMPLANT GUIDE UPPER|HOOF LATERAL|CANINE ELBOW CRANIOCAUDAL|FELINE THORAX THREE VIEW|REPTILE DORSOVENTRAL|
GROSS SPECIMEN CUT SURFACE|IHC KI67 40X|FUNDUS RED FREE|CORNEAL TOPOGRAPHY|WOUND PHOTO HEEL|COLONOSCOPY CECUM RETROFLEX|LARYNX STROBOSCOPY|CYSTOSCOPY TRIGONE
`);

const sentences = list(`
The liver is smooth in contour.|Scattered colonic diverticula without inflammation.|A calcified granuloma sits in the lingula.|The ventricles are normal for age.|There is partial opacification of the mastoid air cells.|No hydronephrosis on either side.|A tiny hiatal hernia is again seen.|
Postsurgical clips in the gallbladder fossa.|The endotracheal tube ends 3 cm above the carina.|Right basilar opacity may reflect atelectasis or aspiration.|Healing fracture of the fifth metatarsal base.|Tricompartmental osteoarthritis, worst medially.|Full thickness supraspinatus tear with 2 cm retraction.|
The fetus is in breech presentation.|Amniotic fluid appears adequate.|Dense breasts may hide small masses.|Clustered microcalcifications are stable over two years.|Benign appearing lymph node in the tail.|The thyroid is heterogeneous and mildly enlarged.|Sluggish flow through the popliteal vein.|
Ankle brachial index was 0.7 at rest.|Ventilation and perfusion are matched.|Gastric emptying is delayed at four hours.|Physiologic uptake in brown fat.|Lytic lesion in the iliac wing with soft tissue component.|Target volume covers the resection bed.|Isodose lines spare the cord.|
Tolerated the procedure well.|Bleeding was minimal.|The catheter was exchanged over a wire.|Sutures removed at bedside.|Local anesthetic was given.|Specimens were sent to pathology in formalin.|He was unable to hold his breath.|She became anxious in the scanner.|Interpreter was used by telephone.|
Cut hand on glass while cooking.|Struck by a soccer ball.|Twisted knee playing pickleball.|Numbness in both feet for a year.|Night sweats and weight loss.|Works as a welder, orbits cleared.|Retired teacher, former smoker.|Takes warfarin for a mechanical valve.|Ate breakfast before the test.|Cochlear implant, no magnet.|
Mild Raynaud phenomenon in winter.|Consistent with Meckel diverticulum.|Bosniak class II cyst.|Lisfranc interval is widened.|Hill-Sachs defect with Bankart tear.|Modic changes at two levels.|Gleason sum was seven.|Known Crohn ileitis.|Treated Graves orbitopathy.|Wegener granulomatosis in remission.|Foley catheter decompresses the bladder.|Kerley lines at the bases.|
Compared with the prior study there is no change.|Follow up in one year by ultrasound.|Clinical correlation is advised.|Results were available at the time of dictation.|Findings suggest early infection.|Consider biopsy if this persists.|Limited by body habitus and bowel gas.|Further characterization with MRI may help.|Three dimensional images were made on a workstation.|The examination was performed according to protocol.|
Radiation dose was kept as low as possible.|Scan range from skull base to mid thigh.|Total fluoroscopy time 2.4 minutes.|Contrast volume 90 ml followed by saline.|Images were sent to the archive.|Software was updated to the current release.|Coil element four was replaced.|Quality was rated good by two readers.
`);

const prefixes = list(
  'CT Sella|MR Enterography|XR Toes|US Appendix|PET Bone|DX Sacrum|NM Salivary|3D Knee|T2 Axial|FLAIR 3D|Chest Portable|DSA Pelvis|Tomo Right|KUB Upright|Spot Views|Low Dose Lung|Doppler Legs|Cine Mitral|Arthro Wrist|Panoramic|Plan QA|Hand Bone Age|IAC Thin|Scapula Y',
);

const given = list(`
Angela|Brandon|Caitlin|Derek|Erin|Frederick|Gloria|Isaac|Janelle|Kurt|Mitchell|Nadine|Otis|Penelope|Randall|Stacey|
Valerie|Wendell|Brett|Colleen|Darlene|Elliott|Gilbert|Jasmine|Keith|Lamont|Nicole|Owen|Patrice|Roxanne|Simone|
Trevor|Vincent|Whitney|Lakisha|Guadalupe|Esteban|Rafael|Priyanka|Sanjay|Xin|Yuki|Jihoon|Anneliese|Matteo|Ingrid|
Katarzyna|Brook|Suresh|Kavya|Ting|Kenji|Tuan|Kwaku|Ronan|Piotr|Yulia|Marek|Grace|Lupe|Amit|Nisha|Rana|Ahmad|
Esperanza
`);

const family = list(`
Bergman|Calloway|Donovan|Eastman|Fitzgerald|Ingram|Jamison|Kowalski|McAllister|Norwood|Ostrander|Stapleton|
Thornberry|Vaughn|Whitaker|Yarbrough|Zeller|Bradshaw|Conway|Dempsey|Everhart|Flanagan|Grimaldi|Huffman|Iverson|
Jarrett|Kessler|Lombardi|Navarro|Oquendo|Pantoja|Santillan|Tovar|Villalobos|Deshmukh|Venkataraman|Xiong|Zhou|
Takeuchi|Ryu|Hoang|Trinh|Farouk|Shirazi|Schumacher|Vogel|Moreau|Rossi|Wojciechowski|Petrenko|O'Sullivan|MacGregor|
Brooks|Parks|Drake|Moon|Tripp|Kitchens|Beaver|Kirkland|Langston|Nichols|Pruitt|Radcliffe|Stanhope|Tillman|Wexler|
Subramanian|Chakraborty|Ueda|Baek|Rahimi|Lehmann|Ferrari|Zielinski|Eze|Nasri|Bonilla|Cárdenas
`);

const institutions = list(`
Larkspur Valley Hospital|Pinecrest Community Medical Center|Tidewater Orthopedic Clinic|Saint Brendan Hospital|Redstone Regional Medical Center|Kettle Lake Imaging Center|Wolcott and Hines Health System|Bayberry Children's Hospital|Iron Range Clinic|Mount Hebron Cancer Center|
Dunmore Memorial Hospital|Sandhill University Hospital|Clearbrook Surgery Center|Vista Grande General Hospital|Ashby Heart Institute|Fairmont Veterans Hospital|Old Mill Family Clinic|Prescott Women's Hospital
`);

const towns = list(`
Chattanooga, TN|Duluth, MN|Eugene, OR|Savannah, GA|Kalamazoo, MI|Boise, ID|Worcester, MA|Fargo, ND|Tucson, AZ|
Baton Rouge, LA|Sioux Falls, SD|Cedar Rapids, IA|Chula Vista, CA|Lake Charles, LA|Knoxville, TN
`);

const STREETS = list(
  'Sycamore|Magnolia|Washington|Chestnut Hill|E 14th|SW Barlow|Deer Run|Larch|Hillcrest|Fox Hollow|Monroe|Old Ferry|Pinehurst|Queensbury|Tamarack|Vine|Wildwood|Yorkshire|S Halsted|Meadowlark',
);
const TYPES = list('St|Ave|Rd|Dr|Ln|Blvd|Street|Avenue|Road|Drive|Circle|Way|Ct|Pkwy');
const address = (random: Random): string => {
  const street = `${1 + random.below(9)}${random.digits(1 + random.below(4))} ${random.pick(STREETS)} ${random.pick(TYPES)}`;
  const [town, state] = random.pick(towns).split(', ') as [string, string];
  const unit = random.pick(['', '', '', '', ' Apt 12', ' Unit 7', ', Suite 210', ' #3']);
  return random.pick([
    `${street}${unit}, ${town}, ${state} ${random.digits(5)}`,
    `${street}${unit} ${town}, ${state} ${random.digits(5)}`,
    `${street}${unit}, ${town} ${state} ${random.digits(5)}`,
    `${street}${unit}, ${town}, ${state}`,
    `${street}${unit}, ${town}`,
    `${street}${unit}`,
    `PO Box ${random.digits(4)}, ${town}, ${state} ${random.digits(5)}`,
  ]);
};

const foreignAddresses = list(`
18 Kingsway, Cardiff CF10 3FD|7 Rosebery Crescent, Edinburgh EH12 5JP|240 Bloor Street West, Toronto ON M5S 1V8|88 Queen Street, Brisbane QLD 4000|5 Willis Street, Wellington 6011|Lindenstrasse 40, 50674 Köln|9 rue des Lilas, 31000 Toulouse|Calle Alcalá 77, 28009 Madrid
`);

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const date = (random: Random, day: Day): string => {
  const { y, m, d } = day;
  const month = MONTHS[m - 1] as string;
  return random.pick([
    `${m}/${d}/${y}`,
    `${pad(m)}/${pad(d)}/${y}`,
    `${m}/${d}/${pad(y % 100)}`,
    `${pad(m)}-${pad(d)}-${y}`,
    `${y}-${pad(m)}-${pad(d)}`,
    `${month} ${d}, ${y}`,
    `${month.slice(0, 3)} ${d}, ${y}`,
    `${d} ${month} ${y}`,
    `${pad(d)}-${month.slice(0, 3)}-${y}`,
    `${pad(d)}${month.slice(0, 3).toUpperCase()}${y}`,
    compact(day),
  ]);
};

const phone = (random: Random): string => {
  const [a, b, c] = [`${2 + random.below(8)}${random.digits(2)}`, random.digits(3), random.digits(4)];
  return random.pick([
    `${a}-${b}-${c}`,
    `(${a}) ${b}-${c}`,
    `(${a})${b}-${c}`,
    `${a}.${b}.${c}`,
    `1-${a}-${b}-${c}`,
    `+1 ${a} ${b} ${c}`,
    `${a}-${b}-${c} x${random.digits(3)}`,
    `${a} ${b} ${c}`,
  ]);
};

const identifier = (random: Random): string =>
  random.pick([
    random.digits(7),
    random.digits(9),
    `${random.letters(1)}${random.digits(8)}`,
    `${random.letters(2)}${random.digits(6)}`,
    `${random.digits(2)}-${random.digits(6)}`,
  ]);

export const splitD: Split = {
  plain,
  sentences,
  prefixes,
  given,
  family,
  otherNames: [
    'Mary Beth|Kilpatrick',
    'Juan Carlos|de la Garza',
    'Anna-Marie|Van Houten',
    'Thi Thu|Pham',
    'Abdul Rahman|Siddiqi',
    'John Paul|St. Clair',
    'Sun-hee|Bae',
  ],
  institutions,
  addresses: address,
  foreignAddresses,
  towns,
  date,
  phone,
  identifier,
  upper: 0.28,
  lower: 0.05,
  templates: {
    midiPatient: ['{plain} for {patient}', '{prefix} for {patient}', '{plain} for {id}', '{prefix} for {ssn}'],
    midiDate: ['{plain} {studyCompact}', '{prefix} {date}', 'Performed {studyCompact}'],
    midiOrder: [
      'Ordered for {patient} by Dr. {referringFamily}',
      'Ordered for {ssn} by Dr. {referringFamily}',
      'Ordered for {id} by {initials}',
    ],
    midiPlace: ['{plain} at {acronym}', 'Performed at {acronym}', 'Admitted to {institution} on {study}'],
    midiContact: ["The patient's address is {address}", "Patient's phone is {phone}", '{prefix}, {usAddress}'],
    staff: [
      'Protocol set by {other}',
      'Overnight coverage {other} MD',
      'Wet read {otherFamily}',
      'Scan supervised by Dr {other}',
      'Cardiology fellow: {other}',
      'Bedside RN {otherGiven} {otherFamily}',
      'Okay to inject per Dr. {otherFamily}',
      'Results called to {other} RN',
      'Case shown to Drs. {otherFamily} and {referringFamily}',
      'Tech note: {otherInitial}',
      'Images checked by {otherInitial}',
      'Second look {otherFamily}, MD',
      'Addended by {other}',
      'REF MD: {otherComma}',
      'Surgeon Dr. {other} wants 1 mm cuts',
      'Acting chief {other}, DO',
      'Physicist on call: {other}',
      'Biopsy by {otherFamily} and team',
      '{prefix} read by {readerFamily}',
      '{prefix} op {operator}',
    ],
    commentFamily: [
      'Daughter {otherGiven} waiting in lobby.',
      'Husband {other} can be reached at {phone}.',
      'Came with grandmother {other}.',
      'Emergency contact {other}, {phone}',
      'Patient prefers to be called {otherGiven}.',
      'Her son {otherGiven} signed the form. {sentence}',
      'Legal guardian is {other}.',
      'Neighbor {otherGiven} {otherFamily} found him on the floor.',
      '{sentence} Ms. {otherFamily} from social work was told.',
      'Caregiver: {other}. {sentence}',
      'Brought in by aunt, {other}.',
      'Boyfriend {otherGiven} at bedside.',
    ],
    contact: [
      'Office {phone}',
      'Please phone {phone} with findings',
      'Beeper {phone}',
      'Fax report {phone}',
      'Home tel. {phone}',
      'contact {email}',
      'Reply to {email}',
      'Cell is {phone}',
    ],
    addresses: [
      '{usAddress}',
      'Mailing address: {usAddress}',
      'Home: {usAddress}',
      'CD mailed to {usAddress}',
      'Moved to {townState} last year',
      'Patient from {townState}',
      'Resident of {townState}',
      'Lives near {usAddress}',
      'Address {foreignAddress}',
      '{prefix} - {usAddress}',
    ],
    institutions: [
      'Prior at {otherInstitution}',
      'Films from {otherInstitution}',
      'Sent by {otherInstitution}',
      'Surgery at {otherInstitution} {date}',
      '{otherInstitution} - {prefix}',
      'Follows at {otherInstitution}',
      'Outside study, {otherInstitution}',
    ],
    dates: [
      'Prior exam {date}',
      'Born {birth}',
      'Surgery on {date}',
      'Injury {date}',
      'Next visit {date}',
      '{plain} {date}',
      'Symptoms since {date}',
      'Chemo ended {date}',
      'Signed {date}',
      'EDD {date}',
      'Scanned {study}',
    ],
    identifiers: [
      'Chart {otherId}',
      'MR# {otherId}',
      'Accession {accession}',
      'Pt ID {id}',
      'Encounter: {otherId}',
      'Policy no. {otherId}',
      'Device serial {serial}',
      'SS# {ssn}',
      'Req {otherId}',
      'Driver license {otherId}',
      '{plain} {id}',
      'Insurance {otherId}',
      'Loop recorder S/N {serial}',
    ],
    machine: [
      '{patientCaret} {prefix}',
      '{patientComma}',
      '{prefix}/{patientFamily}',
      'NAME={patientCaret}',
      '{patientFamily}_{prefix}',
      '{id}_{prefix}',
    ],
    ages: ['{age} year old woman with fall', '{age} yo M', 'Age {age} yrs', '{age}F abdominal pain'],
    commentNarrative: [
      '{sentence} I spoke with Dr. {other} about this. {sentence}',
      'Mr. {patientFamily} returns today. {sentence}',
      '{sentence} Dictated by {other}, MD on {date}.',
      '{patient} was imaged on {study}. {sentence}',
      '{sentence} Copy sent to {other}. {sentence}',
      'Transferred from {otherInstitution} last night. {sentence}',
      'According to {otherGiven}, his wife, symptoms began {date}. {sentence}',
      '{sentence} Case discussed with {otherFamily} in tumor board.',
    ],
  },
};
