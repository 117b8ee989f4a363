/** A piece of a replacement: text as it is, or a call with its clauses: `@if(this,isblank){@remove()}{@keep()}`. */
export type CtpPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly string[];
      readonly clauses: readonly string[];
    };

/** Functions of the CTP DICOM anonymizer, as its manual lists them. */
export const CTP_FUNCTIONS: readonly string[] = (
  'always append blank call contents date dateinterval decrypt empty encrypt hash hashdate hashname hashptid hashuid if incrementdate initials ' +
  'integer keep lookup lowercase modifydate numerichash alphabetichash param pathelement process quarantine remove require round scramble ' +
  'select skip time truncate uppercase value'
).split(' ');

/** Splits a replacement into text and calls. Never throws: what is not a call is text. */
export function parseReplacement(script: string): CtpPart[] {
  const parts: CtpPart[] = [];
  let text = '';
  let i = 0;
  while (i < script.length) {
    if (script[i] === '\\' && i + 1 < script.length) {
      text += script[i + 1];
      i += 2;
      continue;
    }
    const call = script[i] === '@' ? readCall(script, i) : undefined;
    if (!call) {
      text += script[i++];
      continue;
    }
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
    parts.push(call.part);
    i = call.end;
  }
  if (text !== '') parts.push({ kind: 'text', text });
  return parts;
}

function readCall(script: string, at: number): { readonly part: CtpPart; readonly end: number } | undefined {
  const head = /^@\s*([A-Za-z]+)\s*\(/.exec(script.slice(at));
  if (!head) return undefined;
  const open = at + head[0].length - 1;
  const close = matching(script, open, '(', ')');
  if (close < 0) return undefined;
  const args = splitArguments(script.slice(open + 1, close));
  const clauses: string[] = [];
  let end = close + 1;
  for (;;) {
    const blanks = /^\s*\{/.exec(script.slice(end));
    if (!blanks) break;
    const start = end + blanks[0].length - 1;
    const stop = matching(script, start, '{', '}');
    if (stop < 0) break;
    clauses.push(script.slice(start + 1, stop).trim());
    end = stop + 1;
  }
  return { part: { kind: 'call', name: (head[1] ?? '').toLowerCase(), args, clauses }, end };
}

/** Offset of the bracket that closes the one at `open`; quotes and escapes are respected; -1 if there is none. */
function matching(text: string, open: number, opener: string, closer: string): number {
  let depth = 0;
  let quoted = false;
  for (let i = open; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '"') quoted = !quoted;
    else if (!quoted && c === opener) depth++;
    else if (!quoted && c === closer && --depth === 0) return i;
  }
  return -1;
}

function splitArguments(text: string): string[] {
  const args: string[] = [];
  let current = '';
  let quoted = false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '\\' && quoted) current += c + (text[++i] ?? '');
    else if (c === '"') {
      quoted = !quoted;
      current += c;
    } else if (!quoted && c === ',' && depth === 0) {
      args.push(current);
      current = '';
    } else {
      if (!quoted && (c === '(' || c === '[')) depth++;
      if (!quoted && (c === ')' || c === ']')) depth--;
      current += c;
    }
  }
  if (current !== '' || args.length > 0) args.push(current);
  return args.map(a => a.trim()).map(a => (/^".*"$/s.test(a) ? a.slice(1, -1) : a));
}
