import { attributeByTag } from '../../standard/dictionary';
import { attributeType } from '../../standard/iod';
import { safePrivateAttribute } from '../../standard/safePrivate';
import { isRegisteredUid } from '../../standard/uids';
import type { Action, Answer, Categories } from './answerKey';
import type { BurnedLine } from './burn';
import { treatmentOf, type Treatment } from './keyPolicy';
import type { PhiKind, Phrase } from './phrases';
import type { FlatElement } from './flatElements';

/** HIPAA class of an identifier inside a text. */
const KIND_CATEGORY: Readonly<Record<PhiKind, string>> = {
  name: 'HIPAA-A',
  physician: 'HIPAA-A',
  initials: 'HIPAA-A',
  institution: 'HIPAA-B',
  address: 'HIPAA-B',
  date: 'HIPAA-C',
  phone: 'HIPAA-D',
  email: 'HIPAA-D',
  ssn: 'HIPAA-G',
  patientId: 'HIPAA-H',
  otherId: 'HIPAA-H',
};

/** Longest value that a check repeats; longer ones (contours, tables) say nothing about de-identification. */
const LONGEST = 400;
/** At most this many kept values inside sequences are checked in one instance. */
const MOST_NESTED = 150;

/** Image Type, colour model and compression, which a tool that blanks pixels may have to change. */
const CHANGES_WITH_PIXELS = new Set([0x00080008, 0x00280004, 0x00280006, 0x00282110, 0x00282111]);

export interface InstanceFacts {
  readonly sopClassUid: string;
  readonly elements: Iterable<FlatElement>;
  /** Phrases that were put in, by the whole text of the value. */
  readonly phrases: ReadonlyMap<string, Phrase>;
  /** MD5 of the Pixel Data value, or null without pixel data. */
  readonly digest: string | null;
  readonly burned: readonly BurnedLine[];
  /** True if private attributes are written without a VR, so that a tool cannot know what they hold. */
  readonly implicitVr: boolean;
}

const hasWord = (value: string): boolean => /[\p{L}\p{N}]{3}/u.test(value);

/** `b'operator X '`, as bytes are printed, to the text in it. */
function bytesText(printed: string): string {
  const m = /^b'(.*?)(?: |\\x00)*'$/.exec(printed);
  return m === null ? printed : m[1];
}

