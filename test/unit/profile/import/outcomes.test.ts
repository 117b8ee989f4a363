import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../../src/deid/deidentify';
import type { ExplainedElement } from '../../../../src/deid/explain';
import { instanceValues } from '../../../../src/deid/instanceFacts';
import { patientContextFrom } from '../../../../src/deid/patientContext';
import { compileConditions } from '../../../../src/profile/conditions';
import type { DicomFile } from '../../../../src/dicom/dicomFile';
import { openFileSource } from '../../../../src/dicom/fileSource.node';
import { openDicom } from '../../../../src/dicom/openFile';
import { stringValues } from '../../../../src/dicom/values';
import type { ImportNote } from '../../../../src/profile/import/importResult';
import { readProfile } from '../../../../src/profile/read';
import { resolveProfile } from '../../../../src/profile/resolve';
import { isRegisteredUid } from '../../../../src/standard/uids';
import { CtpInterpreter, labelOf, readScript, type OutcomeClass } from './ctpInterpreter';
import { fixture, imported } from './fixtures';

const shared = resolve(import.meta.dirname, '../../../../../shared/dicom');
const files = existsSync(shared) ? readdirSync(shared).filter(name => name.endsWith('.dcm')) : [];

/** What the engine's results are called in CTP. */
const CLASS: Readonly<Record<string, OutcomeClass>> = {
  kept: 'kept',
  walked: 'kept',
  removed: 'removed',
  emptied: 'emptied',
  replaced: 'replaced',
  cleaned: 'replaced',
  shifted: 'moved',
  uid: 'uid',
};

interface Difference {
  readonly tag: number;
  readonly nested: boolean;
  readonly script: string;
  readonly ctp: OutcomeClass;
  readonly here: OutcomeClass;
  readonly blank: boolean;
  readonly registered: boolean;
  /** True for what is not a date in eight digits. */
  readonly unreadable: boolean;
  readonly reason: string;
}

/** True if the report of the import says so: for this attribute, or for all of a kind. */
function isReported(notes: readonly ImportNote[], d: Difference): boolean {
  const digits = d.tag.toString(16).padStart(8, '0').toUpperCase();
  const place = `(${digits.slice(0, 4)},${digits.slice(4)})`;
  const about = (subject: string) => notes.some(n => n.kind === 'changed' && n.subject === subject);
  const names = (n: ImportNote) => n.subject.toUpperCase().startsWith(place) || n.message.startsWith(`is ${place}`);
  if (notes.some(n => names(n) && (n.kind !== 'note' || /not carried/.test(n.message)))) return true;
  if (d.blank && d.here === 'kept' && /@(hash|integer|encrypt)/.test(d.script) && about('empty values')) return true;
  if (d.registered && d.here === 'kept' && d.ctp === 'uid' && about('UIDs')) return true;
  if (/@(increment|hash|modify)date/.test(d.script) && d.unreadable && d.here !== 'kept' && about('dates')) return true;
  if (d.ctp === 'emptied' && d.here === 'replaced' && /: empty/.test(d.reason) && about('Type 1 attributes'))
    return true;
  return d.nested && d.script.includes('@if') && about('conditions');
}

/** Group lengths and stray delimiters. */
function isNoAttribute(tag: number): boolean {
  return (tag & 0xffff) === 0 || tag >>> 16 === 0xfffe;
}

/** What was done to an element: what is written as it was is kept. */
function classOf(element: ExplainedElement, old: string): OutcomeClass {
  if (element.newValue === '') return 'emptied';
  if (element.newValue?.trim() === old.trim()) return 'kept';
  return CLASS[element.result] ?? 'kept';
}

function isBlank(file: DicomFile, row: number): boolean {
  return stringValues(file, row).join('').trim() === '';
}

/** All files with ALL_FILES in the environment; else each script has its own share of them. */
const shares: readonly (readonly [name: string, every: number, from: number])[] = [
  ['trial.script', 12, 2],
  ['centre.script', 6, 0],
  ['strict.script', 12, 7],
];

describe.skipIf(files.length === 0).each(shares)('%s, imported and run on real files', (name, every, from) => {
  it('does to every attribute what CTP does, unless the report says otherwise', () => {
    const text = fixture(name);
    const made = imported(text, 'ctp');
    const script = readScript(text);
    const { profile } = resolveProfile(readProfile(made.text, 'made'));
    const engine = createEngine({
      profile,
      key: new Uint8Array(32),
      toolVersion: '',
    });
    const held = profile.files.quarantine.map(q => compileConditions(q.when));
    const wrong = new Map<string, string>();
    let compared = 0;
    for (const [i, path] of files.entries()) {
      if (!process.env.ALL_FILES && i % every !== from) continue;
      const source = openFileSource(join(shared, path));
      try {
        const file = openDicom(source);
        const values = instanceValues(file);
        const wanted = CtpInterpreter.run(script, file);
        const isHeld = held.some(holds => holds(values));
        if (!wanted) {
          if (
            !isHeld &&
            !made.notes.some(n => n.kind !== 'note' && /held back|holds files back|no equal|table/.test(n.message))
          )
            wrong.set('held back', `${path} is held back by CTP only`);
          continue;
        }
        for (const element of engine.explain(file, { patient: patientContextFrom(file) })) {
          const there = wanted.get(element.row);
          // CTP does not come to what it does not @process(), and what stands in something that goes, goes with it.
          if (!there || element.reason.startsWith('inside a sequence') || isNoAttribute(element.tag)) continue;
          compared++;
          const here = classOf(element, stringValues(file, element.row).join('\\'));
          const difference: Difference = {
            tag: element.tag,
            nested: element.path.includes('['),
            script: there.script ?? '',
            ctp: there.outcome,
            here,
            blank: isBlank(file, element.row),
            reason: element.reason,
            unreadable: !/^\d{8}/.test(stringValues(file, element.row)[0] ?? ''),
            registered: element.vr === 'UI' && stringValues(file, element.row).some(v => isRegisteredUid(v.trim())),
          };
          const emptyAnyway = difference.blank && here === 'kept' && there.outcome === 'emptied';
          if (here === there.outcome || emptyAnyway || isReported(made.notes, difference)) continue;
          const key = `${labelOf(element.tag)}${difference.nested ? ' nested' : ''} ${difference.script}: ${there.outcome}, here ${here}`;
          wrong.set(key, `${key} (${path}: ${element.reason})`);
        }
      } catch (error) {
        // Files that are broken on purpose cannot be opened; nothing else may fail.
        if (!(error instanceof Error) || error.name === 'TypeError') throw error;
      } finally {
        source.close();
      }
    }
    expect(compared).toBeGreaterThan(1000);
    expect([...wrong.values()]).toEqual([]);
  }, 600_000);
});
