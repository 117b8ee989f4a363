import type { Random } from '../random';
import { compact, list, pad, type Day, type Split } from './split';

/**
 * Split A: the mind of an English-speaking department. Written before the cleaner was tried on any of it; afterwards
 * looked at and tuned on.
 */
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const plain = list(`
t2_tse_dixon_cor_p2_W|t2_tse_dixon_cor_p2_F|t1_vibe_dixon_tra_bh_opp|t1_mprage_sag_p2_iso_1mm|t2_spc_sag_p2_iso|
t2_haste_cor_mbh|t1_starvibe_tra_fs_post|ep2d_diff_3scan_trace_p2_ADC|ep2d_bold_moco_p2_rest|ep2d_pace_task_nback|
gre_field_mapping_2mm|tof_fl3d_tra_p2_multi-slab|swi3d_tra_p2_2mm_mIP|resolve_diff_tra_b1000|fl_tof_mip_cow|
cine_trufi_sax_bh|tfi_psir_2ch_delayed|T1map_MOLLI_pre_sax|t2prep_map_sa_base|de_high-res_overview_psir|
3D Ax MP-RAGE +C|3D Sag CUBE FLAIR|Ax BRAVO +C Reformat|Sag CUBE T2 FS|Ax PROPELLER T2|Cor FRFSE-XL T2 FS|
Ax LAVA-Flex MP +C (arterial)|WATER: Ax LAVA Flex|FAT: Ax LAVA Flex|InPhase: Ax LAVA-Flex|3-pl loc SSFSE|Ax DWI ASSET b=50,500|
Apparent Diffusion Coefficient (mm2/s)|Ax 3D SWAN|3D ASL (non-contrast) PLD 2025|Transit delay corrected CBF|Ph2/Ax VIBRANT MPh|
Obl Cor PD FatSat|Sag IDEAL T2 C-spine|3D COSMIC cervical|Ax T1 FSE c fs GD|FIESTA-C IAC|Cor STIR sacrum/SI joints|
sT1W_3D_TFE|T2W_TSE_DRIVE_HR|DelRec - T2W_TSE|dDWI_SSh|eADC_map|mDIXON-W_BH|e-THRIVE_BH_dyn|sBTFE_BH_M2D|VISTA_T2_SPAIR|
3DI_MC_HR|SOUS_3D_PCA|Survey_SHC|B-TFE_BH 4ch|WIP PDW_SPAIR_sag CLEAR|SmartBrain|Ref_Head_8|REST_fMRI_MB4|DTI_medium_iso 32|
FSE10_T2 fc|SE_13_T1 sag|FE3D 15deg TOF|FFE3D_slt|Quick3Dfs Dyn|AdvT1 fs|FASE MRCP radial|TIRM cor hip bilat|
CT ABD/PEL W/O|CT A/P W IV AND PO CONTRAST|ABD/PEL W/O|CT CHEST HI-RES INSP/EXP|CT HEAD WO CONT|CTA CIRCLE OF WILLIS|CTA COW/CAROTIDS|
CT SINUS LANDMARK|CT FACIAL BONES W/O|CT TEMPORAL BONE 0.5|HRCT PRONE|CT KUB STONE LOW DOSE|CTPA 100kV|CT UROGRAM SPLIT BOLUS|
CT TAVR ABD/PEL GATED|Best Diast 73 %|Best Syst 38 %|CorCTA 0.6 Bv40 3 BestDiast 70 %|CaScore 3.0 Qr36 70 %|CALCIUM SCORE SnapShot Pulse|
Smart Score 2.5mm|Thin Lung 1.25 ASIR-V 30%|STND 5.0 THK|BONE+ RECON|Body 5.0 Br38f 3|Lung 1.0 Bl57 3|THIN SOFT 1.0 I30f|HeadSeq 4.8 H31s|
Topo 0.6 T80f|Scano 120kV 50mA|Helical Chest +C|Volume Neck|AXIAL 5/5 SOFT|SAG BONE MPR|COR LUNG MIP 8x2|Monoenergetic Plus 50 keV|
Iodine no water|VNC 1.5|Rho/Z|Z-Eff map|Bolus Tracking Locator|PREMONITORING|MONITORING ROI 1|TEST BOLUS TimeCurve|DOSE INFO|X-Ray Radiation Dose Report|
[WB] AC_CT|[WB] CTAC Body|PET WB AC|PET WB NAC|[DETAIL_BRAIN] PETCT|PT BODY TOF FDG|CTAC 3.75 Thick|MIP PT Vol|Fused PET Tra|SUV bw|F-18 DCFPyL PSMA|
Ga-68 DOTATATE skull to thighs|F18 Florbetapir amyloid|Rb-82 rest dyn|NaF bone PET|PET Brain Interictal|Tc99m Sestamibi stress gated SPECT|SA stress IRNC|VLA rest AC|
MUGA LAO best septal|HIDA w/ CCK EF|Lung perf ANT/POST|V/Q DTPA aerosol|MAG3 lasix renogram|Gastric emptying solid 4hr|DaTscan SPECT|I-123 thyroid uptake 24h|
In-111 pentetreotide|Lymphoscintigraphy breast|Meckel's scan|Sulfur colloid liver spleen|Parathyroid dual phase MIBI|WB bone 3 phase flow|Octreoscan|I-131 post-therapy WBS|
MAMMO SCREEN BILAT TOMO|L CC C-View|R MLO Tomosynthesis Reconstruction|LMLO ID|RXCCL|ML mag calcs|Spot comp LCC|Stereotactic bx R breast|US guided core bx 10 o'clock 4 cm FN|
BI-RADS 4C|DBT slab 6mm|Synthetic 2D V-Preview|CESM recombined LCC|Breast MRI abbreviated AB-MR|Silicone sat Ax|Galactogram|
Panoramic (OPG)|Bitewing right molar|Periapical #14|Ceph lateral|CBCT mandible 0.2 voxel|TMJ open/closed|Occlusal upper|Implant planning maxilla|FMX 18 series|
ECHO TTE LIMITED|PLAX|PSAX AV level|A4C strain GLS|A2C biplane LVEF|Subcostal IVC|TEE bicommissural 3D|Stress echo dobutamine 20 mcg|RVSP TR Vmax|Tissue Doppler S'|
LHC/RCA LAO 30 CRA 20|LV gram RAO|PCI to mid LAD DES|RHC with Swan|FFR/iFR LCx|OCT pullback RCA post|IVUS prox LAD|Balloon aortic valvuloplasty|EP ablation AFib PVI|Watchman LAA closure|
ICD lead check|TAVR valve deployment|ASD Amplatzer|Left femoral runoff DSA|Cerebral angio 3 vessel L ICA|UFE|TIPS revision|TACE seg 7|Y90 mapping|PTC/biliary drain exchange|
Vertebroplasty L1|ERCP sphincterotomy|Barium swallow modified with speech|UGI w/ SBFT|Defecography|HSG|VCUG cyclic|RUG|Arthrogram R shoulder Gd|LP under fluoro|Esophagram Gastrografin|
US ABD RUQ|US RENAL/BLADDER PVR|US DVT LE BILAT|US CAROTID DUPLEX R PSV|US OB 1st trimester NT|OB BPD/HC/AC/FL|BPP 8/8|US PELVIS TV|Fetal 4ch heart|Umb art S/D|US THYROID TI-RADS 3|
US hip infant Graf|US head neonate coronal|US scrotum w/ Doppler|US appendix graded compression|US soft tissue mass forearm|Shear wave elastography liver|CEUS Lumason seg 6|ABI/PVR resting|Vein mapping GSV|
XR Knee 4V WB|Sunrise view|Merchant|Scaphoid views|Swimmer's|Odontoid open mouth|Y-view scapula|Axillary lat|Judet obliques|Inlet/outlet pelvis|Ferguson|Skyline patella|Harris heel|Cobb angle scoliosis EOS|
Bone age L hand|Babygram|Chest portable AP 0500|CXR 1V post line|Decub left|KUB upright|NG placement|Skeletal survey NAI|Long leg standing|Mortise|Shunt series|Lordotic|Rib detail|C-spine flex/ext|Stryker notch|Zanca|
GTV_4D_MIP|ITV 50 Gy/5 fx SBRT LUL|PTV_High 70Gy|CTV LN pelvis|OAR BrainStem PRV3|Kidney_L|Bowel Bag|Plan 1a VMAT 6X-FFF|RTDOSE sum|Field-in-field tangents|HDR ring & tandem|CBCT Fx 12|kV pair ortho|DRR LAO|
Sim CT w/ mask|4DCT phase 50%|Bite block headrest B|DIBH L breast|Adaptive replan #2|Hippocampal sparing WBRT|Electron boost 9 MeV|Brachy US vol study|Portal dose AP|Spine SRS T9|
PHANTOM ACR QA|Daily QC water 120 kVp|Flood Co-57|Sensitometry|Shading correction|Noise calibration|Localizer 3 plane aligned|Key Images|Screen Save|Presentation State|3D SSD carotid|Curved MPR LAD|Batch 2x2|
Screening Trial Arm B Baseline|RECIST 1.1 Week 12|Cycle 3 Day 1 FDG|Visit 4 Safety MRI|RANO progression check|ADNI 3T Accelerated Sag IR-SPGR|HCP lifespan T2w SPC|Phase II central review copy|
VET K9 stifle ML|Feline thorax VD|Equine fetlock DP 65|Canine elbow FLX|Thorax DV avian|Equine navicular skyline|Stifle TPLO post op|Feline abd R lat|Rabbit skull obl|Hip dysplasia ext VD|
RNFL OD|Fundus OS 45 deg|OCT macula cube 512x128|FA early 0:32|Humphrey 24-2|Slit lamp OD|Corneal topography|
EEG routine 21 ch|WSI HE 40x slide B2|Colonoscopy cecum retroflex|Endoscopy GE junction|Dermoscopy nevus back|Wound L heel stage 3|Bronch RML washings|IHC Ki-67
`);

