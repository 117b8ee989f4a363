import { ANY_NAME, STRONG_NAME, VOCABULARY, WordClass } from '../lexicon';
import {
  INSTITUTION_GENERIC,
  OTHER_STATE_CODES,
  STREET_ABBREVIATIONS,
  STREET_TYPES,
  UNIT_WORDS,
  WEAK_STREET_TYPES,
} from '../places';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { PARTICLES, STOP_WORDS, wordSet } from '../wordClasses';
import { addressStart } from './addressStart';
import { afterState, isJargon, isMarkIn, isStreetType } from './addressParts';

const ADDRESS_CUES = wordSet(
  'address addr lives resides home located residence residing living house lived moved domicile street mail deliver send ship sent mailed',
);
/** The same a little further ahead in the line, with a date or a name between. */
const ADDRESS_AHEAD =
  /\b(?:address|adresse|anschrift|adres|residence|residing at|lives at|wohnhaft|domicil[ei]o?)\b[^.;|]*$/i;
/** Words between such a cue and the number. */
const CUE_LINKS = wordSet(
  'at to in is the films film cd copy disc disk images image report reports results verified confirmed updated',
);
const SURE_ABBREVIATIONS = wordSet('ave blvd ln rd cir pkwy hwy');
/** Short for a street and, behind a number and words, at the end of a text, nothing else; `ct` is. */
const ENDING_ABBREVIATIONS = wordSet('ave av rd ln blvd pl way cir ter pkwy hwy st dr');
const POSTAL_CODE =
  /(?:(?:ON|QC|BC|AB|MB|SK|NS|NB|NL|PE) )?(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z][ -]?\d[A-Z]\d)(?![A-Za-z\d])/iy;
const MEASURES = wordSet(
  's sec min h hr hrs ms mm cm m ml cc l mg g kg mgy gy mbq mci kv ma hz t bpm x mmhg weeks days',
);
const ORDINAL = wordSet('st nd rd th');
const STREET_ADJECTIVES = wordSet('old new upper lower high main great little front back');
const DIRECTIONS = wordSet('e w n s ne nw se sw north south east west');
/** Evidence from which a number with words behind it is an address. */
const THRESHOLD = 3.5;

interface Street {
  /** Token of the street type. */
  readonly type: number;
  evidence: number;
}

/** Addresses of the form number, street, type, with unit, town, state and code if they follow. */
export function findStreetAddresses(reading: Reading): void {
  if (!reading.hasDigit) return;
  for (const token of reading.tokens) {
    if (token.kind === 'number' && token.text.length <= 6 && !reading.isMarkedAs(token.start, 'address'))
      if (!reading.isMarked(token.start)) {
        findFrom(reading, token);
        if (!reading.isMarked(token.start) && reading.hasAny(',')) findNumberAndPlace(reading, token);
      }
  }
}

/** `72 Nguyen Hue, Kuala Lumpur`: a number, a few names, a comma and a known place, behind a cue or as all of the text. */
function findNumberAndPlace(reading: Reading, number: Token): void {
  const { tokens, classes } = reading;
  if (number.text.length > 4 || tokens[number.index + 1]?.start === number.end) return;
  let at = number.index + 1;
  let names = 0;
  for (let words = 0; words < 4; words++, at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || STOP_WORDS.has(token.folded) || isJargon(reading, token)) break;
    if (token.shape === 'lower' && !reading.isAllLower) return;
    const bits = classes[at] as number;
    if ((bits & ANY_NAME) !== 0 || (bits & VOCABULARY) === 0) names++;
  }
  if (names === 0 || at - number.index < 3 || !isMarkIn(tokens[at], ',')) return;
  const place = tokens[at + 1];
  if (place?.kind !== 'word' || place.shape === 'lower' || ((classes[place.index] as number) & WordClass.place) === 0)
    return;
  if (number.index > 0 && cueEvidence(reading, number) < 1 && place.index + 3 < tokens.length) return;
  let last = place.index;
  while (last - place.index < 3 && tokens[last + 1]?.kind === 'word' && tokens[last + 1]?.shape === place.shape) last++;
  reading.mark(number.start, (tokens[last] as Token).end, 'address', 'address.street', 'number, street and place');
}

/** Evidence already given by what stands before the number. */
function cueEvidence(reading: Reading, number: Token): number {
  if (ADDRESS_AHEAD.test(reading.text.slice(Math.max(0, number.start - 40), number.start))) return 2;
  const previous = reading.tokens[number.index - 1];
  let word = reading.wordBefore(number.index);
  if (word === undefined || word.end <= number.start - 12) return 0;
  if (word.folded === 'and' && previous === word)
    return reading.isMarked(reading.tokens[word.index - 1]?.start ?? -1) ? 1 : 0;
  const direct = word.folded;
  for (let steps = 0; steps < 3 && word !== undefined; steps++) {
    if (ADDRESS_CUES.has(word.folded)) return 2;
    if (!CUE_LINKS.has(word.folded)) break;
    word = reading.wordBefore(word.index);
  }
  return direct === 'at' ? 0.5 : 0;
}

