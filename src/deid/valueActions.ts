import { RE2JS } from 're2js';
import { decodeText, encodeText, latin1, parseCharacterSet, type CharacterSet } from '../dicom/characterSet';
import { encodeAscii } from '../dicom/encode';
import { usesCharacterSet } from '../dicom/values';
import { attributeByKeyword } from '../standard/dictionary';
import { capAge } from './ages';
import { dummyBinary, dummyText } from './dummies';
import { emptyDocument } from './encapsulatedDocuments';
import { Do, type Handling } from './handling';
import { FALLBACK, SAME, type EngineState, type NewValue, type PatientSession } from './session';
import { shiftDate, shiftValues } from './temporal/shift';
import { isMultiValued, textRequest, valueLimit } from './textRequests';
import { findUids } from './uidRuns';
import { trimUid } from './uids';

/** What a value action may ask of the file it works on. */
export interface FileView {
  /** Character set at the place of the element. */
  characterSet(): CharacterSet;
  readonly bigEndian: boolean;
  /** MIME type of an encapsulated document (0042,0012). */
  mimeType(): string;
  /** Output value of a top-level attribute that the plan keeps; for templates. */
  outputValue(tag: number): string | undefined;
  /** Old UIDs of this file that were replaced so far. */
  readonly replacedUids: { has(uid: string): boolean };
  /** Reports a UID that was replaced. */
  replacedUid(old: string, mapped: string): void;
}

const EMPTY = new Uint8Array(0);
const ASCII = parseCharacterSet([]);

/** The new value field for an element that is neither kept, removed nor emptied; `bytes` may be a passing view. */
export function newValue(
  state: EngineState,
  session: PatientSession,
  handling: Handling,
  tag: number,
  bytes: Uint8Array,
  view: FileView,
): NewValue {
  switch (handling.do) {
    case Do.uid:
      // A private attribute that its table calls a UID and that holds something else.
      if ((tag >>> 16) & 1 && !UID_CHARACTERS.test(latin1(bytes))) {
        return cleanText(state, session, handling, bytes, view.characterSet());
      }
      return mapUids(state, bytes, view);
    case Do.shift:
      return shift(session, handling.vr, bytes);
    case Do.shiftInteger:
      return shiftInteger(session, handling.vr, bytes, view.bigEndian);
    case Do.text:
      if (isInstanceUid(bytes)) return mapUids(state, bytes, view);
      return cleanText(state, session, handling, bytes, view.characterSet());
    case Do.opaque:
      if (isInstanceUid(bytes)) return mapUids(state, bytes, view);
      if (looksLikeText(bytes)) return cleanText(state, session, handling, bytes, view.characterSet());
      return screened(session, bytes, view);
    case Do.screen:
      return screened(session, bytes, view);
    case Do.age:
      return cap(bytes, state.profile.ages.capAt);
    case Do.number:
      return /^[\d+\-.eE\\ \0]*$/.test(latin1(bytes)) ? SAME : FALLBACK;
    case Do.dummy:
      return dummy(tag, handling.vr, view.bigEndian);
    case Do.patientId: {
      const old = decode(bytes, 'LO', view.characterSet());
      const id = old === session.context.patientId ? session.newId : session.pseudonymOf(old);
      return encode(id, 'LO', view.characterSet());
    }
    case Do.patientName:
      return encode(session.newName, 'PN', view.characterSet());
    case Do.replace:
      return replace(session, handling, bytes, view);
    case Do.pattern:
      return pattern(state, session, handling, bytes, view.characterSet());
    case Do.zeros:
      return bytes.length === 0 ? SAME : new Uint8Array(bytes.length);
    case Do.document:
      return emptyDocument(view.mimeType());
    default:
      return FALLBACK;
  }
}

/** UIDs of things of a vendor or a standard are shorter than those made for each object, which hold times or random numbers. */
const SHORTEST_INSTANCE_UID = 32;
const INSTANCE_UID = /^\d\.\d+(\.\d+){2,}[ \0]*$/;
const UID_CHARACTERS = /^[\d.\\ \0]*$/;

