import type { PatientContext } from './patientContext';
import { fold } from './text/fold';

/** Shorter parts of names are words of any language as well. */
const SHORTEST_NAME = 3;
/** Shorter IDs are looked for as whole words only. */
const SHORTEST_INSIDE = 5;
const PATIENT_IDS = new Set(['PatientID', 'OtherPatientIDs']);
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/** Tells whether a text holds a part of a person's name or an ID of the patient, as the headers of the run have them. */
export class PersonScreen {
  private readonly words = new Set<string>();
  private readonly ids: string[] = [];

  constructor({ patientId, harvest }: PatientContext) {
    for (const { kind, keyword, value } of harvest.facts) {
      if (kind === 'person' || kind === 'discovered') {
        for (const part of fold(value).split(BETWEEN_WORDS)) if (part.length >= SHORTEST_NAME) this.words.add(part);
      } else if (PATIENT_IDS.has(keyword)) this.addId(value);
    }
    this.addId(patientId);
  }

  private addId(value: string): void {
    const id = fold(value.trim());
    if (id.length >= SHORTEST_INSIDE) this.ids.push(id);
    else if (id !== '') this.words.add(id);
  }

  isClean(text: string): boolean {
    const folded = fold(text);
    if (this.ids.some(id => folded.includes(id))) return false;
    return !folded.split(BETWEEN_WORDS).some(word => this.words.has(word));
  }
}
