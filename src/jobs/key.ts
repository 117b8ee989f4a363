import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { errorCode } from './discover';
import { RunError } from './runError';

/** Environment variable that may hold the pseudonym key. */
export const KEY_VARIABLE = 'DEIDBENCH_KEY';

/** Fewer bytes than this could be guessed by trying. */
const MINIMUM_BYTES = 16;

/**
 * The pseudonym key of a run: from the file named, else from the environment, else from the run folder (made there on the
 * first run, readable by its owner only). Never from an argument, a setting or a profile.
 * @throws RunError if the file cannot be read or the key is shorter than 16 bytes.
 */
export function loadKey(options: {
  keyFile?: string;
  runKeyFile: string;
  environment: NodeJS.ProcessEnv;
  mayCreate: boolean;
}): {
  key: Uint8Array;
  created: boolean;
} {
  if (options.keyFile !== undefined) return { key: readKey(options.keyFile), created: false };
  const text = options.environment[KEY_VARIABLE];
  if (text !== undefined && text !== '')
    return { key: checked(Buffer.from(text, 'utf8'), `the variable ${KEY_VARIABLE}`), created: false };
  if (existsSync(options.runKeyFile)) return { key: readKey(options.runKeyFile), created: false };
  if (!options.mayCreate)
    throw new RunError(
      `The parts of a split run, and a run that goes on, need the key they were started with: give it with --key-file or in ${KEY_VARIABLE}.`,
    );
  const made = `${randomBytes(32).toString('hex')}\n`;
  writeFileSync(options.runKeyFile, made, { mode: 0o600, flag: 'wx' });
  return { key: checked(Buffer.from(made.trim(), 'utf8'), options.runKeyFile), created: true };
}

function readKey(path: string): Uint8Array {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new RunError(`The key file ${path} cannot be read (${errorCode(error)}); give a file that holds the key.`);
  }
  return checked(Buffer.from(bytes.toString('utf8').trim(), 'utf8'), path);
}

function checked(bytes: Uint8Array, where: string): Uint8Array {
  if (bytes.length < MINIMUM_BYTES)
    throw new RunError(
      `The key in ${where} is shorter than ${MINIMUM_BYTES} bytes; make one with: openssl rand -hex 32`,
    );
  return new Uint8Array(bytes);
}

/** Tells two keys apart without revealing either: the first 16 hex digits of a hash of a hash. */
export function keyFingerprint(key: Uint8Array): string {
  const once = createHash('sha256').update('deidbench key fingerprint').update(key).digest();
  return createHash('sha256').update(once).digest('hex').slice(0, 16);
}
