import type { Json } from './python/jsonStr';

/** The official scripts' JSON configuration, as far as it decides about a score. */
export interface OfficialConfig {
  readonly runName: string;
  readonly curated: string;
  /** Folder in which a folder named after the run gets the results. */
  readonly output: string;
  readonly key: string;
  readonly uids: string;
  readonly patients: string;
  /** Decides the size of batches even without multiprocessing; where the official scripts would divide by zero it is 1. */
  readonly cpus: number;
  readonly series: boolean;
}

/** The configuration cannot be used; one sentence naming the property. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const PATHS = {
  run_name: 'runName',
  input_data_path: 'curated',
  output_data_path: 'output',
  answer_db_file: 'key',
  uid_mapping_file: 'uids',
  patid_mapping_file: 'patients',
} as const;

/** Reads the text of a configuration file. @throws ConfigError */
export function parseConfig(text: string): OfficialConfig {
  let parsed: Json;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, '')) as Json;
  } catch {
    throw new ConfigError('it is not JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new ConfigError('it is not a JSON object');
  const config = parsed as { readonly [name: string]: Json };
  const paths: Record<string, string> = {};
  for (const [name, as] of Object.entries(PATHS)) {
    const value = config[name];
    if (typeof value !== 'string' || value.trim() === '')
      throw new ConfigError(`"${name}" must be a text that is not empty`);
    paths[as] = value;
  }
  const cpus = Number(config.multiprocessing_cpus ?? 1);
  return {
    ...(paths as Pick<OfficialConfig, 'runName' | 'curated' | 'output' | 'key' | 'uids' | 'patients'>),
    cpus: Number.isInteger(cpus) && cpus > 0 ? cpus : 1,
    series: flag(config.report_series, 'report_series'),
  };
}

/** The official scripts evaluate these texts as Python. */
function flag(value: Json | undefined, name: string): boolean {
  if (value === undefined || value === null || value === false || value === 'False' || value === '') return false;
  if (value === true || value === 'True') return true;
  throw new ConfigError(`"${name}" must be "True" or "False"`);
}