/** Looks for the street type behind the number; weighs the words between. */
function findStreet(reading: Reading, number: Token): Street | undefined {
  const { tokens } = reading;
  const cued = cueEvidence(reading, number);
  let evidence = (number.text.length >= 3 ? 1 : 0) + cued;
  let type = -1;
  let names = 0;
  let jargon = 0;
  let at = number.index + 1;
  // House numbers with a letter or a range: 12b, 18-20.
  if (isMarkIn(tokens[at], '-/') && tokens[at + 1]?.kind === 'number') at += 2;
  const letter = tokens[at];
  if (letter?.kind === 'word' && letter.folded.length === 1 && letter.start === number.end)
    if (number.text.length >= 2) at++;
    else return undefined;
  const first = at;
  // 28 s. Stanford
  if (MEASURES.has(tokens[at]?.folded ?? '') && isMarkIn(tokens[at + 1], '.')) return undefined;
  for (let words = 0; words < 6;) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'number') {
      const next = tokens[at + 1];
      // 1204 17 Avenue SW
      const numbered = words === 0 && token.text.length <= 3 && STREET_TYPES.has(next?.folded ?? '');
      if (numbered) {
        at++;
        words++;
        names++;
        continue;
      }
      if (next?.kind !== 'word' || !ORDINAL.has(next.folded) || next.start !== token.end) break;
      at += 2;
      words++;
      names++;
      continue;
    }
    if (token.kind === 'mark') {
      if (!isMarkIn(token, "'’.-")) break;
      // A full stop behind a longer word ends the sentence: `for 3 weeks. Osgood…`
      if (token.text === '.' && (tokens[at - 1]?.folded.length ?? 0) > 3) break;
      at++;
      continue;
    }
    if (words >= 1 && isStreetType(token.folded)) {
      type = at;
      const next = tokens[at + 1];
      if (STREET_TYPES.has(token.folded)) break;
      if (next?.kind !== 'word' || !isStreetType(next.folded)) break;
      at++;
      words++;
      continue;
    }
    const isLast = at === tokens.length - 1;
    const likely = number.text.length >= 2 || cued > 0;
    if (
      isLast &&
      reading.cut &&
      likely &&
      (words >= 1 || token.folded.length >= 3) &&
      isCutStreet(reading, token, words)
    ) {
      type = at;
      names++;
      break;
    }
    if (STOP_WORDS.has(token.folded) && !(token.folded === 'old' && words === 0)) return undefined;
    const classes = reading.classes[at] as number;
    const ofStreets =
      token.folded.length === 1 ||
      PARTICLES.has(token.folded) ||
      DIRECTIONS.has(token.folded) ||
      STREET_ADJECTIVES.has(token.folded);
    const imaging = (classes & WordClass.imaging) !== 0 && !ofStreets;
    if (imaging) jargon += isJargon(reading, token) ? 1 : 0.5;
    const ordinary = (classes & (WordClass.imaging | WordClass.dicom | WordClass.common)) !== 0;
    // Cottonwood, but not the lead of an electrode.
    const place = (classes & WordClass.place) !== 0 && (classes & WordClass.dicom) === 0;
    if (!imaging && (!ordinary || place || (classes & STRONG_NAME) !== 0)) names++;
    words++;
    at++;
  }
  const lastWord = tokens.length - (tokens[tokens.length - 1]?.kind === 'mark' ? 2 : 1);
  // The value is cut before the type: a cue has to make up for it.
  if (type < 0 && reading.cut && at > lastWord && at > first && jargon === 0 && cued >= 1) type = lastWord;
  if (type < first) return undefined;
  evidence += Math.min(names, 2) - 1.5 * jargon;
  const suffix = (tokens[type] as Token).folded;
  evidence +=
    STREET_TYPES.has(suffix) || SURE_ABBREVIATIONS.has(suffix) ? 2 : STREET_ABBREVIATIONS.has(suffix) ? 1 : 0.75;
  const whole = jargon === 0 && names > 0 && names >= type - first - 1;
  if (whole || (jargon === 0 && cued >= 2)) evidence += 0.5;
  const previous = tokens[number.index - 1];
  const opens = previous === undefined || isMarkIn(previous, ',;:|') || /^(?:at|to|near)$/.test(previous.folded);
  if (type === tokens.length - 1 && opens) {
    if (whole) evidence += 1;
    else if (
      jargon === 0 &&
      number.text.length >= (suffix === 'st' || suffix === 'dr' ? 3 : 2) &&
      ENDING_ABBREVIATIONS.has(suffix) &&
      cased(reading, first, type)
    )
      evidence += 2.5;
    else if (jargon === 0 && STREET_TYPES.has(suffix) && cased(reading, first, type)) evidence += 0.5;
  }
  if (type === lastWord && reading.cut) evidence += 1;
  return { type, evidence };
}

