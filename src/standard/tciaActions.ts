import { packed } from './tables/tciaActions';
import { lazy, unpackLines } from './unpack';

/** What TCIA's curation does with one attribute, in its own words (`keep`, `remove`, `empty`, `hashuid`, `incrementdate` ...). */
export interface TciaAction {
  readonly tag: number;
  readonly mask: number;
  readonly action: string;
}

const rows = lazy((): readonly TciaAction[] =>
  unpackLines(packed).map(line => {
    const [digits = '', action = ''] = line.split('\t');
    return {
      tag: parseInt(digits.replaceAll('x', '0'), 16),
      mask: parseInt(
        digits.replace(/./g, c => (c === 'x' ? '0' : 'f')),
        16,
      ),
      action,
    };
  }),
);

/** All rows. */
export function tciaActions(): readonly TciaAction[] {
  return rows();
}