const sentences = list(`
Technique: Helical acquisition through the chest with 1 mm collimation following 80 mL of Omnipaque 350.|
FINDINGS: The lungs are clear bilaterally.|IMPRESSION: 1. No acute intracranial abnormality.|
There is a small left pleural effusion with adjacent compressive atelectasis.|Mild degenerative disc disease at L4-L5 with facet hypertrophy.|
The gallbladder is surgically absent.|Heart size is at the upper limits of normal.|Multiplanar, multisequence imaging of the lumbar spine was obtained.|
Ventricles and sulci are appropriate for age.|No hydronephrosis or obstructing calculus.|Trace free fluid in the cul-de-sac.|
Chronic microvascular ischemic changes are noted in the periventricular white matter.|Left anterior descending artery shows 50-60% stenosis proximally.|
Ejection fraction is estimated at 55 percent by biplane Simpson method.|There is reversible ischemia in the inferolateral wall.|
The ACL is intact; complex tear of the posterior horn of the medial meniscus.|Baker cyst measures 3.2 cm.|No Chiari malformation.|
Hill-Sachs deformity with a small Bankart lesion.|Osgood-Schlatter changes of the tibial tubercle.|Schmorl nodes at multiple levels.|
Findings compatible with Crohn disease of the terminal ileum.|Paget disease of the left hemipelvis is unchanged.|Possible Wernicke encephalopathy.|
Focal uptake in the right iliac bone, SUVmax 6.4.|No FDG-avid lymphadenopathy above the diaphragm.|Deauville 3.|Gleason 3+4 in the left mid gland.|
PI-RADS 4 lesion in the peripheral zone at the apex.|LI-RADS 5 observation in segment VIII.|BI-RADS Category 2: Benign.|Lung-RADS 3, six month follow up advised.|
Skin thickening and trabecular edema of the left breast.|Grouped amorphous calcifications in the upper outer quadrant.|
The patient was unable to tolerate the remainder of the examination.|Exam terminated early because of claustrophobia.|Patient was premedicated with 50 mg of prednisone.|
Technically difficult study due to overlying bowel gas.|Patient coughing during scan, repeat acquisition done.|Removed hearing aids and dentures prior to scan.|
Pt on Coumadin, INR 2.3.|Creat 1.1 eGFR 68.|20G IV right AC, good blood return.|No known drug allergies.|Allergic to shellfish and latex.|NPO after midnight.|
Ureteral jets seen bilaterally.|Fetal heart rate 148 bpm.|Estimated fetal weight 1842 g, 43rd percentile.|Cervical length 3.4 cm.|Amniotic fluid index 13.2.|
Follicles 12 x 14 mm on the left ovary.|Endometrium measures 7 mm.|Normal resistive indices.|Carotid bulbs show calcified plaque without significant stenosis.|
Status post CABG with median sternotomy wires.|Right internal jugular line tip in the superior vena cava.|Enteric tube courses below the diaphragm.|
Interval removal of chest tube without pneumothorax.|Salter-Harris II fracture of the distal radius.|Colles fracture in plaster.|Lisfranc interval preserved.|
Weber B fibular fracture.|Jones fracture of the fifth metatarsal base.|Pott disease cannot be excluded.|Normal Haller cells incidentally noted.|
Dural sinuses are patent.|Meckel cave and Dorello canal are unremarkable.|ASPECTS 9.|Perfusion mismatch ratio 2.1 with core volume 14 mL.|
Radiation treatment to 60 Gy in 30 fractions tolerated well.|Grade 1 dermatitis.|Contours were reviewed at chart rounds.|Isocenter shift 3 mm left, 2 mm superior.|
Bladder filling protocol was followed.|Rectal gas, patient asked to empty and return.|Images are of diagnostic quality.|Will call with results.|See separate report for the abdomen.|
Advised to return if symptoms worsen.|Refer to genetics.|Clinical correlation is recommended.|Reason for exam: cough and fever for 3 weeks.|Indication: right lower quadrant pain, rule out appendicitis.|
History of hypertension, diabetes mellitus type 2 and hyperlipidemia.|Remote tonsillectomy.|Former smoker, 30 pack years, quit 2009.|Works as a welder.|Retired nurse.|
Feline patient sedated with butorphanol.|Canine, neutered, mixed breed.|Left forelimb lameness grade 3/5.|Impacted tooth 38 with pericoronal radiolucency.|
Generalised horizontal bone loss.|Bilateral optic disc cupping.|Macular edema has resolved.|Late washout suggests scar.|Gated images show normal wall motion.|
Delayed enhancement in a subepicardial pattern.|Anomalous origin of the right coronary artery from the left sinus.|No thrombus in the left atrial appendage.|
Agatston score 212.|Zone 2 TEVAR landing.|Type II endoleak from a lumbar branch.|Patent foramen ovale with right-to-left shunt on Valsalva.
`);