const cased = (reading: Reading, from: number, to: number): boolean =>
  reading.isAllLower ||
  reading.tokens.slice(from, to + 1).every(token => token.shape !== 'lower' || token.kind === 'mark');

/** At the cut end of a value: the beginning of a street type, or of the street itself. */
function isCutStreet(reading: Reading, token: Token, words: number): boolean {
  if (words >= 1 && [...WEAK_STREET_TYPES].some(suffix => suffix.startsWith(token.folded))) return true;
  const classes = reading.classes[token.index] as number;
  const ordinary = WordClass.imaging | WordClass.dicom | WordClass.common;
  return token.shape !== 'lower' && (classes & ordinary) === 0 && !STOP_WORDS.has(token.folded);
}

function findFrom(reading: Reading, number: Token): void {
  const { tokens, text } = reading;
  const previous = tokens[number.index - 1];
  if (previous !== undefined && previous.end === number.start && !isMarkIn(previous, ',([:;#')) return;
  const next = tokens[number.index + 1];
  if (next === undefined || (next.start === number.end && !(isMarkIn(next, '-/,') || next.folded.length === 1))) return;
  if (isMarkIn(next, '.')) return;
  const street = findStreet(reading, number);
  if (street === undefined) return;
  let { evidence } = street;
  let end = (tokens[street.type] as Token).end;
  let at = street.type + 1;
  if (isMarkIn(tokens[at], '.') && tokens[at]?.start === end) end = (tokens[at++] as Token).end;
  // Ang Mo Kio Ave 3, …
  const district = tokens[at];
  if (district?.kind === 'number' && district.text.length <= 2 && isMarkIn(tokens[at + 1], ',')) {
    end = district.end;
    at++;
  }
  const direction = tokens[at];
  if (direction?.kind === 'word' && /^(?:n|s|e|w|ne|nw|se|sw)$/.test(direction.folded) && direction.shape === 'upper') {
    end = direction.end;
    at++;
  }
  const unit = readUnit(reading, at);
  if (unit !== undefined) {
    evidence += unit.evidence;
    end = unit.end;
    at = unit.at;
  }
  const town = readTown(reading, at, end);
  evidence += town.evidence;
  end = town.end;
  if (evidence < THRESHOLD) return;
  if (reading.cut) end = toCutEnd(text, end);
  reading.mark(addressStart(reading, unitBefore(reading, number)), end, 'address', 'address.street', 'street address');
}

/** Start of `Flat 3, ` or `Flat 12b, ` before the house number. */
function unitBefore(reading: Reading, number: Token): number {
  const { tokens } = reading;
  const direct = tokens[number.index - 1];
  if (direct?.kind === 'word' && /^(?:blk|block|plot|shop)$/.test(direct.folded)) return direct.start;
  if (!isMarkIn(direct, ',')) return number.start;
  let at = number.index - 2;
  const letter = tokens[at];
  if (letter?.kind === 'word' && letter.folded.length === 1 && tokens[at - 1]?.kind === 'number') at--;
  const value = tokens[at];
  const word = tokens[at - 1];
  const isUnit = word?.kind === 'word' && UNIT_WORDS.has(word.folded);
  return isUnit && value !== undefined && value.kind !== 'mark' ? word.start : number.start;
}

/** `, Apt. 174`, `#18`, `Suite B`. */
function readUnit(reading: Reading, from: number): { evidence: number; end: number; at: number } | undefined {
  const { tokens } = reading;
  const start = isMarkIn(tokens[from], ',') ? from + 1 : from;
  const word = tokens[start];
  if (word === undefined || !(isMarkIn(word, '#') || (word.kind === 'word' && UNIT_WORDS.has(word.folded))))
    return undefined;
  let at = start + 1;
  if (isMarkIn(tokens[at], '.')) at++;
  if (isMarkIn(tokens[at], '#')) at++;
  const value = tokens[at];
  if (value === undefined) return { evidence: 1, end: word.end, at };
  if (value.kind !== 'number' && !(value.kind === 'word' && value.folded.length === 1)) return undefined;
  let last = value;
  const more = tokens[at + 1];
  if (
    more !== undefined &&
    more.start === value.end &&
    (more.kind === 'number' || more.folded.length === 1) &&
    more.kind !== 'mark'
  ) {
    last = more;
    at++;
  }
  return { evidence: 2, end: last.end, at: at + 1 };
}

