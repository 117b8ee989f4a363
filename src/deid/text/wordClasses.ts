/** Closed classes of words that tell what stands beside them. All folded (lower case, no diacritics). */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Titles before a name. */
export const TITLES =
  wordSet(`dr drs dra doctor docteur doktor mr mrs ms miss mx prof professor professeur profesor herr
  frau fru dott dottor dottoressa dottssa mme mlle monsieur madame sr sra senor senora signor signora sir rev nurse dhr
  mevr mw pan pani capt sgt mudr mvdr mevrouw meneer fraulein kollege kollegin collega colega kollega`);

/** Titles that are also something else (multiple sclerosis, a nurse, a pan): they need case or a full stop. */
export const AMBIGUOUS_TITLES = wordSet('mr mrs ms miss sr hr fr mw pan sir rev nurse dhr fru capt sgt');

/** What may stand between a title and the name: `Prof. Dr. med.` */
export const TITLE_TAILS = wordSet('med habil univ prof dr rer nat priv doz ing dipl dent phil h c ssa');

export const RELATIONS = wordSet(`neighbor neighbour friend roommate poa proxy interpreter coworker landlord girlfriend
  boyfriend fiance fiancee stepson stepdaughter stepmother stepfather grandson granddaughter cousin godmother ehepartner
  owner sitter babysitter nanny widow widower companion escort stepbrother stepsister
  lebensgefahrte esposo esposa marido mari femme moglie marito figlio figlia dochter zoon echtgenote echtgenoot zona maz
  mother father mom mum dad spouse wife husband son daughter sister brother guardian parent kin caregiver carer niece
  nephew aunt uncle grandmother grandfather grandma grandpa partner mutter vater ehefrau ehemann sohn tochter madre padre
  hijo hija mere pere fils fille epouse epoux schwester bruder twin`);

/** Words after which a person is named. */
export const ROLES =
  wordSet(`laborant laborantin manip manipulateur manipulatrice mtra mta mtr rta mfa tsr technicien technicienne tecnico
  tecnica technik techniek operateur operatrice operatore operador physiker physikerin medizinphysiker richiedente vet tierarzt translator interprete dolmetscher
  rater annotator perfusionist scrub gez gezeichnet vidiert visum unterschrift firmado firma assinado handtekening untersucherin befunderin pcp gp intern pgy anesthesiologist anaesthetist anesthetist hospitalist pediatrician
  neurologist orthopedist urologist consultant registrar sho rmo copy cc bcc recipient patient pt pts name surname lastname
  firstname fullname client contact attn attention physician physicians phys surgeon radiologist cardiologist oncologist
  technologist tech operator sonographer resident attending fellow md provider referrer requestor requester signed reviewer
  reader radtech ordering referring performing subject employer patientin paciente paziente patienten pacjent pacjentka
  patiente zuweiser zuweiserin uberweiser einweiser hausarzt arzt arztin untersucher befunder radiologe medecin traitant
  medico medecins huisarts verwijzer aanvrager lekarz lakare remittent prescripteur demandeur solicitante medicopreferente
  radiographer physicist dosimetrist therapist pathologist clinician midwife preceptor supervisor chaperone witness
  signatory student doc deputy officer paramedic medic trainee detective chaplain coach kierujacy kierujaca curante zuweisender zuweisende remitterande dictator transcriptionist scribe coordinator investigator pi requestee author observer dictating`);

/** Words that name a person only before a colon: `rad: Kim`. */
export const COLON_ROLES = wordSet(`ref req rad rn np op physician author observer user per initials inits phys dictator
  signed read reading from sender by owner scanner acquired who staff doctor dr mr person`);

/** Endings of words for a profession of medicine, in the languages of the vocabulary: neurologist, Radiologe, podologue. */
const PROFESSION =
  /(?:ologist|ologists|ologue|ologe|ologin|ologo|ologa|iatrist|iatre|iater|iatro|grapher|grapherin|technician|techniker|technikerin|dentist|ontist|ienist|icist|acist|internist|apist|ometrist|thetist|arzt|arztin|doctor|surgeon|chirurg|chirurgin|chirurgien|therapeut|therapeutin)$/;

/** The last letters of those endings: most words need no pattern. */
const PROFESSION_ENDS = 'tseornag';

/** True for a word for a profession of medicine by its ending. */
export const isProfession = (folded: string): boolean =>
  folded.length >= 6 && PROFESSION_ENDS.includes(folded.charAt(folded.length - 1)) && PROFESSION.test(folded);

/** True for a word after which a person is named: in the list, or by its ending. */
export const isRole = (folded: string): boolean => ROLES.has(folded) || isProfession(folded);

/** Things medicine names after persons: Chiari malformation, Baker cyst. The word before one is no person. */
export const EPONYM_NOUNS =
  wordSet(`cell cells cyst cysts disease syndrome sign fracture fractures dislocation deformity
  malformation anomaly lesion lesions node nodes nodule ligament ligaments muscle duct ducts canal cave foramen fossa
  classification criteria method stage grade type score scale index ratio view views projection position line lines angle
  test maneuver manoeuvre reflex phenomenon procedure operation technique protocol incision approach repair graft shunt
  tube catheter stent clip coil filter plate nail screw needle port line drain bag valve balloon tumor tumour lymphoma
  sarcoma carcinoma dystrophy palsy paralysis chorea ataxia encephalopathy encephalitis thyroiditis arteritis arthropathy
  neuroma aneurysm hernia ulcer pouch gland glands body bodies space triangle ring membrane capsule plexus sulcus fissure
  artery vein membrane loop effect law equation filter kernel transform algorithm sequence equivalent units unit
  guidelines guideline recommendations software workstation server device system scanner level coma regimen
  osteotomy orthosis splint collar sling contracture nodes papules spots plaques granuloma`);

