import { LineCounter } from 'yaml';
import { attributeByKeyword, attributeByTag } from '../../standard/dictionary';
import type { Diagnostic, Severity } from '../diagnostic';
import type { ProfileDocument } from '../document';
import { lint, type LintContext } from '../lint';
import { readProfile } from '../read';
import { CTP_FUNCTIONS, parseReplacement, type CtpPart } from './ctpFunctions';
import { readCtpScript, type CtpEntry } from './ctpScript';
import { isSequence } from './ctpDifferences';
import { draftOf } from './importProfile';
import type { ImportFormat } from './importResult';
import { writeDraft } from './writeDraft';

/** Diagnostics about things only a profile says: editions, defaults, the text of the profile itself. */
const PROFILE_ONLY: ReadonlySet<string> = new Set(['DEID000', 'DEID003', 'DEID010', 'DEID011', 'DEID015', 'DEID072']);

/**
 * What the linter has to say about rules of another program as they stand; ranges are those of that text. Rules that look at the
 * file as a whole are shown on its first line.
 */
export function lintImported(text: string, format: ImportFormat, context: LintContext = {}): Diagnostic[] {
  const made = writeDraft(draftOf(text, format, true), format);
  const found = lint(readProfile(made.text, 'imported'), context).flatMap((d): Diagnostic[] => {
    if (PROFILE_ONLY.has(d.code)) return [];
    const origin = made.origins.find(o => o.made.start <= d.range.start && d.range.start < o.made.end);
    return [{ code: d.code, severity: d.severity, message: d.message, range: origin?.range ?? firstLine(text) }];
  });
  const own = format === 'ctp' ? ctpFindings(text) : [];
  const severities = context.severities ?? {};
  const said = own.flatMap((d): Diagnostic[] => {
    const severity = severities[d.code];
    return severity === 'off' ? [] : [{ ...d, severity: severity ?? d.severity }];
  });
  return unique([...found, ...said]).sort((a, b) => a.range.start - b.range.start || (a.code < b.code ? -1 : 1));
}

function firstLine(text: string): { start: number; end: number } {
  const end = text.indexOf('\n');
  return { start: 0, end: end < 0 ? text.length : end };
}

function unique(all: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return all.filter(d => {
    const key = `${d.code} ${d.range.start} ${d.message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Words that templates of scripts leave for their author. */
const UNFILLED =
  /^(change|enter|insert|replace|fill in|type)\b|^(uidroot|your)\b|^(project|trial|site|subject)(?: ?(?:name|id))?$/i;

/** Faults that are gone once a script is a profile. */
function ctpFindings(text: string): Diagnostic[] {
  const entries = readCtpScript(text);
  const found: Diagnostic[] = [];
  const add = (code: string, severity: Severity, entry: CtpEntry, message: string) =>
    found.push({ code, severity, message, range: entry.scriptRange });
  for (const entry of entries) {
    if (entry.kind === 'p' && UNFILLED.test(entry.script))
      add('DEID009', 'error', entry, `The parameter ${entry.tag} still has the text that asks for a value.`);
    if (entry.kind === 'p' && /^DATEINC$/i.test(entry.tag) && !/^\s*[-+]?\d+\s*$/.test(entry.script))
      add('DEID009', 'error', entry, 'DATEINC is no number of days, so dates cannot be moved.');
    if (entry.kind !== 'e' || !entry.enabled) continue;
    for (const name of callsOf(parseReplacement(entry.script)))
      if (!CTP_FUNCTIONS.includes(name))
        add('DEID002', 'error', entry, `@${name}() is not a function of CTP; it would be written as text.`);
    const named = attributeByKeyword(entry.name);
    const tag = /^[0-9A-Fa-f]{8}$/.test(entry.tag) ? parseInt(entry.tag, 16) : undefined;
    if (named && tag !== undefined && named.tag !== tag && attributeByTag(tag)?.keyword !== entry.name)
      add(
        'DEID005',
        'error',
        entry,
        `The tag ${entry.tag} is ${attributeByTag(tag)?.keyword ?? 'unknown'}, not ${entry.name}; CTP goes by the tag.`,
      );
  }
  const remaps = entries.some(e => e.kind === 'e' && e.enabled && /@hashuid\(/i.test(e.script));
  const open = entries.filter(
    e => e.kind === 'e' && isSequence(e.tag) && !(e.enabled && /@(process|remove|empty)\(/i.test(e.script)),
  );
  const first = open[0];
  if (remaps && first)
    add(
      'DEID036',
      'error',
      first,
      `${open.length} sequences of the script have no @process(): UIDs inside them stay while others are replaced, and names and dates inside stay too.`,
    );
  return found;
}

function callsOf(parts: readonly CtpPart[]): string[] {
  return parts.flatMap(p =>
    p.kind === 'call' ? [p.name, ...p.clauses.flatMap(c => callsOf(parseReplacement(c)))] : [],
  );
}

/** A document that has nothing but text and lines, for reporters. */
export function foreignDocument(text: string, id: string): ProfileDocument {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return {
    id,
    text,
    lines,
    root: null,
    issues: [],
    extends: [],
    options: [],
    settings: { textModes: [], keep: [], remove: [] },
    rules: [],
    recipes: [],
    quarantine: [],
    sections: {},
  };
}
