import type { OptionName } from './codes';
import { packed } from './tables/deidMethodCodes';
import { lazy, unpackLines } from './unpack';

/** A code of PS3.16 CID 7050 De-identification Method, for items of (0012,0064). */
export interface DeidMethodCode {
  readonly code: string;
  readonly scheme: string;
  readonly meaning: string;
  /** Section of PS3.15 that defines it. */
  readonly section: string;
  /** The option it claims; absent for 113100, the Basic Profile itself. */
  readonly option?: OptionName;
}

const rows = lazy((): readonly DeidMethodCode[] =>
  unpackLines(packed).map(line => {
    const [code = '', scheme = '', meaning = '', section = '', option = ''] = line.split('\t');
    return { code, scheme, meaning, section, ...(option ? { option: option as OptionName } : {}) };
  }),
);

/** All codes of CID 7050, 113100 first. */
export function deidMethodCodes(): readonly DeidMethodCode[] {
  return rows();
}

/** The code that claims an option, or without argument the one for the Basic Profile. */
export function deidMethodCode(option?: OptionName): DeidMethodCode {
  const row = rows().find(r => r.option === option);
  if (!row) throw new RangeError('CID 7050 has no code for this option.');
  return row;
}
