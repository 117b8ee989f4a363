import type { FormDiagnostic } from '../../src/protocol/profileForm';
import { HostileText } from '../components/HostileText';
import { showInText } from './model';
import * as state from './state';

const MARKS = { error: '✖', warning: '⚠', info: 'ℹ' } as const;

/** The sign of a severity, readable without colour. */
export function Mark({ severity }: { severity: FormDiagnostic['severity'] }) {
  return (
    <span class={`mark ${severity}`} role="img" aria-label={severity}>
      {MARKS[severity]}
    </span>
  );
}

/** Findings, each with a way to its place in the text. */
export function DiagnosticList({ items, label }: { items: readonly FormDiagnostic[]; label: string }) {
  if (items.length === 0) return null;
  return (
    <ul class="findings" aria-label={label}>
      {items.map((item, index) => (
        <li key={index}>
          <Mark severity={item.severity} /> <HostileText text={item.message} />{' '}
          <button type="button" class="link" onClick={() => showInText(item)} title="Show in the text">
            {item.code}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Findings at a place of the profile or below it. */
export function diagnosticsAt(path: readonly string[]): readonly FormDiagnostic[] {
  const place = path.join('/');
  return (state.form.value?.diagnostics ?? []).filter(d => d.place === place || d.place.startsWith(`${place}/`));
}
