import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ResolvedProfile } from './model';

/**
 * Lower-case hex SHA-256 over what a profile does: keys sorted, layout, comments, reasons and origins left out. The contents of
 * an ID table are left out too, so that the hash says nothing about patients.
 */
export function profileHash(profile: Omit<ResolvedProfile, 'hash'>): string {
  const { table, ...patient } = profile.patient;
  const content = { ...profile, patient: { ...patient, ...(table ? { table: table.missing } : {}) } };
  return bytesToHex(sha256(utf8ToBytes(canonical(content))));
}

function canonical(value: unknown): string {
  if (value instanceof Set) return canonical([...value].sort());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([key, v]) => key !== 'origin' && key !== 'reason' && v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`;
}
