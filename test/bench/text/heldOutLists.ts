const list = (text: string): readonly string[] => text.split('|').map(item => item.trim());

export const GIVEN_WORDS = list(
  'Joy|Hope|Mark|Grant|Bill|Rose|Faith|Frank|Dawn|Chase|Miles|Sandy|Summer|Autumn|Olive|Lance|Pierce|Reed|Ray|Buck|Cliff|Art|Will|Drew|Gene|Ivy|Violet|Pearl|Ruby|Jade|Amber|April|June|May|Melody|Harmony|Max|Rich|Jack|Penny|Skip|Chip|Rusty|Dusty|Destiny|Charity|Patience|Constance|Victor|Angel',
);
export const FAMILY_WORDS = list(
  'Short|Day|Plant|Foot|Hand|Wall|Stone|Rivers|Fields|Church|Pope|Bishop|King|Knight|Cook|Baker|Singer|Love|Best|Power|Small|Long|Rich|Sharp|Case|Glass|Page|Bond|Cash|Winter|Frost|Snow|Waters|Banks|Woods|Forest|Bush|Marsh|Field|Bridges|Street|Lane|Rhodes|Wise|Noble|Swift|Strong|Savage|Moody|Early|Grove|Hill|Cross|Block|Booth|Booker|Butcher|Carpenter|Carver|Chambers|Dyer|Farmer|Fisher|Gardener|Hunter|Judge|Mason|Miner|Painter|Porter|Shepherd|Skinner|Spicer|Tanner|Weaver|Wheeler',
);
/** Names of many places, first then last, typed from general knowledge rather than from any list in use. */
export const WORLD_NAMES: readonly (readonly [string, string])[] = list(
  'Aoife Ní Bhriain|Siobhán Gallchobhair|Eilidh MacIlwraith|Anwen Llewelyn-Pugh|Tuomas Hämäläinen|Aino Kettunen|Kjersti Haugland|Sindre Brekkhus|Þórdís Guðlaugsdóttir|Snorri Björgvinsson|Rasa Žukauskaitė|Jānis Kalniņš|Kaarel Tammsaar|Zdeňka Hrubešová|Přemysl Dvořáček|Lukáš Havlíček|Ágnes Szentgyörgyi|Botond Kerekes|Ioana Căpraru|Răzvan Munteanu|Desislava Hadzhieva|Stoyan Velichkov|Milica Stojiljković|Dragoljub Perišić|Nives Grgurić|Tihomir Vuković|Ayşegül Karabulut|Serkan Yıldırımoğlu|Eleftheria Papakonstantinou|Athanasios Tsoukalas|Oksana Hrytsenko|Bohdan Shevchuk|Nguyen Thi Hoa|Pham Van Duc|Siti Nurhaliza Rahman|Wayan Sudiarta|Chukwuemeka Okonjo|Adaeze Nwachukwu|Thandiwe Mthembu|Sipho Ndlovu|Kwabena Asante-Boateng|Abena Owusu|Fatoumata Diallo|Mamadou Keïta|Tigist Haile|Girma Wolde|Zainab Al-Khatib|Khaled Bin Rashid|Shirin Golestani|Farhad Mokhtari|Parvathi Subramaniam|Venkatesh Iyengar|Harpreet Sandhu|Gurdeep Dhaliwal|Tharindu Wickramasinghe|Dilrukshi Jayawardene|Hyun-woo Namgung|Seo-yeon Hwangbo|Xiulan Ouyang|Zhiqiang Sima|Haruka Kusanagi|Takeshi Morinaga|Itzel Xicoténcatl|Cuauhtémoc Ávila|Yamileth Quispe|Wilber Mamani|Thiago Figueirôa|Conceição Guimarães|Ximena Etxeberria|Iker Zubizarreta|Núria Puigdomènech|Oriol Casadevall|Gwénaëlle Le Goff|Loïc Kerguélen|Maëlys Castaignède|Ottavia Bonfiglioli|Gianmarco Sciascia|Liselotte Oberhuber|Korbinian Wörndl|Wiebke Petersdorff|Hauke Thomsen|Sjoerd Hoekstra|Femke Wijnands|Agnieszka Wrzosek|Przemysław Gąsiorowski|Leilani Kahananui|Koa Makoa|Talulah Begay|Dakota Yellowhorse|Jaxtyn Broadnax|Kamryn Thibodeaux|Quenten Fontenot|Shaniqua Gadsden|Deshawn Pettway',
).map(name => {
  const at = name.indexOf(' ');
  return [name.slice(0, at), name.slice(at + 1)] as const;
});