/** True if a text is nothing but the UID of an object, as some vendors write it into text attributes. */
function isInstanceUid(bytes: Uint8Array): boolean {
  if (bytes.length < SHORTEST_INSTANCE_UID || bytes.length > 66 || bytes[1] !== 0x2e) return false;
  return INSTANCE_UID.test(latin1(bytes));
}

/** Kept bytes that are no text: not if they hold something known about the patient, or a UID that was replaced elsewhere. */
function screened(session: PatientSession, bytes: Uint8Array, view: FileView): NewValue {
  if (!session.screen.isClean(bytes)) return FALLBACK;
  let found = false;
  findUids(bytes, view.replacedUids, () => (found = true));
  return found ? FALLBACK : SAME;
}

/** A dummy for the VR. */
export function dummy(tag: number, vr: string, bigEndian: boolean): NewValue {
  const text = dummyText(tag, vr);
  if (text !== undefined) return encodeAscii(text) ?? FALLBACK;
  void bigEndian; // Zeros read the same in both byte orders.
  return dummyBinary(vr) ?? FALLBACK;
}

const uidBytes = new WeakMap<EngineState, Map<string, NewValue>>();

function mapUids(state: EngineState, bytes: Uint8Array, view: FileView): NewValue {
  if (bytes.length === 0) return SAME;
  const old = latin1(bytes);
  let cache = uidBytes.get(state);
  if (!cache) uidBytes.set(state, (cache = new Map()));
  let value = cache.get(old);
  if (value === undefined) {
    const mapped = state.uids.mapAll(old);
    value = mapped === trimUid(old) ? SAME : (encodeAscii(mapped) ?? FALLBACK);
    if (cache.size > 100_000) cache.clear();
    cache.set(old, value);
  }
  if (value !== SAME) {
    if (old.includes('\\')) {
      for (const part of old.split('\\')) view.replacedUid(trimUid(part), state.uids.map(part));
    } else view.replacedUid(trimUid(old), state.uids.map(old));
  }
  return value;
}

function shift(session: PatientSession, vr: string, bytes: Uint8Array): NewValue {
  if (bytes.length === 0) return SAME;
  const text = latin1(bytes);
  const key = vr + text;
  let value = session.dates.get(key);
  if (value === undefined) {
    const moved = shiftValues(text, vr, session.days);
    value =
      moved === undefined ? FALLBACK : moved === text.replace(/[ \0]+$/, '') ? SAME : (encodeAscii(moved) ?? FALLBACK);
    if (session.dates.size > 100_000) session.dates.clear();
    session.dates.set(key, value);
  }
  return value;
}

/** A date written as a whole number, in text or binary (TCIA disposition `oi`). */
function shiftInteger(session: PatientSession, vr: string, bytes: Uint8Array, bigEndian: boolean): NewValue {
  if (bytes.length === 0) return SAME;
  if ((vr === 'UL' || vr === 'SL') && bytes.length === 4) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, 4);
    const moved = shiftDate(String(view.getUint32(0, !bigEndian)), session.days);
    if (moved === undefined) return FALLBACK;
    const out = new Uint8Array(4);
    new DataView(out.buffer).setUint32(0, Number(moved), !bigEndian);
    return out;
  }
  const moved = shiftValues(latin1(bytes), 'DA', session.days);
  return moved === undefined ? FALLBACK : (encodeAscii(moved) ?? FALLBACK);
}

function cleanText(
  state: EngineState,
  session: PatientSession,
  handling: Handling,
  bytes: Uint8Array,
  set: CharacterSet,
): NewValue {
  if (bytes.length === 0) return SAME;
  const cache = session.textsOf(handling, set);
  const key = latin1(bytes);
  let value = cache.get(key);
  if (value === undefined) {
    value = cleanOnce(state, session, handling, bytes, set);
    cache.set(key, value);
  }
  return value;
}

function cleanOnce(
  state: EngineState,
  session: PatientSession,
  handling: Handling,
  bytes: Uint8Array,
  set: CharacterSet,
): NewValue {
  const vr = handling.vr === 'UN' ? 'LO' : handling.vr;
  const text = decode(bytes, vr, set);
  if (text === '') return SAME;
  const request = handling.text ?? textRequest(state.profile.text, 0, vr, undefined, false);
  const asked = state.profile.text.dates === 'shift' ? { ...request, dayShift: session.days } : request;
  const cleaned = state.textCleaner.clean(text, asked, session.context.harvest).text;
  // Undecodable bytes: what the cleaner could not read it could not clean.
  if (text.includes('\ufffd') || (set.unknown && cleaned !== '')) return FALLBACK;
  if (cleaned === text) return SAME;
  return encode(limited(cleaned, vr), vr, set);
}