const prefixes = list(`
CTA Chest|MRI L-spine|t1_fl2d_sag|NM HIDA|XR Ankle Rt|US Liver|PET Brain|MG Screening|OB Limited|TTE|CT Sim|RT Plan|MR Prostate|CT Neck|Sag T2|COR PD|AX DWI|Lung Scrn|CBCT|OPG|Chest AP|
MRA Head TOF|Cardiac Stress|IR Drain|Arthrogram|DEXA Hip|Bone Scan|Scout|MRCP|CT Enterography
`);

const given = list(`
Warren|Lorraine|Clifford|Maxine|Terrence|Roberta|Desmond|Gwendolyn|Malcolm|Beverly|Stanley|Rosalind|Vernon|Loretta|Garrett|Francine|Sidney|Winifred|Curtis|Henrietta|Leland|Muriel|Ellis|Phyllis|Barney|Eunice|
Hector|Imelda|Ignacio|Socorro|Rigoberto|Graciela|Efrain|Yolanda|Demetrius|Latoya|Tyrone|Shanice|Jamal|Keisha|DeShawn|Ebony|Prakash|Sunita|Anil|Lakshmi|Harpreet|Kiran|Ming|Xiaoling|Hiroshi|Keiko|
Soo-jin|Thanh|Linh|Abdul|Fatima|Yusuf|Zainab|Tariq|Leila|Omar|Giovanni|Francesca|Dmitri|Svetlana|Igor|Ludmila|Kwame|Abena|Olumide|Ngozi|Declan|Siobhan|Callum|Morag|Rhys|Angharad|Nigel|Philippa|
Brayden|Kaylee|Jaxon|Mckenzie|Hunter|Paige|Colton|Skylar|Tucker|Savannah|Wyatt|Addison|Heath|Misty|Glen|Crystal|Clay|Daisy|Rocky|Ginger|Sterling|Iris|Dale|Heather|Wade|Holly
`);

