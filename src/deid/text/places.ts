import { wordSet } from './wordClasses';

/** Words places and addresses are made of. All folded. */
export const STATE_CODES =
  wordSet(`al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj
  nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr vi gu as mp fm mh pw aa ae ap`);

/** Codes that are ordinary words or imaging jargon too. */
export const AMBIGUOUS_STATE_CODES = wordSet('ct pa la ms al or in me hi ok id co ma mi ne de md as nm sc pr nd sd ar');

export const STATE_NAMES =
  wordSet(`alabama alaska arizona arkansas california colorado connecticut delaware florida georgia
  hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi
  missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington
  wisconsin wyoming`);

/** Canadian provinces and Australian states, as written before a postal code. */
export const OTHER_STATE_CODES = wordSet('ab bc mb nb nl ns nt nu on pe qc sk yt nsw qld vic tas act');

/** Street types that are hardly ever anything else. */
export const STREET_TYPES =
  wordSet(`street avenue road drive lane boulevard parkway court terrace place highway turnpike
  circle strasse weg allee gasse`);

export const STREET_ABBREVIATIONS = wordSet('st ave av rd dr ln ct blvd way pl cir ter pkwy hwy sq');

/** USPS street suffixes, many of them ordinary words. */
export const WEAK_STREET_TYPES = wordSet(`st ave av rd dr ln ct blvd way pl cir ter pkwy hwy sq square squares trl trail
  trails run loop walk walks path pass pike row alley bend branch bridge brook brooks burg burgs bypass camp canyon cape
  causeway center centers centre cliff cliffs close club common commons corner corners course courts cove coves creek
  crescent crest crossing crossroad curve dale dam divide drives estate estates expressway extension extensions fall falls
  ferry field fields flat flats ford fords forest forge forges fork forks fort freeway garden gardens gardens gateway glen
  glens green greens grove groves harbor harbors haven heights hill hills hollow inlet island islands isle junction
  junctions key keys knoll knolls lake lakes land landing lights light lock locks lodge mall manor manors meadow meadows
  mews mill mills mission motorway mount mountain mountains neck orchard oval overpass park parks parkways passage pine
  pines plain plains plaza point points port ports prairie radial ramp ranch rapid rapids rest ridge ridges river route
  shoal shoals shore shores skyway spring springs spur spurs squares station stravenue stream streets summit throughway
  trace track trafficway tunnel turnpike underpass union unions valley valleys via viaduct view views village villages ville
  vista wall ways well wells roads lanes avenues wharf quay parade esplanade broadway`);

export const UNIT_WORDS = wordSet(
  'apt apartment suite ste unit box room rm bldg building floor fl lot no psc cmr flat plot sector block blk tower level phase villa shop',
);

export const MILITARY = wordSet('dpo fpo apo psc cmr usns usnv uss usss uscgc');

/** Words that end a street's name as a word of their own, before the number: Lange Reihe 5, İstiklal Caddesi 120. */
export const SEPARATE_ENDINGS =
  wordSet(`str strasse straat weg platz allee gade gata reihe ring damm ufer markt graben steig stieg chaussee
  promenade caddesi sokak sokagi blvd boulevard road avenue street utca korut katu vej laan plein gracht`);

/** Words that begin a street's name in Romance, Slavic and other languages: `rue de la Paix`, `Via Roma`. */
export const STREET_OPENERS =
  wordSet(`rue via calle avenida avda av jr jiron bulevardul bd boul boulevard avenue place strasse c rua ul ulica plaza piazza corso chemin impasse paseo
  carrera viale largo travessa strada camino ronda vicolo allee quai praca praceta carrer cours ulice aleja`);

/** Openers that are also words of imaging or prose: they need a number or a postal code close by. */
export const AMBIGUOUS_STREET_OPENERS = wordSet(
  'via cours largo corso carrera ronda plaza place av c jr boulevard avenue bd',
);

/** Endings of one-word street names: Hauptstrasse, Keizersgracht, Storgatan. */
export const STREET_ENDING =
  /^[a-z]{2,}(?:strasse|str|weg|platz|allee|gasse|straat|laan|gracht|plein|dijk|kade|gatan|vagen|gata|veien|vej|gade|katu|tie|utca|gaten|gt|ring|damm|ufer|singel|steeg)$/;

