import { Command } from 'commander';
import { describeRow, escapeControls } from '../../dicom/describe';
import type { DicomFile } from '../../dicom/dicomFile';
import { dicomJson } from '../../dicom/dicomJson';
import { openFileSource } from '../../dicom/fileSource.node';
import { NotDicomError, openDicom } from '../../dicom/openFile';
import { rowDepth } from '../../dicom/rows';
import type { PathStep } from '../../dicom/tagPath';
import { findByPath, parseTagPath, tagPath } from '../../dicom/tagPath';
import { attributeByKeyword } from '../../standard/dictionary';
import { transferSyntaxName } from '../../standard/uids';
import { Exit, UsageError } from '../exit';
import { reason } from '../systemError';
import { wholeNumber } from '../wholeNumber';

interface InspectOptions {
  readonly json?: boolean;
  readonly tag?: readonly string[];
  readonly depth?: number;
  readonly width: number;
}

/** `deidbench inspect FILE...`: the header of DICOM files, values included: that is what the user asked to see. */
export function inspectCommand(): Command {
  return new Command('inspect')
    .description('Show the data elements of DICOM files, and whatever is odd or damaged about their bytes.')
    .argument('<file...>', 'DICOM files')
    .option('--json', 'one JSON object per file: its problems and its data set in the DICOM JSON Model (PS3.18 F)')
    .option('--tag <tag>', 'only this attribute: a keyword, a tag or a path; may be repeated', collect)
    .option('--depth <n>', 'sequences are shown to this depth; 0 shows the top level only', wholeNumber)
    .option('--width <n>', 'longest value shown, in characters', wholeNumber, 80)
    .addHelpText(
      'after',
      `
Columns: path, VR, number of values, length in bytes, name, value. Control characters in values are shown as \\n, \\x1b and
so on. Private attributes are named by creator, group and the last two digits of the element.

Exit codes: 0 all files read, 2 some of them are damaged, 1 a file cannot be read or is not DICOM.

Examples:
  deidbench inspect image.dcm
  deidbench inspect image.dcm --tag PatientName --tag "(0008,1140)[<0>](0008,1155)"
  deidbench inspect image.dcm --tag '(0029,"SIEMENS CSA HEADER",10)'
  deidbench inspect image.dcm --json | jq .dataSet`,
    )
    .action((files: string[], options: InspectOptions) => {
      const paths = (options.tag ?? []).map(parseTag);
      for (const path of files) inspect(path, options, paths, files.length > 1);
    });
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** Keyword, `0010,0010`, `00100010`, or a path. */
function parseTag(text: string): PathStep[] {
  const attribute = attributeByKeyword(text);
  if (attribute !== undefined) return [{ attribute: { kind: 'tag', tag: attribute.tag } }];
  const bare = /^([0-9a-f]{4}),?([0-9a-f]{4})$/i.exec(text);
  const steps = parseTagPath(bare ? `(${bare[1]},${bare[2]})` : text);
  if (steps === undefined)
    throw new UsageError(`--tag ${text}: expected a keyword such as PatientName, a tag such as 0010,0010, or a path.`);
  return steps;
}

function inspect(path: string, options: InspectOptions, tags: readonly PathStep[][], heading: boolean): void {
  const source = openOrExplain(path);
  try {
    const file = openDicom(source);
    if (file.problems.some(p => p.severity === 'damage')) process.exitCode = Exit.partial;
    const rows = rowsToShow(file, options, tags);
    if (options.json) writeJson(path, file, tags.length > 0 ? rows : undefined);
    else writeText(path, file, rows, options, heading);
  } catch (error) {
    if (error instanceof NotDicomError) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  } finally {
    source.close();
  }
}

function openOrExplain(path: string): ReturnType<typeof openFileSource> {
  try {
    return openFileSource(path);
  } catch (error) {
    throw new UsageError(`${path}: cannot be read: ${reason(error)}.`);
  }
}

function rowsToShow(file: DicomFile, { depth }: InspectOptions, tags: readonly PathStep[][]): number[] {
  const { count, next } = file.dataSet;
  const starts = tags.length > 0 ? [...new Set(tags.flatMap(steps => findByPath(file, steps)))] : undefined;
  const rows: number[] = [];
  const within = (from: number, to: number) => {
    for (let row = from; row < to; row++)
      if (depth === undefined || rowDepth(file.dataSet, row) <= depth) rows.push(row);
  };
  if (starts === undefined) within(0, count);
  else for (const row of starts) within(row, next[row]);
  return rows;
}

function writeText(
  path: string,
  file: DicomFile,
  rows: readonly number[],
  options: InspectOptions,
  heading: boolean,
): void {
  const out: string[] = [];
  const { uid, declared } = file.encoding;
  if (heading) out.push(`== ${path}`);
  out.push(`Transfer syntax ${uid} (${transferSyntaxName(uid) ?? 'private'}${declared ? '' : ', found by looking'})`);
  for (const p of file.problems) out.push(`${p.severity} at byte ${p.offset}: ${p.message} [${p.code}]`);
  for (const row of rows) {
    const d = describeRow(file, row, options.width);
    const columns = [tagPath(file, row), d.vr || '--', String(d.vm), String(d.length), d.name];
    out.push(`${columns.join('  ')}${d.value === '' ? '' : `  ${d.value}${d.cut ? '…' : ''}`}`);
    if (out.length >= 1000) process.stdout.write(`${out.splice(0).map(escapeLine).join('\n')}\n`);
  }
  if (out.length > 0) process.stdout.write(`${out.map(escapeLine).join('\n')}\n`);
}

/** Creators in paths are foreign text as well. */
function escapeLine(line: string): string {
  return escapeControls(line);
}

function writeJson(path: string, file: DicomFile, rows: readonly number[] | undefined): void {
  const { uid, declared } = file.encoding;
  const head = { file: path, transferSyntax: uid, transferSyntaxDeclared: declared, problems: file.problems };
  process.stdout.write(JSON.stringify(head).slice(0, -1));
  if (rows === undefined) {
    process.stdout.write(',"dataSet":');
    let pending = '';
    for (const piece of dicomJson(file)) {
      pending += piece;
      if (pending.length > 65536) {
        process.stdout.write(pending);
        pending = '';
      }
    }
    process.stdout.write(`${pending}}\n`);
    return;
  }
  const elements = rows.map(row => {
    const json = [...dicomJson(file, { rows: [row] })].join('');
    return `{"path":${JSON.stringify(tagPath(file, row))},"element":${json}}`;
  });
  process.stdout.write(`,"elements":[${elements.join(',')}]}\n`);
}
