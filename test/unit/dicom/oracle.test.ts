import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assemble, damages, inconsistency, open, outline } from '../../support/dicomOutline';
import type { Outline } from '../../support/dicomOutline';
import type { DicomFile } from '../../../src/dicom/dicomFile';
import type { Edit } from '../../../src/dicom/edits';
import { vrText } from '../../../src/dicom/elementTable';
import { buildFileMeta } from '../../../src/dicom/fileMeta';
import { insertElement, replaceValue } from '../../../src/dicom/makeEdit';
import { isPrivateCreatorTag } from '../../../src/dicom/privateCreator';
import { tagText } from '../../../src/dicom/problemLog';
import { findRow, rowDepth } from '../../../src/dicom/rows';
import { splice } from '../../../src/dicom/splice';
import { itemNumber } from '../../../src/dicom/tagPath';

const samples = join(__dirname, '../../../../shared/dicom');
const python = '/usr/bin/python3';
const hasPydicom = existsSync(python) && spawnSync(python, ['-c', 'import pydicom']).status === 0;
const hasDcmdump = spawnSync('dcmdump', ['--version']).status === 0;

type Dumped = { readonly error?: string; readonly rows: readonly [string, string, string | number | null][] };

/** The other readers are started as programs; on a busy machine they take their time. */
const PATIENCE = 240_000;

/** Files with a private sequence in implicit VR that the other reader does not enter, and ours does. */
const PYDICOM_STOPS = new Set(['MR_abd1.zip_adb1_5.dcm', 'MR_abd1.zip_adb1_8.dcm']);

describe.skipIf(!existsSync(samples))('every sample file, kept as it is', () => {
  const names = existsSync(samples) ? readdirSync(samples).filter(name => name !== 'catalog.csv') : [];
  const files = new Map<string, DicomFile>();
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'deidbench-oracle-'));
    for (const name of names) {
      const file = open(readFileSync(join(samples, name)));
      files.set(name, file);
      const parts = splice(file, sampleEdits(file).edits, { meta: metaOf(file) });
      writeFileSync(join(folder, name), assemble(file.source, parts));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('comes out with the same data set, byte for byte, when nothing is edited', () => {
    for (const [name, before] of files) {
      const after = open(assemble(before.source, splice(before, [], { meta: metaOf(before) })));
      expect.soft(digestOf(after), name).toBe(digestOf(before));
    }
  });

  test('has a table whose rows nest and do not overlap', () => {
    for (const [name, file] of files) expect.soft(inconsistency(file), name).toBe('');
  });

  test.skipIf(!hasPydicom)(
    'has the elements and values that pydicom finds; after edits it finds the edits and no more',
    () => {
      const paths = [...files.keys()].flatMap(name => [join(samples, name), join(folder, name)]);
      const output = execFileSync(python, [join(__dirname, '../../support/pydicom_dump.py')], {
        input: paths.join('\n') + '\n',
        maxBuffer: 1 << 28,
      });
      const dumps = output
        .toString()
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line) as Dumped);
      let compared = 0;
      [...files].forEach(([name, file], i) => {
        const before = dumps[i * 2];
        const after = dumps[i * 2 + 1];
        if (before.error !== undefined || damages(file).length > 0) return;
        compared++;
        const theirs = new Map(before.rows.map(([path, ...rest]) => [path, rest]));
        if (!PYDICOM_STOPS.has(name)) {
          const ours = new Map(flatten(outline(file)).map(([path, ...rest]) => [path, rest]));
          const wrong = [...theirs].filter(([path, [vr, value]]) => {
            const own = ours.get(path);
            const sameVr = vr === '' || vr === 'SQ' || vr.includes(' or ') || vr === own?.[0];
            return own === undefined || (value !== null && own[1] !== value) || !sameVr;
          });
          expect.soft(wrong, name).toEqual([]);
          expect
            .soft(
              [...ours.keys()].filter(path => !theirs.has(path)),
              name,
            )
            .toEqual([]);
        }
        if (isDirectory(name)) return;
        const { path, added } = sampleEdits(file);
        const now = new Map(after.rows.map(([at, ...rest]) => [at, rest]));
        if (added) expect.soft(now.get('(0012,0062)')?.[1], name).toBe(sha1(Buffer.from('YES ')));
        if (path !== undefined && theirs.has(path)) {
          expect.soft(now.get(path)?.[1], `${name} ${path}`).toBe(sha1(Buffer.from('EDITED')));
        }
        const untouched = (rows: Dumped['rows']) =>
          rows.filter(([at]) => at !== path && !(added && at === '(0012,0062)'));
        expect.soft(untouched(after.rows), name).toEqual(untouched(before.rows));
      });
      expect(compared).toBeGreaterThan(290);
    },
    PATIENCE,
  );

  test.skipIf(!hasDcmdump)(
    'gives the same dcmdump but for the edits',
    () => {
      const dumps = (where: string): string[][] => {
        const { stdout } = spawnSync('dcmdump', ['-q', '+F', ...names.map(name => join(where, name))], {
          maxBuffer: 1 << 28,
          encoding: 'latin1',
        });
        const sections = stdout.split(/^# dcmdump \(\d+\/\d+\): .*\n/m).slice(1);
        return sections.map(text => text.slice(Math.max(0, text.indexOf('# Dicom-Data-Set'))).split('\n'));
      };
      const before = dumps(samples);
      const after = dumps(folder);
      expect(before).toHaveLength(names.length);
      expect(after).toHaveLength(names.length);
      names.forEach((name, i) => {
        const file = files.get(name);
        if (
          file === undefined ||
          isDirectory(name) ||
          damages(file).length > 0 ||
          !before[i][0].startsWith('# Dicom-Data-Set')
        )
          return;
        const { added, path } = sampleEdits(file);
        const old = new Set(before[i].map(withoutLength));
        const fresh = after[i].map(withoutLength).filter(line => !old.has(line));
        expect.soft(fresh.length, `${name}: ${fresh.join('|')}`).toBeLessThanOrEqual((added ? 1 : 0) + (path ? 1 : 0));
        expect.soft(after[i].length - before[i].length, name).toBe(added ? 1 : 0);
      });
    },
    PATIENCE,
  );
});