const family = list(`
Abernathy|Blankenship|Culpepper|Dunleavy|Eberhardt|Fitzsimmons|Gallagher|Hutchinson|Ingersoll|Jankowski|Kowalczyk|Lindqvist|MacAllister|Nakagawa|O'Shaughnessy|Pappas|Quigley|Rasmussen|Schwarzkopf|Thibodeaux|
Underhill|Vandermeer|Whittaker|Yamaguchi|Zuckerman|Arredondo|Benavides|Cisneros|Dominguez|Escobedo|Figueroa|Guerrero|Hinojosa|Izaguirre|Jaramillo|Lizarraga|Maldonado|Nevarez|Olivares|Palomino|Quintanilla|
Rentería|Sandoval|Tafoya|Urrutia|Villaseñor|Zamudio|Agarwal|Bhattacharya|Chaudhary|Deshpande|Gopalan|Iyengar|Krishnamurthy|Mukherjee|Natarajan|Raghunathan|Subramaniam|Venkatesan|Chowdhury|Tran|Huynh|Vuong|
Zhang|Ouyang|Liang|Kwok|Leung|Fung|Tanaka|Kobayashi|Watanabe|Choi|Gwon|Al-Rashid|Haddad|Mansour|Khoury|Sayegh|Rostami|Farahani|Popov|Kuznetsova|Ivanenko|Novotny|Dragomir|Papadakis|Bianchi|Ferraro|
Esposito|Okafor|Adeyemi|Mensah|Boateng|Nkrumah|Diallo|Ferguson|Gilchrist|Heatherington|Kilpatrick|Lockwood|Merriweather|Northcott|Ormsby|Pemberton|Ravensdale|Satterfield|Thistlewood|Upchurch|Vickery|Wetherby|
Yarborough|Crabtree|Drinkwater|Goodfellow|Hathaway|Blackburn|Cartwright|Birdsong|Greathouse|Lovelace|Peppers|Ball|Bright|Head|Temple|Fish|Wolf|Starr|Beard|Fox|Crane|Pool|Barnes|Hale|Gray|White|Brown|Green
`);