/** Syllables from which names are made that stand in no list. */
export const ONSETS = list(
  'Ba|Be|Bo|Bra|Ca|Cor|Da|De|Dro|El|Fe|Fla|Ga|Gri|Ha|Hel|Ja|Jo|Ka|Kle|La|Le|Lo|Ma|Mel|Mo|Na|No|O|Pa|Pe|Pre|Ra|Ro|Sa|Sel|Sko|Ta|Te|Tro|U|Va|Ve|Vo|Wa|Wen|Ya|Za|Zu',
);
export const MIDDLES = list(
  'ba|ca|da|de|di|ga|go|la|le|li|lo|ma|me|mi|na|ne|ni|ra|re|ri|ro|sa|se|ta|te|ti|to|va|ve|vi|zo|nde|nka|rri|lla|tta',
);
export const ENDINGS = list(
  'bach|berg|by|dahl|den|dorf|elli|ez|ham|han|ich|ides|ier|ina|ini|ko|land|ley|li|man|mann|ner|nik|nova|oglu|ois|ola|one|ova|quist|res|rick|sen|ski|son|sson|stad|stein|strom|ton|ux|ville|wicz|worth|yan|za',
);

export const US_STREETS = list(
  'Sycamore|Old Mill|Thornhill|W 14th|N 3rd|Palmetto|Ridgecrest|Chestnut|Delancey|Wexford|East Hanover|Martin Luther King|Lakeview|S Pulaski|Quail Hollow|Cedar Bluff|Arroyo Seco|Dogwood|Magnolia|Tamarack|Bluebonnet|Peachtree|Lincoln|Van Buren|Sunset|Canterbury',
);
export const US_TYPES = list(
  'St|Ave|Blvd|Dr|Ln|Rd|Ct|Way|Pl|Cir|Street|Avenue|Drive|Lane|Road|Court|Terrace|Trail|Pkwy|Loop|Trace|Crossing',
);
export const US_TOWNS = list(
  'Ypsilanti|Chillicothe|Murfreesboro|Tuscaloosa|Pocatello|Opelousas|Winnemucca|Oshkosh|Kalispell|Punta Gorda|Sault Ste. Marie|Walla Walla|Fond du Lac|Terre Haute|Eau Claire|Bowling Green|Grand Forks|Cape Girardeau|Elk Grove Village|Fort Smith|Lake Charles|Cedar Rapids|Sioux Falls|Port Huron|Council Bluffs|Hot Springs',
);
export const US_STATES = list('MI|OH|TN|AL|ID|LA|NV|WI|MT|FL|WA|IN|KY|ND|MO|IL|AR|IA|SD|TX|GA|NC|VA|PA|NY|CA');

export const HOSPITAL_HEADS = list(
  'Saint Brigid|Riverbend|Thornhill|Harlow|Ridgecrest|St. Casimir|Blessed Trinity|Cedar Bluff|Quincy Adams|Northgate|Penrose|Okefenokee|Marlborough|Sable Point|Whitcomb|Greenbriar|Alder Creek|Holloway|Pinecrest|Wellstone',
);
export const HOSPITAL_TAILS = list(
  'Hospital|Medical Center|Clinic|Regional Hospital|Community Hospital|Memorial Hospital|Cancer Center|Health System|Imaging Center|General Hospital|Medical Group|Infirmary',
);