export const LOCATION_WORDS =
  wordSet(`born lives living resides residing resident located hometown native wohnt wohnhaft
  geboren domiciled relocated moved hails vive nato nata nee ne nacido nacida`);

/** Words that are a health care institution. */
export const INSTITUTION_WORDS =
  wordSet(`hospital hospitals clinic clinics infirmary sanatorium hospice klinikum krankenhaus
  universitatsklinikum spital klinik hopital hospitalier ospedale policlinico ziekenhuis szpital sjukhus sygehus sykehus
  nemocnice korhaz hospices polyclinic clinica clinicas kliniek kliniken klinika praxis sjukhuset sykehuset hopitaux
  clinique hopital sjukhus sykehus klinikken ospedali policlinica sanatorio hospitales chu chru szpitale gemeinschaftspraxis tierklinik`);

/** The same by the ending of a compound: Universitätsspital, Waldkrankenhaus. */
const INSTITUTION_ENDING =
  /(?:^|[a-z]{3})(?:klinik|klinikum|kliniken|krankenhaus|spital|sjukhus|sjukhuset|sykehus|sykehuset|sygehus|ziekenhuis|praxis|sanatorium)$/;

/** The last letters of those endings: most words need no pattern. */
const INSTITUTION_LAST_LETTERS = 'klmnst';

export const isInstitutionCompound = (folded: string): boolean =>
  folded.length >= 6 &&
  INSTITUTION_LAST_LETTERS.includes(folded.charAt(folded.length - 1)) &&
  INSTITUTION_ENDING.test(folded);

/** Institution words that the name follows: Klinikum Altstadt, Hospital de la Cruz. */
export const LEADING_INSTITUTION =
  wordSet(`klinikum krankenhaus klinik kliniken hopital hopitaux hospitalier clinique clinica ospedale ospedali
  policlinico policlinica ziekenhuis sjukhuset sykehuset sjukhus sykehus szpital nemocnice spital praxis chu chru sanatorio universitatsklinikum tierklinik kliniek klinika`);

/** Pairs of words that are one. */
export const INSTITUTION_PAIRS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['centre', wordSet('hospitalier')],
  ['centro', wordSet('medico hospitalario hospitalar clinico')],
  ['medisch', wordSet('centrum')],
  ['medical', wordSet('center centre group school college practice')],
  ['med', wordSet('ctr center')],
  ['health', wordSet('system systems center centre network sciences partners')],
  ['healthcare', wordSet('system network')],
  ['cancer', wordSet('center centre institute')],
  ['imaging', wordSet('center centers centre associates partners')],
  ['heart', wordSet('institute center hospital')],
  ['radiology', wordSet('associates group partners')],
  ['surgery', wordSet('center')],
  ['surgical', wordSet('center')],
  ['care', wordSet('center centre')],
  ['diagnostic', wordSet('center centers centre imaging')],
]);

/** Words in an institution's name that do not tell which one it is. */
export const INSTITUTION_GENERIC =
  wordSet(`community general regional memorial health university univ county city medical
  healthcare cancer imaging childrens children national state veterans va methodist baptist presbyterian lutheran catholic
  jewish sacred heart institute veterinary orthopaedic orthopedics dental dermatology oncology cardiology neurology
  pediatric paediatric maternity psychiatric rehabilitation animal equine spine vascular breast associates practice
  universitario universitaria universitaire universitari universitair universitats civil provincial academisch academische evangelisches
  katholisches stadtisches stadtische radiologische akademiska wojewodzki miejski medisch clinico general
  foundation trust infirmary academy campus outpatient ambulatory emergency vet private public federal municipal st saint sainte san santa our lady mercy good samaritan northwestern northern southern eastern western
  central north south east west valley hills heights lake and & of the de la und et for women womens radiology surgical
  orthopedic eye teaching district royal queen king prince princess mount mt group`);

/** A place named by nothing but these is not named: `the referring hospital`. */
export const UNNAMED_INSTITUTION =
  wordSet(`nearby your their his her its same home main satellite affiliated outside other
  another local our this the prior previous private referring community general university regional district hospital
  teaching trauma cancer imaging medical health system care acute an a any`);

/** Named companies end in these. */
export const CITY_STOPS = wordSet('the a an pain bed icu house home');