/** Town, state and code behind the street. */
function readTown(reading: Reading, from: number, streetEnd: number): { evidence: number; end: number } {
  const { tokens } = reading;
  let evidence = 0;
  let end = streetEnd;
  let at = from;
  const comma = isMarkIn(tokens[at], ',');
  if (comma) at++;
  let words = 0;
  let unknown = false;
  let townEnd = end;
  while (words < 5) {
    const token = tokens[at];
    if (token?.kind === 'mark' && isMarkIn(token, "'’.-")) {
      // A full stop inside the name of a town stands behind an abbreviation: Sault Ste. Marie.
      if (token.text === '.' && (tokens[at - 1]?.folded.length ?? 0) > 3) break;
      at++;
      continue;
    }
    if (token?.kind !== 'word') break;
    if (words > 0 && (afterState(reading, at) > at || postalCodeAt(reading, at) !== undefined)) break;
    const classes = reading.classes[at] as number;
    const placeLike = isStreetType(token.folded) || INSTITUTION_GENERIC.has(token.folded);
    if (STOP_WORDS.has(token.folded) || (isJargon(reading, token) && !placeLike)) break;
    if ((classes & (WordClass.imaging | WordClass.dicom | WordClass.common)) === 0) unknown = true;
    townEnd = token.end;
    words++;
    at++;
  }
  if (words > 0 && at >= tokens.length) {
    evidence += 0.5 + (unknown || comma ? 1 : 0);
    end = townEnd;
  }
  const code = words > 0 ? postalCodeAt(reading, at) : undefined;
  if (code !== undefined) return { evidence: evidence + 3, end: code };
  let after = at;
  if (isMarkIn(tokens[after], ',')) after++;
  const beyond = afterState(reading, after);
  const stateToken = tokens[after];
  const other = stateToken?.kind === 'word' && stateToken.shape === 'upper' && OTHER_STATE_CODES.has(stateToken.folded);
  if (beyond > after || (other && words > 0)) {
    const next = other && beyond === after ? after + 1 : beyond;
    const code = isMarkIn(tokens[next], ',') ? next + 1 : next;
    const zip = tokens[code];
    const whole = zip?.kind === 'number' && zip.text.length >= 4 && zip.text.length <= 6;
    if (zip !== undefined && (whole || (zip.kind === 'number' && code === tokens.length - 1 && reading.cut))) {
      evidence += 3;
      end = zip.end;
      const extra = tokens[code + 2];
      if (isMarkIn(tokens[code + 1], '-') && extra?.kind === 'number') end = extra.end;
    } else {
      evidence += words > 0 ? 2 : 1;
      end = (tokens[next - 1] as Token).end;
    }
  } else if (words > 0 && tokens[at]?.kind === 'number' && (tokens[at] as Token).text.length >= 4) {
    evidence += comma && (tokens[at] as Token).text.length >= 5 ? 3 : 2;
    end = (tokens[at] as Token).end;
  } else if (words > 0 && unknown && isMarkIn(tokens[at], ',;')) {
    evidence += 1;
    end = townEnd;
  } else if (words > 0 && comma && isNamedTown(reading, from, at)) {
    evidence += isPlaceName(reading, from, at) ? 1.5 : 1;
    end = townEnd;
    // Dublin 6, Paris 15.
    const district = tokens[at];
    if (district?.kind === 'number' && district.text.length <= 2 && at === tokens.length - 1) end = district.end;
  }
  return { evidence, end };
}

/** End of a British or Canadian postal code at token `at`. */
function postalCodeAt(reading: Reading, at: number): number | undefined {
  const start = reading.tokens[at]?.start ?? reading.tokens[at - 1]?.start;
  if (start === undefined) return undefined;
  POSTAL_CODE.lastIndex = start;
  const match = POSTAL_CODE.exec(reading.text);
  return match === null ? undefined : start + match[0].length;
}

const isPlaceName = (reading: Reading, from: number, to: number): boolean =>
  reading.classes.slice(from, to).some(bits => (bits & WordClass.place) !== 0 && (bits & WordClass.imaging) === 0);

function isNamedTown(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (((reading.classes[i] as number) & (WordClass.place | ANY_NAME)) !== 0) return true;
  return false;
}

/** A short rest behind an address at the cut end of a value belongs to it. */
function toCutEnd(text: string, end: number): number {
  const rest = text.slice(end);
  const letters = rest.replace(/[^A-Za-z0-9]+/g, '');
  if (letters.length === 0 || letters.length > 14) return end;
  return /[.;:]|\d{3}/.test(rest) || /\b(?:tel|phone|fax|cell)\b/i.test(rest) ? end : text.length;
}