export const FOREIGN_ADDRESSES = list(
  '14 Church Lane, Leeds LS6 2AB|Flat 3, 27 Albion Road, Edinburgh EH7 5QP|8 Woodlands Close, Cheltenham GL52 3HY|22 Rathmines Road, Dublin 6|1450 Rue Sherbrooke, Montréal QC H3G 1K4|77 Bloor Street West, Toronto ON M5S 1M2|12 rue des Lilas, 69003 Lyon|5 bis avenue Jean Jaurès, 31000 Toulouse|Lindenstraße 48, 50674 Köln|Am Wehrhahn 12, 40211 Düsseldorf|Bahnhofstrasse 9, 8001 Zürich|Mariahilfer Straße 101, 1060 Wien|Prinsengracht 263, 1016 GV Amsterdam|Kerkstraat 14b, 9712 Groningen|Via Garibaldi 21, 16124 Genova|Corso Vittorio Emanuele 88, 80121 Napoli|Calle de Alcalá 45, 28014 Madrid|Avenida Diagonal 512, 08006 Barcelona|Rua Augusta 230, 1100-053 Lisboa|Rua das Flores 17, Porto|ul. Mickiewicza 12, 31-120 Kraków|ul. Długa 7, 80-831 Gdańsk|Storgatan 31, 852 30 Sundsvall|Drottninggatan 5, Uppsala|Karl Johans gate 22, 0159 Oslo|Vestergade 18, 8000 Aarhus|Mannerheimintie 4, Helsinki|42 Wattle Grove Road, Geelong VIC 3220|9 Jacaranda Street, Toowoomba QLD 4350|Hauptstr. 5, 97070 Würzburg',
);

/** Descriptors that identify nobody. */
export const PLAIN = list(
  'CHEST PA AND LAT|Thorax seitlich stehend|Abdo+pelvis venous 3mm|t2_blade_tra_p2_320|SAG T1 FLAIR C-SPINE|Cor STIR hips|ep2d_diff_b50_400_800_tra|MPRAGE 1mm iso ADC GAP|Lung algo 1.25|BONE PLUS 0.625mm|CTA runoff bolus tracking|Perfusion rCBV map|DWI b1000 ADC|AX DTI 32 DIR|Dynamic liver arterial 25s|Portal venous 70 s|Delayed 5 min|Delayed 10:00|MIP Range[1]|Sag MPR 2.0|Patient Protocol|Dose Report|Topogram 0.6 Tr20|Scout 2 view|LCC|RMLO implant displaced|Tomosynthesis R CC|US THYROID W DOPPLER|US Scrotum and contents|Echo TTE complete w color|Myocardial perfusion rest/stress|Tc-99m MDP whole body|FDG PET skull base to thigh|PET AC 3D|CTAC standard|NAC|RTSTRUCT prostate v2|PTV_5040|GTV boost|Knee AP standing bilat|Foot 3 views wb|L-spine flexion extension|Barium swallow modified|Voiding cystourethrogram|Hysterosalpingography|Cerebral angiogram 6 vessel|TACE segment 6|Biopsy needle guidance|Kyphoplasty L2|3D TOF circle of Willis|pCASL PLD 1800|MRCP radial|VIBE dixon opp|Q-flow aorta|SSFP 4ch cine|T1 map native MOLLI 5(3)3|Late gad PSIR|Cine sax stack 12 sl|High res temporal bones|Sinus without contrast|Abdomen KUB supine|Portable chest 0530|Post intubation film|Line placement check|AAA screening|Carotid duplex bilateral|Venous doppler left leg r/o DVT|Bone age left hand|Skeletal survey 12 views|DEXA hip and spine|Orthopantomogram|Periapical 14-16|OCT macula cube 512x128|Fundus OD 45 deg|Slide 2 H&E 40x|Ki-67 clone MIB-1|Endoscopy upper GI|Colonoscopy cecum|ECG 12 lead 25mm/s|Hodgkin staging CT|Baker cyst eval|Swan-Ganz tip position|Towne view|Stenvers projection|Lisfranc injury protocol|Colles fracture f/u|Chopart joint|Bosniak 2F cyst follow up|Graves disease uptake|Hill-Sachs lesion MR arthro|Osgood-Schlatter|Perthes frog leg|Schatzki ring|Tarlov cyst sacrum|Wilms tumor restaging|RECIST 1.1 baseline|BI-RADS 4A right|LI-RADS 3 segment VII|PI-RADS v2.1|Gleason 3+4|ACR TIRADS TR4|Fleischner 6 mm nodule|NIHSS 4|ASPECTS 9|Hounsfield 35|SUVmax 7.2|eGFR 58|creatinine 1.1 mg/dL|glucose 104|flow 3.5 mL/s 90 mL|kVp 120 mAs 210|pitch 0.984:1|FOV 240 matrix 256x192|TR 4500 TE 92 ETL 17|slice 12 of 64|Phase 40 %|Series 3 Image 47|software syngo MR E11|VB19A|DV26.0_R03_1831.b|release 5.4.1.2|serial imaging of aneurysm|Firmware 4.0.2|1.25x0.625 HELICAL|40/4 window|W400 L40|STD/FULL|B31f|Br40d3|I70f 3|FC08|UB|C|YA',
);