const otherNames =
  "Mary Beth|Vander Kolk;J. Robert|McElhinney;Ana Lucia|de la Garza;Jean-Luc|St. Pierre;Kathleen|O'Dwyer-Banks;Huda|El-Amin;Wm. Theodore|Bassett III;LaShonda|Pettigrew;Jo Ann|Van Houten".split(
    ';',
  );

const institutions = list(`
Lakeshore Orthopaedic Hospital|Tri-Valley Medical Center|St. Agatha's Hospital|Prairie Winds Regional Medical Center|Bayfront Imaging Center|Duncan Memorial Hospital|Hollister County General Hospital|
Our Lady of Sorrows Medical Center|Kettering Park Hospital|Piedmont Women's Clinic|Silver Maple Health System|Old Dominion Cancer Institute|Tamarind Bay Hospital|Foxworth Veterinary Clinic|Ashcombe Royal Infirmary|
Wexford Park Radiology Associates|Mount Carmel Children's Hospital|Beaumont Ridge Hospital|Copperfield Medical Group|Eastlake Heart Institute|Granite Falls Community Hospital|Bellweather Clinic
`);

const streets = list(
  'Willow Bend|Hawthorne|N Kedzie|Mulberry|Crestview|Old Post|Sandstone|Pelican Bay|Jefferson Davis|E 41st|Turkey Creek|Stonewall|Plum Orchard|Meridian|Fairhaven|Bishop Allen|Whispering Pines|County Line|Harrison|Oleander|Tanglewood|S Halsted|Rolling Meadow',
);
const streetTypes = list('Street|St|Ave|Avenue|Rd|Road|Drive|Dr|Lane|Ln|Blvd|Court|Ct|Place|Pkwy|Circle|Way|Hwy');
const usTowns = list(
  'Schenectady, NY|Waxahachie, TX|Bakersfield, CA|Kenosha, WI|Hattiesburg, MS|Yakima, WA|Altoona, PA|Valdosta, GA|Muncie, IN|Salina, KS|Missoula, MT|Bangor, ME|Lubbock, TX|Dubuque, IA|Elko, NV|Laredo, TX|Paducah, KY|Rapid City, SD|Big Bear Lake, CA|West Palm Beach, FL|New Braunfels, TX|St. Cloud, MN',
);

