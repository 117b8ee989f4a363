import type { AttributeType } from '../standard/codes';
import type { SimpleCode } from '../profile/type';
import type { EffectiveAction, RuleAction } from '../profile/model';
import type { PlanContext } from './planContext';
import type { TextRequest } from './textCleaner';

/** What the engine does with a data element, decided once per attribute and place. */
export const Do = {
  /** Value stays; a sequence is walked. */
  keep: 0,
  remove: 1,
  /** Zero length; a sequence loses its items. */
  empty: 2,
  /** A dummy for the VR; a sequence is walked and its members replaced. */
  dummy: 3,
  uid: 4,
  /** Moved by the patient's offset, else the fallback. */
  shift: 5,
  /** A date as a whole number YYYYMMDD in a private attribute, moved by the patient's offset. */
  shiftInteger: 6,
  /** Free text through the cleaner. */
  text: 7,
  /** Age capped, else the fallback. */
  age: 8,
  /** Template of the profile. */
  replace: 9,
  /** Regular expression of the profile. */
  pattern: 10,
  /** New Patient ID. */
  patientId: 11,
  /** New Patient's Name. */
  patientName: 12,
  /** Zeros of the same length: coordinates that draw what must not be read. */
  zeros: 13,
  /** An empty document of the same MIME type. */
  document: 14,
  /** One of our own markers: taken out here and written anew (PS3.15 E.1.1, steps 5 to 8). */
  marker: 15,
  /** Private attribute: what happens depends on its creator. */
  private: 16,
  /** Kept if it is a number, else the fallback: a text where a number belongs may say anything. */
  number: 17,
  /** Kept bytes of unknown VR: cleaned as text if they read like text. */
  opaque: 18,
  /** (0042,0015), which must follow the document that was replaced. */
  documentLength: 19,
  /** (0008,0300): items that speak of private blocks that went go as well. */
  privateCharacteristics: 20,
  /** Kept private bytes that are no text: removed if they hold something known about the patient. */
  screen: 21,
} as const;

export type Do = (typeof Do)[keyof typeof Do];

/** The stricter action where a value can not be handled as asked: never `keep`. */
export type Fallback = typeof Do.remove | typeof Do.empty | typeof Do.dummy;

export interface Handling {
  readonly do: Do;
  /** What is done to a value that can not be parsed, shifted or cleaned. */
  readonly fallback: Fallback;
  /** VR as written in the files this was made for. */
  readonly writtenVr: number;
  /** VR the value is read and written as: the dictionary's where the file says UN. */
  readonly vr: string;
  readonly keyword: string | undefined;
  /** What the members of a sequence are walked with. */
  readonly inside: Inside;
  readonly action: RuleAction;
  readonly source: EffectiveAction['source'];
  readonly type: AttributeType | undefined;
  /** What the code came to for this attribute; undefined for actions that are no code. */
  readonly code: SimpleCode | undefined;
  /** The reason in words, for the audit and `explain`. */
  readonly reason: string;
  /** How the text cleaner is asked, for `Do.text`. */
  readonly text?: TextRequest;
  /** True if a rule keeps, whole or where it finds nothing to take out, what Table E.1-1 and the options would not. */
  readonly deviates: boolean;
  /** Context for the items of this sequence, made when first needed. */
  child?: PlanContext;
}

/** How members that no table lists are treated inside a sequence. */
export type Inside = 'normal' | 'clean' | 'dummy';
