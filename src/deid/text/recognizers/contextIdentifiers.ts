import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { wordSet } from '../wordClasses';

/**
 * Words (up to three in a row) that announce an identifier. `alone`: the value may follow at once (`MRN 123456`);
 * `numbered`: only with `no`, `number`, `id`, `#` or a colon between (`visit # 123456`).
 */
const ALONE =
  wordSet(`mrn pid ssn npi vin sn accession acct account policy insurance medicare medicaid passport plate serial
  encounter accn mpi urn nhi nhs hn upi empi fin csn kvnr versichertennummer patientennummer fallnummer auftragsnummer pesel
  microchip transponder nhc prontuario rechnung rechnungsnr rech rechn versicherung dni nif bsn cpf rut sin ipp nda iep auftrag aktenzeichen matricula expediente dossier dossiernummer cedula curp nss
  identifikationsnummer id ids identifier pnr personnummer cpr codice fiscale tessera histor historia badge acession requisition barcode`);

const NUMBERED =
  wordSet(`mr med medical rec record patient pat pt acc hosp hospital visit order req request ss soc social sec
  security plan member subscriber driver drivers lic licence license dl dea device chart case subject study unit certificate
  claim group file film folder episode referral specimen sample employee staff card health case fall phn ref reference
  room bed id identifier registration reg procedure scan exam job ticket booking appointment confirmation invoice permit
  voucher contract customer client user participant enrollment enrolment randomization screening trial donor recipient
  pacemaker implant lead lot model asset tag chip microchip band wristband cassette plate detector machine scanner unit numero nummer nr num no`);

/** Patientennr, Fallnummer, dossiernummer. */
const COMPOUND = /[a-z]{3}(?:nr|nummer|number|numero)$/;
/** `Nr. 5851/97`: a word for a number and nothing else before it. */
const BARE = wordSet('nr no num nro numero nummer');

const NUMBER_WORDS =
  wordSet(`no nr num number numbers clinica clinico id ids identifier nro numero nummer code is was the of plate num card
  nbr ref holder`);
/** A value so long that the word before it needs no `number`. */
const LONG_VALUE = /^(?=(?:[A-Z]{1,2}-?)?[\d.-]*$)(?:\D*\d){5}/;
const LINKS = new Set([':', '#', '=', '.', '-', ')', '°', 'º', '/']);

/** Announced things whose values are short or ordinary: only long numbers count. */
const WEAK =
  wordSet(`sn plate vin study accession account encounter policy insurance medicare medicaid passport serial room bed
  unit lot model scan exam group lead order procedure case film code user machine scanner tag sample reference ref
  nr no num nro numero nummer reg patient pt subject visit id ids identifier`);

/** The value that starts at a token: letters, digits and their separators, with at least one digit. */
const VALUE = /(?=[A-Za-z0-9\-_/.]*\d)[A-Za-z0-9][A-Za-z0-9\-_/]{2,40}(?:\.[A-Za-z0-9\-_/]{2,40})*/y;
/** Groups of digits with blanks: 943 476 5919. */
const GROUPS = /\d{2,4}(?: \d{2,4}){2,5}(?!\d)/y;
const GROUPED = wordSet(
  'nhs ssn ss soc insurance medicare sin nhi policy card health account acct member nss phn sec security',
);

/** Numbers announced as medical record, accession, account, licence, insurance and other numbers of a person. */
export function findContextIdentifiers(reading: Reading): void {
  if (reading.digitCount < 2) return;
  const { tokens } = reading;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'mark') {
      if (token.text === '#') tryValue(reading, '#', i + 1, true);
      continue;
    }
    if (token.kind !== 'word') continue;
    if (ALONE.has(token.folded) || COMPOUND.test(token.folded) || isSlashed(tokens, i))
      tryValue(reading, token.folded, afterLinks(tokens, i + 1).at, true);
    else if (NUMBERED.has(token.folded)) {
      const { at, numbered } = afterLinks(tokens, i + 1);
      const value = valueAt(reading, at);
      if (
        numbered ||
        (value !== undefined && LONG_VALUE.test(value)) ||
        BARE.has(token.folded) ||
        /^drivers?$/.test(reading.wordBefore(i)?.folded ?? '')
      )
        tryValue(reading, token.folded, at, !WEAK.has(token.folded));
    }
  }
}

function valueAt(reading: Reading, at: number): string | undefined {
  const token = reading.tokens[at];
  if (token === undefined) return undefined;
  VALUE.lastIndex = token.start;
  return VALUE.exec(reading.text)?.[0];
}

/** `s/n`. */
const isSlashed = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.folded === 's' && tokens[i + 1]?.text === '/' && tokens[i + 2]?.folded === 'n';

/** Steps over `number`, `#`, `:` and the like; says whether any of them was there. */
function afterLinks(tokens: readonly Token[], from: number): { at: number; numbered: boolean } {
  let at = from;
  let numbered = false;
  for (let steps = 0; steps < 6; steps++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'mark' && LINKS.has(token.text)) {
      if (token.text === '#' || token.text === ':' || token.text === '=') numbered = true;
    } else if (token.kind === 'word' && (NUMBER_WORDS.has(token.folded) || (token.folded === 'n' && steps < 2))) {
      if (token.folded !== 'is' && token.folded !== 'was' && token.folded !== 'the' && token.folded !== 'of')
        numbered = true;
    } else break;
    at++;
  }
  return { at, numbered };
}

function tryValue(reading: Reading, cue: string, at: number, strong: boolean): void {
  const { text, tokens } = reading;
  const token = tokens[at];
  const cueToken = tokens[at - 1];
  if (token === undefined || cueToken === undefined || token.start - cueToken.end > 4) return;
  if (GROUPED.has(cue)) {
    GROUPS.lastIndex = token.start;
    const groups = GROUPS.exec(text);
    if (groups !== null) {
      reading.mark(token.start, token.start + groups[0].length, 'identifier', 'identifier', `number after "${cue}"`);
      return;
    }
  }
  VALUE.lastIndex = token.start;
  const match = VALUE.exec(text);
  if (match === null) return;
  const value = match[0].replace(/[-_/]+$/, '');
  const digits = value.replace(/\D/g, '').length;
  const hasLetter = /[A-Za-z]/.test(value);
  // A glued bare `#` before one or two digits counts things: `#2`.
  const enough = cue === '#' ? digits >= 5 : digits >= 4 || (digits >= 2 && value.length >= 6 && hasLetter);
  if (enough || (strong && cue !== '#' && !WEAK.has(cue) && digits >= 3))
    reading.mark(token.start, token.start + value.length, 'identifier', 'identifier', `number after "${cue}"`);
}
