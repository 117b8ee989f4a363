import { existsSync, mkdirSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { JobSummary } from '../../protocol/jobs';
import type { RunRecord } from '../../protocol/results';
import type { JobStep } from './jobHost';
import { loadTools } from '../results/loadTools';
import { UserError } from '../../protocol/userError';

/** What the steps of a run need besides its record. */
export interface StepSetup {
  /** Folder of the run. */
  readonly folder: string;
  /** Environment with the key of pseudonyms. */
  readonly env: NodeJS.ProcessEnv;
  /** The run that this one takes outputs over from. */
  readonly partOf?: RunRecord;
}

/**
 * The calls of the command line that a run consists of, from its record alone: so a run can be resumed or repeated from
 * the history. What is finished already is left out or resumed.
 */
export function stepsOf(record: RunRecord, setup: StepSetup): JobStep[] {
  switch (record.kind) {
    case 'anonymize':
      return [anonymizeStep(record, setup)];
    case 'score':
      return [scoreStep(record, setup)];
    case 'verify':
      return [verifyStep(record, setup)];
    case 'synth':
      return [synthStep(record)];
    case 'benchmark':
      if (record.partOf !== undefined) return [partStep(record, setup), scoreStep(record, setup)];
      return [
        ...(record.source && !existsSync(record.paths.key ?? '') ? [synthStep(record)] : []),
        anonymizeStep(record, setup),
        scoreStep(record, setup),
      ];
  }
}

function anonymizeStep({ paths, profile }: RunRecord, { env }: StepSetup): JobStep {
  const { input = '', output = '', runFolder = '' } = paths;
  const args = ['anonymize', input, output, '--profile', profile, '--run', runFolder, '--resume-if-started'];
  return { title: 'de-identifying', args, env, learn: learnFiles };
}

/** Affected files only; then the outputs and tables of the other run are taken over. */
function partStep({ paths, profile, partOf }: RunRecord, { env, folder, partOf: whole }: StepSetup): JobStep {
  if (!whole) throw new UserError(`The run ${partOf ?? ''} that this one takes outputs over from is no longer there.`);
  const { output = '', runFolder = '' } = paths;
  const part = join(folder, 'part.run');
  const args = ['anonymize', join(folder, 'affected'), output, '--profile', profile, '--run', part];
  return {
    title: 'de-identifying affected files',
    args: [...args, '--resume-if-started'],
    env,
    learn: (summary, record) => {
      const { files } = learnFiles(summary, record);
      return { files, paths: { ...record.paths, ...loadTools().joinPart({ part, runFolder, output }, whole.paths) } };
    },
  };
}

function learnFiles(summary: JobSummary, record: RunRecord): Partial<RunRecord> {
  const { written, quarantined, notDicom, skipped, places } = summary;
  return {
    files: { written, quarantined, notDicom, skipped },
    paths: {
      ...record.paths,
      ...(places.uidMapping && { uids: places.uidMapping }),
      ...(places.patientMapping && { patients: places.patientMapping }),
      ...(places.contactSheet && { contactSheet: places.contactSheet }),
    },
  };
}

function scoreStep({ paths, scoreArgs, kind, id }: RunRecord, { folder }: StepSetup): JobStep {
  const { output = '', runFolder = '', key = '', input } = paths;
  const reports = paths.reports ?? join(folder, `score-${id}`);
  const uids = paths.uids ?? join(runFolder, 'uid_mapping.csv');
  const patients = paths.patients ?? join(runFolder, 'patid_mapping.csv');
  const given = ['--key', key, '--uids', uids, '--patients', patients, '--out', reports, '--name', id];
  // Comparing with the input takes time; a benchmark is run again and again, its input is valid.
  const before = input !== undefined && kind === 'score' ? ['--input', input] : [];
  const quick = kind === 'benchmark' ? ['--no-dciodvfy'] : [];
  return {
    title: 'scoring',
    args: ['score', output, ...given, ...before, ...quick, ...(scoreArgs ?? [])],
    learn: (summary, record) => ({
      ...(record.files ? {} : { files: filesOf(summary) }),
      ...(summary.figures && { figures: summary.figures }),
      ...fractionOf(summary.figures?.score),
      paths: { ...record.paths, reports },
    }),
  };
}

function filesOf({ written, quarantined, notDicom, skipped }: JobSummary): RunRecord['files'] {
  return { written, quarantined, notDicom, skipped };
}

function fractionOf(score: string | undefined): Partial<RunRecord> {
  const value = Number.parseFloat(score ?? '');
  return Number.isFinite(value) ? { fraction: value / 100 } : {};
}

function verifyStep({ paths, profile }: RunRecord, { folder }: StepSetup): JobStep {
  const { input = '', output = '', uids } = paths;
  const verify = join(folder, 'verify.json');
  const args = ['verify', input, output, '--report', verify];
  if (profile !== '') args.push('--profile', profile);
  if (uids !== undefined) args.push('--uids', uids);
  return {
    title: 'verifying',
    args,
    learn: (summary, record) => ({
      files: filesOf(summary),
      ...(summary.figures && { figures: summary.figures }),
      paths: { ...record.paths, verify },
    }),
  };
}

/** Made under another name and renamed when it is whole, so that half a benchmark is never used. */
function synthStep({ source, paths }: RunRecord): JobStep {
  const { key = '' } = paths;
  const target = dirname(key);
  const part = `${target}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  const from = source?.folder === undefined ? ['--embedded'] : [source.folder];
  return {
    title: 'making the benchmark',
    args: ['synth', ...from, part, '--seed', String(source?.seed ?? 1)],
    learn: (summary, record) => {
      // A folder that was chosen may be there already, empty; one with files stops the run here.
      if (existsSync(target)) rmdirSync(target);
      renameSync(part, target);
      return {
        files: filesOf(summary),
        ...(record.kind === 'synth' && summary.figures && { figures: summary.figures }),
      };
    },
  };
}
