import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { importProfile } from '../../../../src/profile/import/importProfile';
import type { ImportFormat, ImportResult } from '../../../../src/profile/import/importResult';
import { lint } from '../../../../src/profile/lint';
import { readProfile } from '../../../../src/profile/read';

/** Text of a file in test/fixtures/import. */
export function fixture(name: string): string {
  return readFileSync(resolve(import.meta.dirname, '../../../fixtures/import', name), 'utf8');
}

export function imported(text: string, format: ImportFormat): ImportResult {
  return importProfile(text, format);
}

/** Rules of the made profile as written, by what they are for. */
export function rules(result: ImportResult): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const line of result.text.split('\n')) {
    const rule = /^ {2}- \{ (?:tag|vr|group): ("[^"]*"|'[^']*'|[^,]+), (.*) \}$/.exec(line);
    if (rule) (found[(rule[1] ?? '').replace(/^["']|["']$/g, '')] ??= []).push(rule[2] ?? '');
  }
  return found;
}

/** Codes of what the linter calls an error in a made profile. */
export function errors(result: ImportResult): string[] {
  return lint(readProfile(result.text, 'made'))
    .filter(d => d.severity === 'error')
    .map(d => `${d.code} ${d.message}`);
}

export function notes(result: ImportResult): string[] {
  return result.notes.map(n => `${n.kind} ${n.subject}: ${n.message}`);
}