/** Everything the key says of one instance, from the instance as it was written and what is known to have been put in. */
export function expectationsOf(facts: InstanceFacts): Answer[] {
  const answers: Answer[] = [];
  let nestedKept = 0;
  const say = (
    action: Action,
    e: FlatElement,
    value: string | null,
    actionText: string | null,
    categories: Categories,
  ): void => {
    answers.push({ action, tag: e.path, tagName: e.name, value, actionText, categories });
  };

  const sayPhrase = (e: FlatElement, phrase: Phrase, retained: boolean, extra: Categories): void => {
    for (const piece of phrase.removed) {
      say('text_removed', e, e.value, piece.text, { ...extra, hipaaZ: KIND_CATEGORY[piece.kind] });
    }
    if (retained) say('text_retained', e, e.value, phrase.retained, { tciaP15: 'TCIA-P15-DESC-C' });
  };

  const sayKept = (e: FlatElement, categories: Categories): void => {
    if (e.value === '' || e.value.length > LONGEST || e.binary) return;
    // A value that its VR does not allow may be repaired or dropped.
    if (e.vr === 'AS' && !/^\d{3}[DWMY]$/.test(e.value)) return;
    if (e.ancestors.length > 0 && ++nestedKept > MOST_NESTED) return;
    say('text_retained', e, e.value, e.value, categories);
  };

  const sayTypes = (e: FlatElement): void => {
    const type = attributeType(facts.sopClassUid, e.ancestors, e.tag);
    if (type === '2') say('tag_retained', e, null, null, { iod: 'DICOM-IOD-2' });
    else if (type === '1' && e.sequence) say('tag_retained', e, null, null, { iod: 'DICOM-IOD-1' });
    else if (type === '1' && e.value !== '' && !e.pixels) {
      say('text_notnull', e, null, null, { p15: 'DICOM-P15-BASIC-K', iod: 'DICOM-IOD-1' });
    }
  };

  const sayPrivate = (e: FlatElement): void => {
    const creator = e.creator;
    if (creator === undefined || e.sequence || e.value === '' || e.value.length > LONGEST) return;
    const phrase = facts.phrases.get(e.value) ?? facts.phrases.get(bytesText(e.value));
    const safe = safePrivateAttribute(creator, e.tag >>> 16, e.tag & 0xff) !== undefined;
    if (phrase !== undefined) sayPhrase(e, phrase, false, { ptkb: 'TCIA-PTKB-X' });
    else if (safe && !facts.implicitVr && e.ancestors.length === 0) sayKept(e, { ptkb: 'TCIA-PTKB-K' });
    // Of an attribute that no table knows only the dates are certain to change.
    else if (e.vr === 'DA' && /^\d{8}$/.test(e.value)) say('date_shifted', e, e.value, e.value, { hipaaM: 'HIPAA-C' });
  };

  for (const e of facts.elements) {
    const gone = e.ancestors.some(tag => !staysInPlace(tag));
    const phrase = facts.phrases.get(e.value);
    if (e.private) {
      sayPrivate(e);
      continue;
    }
    if (gone || !e.stable) {
      // The enclosing sequence may go as a whole, or an item before this one: only what must be gone in any case is certain.
      if (phrase !== undefined && !e.sequence) sayPhrase(e, phrase, false, {});
      continue;
    }
    const treatment = treatmentOf(e.tag);
    if (e.tag === 0x7fe00010) sayPixels(facts, e, answers);
    else {
      sayTypes(e);
      if (facts.burned.length > 0 && CHANGES_WITH_PIXELS.has(e.tag)) continue;
      sayTreatment(treatment, e, phrase);
    }
  }
  for (const line of facts.burned) answers.push(hiddenLine(line));
  return answers;

  function sayTreatment(treatment: Treatment, e: FlatElement, phrase: Phrase | undefined): void {
    if (e.sequence) return;
    switch (treatment.kind) {
      case 'uid':
        if (e.value === '' || e.value.includes("'") || isRegisteredUid(e.value)) return;
        say('uid_changed', e, e.value, e.value, { hipaaM: 'HIPAA-R', p15: 'DICOM-P15-BASIC-U' });
        say('uid_consistent', e, e.value, null, { p15: 'DICOM-P15-BASIC-U' });
        return;
      case 'date':
        if (/\d{8}/.test(e.value)) say('date_shifted', e, e.value, e.value, { hipaaM: 'HIPAA-C' });
        return;
      case 'patientId':
        if (e.value === '') return;
        say('text_removed', e, e.value, e.value, { hipaaM: 'HIPAA-H' });
        if (e.ancestors.length === 0) {
          say('patid_consistent', e, e.value, e.value, { p15: 'DICOM-P15-BASIC-C' });
        }
        return;
      case 'removed':
        if (!hasWord(e.value) || e.binary) return;
        say('text_removed', e, e.value, e.value, { hipaaM: treatment.category.hipaa, tciaP15: treatment.category.p15 });
        return;
      case 'kept':
        if (phrase !== undefined) sayPhrase(e, phrase, true, {});
        else sayKept(e, treatment.category === 'TCIA-REV' ? { rev: 'TCIA-REV' } : { tciaP15: treatment.category });
        return;
      case 'cleaned':
        if (phrase !== undefined) sayPhrase(e, phrase, true, {});
        else if (!e.value.startsWith('[')) sayKept(e, { tciaP15: 'TCIA-P15-DESC-C' });
        return;
      case 'cleanedOrRemoved':
        if (phrase !== undefined) sayPhrase(e, phrase, false, {});
        return;
      default:
        if (phrase !== undefined) sayPhrase(e, phrase, false, {});
    }
  }
}

/** True if items of this sequence are certain to be there afterwards. */
function staysInPlace(tag: number): boolean {
  return ((tag >>> 16) & 1) === 0 && attributeByTag(tag)?.vr === 'SQ' && treatmentOf(tag).kind === 'items';
}

function sayPixels(facts: InstanceFacts, e: FlatElement, answers: Answer[]): void {
  if (facts.digest === null || facts.burned.length > 0 || e.ancestors.length > 0) return;
  answers.push({
    action: 'pixels_retained',
    tag: e.path,
    tagName: e.name,
    value: null,
    actionText: facts.digest,
    categories: { tciaP15: 'TCIA-P15-PIX-K' },
  });
}

function hiddenLine(line: BurnedLine): Answer {
  return {
    action: 'pixels_hidden',
    tag: null,
    tagName: null,
    value: null,
    actionText: JSON.stringify({ text: line.text, top_left: line.topLeft, bottom_right: line.bottomRight }),
    categories: { hipaaM: 'HIPAA-A' },
  };
}
