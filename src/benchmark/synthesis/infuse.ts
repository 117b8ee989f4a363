import type { DicomFile } from '../../dicom/dicomFile';
import type { Edit } from '../../dicom/edits';
import { concatBytes, encodeElement, encodeItem } from '../../dicom/encode';
import { RowFlag, vrText } from '../../dicom/elementTable';
import { attributeByTag } from '../../standard/dictionary';
import { isRegisteredUid } from '../../standard/uids';
import type { BurnedLine } from './burn';
import { dayNumber, moveDate } from './calendar';
import { changesTo } from './changes';
import { tagLabel, type Context, type EntityKeys, type InfusionOptions, type Placed } from './context';
import { patientValues, phiSource, seriesValues, studyValues } from './identityValues';
import { treatmentOf } from './keyPolicy';
import type { People } from './people';
import { infusePhrase, type Phrase, type PhiSource } from './phrases';
import { addPrivateBlock } from './privateBlock';
import { repertoireOf, type Repertoire } from './repertoire';
import { NESTED_TEXTS, TEXT_PLACES } from './textPlaces';
import { syntheticUid } from './uidForm';

/** Everything that happens to one instance. */
export interface Infusion {
  readonly edits: readonly Edit[];
  /** New SOP Instance UID, for the file meta group. */
  readonly instanceUid: string;
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly patientId: string;
  readonly phrases: ReadonlyMap<string, Phrase>;
  readonly placed: readonly Placed[];
  readonly burned: readonly BurnedLine[];
  /** Transfer syntax of the result; another one only where burned-in text could not be encoded losslessly. */
  readonly transferSyntax: string;
}

/** Pixel data with text drawn into it, made beforehand from `burnedTexts`. */
export interface PixelInfusion {
  readonly element: Uint8Array;
  readonly burned: readonly BurnedLine[];
  readonly transferSyntax: string;
  readonly photometricInterpretation: string;
  readonly planarConfiguration: 0 | 1;
}

/** The synthetic identity and the identifiers of one instance, as edits of its data set. */
export function infuse(file: DicomFile, keys: EntityKeys, options: InfusionOptions, pixels?: PixelInfusion): Infusion {
  const { people, seed } = options;
  const changes = changesTo(file);
  const repertoire = repertoireOf(changes.textOf(changes.rowOf(0x00080005)));
  const patient = people.patient(keys.patient);
  const study = people.study(keys.patient, keys.study);
  const series = people.series(keys.patient, keys.series);
  const context: Context = {
    file,
    changes,
    repertoire,
    keys,
    options,
    patient,
    study,
    series,
    phi: foldAll(phiSource(patient, study), repertoire),
    phrases: new Map(),
    placed: [],
  };
  const uidOf = (old: string): string => syntheticUid(seed, old, options.uidForm);

  moveDates(context);
  mapUids(context, uidOf);
  const studyUid = setUid(context, 0x0020000d, keys.study, uidOf);
  const seriesUid = setUid(context, 0x0020000e, keys.series, uidOf);
  const instanceUid = setUid(context, 0x00080018, keys.instance, uidOf);
  for (const value of [...patientValues(patient), ...studyValues(study), ...seriesValues(series)]) {
    setTop(context, value.tag, value.vr, value.text, value.insert, 'identity');
  }
  if (changes.textOf(changes.rowOf(0x00080020)) === '') setTop(context, 0x00080020, 'DA', study.date, true, 'identity');
  nestedValues(context);
  putTexts(context);
  addOtherIds(context);
  addPrivateBlock(context);

  if (pixels !== undefined) putPixels(context, pixels);
  return {
    edits: changes.edits(),
    instanceUid,
    studyUid,
    seriesUid,
    patientId: patient.patientId,
    phrases: context.phrases,
    placed: context.placed,
    burned: pixels?.burned ?? [],
    transferSyntax: pixels?.transferSyntax ?? file.encoding.uid,
  };
}

function foldAll(phi: PhiSource, repertoire: Repertoire): PhiSource {
  return Object.fromEntries(
    Object.entries(phi).map(([key, text]) => [key, repertoire.fold(text as string)]),
  ) as unknown as PhiSource;
}