/** Values cut to what the VR allows; a replacement must not make them longer than that. */
function limited(text: string, vr: string): string {
  const limit = valueLimit(vr);
  if (limit === undefined || text.length <= limit) return text;
  const cut = (value: string): string => (value.length <= limit ? value : value.slice(0, limit).trimEnd());
  return isMultiValued(vr) ? text.split('\\').map(cut).join('\\') : cut(text);
}

function cap(bytes: Uint8Array, capAt: number): NewValue {
  const text = latin1(bytes);
  const capped = capAge(text, capAt);
  if (capped === undefined) return FALLBACK;
  return capped === text.replace(/[ \0]+$/, '') ? SAME : (encodeAscii(capped) ?? FALLBACK);
}

function replace(session: PatientSession, handling: Handling, bytes: Uint8Array, view: FileView): NewValue {
  const { action, vr } = handling;
  const set = view.characterSet();
  const lookup = (keyword: string): string | undefined => {
    const attribute = attributeByKeyword(keyword);
    return attribute && view.outputValue(attribute.tag);
  };
  if (action.kind === 'replace' || action.kind === 'add') {
    return encode(limited(session.fill(action.value, session.newId, session.patientKey, lookup), vr), vr, set);
  }
  if (action.kind !== 'pseudonym') return FALLBACK;
  const old = decode(bytes, vr, set);
  if (old === '') return SAME;
  const subject = `${handling.keyword ?? vr}\0${old}`;
  return encode(limited(session.fill(action.format, session.newId, subject, lookup), vr), vr, set);
}

const compiled = new Map<string, RE2JS>();

function pattern(
  state: EngineState,
  session: PatientSession,
  handling: Handling,
  bytes: Uint8Array,
  set: CharacterSet,
): NewValue {
  const { action, vr } = handling;
  if (action.kind !== 'pattern') return FALLBACK;
  let expression = compiled.get(action.match);
  if (!expression) compiled.set(action.match, (expression = RE2JS.compile(action.match)));
  const text = decode(bytes, vr, set);
  if (text.includes('\ufffd')) return FALLBACK;
  const out = expression.matcher(text).replaceAll(action.with);
  // The author of the expression thought of a form; a name in another form must not stay because of that.
  if (state.profile.base === 'ps3.15' && !session.persons.isClean(out)) return FALLBACK;
  return out === text ? SAME : encode(limited(out, vr), vr, set);
}

/** The value as text without padding; VRs outside the character set are ASCII. */
function decode(bytes: Uint8Array, vr: string, set: CharacterSet): string {
  if (bytes.length === 0) return '';
  return decodeText(bytes, usesCharacterSet(vr) ? set : ASCII, vr).replace(/[ \0]+$/, '');
}

function encode(text: string, vr: string, set: CharacterSet): NewValue {
  if (text === '') return EMPTY;
  const bytes = usesCharacterSet(vr) ? encodeText(text, set, vr) : encodeAscii(text);
  // A template in letters the file's repertoire does not have: the letters that fit are kept.
  return bytes ?? encodeAscii(text.replace(/[^\x20-\x7e]/g, '?')) ?? FALLBACK;
}

/** True if unknown bytes read like text: then they are cleaned as text, because they may say anything. */
function looksLikeText(bytes: Uint8Array): boolean {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0 || bytes[end - 1] === 0x20)) end--;
  let letters = 0;
  for (let i = 0; i < end; i++) {
    const c = bytes[i]!;
    if (c < 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09 && c !== 0x0c && c !== 0x1b) return false;
    if (c === 0x7f) return false;
    if ((c | 0x20) >= 0x61 && (c | 0x20) <= 0x7a) letters++;
    else if (c >= 0x30 && c <= 0x39) letters++;
    else if (c >= 0x80) letters++;
  }
  return letters > 0;
}