/** A DICOMDIR holds byte offsets into itself, which an edit makes stale: it is made anew, not edited. */
function isDirectory(name: string): boolean {
  return name.includes('DICOMDIR');
}

/** Lengths of what encloses an edit change; the lines are the same otherwise. */
function withoutLength(line: string): string {
  return /^ *\((?:fffe|[0-9a-f]{4},[0-9a-f]{4}\) (?:SQ|na|UN))/.test(line)
    ? line.replace(/# *(?:\d+|u\/l),.*$/, '').replace(/(?:explicit|undefined) length/, '')
    : line;
}

/** One text element as deep as there is one, and one new element at the top. */
function sampleEdits(file: DicomFile): { edits: Edit[]; path: string | undefined; added: boolean } {
  const table = file.dataSet;
  let deepest = -1;
  for (let row = 0; row < table.count; row++) {
    const text = ['LO', 'SH', 'PN', 'ST', 'LT'].includes(vrText(table.vr[row])) && !isPrivateCreatorTag(table.tag[row]);
    if (text && (deepest < 0 || rowDepth(table, row) > rowDepth(table, deepest))) deepest = row;
  }
  const edits: Edit[] = [];
  const added = findRow(table, 0x00120062) < 0 && table.count > 0;
  if (added) edits.push(insertElement(file, -1, 0x00120062, 'CS', Buffer.from('YES')));
  if (deepest >= 0) edits.push(replaceValue(file, deepest, Buffer.from('EDITED')));
  edits.sort((a, b) => a.start - b.start);
  return { edits, path: deepest < 0 ? undefined : numericPath(file, deepest), added };
}

function numericPath(file: DicomFile, row: number): string {
  let path = '';
  for (let at = row; at >= 0; at = file.dataSet.parent[at])
    path = (file.dataSet.tag[at] === 0xfffee000 ? `[<${itemNumber(file, at)}>]` : tagText(file.dataSet.tag[at])) + path;
  return path;
}

/** The meta group as it was, or one with the syntax that was found. */
function metaOf(file: DicomFile): Uint8Array {
  if (file.hasPreamble) return file.source.read(132, file.dataSetStart - 132).slice();
  return buildFileMeta({
    sopClassUid: '1.2.840.10008.5.1.4.1.1.7',
    sopInstanceUid: '2.25.1',
    transferSyntax: file.encoding.uid,
    implementationClassUid: '2.25.2',
  });
}

function digestOf(file: DicomFile): string {
  const start = file.encoding.deflated ? 0 : file.dataSetStart;
  return sha1(file.dataSource.read(start, file.dataSource.size - start));
}

function sha1(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex').slice(0, 16);
}

function flatten(elements: readonly Outline[], prefix = ''): [string, string, string | number][] {
  return elements.flatMap(({ tag, vr, value, children }): [string, string, string | number][] => {
    const path = prefix + tag;
    if (children === undefined) return [[path, vr, sha1(Buffer.from(value ?? '', 'hex'))]];
    if (children.some(child => typeof child === 'string')) {
      // Encapsulated: the other reader gives the fragments with their item headers.
      const pieces = children.map(child => {
        const bytes = Buffer.from(child as string, 'hex');
        const head = Buffer.from('feff00e000000000', 'hex');
        head.writeUInt32LE(bytes.length, 4);
        return Buffer.concat([head, bytes]);
      });
      return [[path, vr, sha1(Buffer.concat(pieces))]];
    }
    return [
      [path, 'SQ', children.length],
      ...children.flatMap((child, i) => flatten(child as readonly Outline[], `${path}[<${i}>]`)),
    ];
  });
}
