import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { edges } from '../../support/dicomEdges';
import { LE, TS, latin, part10 } from '../../support/dicomWriter';
import { inspectCommand } from '../../../src/cli/commands/inspect';
import { Exit, UsageError } from '../../../src/cli/exit';

let folder = '';
const written: string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deidbench-inspect-'));
  writeFileSync(join(folder, 'plain.dcm'), edges.plain);
  writeFileSync(join(folder, 'nested.dcm'), edges.implicitPrivateSequence);
  writeFileSync(join(folder, 'damaged.dcm'), edges.truncatedPixels);
  writeFileSync(join(folder, 'text.txt'), 'not DICOM at all, but quite long enough to be looked at');
  writeFileSync(
    join(folder, 'hostile.dcm'),
    part10(TS.explicit, [LE.el(0x00100010, 'PN', latin('\x1b[31mred\n')), LE.el(0x00104000, 'LT', 'y'.repeat(500))]),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  process.exitCode = undefined;
});

function inspect(...args: string[]): string {
  written.length = 0;
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation(chunk => {
    written.push(String(chunk));
    return true;
  });
  try {
    inspectCommand()
      .exitOverride()
      .parse(
        args.map(a => (a.includes('.') && !a.startsWith('(') ? join(folder, a) : a)),
        { from: 'user' },
      );
  } finally {
    spy.mockRestore();
  }
  const code = process.exitCode;
  process.exitCode = undefined;
  return `${written.join('')}exit ${code ?? 0}`;
}

describe('deidbench inspect', () => {
  test('prints path, VR, number of values, length, name and value', () => {
    const out = inspect('plain.dcm');
    expect(out).toContain("(0010,0010)  PN  1  12  Patient's Name  SECRET^NAME\n");
    expect(out).toContain('(7fe0,0010)  OW  1  4  Pixel Data  01 02 03 04');
    expect(out).toContain('Explicit VR Little Endian');
    expect(out).toMatch(/exit 0$/);
  });

  test('shows one attribute by keyword, tag or path', () => {
    for (const tag of ['PatientID', '0010,0020', '(0010,0020)'])
      expect(inspect('plain.dcm', '--tag', tag).match(/^\(/gm)).toHaveLength(1);
    expect(inspect('nested.dcm', '--tag', '(0029,"acme",40)[<0>](0010,0010)')).toContain('SECRET^INNER');
    expect(() => inspect('plain.dcm', '--tag', 'NoSuchName')).toThrow(UsageError);
  });

  test('goes as deep as it is asked', () => {
    expect(inspect('nested.dcm', '--depth', '0')).not.toContain('SECRET^INNER');
    expect(inspect('nested.dcm', '--depth', '1')).toContain('(0029,"ACME",40)[<0>](0010,0010)');
  });

  test('lets no control character through and cuts long values', () => {
    const out = inspect('hostile.dcm', '--width', '20');
    expect(out).toContain('\\x1b[31mred\\n');
    expect(out).not.toContain('\x1b');
    expect(out).toContain(`${'y'.repeat(20)}…\n`);
  });

  test('tells damage and says so by its exit code', () => {
    const out = inspect('damaged.dcm');
    expect(out).toMatch(/damage at byte \d+: \(7fe0,0010\): 4000 bytes announced, 2 are there\. \[value-past-end\]/);
    expect(out).toContain(`exit ${Exit.partial}`);
  });

  test('gives DICOM JSON', () => {
    const [line] = inspect('plain.dcm', '--json').split('\n');
    expect(JSON.parse(line)).toMatchObject({
      transferSyntax: TS.explicit,
      problems: [],
      dataSet: { '00100020': { vr: 'LO', Value: ['ID42'] } },
    });
    const [tagged] = inspect('plain.dcm', '--json', '--tag', 'PatientID').split('\n');
    expect(JSON.parse(tagged)).toMatchObject({ elements: [{ path: '(0010,0020)' }] });
  });

  test('says in one sentence that a file is not DICOM or cannot be read', () => {
    expect(() => inspect('text.txt')).toThrow(/text\.txt: Not a DICOM file: .*\.$/);
    expect(() => inspect('none.dcm')).toThrow(/cannot be read: it is not there\.$/);
  });
});
