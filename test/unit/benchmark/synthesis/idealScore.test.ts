import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswerKey } from '../../../../src/benchmark/key/answerKey';
import { CategoryColumns, parseChecks, type Check } from '../../../../src/benchmark/key/check';
import { embeddedFiles } from '../../../../src/benchmark/synthesis/sources.node';
import { synthesize, type SynthesisResult } from '../../../../src/benchmark/synthesis/synthesize.node';
import { TextValidator } from '../../../../src/benchmark/validateText';
import { memorySource } from '../../../../src/dicom/byteSource';
import { openDicom } from '../../../../src/dicom/openFile';
import { buildFileMeta } from '../../../../src/dicom/fileMeta';
import { splice } from '../../../../src/dicom/splice';
import { uidValue } from '../../../../src/dicom/values';
import type { DicomFile } from '../../../../src/dicom/dicomFile';
import {
  idealEdits,
  newPatientId,
  newUid,
  SABOTAGED_ACTION,
  type Sabotage,
} from '../../../support/benchmark/idealTool';
import { scoreInstance, type Outcome } from '../../../support/benchmark/scoreInstance';

interface Instance {
  readonly file: DicomFile;
  readonly checks: readonly Check[];
}

const out = mkdtempSync(join(tmpdir(), 'synthesis-'));
let result: SynthesisResult;
let instances: Instance[];
const validator = new TextValidator();

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}

function bytesOf(file: DicomFile, edits: Parameters<typeof splice>[1]): Uint8Array {
  const meta = buildFileMeta({
    sopClassUid: uidValue(file, 0x00080016),
    sopInstanceUid: '2.25.1',
    transferSyntax: file.encoding.uid,
    implementationClassUid: '2.25.2',
  });
  const parts = splice(file, edits, { meta });
  return Uint8Array.from(
    Buffer.concat(
      parts.map(part =>
        part.kind === 'bytes' ? part.bytes : file.source.read(part.start, part.end - part.start).slice(),
      ),
    ),
  );
}

/** Scores an instance after `edits`; burned text counts as readable where the pixels of the box are as they were. */
function score(instance: Instance, edits: Parameters<typeof splice>[1], oddUid?: string): Outcome[] {
  const after = openDicom(memorySource(bytesOf(instance.file, edits)));
  const uids = new Map<string, string>();
  const patients = new Map<string, string>();
  for (const check of instance.checks) {
    const old = (check.value ?? '').slice(1, -1);
    if (check.action === '<uid_changed>') uids.set(`<${old}>`, old === oddUid ? `<${old}.1>` : `<${newUid(old)}>`);
    if (check.action === '<patid_consistent>') patients.set(`<${old}>`, `<${newPatientId(old)}>`);
  }
  const line = (file: DicomFile, y: number): string => {
    const row = file.dataSet.tag.findLastIndex(tag => tag === 0x7fe00010);
    const rows = file.dataSet.valueEnd[row] - file.dataSet.valueStart[row];
    const columns = instance.checks.length > 0 ? rowLength(file, rows) : 0;
    return Buffer.from(file.dataSource.read(file.dataSet.valueStart[row] + y * columns, columns)).toString('hex');
  };
  return scoreInstance(after, instance.checks, { validator, uids, patients }, box => {
    const middle = Math.floor((box.top + box.bottom) / 2);
    const burned = instance.checks.find(
      c => c.action === '<pixels_hidden>' && c.actionText?.includes(`[${box.left},${box.top}]`),
    );
    const same = line(after, middle) === line(instance.file, middle);
    return same ? (JSON.parse((burned?.actionText ?? '<{}>').slice(1, -1)) as { text: string }).text : '';
  });
}

function rowLength(file: DicomFile, bytes: number): number {
  const row = file.dataSet.tag.indexOf(0x00280010);
  const raw = file.dataSource.read(file.dataSet.valueStart[row], 2);
  return bytes / (raw[0] | (raw[1] << 8));
}

beforeAll(async () => {
  result = await synthesize(embeddedFiles(), out, {
    seed: 11,
    pixels: 0.4,
    locales: ['en-US'],
    wide: false,
    uidForm: 'legal',
  });
  const byUid = new Map(
    files(join(out, 'input')).map(path => {
      const file = openDicom(memorySource(new Uint8Array(readFileSync(path))));
      return [uidValue(file, 0x00080018), file] as const;
    }),
  );
  const columns = new CategoryColumns();
  instances = readAnswerKey(memorySource(new Uint8Array(readFileSync(join(out, 'answer_key.db'))))).map(row => ({
    file: byUid.get(row.instance)!,
    checks: parseChecks(row.answerData() ?? '', columns)!,
  }));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('a synthesised benchmark', () => {
  it('has an answer for every instance and uses all ten actions', () => {
    expect(instances).toHaveLength(result.instances);
    expect(instances.every(instance => instance.file !== undefined)).toBe(true);
    expect(Object.keys(result.answersByAction).sort()).toEqual(
      Object.values(SABOTAGED_ACTION)
        .map(action => action.slice(1, -1))
        .sort(),
    );
  });

  it('gives 100 % to a tool that does exactly what the key asks', () => {
    const missed = instances
      .flatMap(instance => score(instance, idealEdits(instance.file, instance.checks).edits))
      .filter(o => o.passed !== true);
    expect(missed.map(o => `${o.check.action} ${o.check.tagDs} ${o.check.value} ${o.check.actionText}`)).toEqual([]);
  });

  it('gives the identity transform nothing for what must change and everything for what must stay', () => {
    const outcomes = instances.flatMap(instance => score(instance, []));
    const rate = (action: string): number => {
      const of = outcomes.filter(o => o.check.action === action);
      return of.filter(o => o.passed === true).length / of.length;
    };
    for (const action of [
      '<text_removed>',
      '<date_shifted>',
      '<uid_changed>',
      '<uid_consistent>',
      '<patid_consistent>',
      '<pixels_hidden>',
    ]) {
      expect([action, rate(action)]).toEqual([action, 0]);
    }
    for (const action of ['<text_retained>', '<tag_retained>', '<text_notnull>', '<pixels_retained>']) {
      expect([action, rate(action)]).toEqual([action, 1]);
    }
  });

  it.each(Object.entries(SABOTAGED_ACTION))('lowers exactly one check when a tool commits %s', (name, action) => {
    const sabotage = name as Sabotage;
    const spoiled = instances.find(i => idealEdits(i.file, i.checks, sabotage).victim !== undefined);
    expect(spoiled).toBeDefined();
    const { edits, victim } = idealEdits(spoiled!.file, spoiled!.checks, sabotage);
    const oddUid = sabotage === 'keepUid' ? (victim?.value ?? '').slice(1, -1) : undefined;
    const failed = score(spoiled!, edits, oddUid).filter(o => o.passed !== true);
    expect(failed.map(o => [o.check.action, o.check.index])).toEqual([[action, victim?.index]]);
  });
});
