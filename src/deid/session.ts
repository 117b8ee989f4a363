import type { CharacterSet } from '../dicom/characterSet';
import type { ResolvedProfile } from '../profile/model';
import { BinaryScreen } from './binaryScreen';
import type { Handling } from './handling';
import { dayOffset } from './temporal/offset';
import type { PatientContext } from './patientContext';
import { fillTemplate } from './patientTemplates';
import { PersonScreen } from './personScreen';
import type { Pseudonyms } from './pseudonyms';
import type { TextCleaner } from './textCleaner';
import type { UidMap } from './uids';

/** A value was looked at and stays as it is. */
export const SAME = Symbol('same');
/** A value can not be handled as asked; the stricter action applies. */
export const FALLBACK = Symbol('fallback');

/** New bytes for a value field, without padding; or why there are none. */
export type NewValue = Uint8Array | typeof SAME | typeof FALLBACK;

/** What all files of a run share. */
export interface EngineState {
  readonly profile: ResolvedProfile;
  readonly pseudonyms: Pseudonyms;
  readonly uids: UidMap;
  readonly textCleaner: TextCleaner;
  readonly hasTextCleaner: boolean;
  readonly toolVersion: string;
}

/**
 * What the files of one patient share: pseudonyms, the day offset, and results already computed. Only a cache over
 * functions of key and context, so that it never matters which file came first.
 */
export class PatientSession {
  readonly days: number;
  readonly newId: string;
  readonly newName: string;
  readonly dates = new Map<string, NewValue>();
  readonly texts = new Map<Handling, Map<CharacterSet, Map<string, NewValue>>>();

  /**
   * @param patientKey what makes the patient the same patient (`patientKeyOf`).
   * @param dateKey what shares a day offset: the patient, or the study.
   */
  constructor(
    private readonly state: EngineState,
    readonly context: PatientContext,
    readonly patientKey: string,
    dateKey: string,
  ) {
    this.days = dayOffset(state.pseudonyms, dateKey, state.profile.dates.shift.days);
    this.newId = this.pseudonymOf(context.patientId, patientKey);
    this.newName = this.fill(state.profile.patient.name, this.newId);
  }

  /** The new Patient ID for an old one; the table of the profile comes first. */
  pseudonymOf(oldId: string, key = oldId): string {
    const listed = this.state.profile.patient.table?.ids.get(oldId);
    return listed ?? fillTemplate(this.state.profile.patient.id, this.facts(key), this.state.pseudonyms);
  }

  /** Fills a template of the profile; `{hash}` is keyed by `subject` where one is given. */
  fill(
    template: string,
    id = this.newId,
    subject = this.patientKey,
    lookup?: (keyword: string) => string | undefined,
  ): string {
    return fillTemplate(template, { ...this.facts(subject), id, ...(lookup ? { lookup } : {}) }, this.state.pseudonyms);
  }

  private madeScreen: BinaryScreen | undefined;

  /** Looks for what is known about the patient in bytes that are no text. */
  get screen(): BinaryScreen {
    return (this.madeScreen ??= new BinaryScreen(this.context.harvest));
  }

  private madePersons: PersonScreen | undefined;

  /** Looks for the patient's names and IDs in what a rule leaves of a text. */
  get persons(): PersonScreen {
    return (this.madePersons ??= new PersonScreen(this.context));
  }

  private facts(patientKey: string): { patientKey: string; sequence?: number } {
    const own = patientKey === this.patientKey ? this.context.sequence : undefined;
    return { patientKey, ...(own === undefined ? {} : { sequence: own }) };
  }

  /** Cache of cleaned texts for one attribute and character set. */
  textsOf(handling: Handling, set: CharacterSet): Map<string, NewValue> {
    let bySet = this.texts.get(handling);
    if (!bySet) this.texts.set(handling, (bySet = new Map()));
    let cache = bySet.get(set);
    if (!cache) bySet.set(set, (cache = new Map()));
    if (cache.size > 20_000) cache.clear();
    return cache;
  }
}