function address(random: Random): string {
  const street = `${random.digits(1 + random.below(5))} ${random.pick(streets)} ${random.pick(streetTypes)}`;
  const unit = random.pick(['', '', '', ' Apt 4C', ' Suite 210', ', Unit 7', ' #12']);
  const place = random.pick(usTowns);
  const [town, state] = place.split(', ') as [string, string];
  return random.pick([
    `${street}${unit}, ${town}, ${state} ${random.digits(5)}`,
    `${street}${unit} ${town} ${state} ${random.digits(5)}`,
    `${street}${unit}, ${town} ${state} ${random.digits(5)}-${random.digits(4)}`,
    `${street}${unit}, ${town}`,
    `${street}${unit}`,
    `PO Box ${random.digits(4)}, ${town}, ${state} ${random.digits(5)}`,
    `${street}, ${town}, ${state}`,
  ]);
}

const foreignAddresses = list(`
31 Wellington Terrace, Harrogate HG1 4RT|The Old Rectory, Church Street, Ludlow SY8 1AW|Flat 12b, 140 Kilburn High Road, London NW6 4JD|7 Fitzwilliam Square, Dublin 2|19 Beach Road, Bondi NSW 2026|
4/88 Lygon Street, Carlton VIC 3053|203 Ponsonby Road, Auckland 1011|58 Spadina Avenue, Toronto, ON M5V 2J4|1204 17 Avenue SW, Calgary AB T2T 0B8|16 Rose Street, Edinburgh|
42 MG Road, Bengaluru 560001|Plot 7, Sector 15, Noida 201301|Blk 123 Ang Mo Kio Ave 3, Singapore 560123|27 Long Street, Cape Town 8001|9 Hillcrest Close, Bath BA1 5TY|Rosebank Cottage, Mill Lane, Stroud GL5 2LW
`);

const date = (random: Random, day: Day): string => {
  const { y, m, d } = day;
  const month = MONTHS[m - 1] as string;
  return random.pick([
    `${m}/${d}/${String(y).slice(2)}`,
    `${m}-${d}-${y}`,
    `${pad(m)}.${pad(d)}.${y}`,
    `${month.slice(0, 3)} ${pad(d)} ${y}`,
    `${d} ${month.slice(0, 3)} ${y}`,
    `${month} ${d}${d % 10 === 1 && d !== 11 ? 'st' : d % 10 === 2 && d !== 12 ? 'nd' : d % 10 === 3 && d !== 13 ? 'rd' : 'th'}, ${y}`,
    `${pad(d)}/${pad(m)}/${y}`,
    `${y}-${pad(m)}-${pad(d)}`,
    compact(day),
    `${pad(d)} ${month.toUpperCase()} ${y}`,
    `${pad(m)}/${pad(d)}/${y} at 14:35`,
  ]);
};