function setTop(c: Context, tag: number, vr: string, text: string, insert: boolean, what: string): void {
  const row = c.changes.rowOf(tag);
  if (row < 0 && !insert) return;
  const folded = c.repertoire.fold(text);
  const value = c.repertoire.encode(folded);
  if (row >= 0) c.changes.replace(row, value);
  else c.changes.insert(tag, vr, value);
  c.placed.push({ tag: tagLabel(tag), what, text: folded });
}

function setUid(c: Context, tag: number, key: string, uidOf: (old: string) => string): string {
  const row = c.changes.rowOf(tag);
  const old = c.changes.textOf(row);
  const uid = uidOf(old === '' ? key : old);
  if (row < 0) c.changes.insert(tag, 'UI', c.repertoire.encode(uid));
  else c.changes.replace(row, c.repertoire.encode(uid));
  return uid;
}

/** Every date of the instance moves with the study, so that all intervals stay. */
function moveDates(c: Context): void {
  const { changes } = c;
  const table = c.file.dataSet;
  const old = /^(\d{4})(\d{2})(\d{2})$/.exec(changes.textOf(changes.rowOf(0x00080020)));
  const to = dayNumber(
    Number(c.study.date.slice(0, 4)),
    Number(c.study.date.slice(4, 6)),
    Number(c.study.date.slice(6)),
  );
  const days =
    old === null
      ? c.options.people.random('days', c.keys.study).int(300, 3000)
      : to - dayNumber(Number(old[1]), Number(old[2]), Number(old[3]));
  for (let row = 0; row < table.count; row++) {
    const tag = table.tag[row];
    if ((tag >>> 16) & 1 || tag === 0x00100030) continue;
    const vr = vrText(table.vr[row]);
    if ((vr !== 'DA' && vr !== 'DT') || treatmentOf(tag).kind !== 'date') continue;
    const text = changes.textOf(row);
    if (text === '') continue;
    const moved = text.split('\\').map(value => {
      const date = moveDate(value.slice(0, 8), days);
      return date === undefined ? value : date + value.slice(8);
    });
    if (moved.join('\\') !== text) changes.replace(row, c.repertoire.encode(moved.join('\\')));
  }
}

/** Every instance UID of the instance, references included, by one map. */
function mapUids(c: Context, uidOf: (old: string) => string): void {
  const table = c.file.dataSet;
  for (let row = 0; row < table.count; row++) {
    const tag = table.tag[row];
    if (vrText(table.vr[row]) !== 'UI' || treatmentOf(tag).kind !== 'uid') continue;
    const text = c.changes.textOf(row);
    if (text === '') continue;
    const mapped = text.split('\\').map(uid => {
      const trimmed = uid.trim();
      return trimmed === '' || isRegisteredUid(trimmed) ? trimmed : uidOf(trimmed);
    });
    c.changes.replace(row, c.repertoire.encode(mapped.join('\\')));
  }
}

/** Names that are left, and names, institutions, identifiers and texts inside sequences. */
function nestedValues(c: Context): void {
  const table = c.file.dataSet;
  const random = c.options.people.random('nested', c.keys.series);
  const staff = [c.study.referring, c.study.requesting, c.study.reading, c.study.record, c.series.performing];
  for (let row = 0; row < table.count; row++) {
    const tag = table.tag[row];
    const top = table.parent[row] < 0;
    if (top && c.changes.isReplaced(row)) continue;
    if (table.flags[row] & (RowFlag.sequence | RowFlag.item | RowFlag.fragment)) continue;
    if ((tag >>> 16) & 1 || table.valueEnd[row] === table.valueStart[row]) continue;
    const max = NESTED_TEXTS.get(tag);
    const vr = vrText(table.vr[row]);
    let text: string | undefined;
    if (top && vr !== 'PN') continue;
    if (vr === 'PN') text = random.pick(staff).pn;
    else if (tag === 0x00080080) text = c.study.institution.name;
    else if (tag === 0x00080081) text = c.study.institution.address;
    else if (tag === 0x00080050) text = c.study.accession;
    else if (tag === 0x00100020) text = c.patient.otherIds[0] ?? c.patient.patientId;
    if (text !== undefined) {
      const folded = c.repertoire.fold(text);
      c.changes.replace(row, c.repertoire.encode(folded));
      c.placed.push({ tag: tagLabel(tag), what: top ? 'identity' : 'identity in a sequence', text: folded });
    } else if (max !== undefined && random.chance(0.6)) {
      const base = c.repertoire.decode(c.changes.bytesOf(row))?.trim();
      if (base === undefined || base === '') continue;
      const phrase = infusePhrase(base, c.phi, random, max, c.options.wide);
      if (phrase !== undefined) putPhrase(c, tag, vr, row, phrase);
    }
  }
}