/** Verbs that go on with a sentence about a person; without case to go by they end the name. */
export const SENTENCE_VERBS =
  wordSet(`must may might could would shall ought stay stays brought brings said says told asks asked wants
  wanted came comes went goes gave gives took takes helped helps signed signs drove drives thinks knows knew felt feels fell
  found held interprets observed did does made makes left leaves refused refuses agreed agrees declined states stated reported requested requests
  klagt uber unter mit ohne wegen gegen durch avec sans sous chez con sin sobre entre hasta met zonder naar voor over seit depuis desde
  erreichbar freigegeben acompanhante terug helped will needs needed lives lived works worked has had`);

/** Forms of verbs and abstract nouns in other languages: no continuation of a name that is there already. */
export const FOREIGN_FORM =
  /(?:iert|ierte|aufnahme|aufnahmen|bilder|kontrolle|untersuchung|ierten|ieren|eerd|eren|ado|ada|ados|adas|ido|ida|ato|ata|ati|uto|uta|zione|cion|cao|ung|ungen|heit|keit|ment|ments|tion|sion|mente|lich|isch|ique|iques|able|ible)$/;

/** Roles that are ordinary words in a report (`patient moved`), weaker without a colon. */
export const LOOSE_ROLES = wordSet(
  'student doc deputy officer paramedic medic trainee detective chaplain coach patient pt pts tech resident subject contact md client copy cc attention signed',
);

/** Words before another name of the same person: formerly, also known as. */
export const ALIASES = wordSet('aka alias formerly nee geborene genannt maiden called goes named firmado');

/** Verbs before `by` + a person. */
export const BY_VERBS = wordSet(`supervised monitored anforderung angefordert veranlasst solicitado derivado derivada
  remitido remitida referido uberwiesen zugewiesen befundet untersucht verwezen aangevraagd adresse adressee prescrit
  demande realise richiesto inviato eseguito skierowany consented assisted sedation anesthesia cleared ordered referred
  performed read dictated reviewed signed seen scanned requested interpreted approved reported transcribed injected
  verified ref req authorized acquired done entered examined consulted taken imaged scheduled prepared attested validated
  checked countersigned finalized overread`);

/** `by` in other languages, after a verb of the list above. */
export const BY_WORDS = wordSet('durch by von door por par da dal przez av af');

/** Credentials after a name. */
export const CREDENTIALS = wordSet(`md phd rn np pa pac rt rtr rdms rdcs cnmt arrt dds dmd dpm facr facs frcr mbbs jr sr
  iii iv esq mph bsn do`);

/** Credentials that are nothing else. */
export const SURE_CREDENTIALS = wordSet(`md rn np phd facr frcr crna mbbs dds dmd dpm rdms cnmt rtr rt pac msn aprn fnp
  facs fscai pharmd mbchb frcs facc`);

/** Particles inside a name: van der Berg, de la Cruz. */
export const PARTICLES =
  wordSet(`binti binte ould en i e ui nic giolla de del della di da do dos das van von der den het ter ten la le el
  al bin ibn abu bint mac mc st san santa du des ni o ua af av zu und y`);

/** Function words and words of the forms themselves; never a name, never the start of one. */
export const STOP_WORDS =
  wordSet(`am um vom zum spoke rescan verified fax attn copy pour por para fur pro a an the and or
  but if of at by for with about against between into through during before after above below to from up down in out on
  off over under again then once here there when where why how all any both each few more most other some such no nor not
  only own same so than too very can will just should now is are was were be been being has have had do does did seen dob
  born call called phone tel fax email mrn ssn id acc acct see sent read per via as this that these those his her their our
  your my its it he she they we you who which what date time geb nato nata il ne nee nacido nacida geboren ur urodzony urodzona age year years old yo y m f
  male female reports report results result discussed dictated performed ordered referred admitted scanned transferred
  repeat signed electronically findings finding exam study images image history comparison compare compared prior call monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday
  contact lives address hospital clinic center phys ord given taken speaks speaking denies`);

/** True for a word that cannot start or be a name; `Will` with a capital can. */
export const isStopWord = (token: { readonly folded: string; readonly shape: string }): boolean =>
  STOP_WORDS.has(token.folded) && !(token.folded === 'will' && token.shape === 'title');

/** Words after `Dr` that are not a name: `Dr. requested`. */
export const AFTER_TITLE_STOPS = wordSet(`request requests requested order orders ordered office notified aware informed
  called present desk review visit report suggested wants wanted please will would should is was has had and or to from`);

/** What a form says where a name could stand. */
export const NO_NAME =
  wordSet(`none na unknown self admin normal nil no yes user default anonymous withheld refused pending
  stat routine urgent repeat same other staff various multiple`);

/** Verbs of telling somebody: `discussed with X`, `faxed to X`. */
export const COMMUNICATION_VERBS =
  wordSet(`seen viewed read checked planned contoured besprochen called sent notified discussed reviewed spoke communicated reported faxed
  released given forwarded paged conveyed relayed spoken referred transferred assigned handed talked emailed texted
  delivered mailed correlated confirmed`);

/** Verbs before a place: `scanned at X`. */
export const AT_VERBS =
  wordSet(`performed admitted seen done scanned acquired imaged treated transferred evaluated presented
  exam examined obtained study studies imaging images scan referred followed`);

/** Words before a date without a year. */
export const DATE_WORDS =
  wordSet(`on dated date since dob born birth birthdate lmp surgery injury prior previous compare
  compared comparison exam study from until before after through seen performed done admitted discharged signed expires
  exp thru of last next`);