const phone = (random: Random): string => {
  const [a, b, c] = [random.digits(3), random.digits(3), random.digits(4)];
  return random.pick([
    `(${a})${b}-${c}`,
    `${a}-${b}-${c}`,
    `${a}.${b}.${c}`,
    `${a}/${b}-${c}`,
    `1 (${a}) ${b}-${c}`,
    `${a} ${b}-${c} x${random.digits(4)}`,
    `+1${a}${b}${c}`,
    `0${random.digits(4)} ${random.digits(6)}`,
    `07${random.digits(3)} ${random.digits(3)} ${random.digits(3)}`,
  ]);
};

const identifier = (random: Random): string =>
  random.pick([
    random.digits(8),
    random.digits(6),
    `${random.letters(3)}${random.digits(5)}`,
    `${random.digits(2)}-${random.digits(5)}`,
    `${random.letters(1)}${random.digits(6)}${random.letters(1)}`,
    `${random.digits(4)}-${random.letters(2)}-${random.digits(3)}`,
  ]);

export const splitA: Split = {
  plain,
  sentences,
  prefixes,
  given,
  family,
  otherNames,
  institutions,
  addresses: address,
  foreignAddresses,
  towns: usTowns,
  date,
  phone,
  identifier,
  upper: 0.28,
  lower: 0.06,
  templates: {
    midi: [
      '{prefix} for {patient}',
      '{prefix} for {id}',
      '{plain} {studyCompact}',
      'Performed at {acronym}',
      'Performed {studyCompact}',
      'Ordered for {patient} by Dr. {referringFamily}',
      'Ordered for {id} by {initials}',
      '{prefix} at {acronym}',
      'Admitted to {institution} on {study}',
      "The patient's phone number is {phone}",
      'Address is {address}',
      '{prefix} for {ssn}',
    ],
    staff: [
      'Ordering MD {other}',
      'Referrer: {otherComma} MD',
      'd/w {otherFamily} (ortho)',
      'per radiologist {otherFamily} no contrast',
      'Images sent to Dr {otherFamily} for overread',
      'Radiographer {otherGiven} {otherFamily}',
      'Assisted by {other}, RT(R)',
      'Supervising physician: {other}',
      'Called to ED, spoke w/ {otherFamily} at 1432',
      'Dr {otherFamily} at bedside',
      'resident: {otherFamily}; attending: {readerFamily}',
      'Cardiologist {other} present',
      'cc Drs. {otherFamily} and {referringFamily}',
      '{prefix} [{otherFamily} MD]',
      'Read by: {otherInitial}, DO',
      'technologist: {otherGiven} {otherFamily}',
      'Dosimetrist {other}',
      'Planned by {otherFamily}, approved {readerFamily}',
      'anesthesiologist {otherFamily}',
      'Consult Dr. {other} (heme/onc)',
    ],
    commentPeople: [
      "Patient's mother {other} signed consent.",
      'Brought in by neighbor {other}.',
      'Husband {otherGiven} in waiting room.',
      'Emergency contact {other} {phone}',
      'Legal guardian: {other}, {phone}.',
      'Granddaughter {otherGiven} helped translate.',
      'Owner {other}, dog limping for two weeks.',
      'Her boyfriend {other} reports she fell.',
      'Spoke to the wife, {otherGiven}, about prep.',
      'Contact person: {otherComma}',
      'Sitter {otherGiven} must stay with patient.',
      '{sentence} Patient is the twin brother of {other}. {sentence}',
      'Lives with her aunt {other}.',
    ],
    contact: [
      'Tel {phone}',
      'home phone {phone} cell {phone}',
      'call report to {phone}',
      'Fax: {phone} attn records',
      'e-mail: {email}',
      'Callback # {phone}',
      'beeper {phone}',
      '{prefix}; contact {email}',
    ],
    addresses: [
      '{usAddress}',
      'Mailing address: {usAddress}',
      'resident of {townState}',
      'Lives in {townState}',
      'Pt resides at {usAddress}',
      'ship images to {usAddress}',
      '{prefix} - {usAddress}',
      'Flown in from {townState}',
      'Home addr {usAddress}',
    ],
    foreignAddresses: [
      '{foreignAddress}',
      'Address: {foreignAddress}',
      'Lives at {foreignAddress}',
      'GP practice at {foreignAddress}',
      'moved to {foreignAddress}',
      '{prefix} {foreignAddress}',
    ],
    institutions: [
      'Priors from {otherInstitution}',
      'Transferred from {otherInstitution}',
      'Comparison: CT from {otherInstitution}, {date}',
      'OSH study {otherInstitution}',
      '{otherInstitution}',
      'Treated at {otherInstitution} in 2 cycles',
      'Second opinion for {otherInstitution}',
      'discharged from {institution}',
    ],
    dates: [
      'comparison {date}',
      'DOB {birth}',
      'LMP: {date}',
      'Prior study of {date}',
      'exam date {date}',
      's/p fall {date}',
      'Surgery {date}',
      '{prefix} {date}',
      'implant placed {date}',
      'Injected on {date}',
      'chemo ended {date}',
      'EDD {date}',
      'c/w {date} no change',
      'Dictated {date}',
    ],
    identifiers: [
      'MRN {otherId}',
      'Med Rec # {otherId}',
      'ACC# {accession}',
      'Accession: {accession}',
      'FIN {otherId}',
      'Pt ID {id}',
      'SSN: {ssn}',
      'Policy # {otherId}',
      'subject id {otherId}',
      'serial no. {serial}',
      'Hosp No {otherId}',
      '{prefix} ({id})',
      'account {otherId} self pay',
      'Lic. No. {otherId}',
      'Chip ID {otherId}',
      'case #{otherId}',
    ],
    machine: [
      '{patientCaret}',
      '{patientFamily}_{prefix}',
      '{patientCaret} {studyCompact}',
      '{id}_{patientFamily}',
      'PT: {patientComma} MRN: {id}',
      '{prefix}|{patientComma}|{birth}',
      '{accession}/{prefix}',
      '{patientComma} {prefix}',
      'RefPhys={referringFamily}',
    ],
    languages: [
      'Zuweisender Arzt: {other}',
      'Herr {otherFamily} wurde informiert',
      'Demande du Dr {other}',
      'Dra. {otherFamily} avisada',
      'Pt gezien door dr. {otherFamily}',
      'Prof. {otherFamily} möchte KM',
      'Medico: {otherFamily}',
      'Radiologue : {other}',
    ],
    ages: ['{age} y/o M', '{age} year-old female, fall', '{age}yo', 'Age {age} yrs', 'pt is {age} years old'],
    commentNarrative: [
      '{sentence} Findings discussed with Dr. {otherFamily} by telephone on {date}. {sentence}',
      'Mr. {patientFamily} presents with flank pain. {sentence}',
      '{sentence} {sentence} Dictated by {other}, MD on {date}.',
      'Thank you Dr. {other} for this referral. {sentence}',
      '{sentence} Comparison is made to the exam from {otherInstitution} dated {date}. {sentence}',
      'I, {other}, have personally reviewed the images. {sentence}',
      '{sentence} Nurse {otherFamily} was notified. {sentence}',
      '{patient} was seen in clinic by {other}. {sentence} {sentence}',
      'Per Mrs. {patientFamily}, symptoms began {date}. {sentence}',
      '{sentence} Resident: {otherFamily}. Attending: {other}.',
      '{sentence} Please mail a copy to {other}, {usAddress}. {sentence}',
      'Ms. {otherFamily} (sister) can be reached at {phone}. {sentence}',
    ],
  },
};
