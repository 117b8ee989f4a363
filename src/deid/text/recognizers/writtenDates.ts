import type { DateMarker } from '../dates';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { before, eachMatch } from './each';

const MONTHS = [
  'jan(?:uary|uar|uari|vier|v)?',
  'ene(?:ro)?|genn?(?:aio)?|janeiro|styczni(?:a|en)|leden|ledna|sty',
  'feb(?:ruary|ruar|ruari|brero|rero|braio)?|f[eé]v(?:rier|ereiro)?|luty|lutego',
  'mar(?:ch|s|zo|ço|ca)?|m[aä]rz|maart|mrt|marca',
  'apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|kwietnia',
  'ma[iy]|mayo|maggio|maio|mei|mag',
  'june?|juni|juin|junio|giugno|junho|czerwca|giu',
  'july?|juli|juil(?:let)?|julio|luglio|julho|lipca|lug',
  'aug(?:ust|ustus)?|ao[uû]t|ago(?:sto)?|sierpnia',
  'sept?(?:ember|embre|iembre|tembre)?|setembro|set(?:tembre)?|wrze[sś]nia',
  'o[ck]t(?:ober|obre|ubre)?|out(?:ubro)?|ott(?:obre)?|pa[zź]dziernika',
  'nov(?:ember|embre|iembre)?|novembro|listopada',
  'de[cz](?:ember|embre|iembre)?|d[eé]c(?:embre)?|dic(?:iembre|embre)?|dezembro|grudnia',
].join('|');
const ENGLISH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const FULL_ENGLISH = 'january|february|march|april|june|july|august|september|october|november|december';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const TIME = String.raw`(?:[ ,]{1,2}(?:[Aa][Tt] |[Uu][Mm] )?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?)?`;

/** 24 June 2004, 24-JUN-04, 24. Juni 2004, 24 de junio de 2004. */
const DAY_MONTH_YEAR = new RegExp(
  `(?<![\\dA-Za-z.])${DAY}(?:st|nd|rd|th|er|º|ª)?[-\\s./]?\\s?(?:de\\s|of\\s)?(?:${MONTHS})(?![\\p{L}])[-\\s.,/_]{0,2}(?:de\\s|del\\s)?((?:18|19|20)\\d{2}|'?\\d{2})(?!\\d)${TIME}`,
  'giu',
);
/** 24JUN2004 and 24Jun04. */
const DAY_MONTH_YEAR_GLUED = new RegExp(
  `(?<![\\dA-Za-z.])${DAY}(?:${ENGLISH})((?:18|19|20)\\d{2}|\\d{2})(?!\\d)`,
  'gi',
);
/** June 24, 2004. */
const MONTH_DAY_YEAR = new RegExp(
  `(?<![\\p{L}])(?:${MONTHS})\\.?[\\s\\-_/]{0,2}${DAY}(?:st|nd|rd|th)?,?[\\s\\-_/,]{1,3}((?:18|19|20)\\d{2}|'\\d{2})(?!\\d)${TIME}`,
  'giu',
);
/** 2004-Jun-24, 2004 June 24. */
const YEAR_MONTH_DAY = new RegExp(
  `(?<![\\d.])(?:18|19|20)\\d{2}[-\\s/.,]{1,2}(?:${ENGLISH})[-\\s/.]{0,2}${DAY}(?:st|nd|rd|th)?(?!\\d)`,
  'gi',
);
const MONTH_YEAR = new RegExp(
  `(?<![\\p{L}])(?:${MONTHS})\\.?,?[\\s\\-_/]{1,2}(?:of |de )?((?:19|20)\\d{2})(?!\\d)`,
  'giu',
);
const MONTH_SHORT_YEAR = new RegExp(`(?<![\\p{L}])(?:${ENGLISH})\\.?[ -]?'\\d{2}(?!\\d)`, 'giu');
const MONTH_DAY = new RegExp(
  `(?<![\\p{L}])(?:${FULL_ENGLISH})\\s+${DAY}(?:st|nd|rd|th)?(?![\\d.]|\\s*(?:mm|cm|ml|cc|mg|sec|min))`,
  'giu',
);
const DAY_MONTH = new RegExp(
  `(?<![\\dA-Za-z.])${DAY}(?:st|nd|rd|th)?(?:\\sof)?\\s(?:${FULL_ENGLISH}|may)(?![\\p{L}])`,
  'giu',
);
/** Short month and day, only after a word that announces a date. */
const SHORT_MONTH_DAY = new RegExp(`(?<![\\p{L}])(?:${ENGLISH})\\.?\\s${DAY}(?:st|nd|rd|th)?(?![\\d.])`, 'giu');
const ANNOUNCED =
  /(?:\b(?:on|dated?|dob|since|born|until|till|seen|prior|from|surgery|exam|lmp|scan(?:ned)?)\W{1,3})$/i;