/** Sentences of reports and comments that identify nobody. */
export const SENTENCES = list(
  'No acute osseous abnormality.|Comparison is made with the previous examination.|There is mild cardiomegaly without edema.|The endotracheal tube terminates 4 cm above the carina.|Patient unable to hold breath.|Patient declined intravenous contrast.|Study limited by body habitus.|Small hiatal hernia.|Findings were discussed with the surgical team.|Recommend follow up in 6 months.|No evidence of pulmonary embolism.|Scattered fibroglandular densities.|Status post right hip arthroplasty in good alignment.|Correlate with laboratory values.|A 7 mm nodule is stable since the prior study.|Motion artifact on sequences 4 and 7.|Contrast extravasation of 15 mL in the left forearm.|Premedicated with prednisone and diphenhydramine.|Claustrophobic, sedation given.|Technically adequate study.|65 year old woman with back pain.|The gallbladder is contracted.|Per protocol, delayed images were obtained.|Fell from a ladder onto the right shoulder.|History of Crohn disease with ileal resection.|Hemoglobin 10.2, platelets 145.|Transferred from outside facility with images on disc.|Repeat acquisition due to wrap artifact.|Needle advanced under fluoroscopic guidance.|Time out performed before the procedure.|Heart rate 62 during acquisition.|Beta blocker given one hour before scan.|Glucose 118 mg/dL before injection.|Injected dose 370 MBq in the right antecubital vein.|Uptake time 63 minutes.|Images sent to PACS.|Ordered for persistent cough.|Performed for staging of lung cancer.|Referred by the emergency department.|Called to the ward for urgent portable.|Seen at follow up in clinic.|Signed electronically by the attending.|Read by the on call resident.|Discussed with the referring team by telephone.|Please call with questions.|Lives alone, uses a walker.|Mother had breast cancer at 52.|Brother with colon cancer.|Wife assists with transfers.|Insurance approval pending.|Address the pneumothorax first.',
);
export const PREFIXES = list(
  'CT Abdomen|MR Brain|US Renal|XR Wrist 3V|Chest 2 views|PET/CT|Mammogram diag|NM Bone scan|Fluoro UGI|SAG PD FS|AX T2 FSE|Thin bone|3D recon|LUNG 1mm|ULTRASOUND NECK|cor stir|Head wo|MRA carotids|Echo|DEXA',
);