function putPhrase(c: Context, tag: number, vr: string, row: number, phrase: Phrase): void {
  const value = c.repertoire.encode(phrase.text);
  if (row >= 0) c.changes.replace(row, value);
  else c.changes.insert(tag, vr, value);
  c.phrases.set(phrase.text, phrase);
  const kinds = [...new Set(phrase.removed.map(piece => piece.kind))].join(', ');
  c.placed.push({ tag: tagLabel(tag), what: `${kinds} in text`, text: phrase.text });
}

/** Descriptors, histories and comments at the top of the data set. */
function putTexts(c: Context): void {
  for (const place of TEXT_PLACES) {
    const entity = c.keys[place.level];
    const random = c.options.people.random('text', tagLabel(place.tag), place.level, entity);
    if (!random.chance(place.chance)) continue;
    const row = c.changes.rowOf(place.tag);
    const present = row < 0 ? '' : c.repertoire.decode(c.changes.bytesOf(row))?.trim();
    if (present === undefined || present.includes('\\')) continue;
    const base = present !== '' ? present : place.invent === undefined ? undefined : random.pick(place.invent);
    if (base === undefined || (row < 0 && attributeByTag(place.tag) === undefined)) continue;
    const phrase = infusePhrase(base, c.phi, random, place.max, c.options.wide);
    if (phrase !== undefined) putPhrase(c, place.tag, place.vr, row, phrase);
  }
}

/** Other Patient IDs Sequence (0010,1002): identifiers in a nested place of their own, where the source has none. */
function addOtherIds(c: Context): void {
  if (c.changes.rowOf(0x00101002) >= 0 || Number(c.patient.patientId.charAt(1)) > 5) return;
  const encoding = c.file.encoding;
  const text = (tag: number, vr: string, value: string): Uint8Array =>
    encodeElement(tag, vr, c.repertoire.encode(c.repertoire.fold(value)), encoding);
  const items = c.patient.otherIds.map(id =>
    encodeItem(
      concatBytes([
        text(0x00100020, 'LO', id),
        text(0x00100021, 'LO', c.study.institution.name),
        text(0x00100022, 'CS', 'TEXT'),
      ]),
      encoding.bigEndian,
    ),
  );
  c.changes.insert(0x00101002, 'SQ', concatBytes(items));
  c.placed.push({ tag: tagLabel(0x00101002), what: 'identity in a sequence', text: c.patient.otherIds.join(', ') });
}

/** Lines for the pixels; the most identifying first. */
export function burnedTexts(people: People, keys: EntityKeys): string[] {
  const patient = people.patient(keys.patient);
  const born = patient.birthDate;
  return [
    `${patient.person.family}, ${patient.person.given}`,
    `ID: ${patient.patientId}`,
    `DOB: ${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`,
  ];
}

function putPixels(c: Context, pixels: PixelInfusion): void {
  const { changes } = c;
  changes.replaceElement(changes.rowOf(0x7fe00010), pixels.element);
  const setText = (tag: number, text: string): void => {
    const row = changes.rowOf(tag);
    if (row >= 0 && changes.textOf(row) !== text) changes.replace(row, c.repertoire.encode(text));
  };
  setText(0x00280301, 'YES');
  setText(0x00280004, pixels.photometricInterpretation);
  const planar = changes.rowOf(0x00280006);
  if (planar >= 0) {
    const value = new Uint8Array(2);
    value[c.file.encoding.bigEndian ? 1 : 0] = pixels.planarConfiguration;
    changes.replace(planar, value);
  }
}