const MONTH_WORD = new RegExp(`^(?:${MONTHS})$`, 'iu');
/** First three letters, folded, of every month above. */
const MONTH_STARTS = new Set(
  'jan ene gen sty led feb fev lut mar maa mrt apr avr abr kwi mai may mag mei jun jui giu cze jul lug lip aug aou ago sie sep set wrz oct okt out ott paz nov lis dec dez dic gru'.split(
    ' ',
  ),
);
const CLOCK_12 = /(?<![\d.:])(?:0?[1-9]|1[0-2]):[0-5]\d(?::[0-5]\d)?\s?[AaPp]\.?[Mm]\b\.?/g;
const CLOCK_24 =
  /(?=\d)(?<=\b(?:at|time|um|kl|uhr)[:\s]{1,2})(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:]|\s?(?:min|sec|s\b))/gi;

const isMonth = ({ kind, folded, text }: Token): boolean =>
  kind === 'word' && folded.length >= 3 && MONTH_STARTS.has(folded.slice(0, 3)) && MONTH_WORD.test(text);

/** Dates with the month in words, in the languages of the vocabulary, and times of day. */
export function findWrittenDates(reading: Reading, mark: DateMarker): void {
  const { text } = reading;
  if (reading.hasAny(':')) {
    eachMatch(CLOCK_12, text, (_, start, end) => mark(start, end, 'time'));
    eachMatch(CLOCK_24, text, (_, start, end) => mark(start, end, 'time'));
  }
  if (!reading.tokens.some(isMonth)) return;
  eachMatch(DAY_MONTH_YEAR, text, (match, start, end) => {
    mark(start, end, match[1]?.length === 2 ? 'date.dayMonthShortYear' : 'date.dayMonthYear');
  });
  eachMatch(DAY_MONTH_YEAR_GLUED, text, (_, start, end) => mark(start, end, 'date.dayMonthYear'));
  eachMatch(MONTH_DAY_YEAR, text, (_, start, end) => mark(start, end, 'date.monthDayYear'));
  eachMatch(YEAR_MONTH_DAY, text, (_, start, end) => mark(start, end, 'date.yearMonthDay'));
  eachMatch(MONTH_YEAR, text, (_, start, end) => mark(start, end, 'date.monthYear'));
  if (reading.hasAny("'")) eachMatch(MONTH_SHORT_YEAR, text, (_, start, end) => mark(start, end, 'date.monthYear'));
  eachMatch(MONTH_DAY, text, (_, start, end) => {
    if (!reading.isMarked(start)) mark(start, end, 'date.monthDay');
  });
  eachMatch(DAY_MONTH, text, (_, start, end) => {
    if (!reading.isMarked(start)) mark(start, end, 'date.dayMonth');
  });
  eachMatch(SHORT_MONTH_DAY, text, (_, start, end) => {
    if (!reading.isMarked(start) && ANNOUNCED.test(before(text, start, 12))) mark(start, end, 'date.monthDay');
  });
}
