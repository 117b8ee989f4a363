import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pseudonyms } from '../../../src/deid/pseudonyms';
import { UidMap } from '../../../src/deid/uids';

const key = new Uint8Array(32).fill(1);
const registered = (uid: string): boolean => uid === '1.2.840.10008.5.1.4.1.1.2';
const map = (fill = 1): UidMap => new UidMap(new Pseudonyms(new Uint8Array(32).fill(fill)), '2.25', registered);
const uid = fc
  .array(fc.nat(), { minLength: 2, maxLength: 6 })
  .map(parts => parts.join('.'))
  .filter(u => u.length <= 64);

describe('the UID map', () => {
  it('gives valid UIDs of at most 44 characters, the same for the same key', () => {
    fc.assert(
      fc.property(uid, old => {
        const mapped = map().map(old);
        expect(mapped).toMatch(/^2\.25\.(0|[1-9]\d{0,38})$/);
        expect(mapped.length).toBeLessThanOrEqual(44);
        expect(map().map(old)).toBe(mapped);
        expect(map(2).map(old)).not.toBe(mapped);
      }),
    );
  });

  it('maps different UIDs to different UIDs', () => {
    const one = map();
    const olds = Array.from({ length: 5000 }, (_, i) => `1.2.3.${i}`);
    expect(new Set(olds.map(o => one.map(o))).size).toBe(5000);
  });

  it('does not care for padding and treats each of several values on its own', () => {
    const one = map();
    expect(one.map('1.2.3\0')).toBe(one.map('1.2.3'));
    expect(one.map(' 1.2.3 ')).toBe(one.map('1.2.3'));
    expect(one.mapAll('1.2.3\\1.2.4')).toBe(`${one.map('1.2.3')}\\${one.map('1.2.4')}`);
  });

  it('never maps a registered UID or nothing at all', () => {
    expect(map().map('1.2.840.10008.5.1.4.1.1.2\0')).toBe('1.2.840.10008.5.1.4.1.1.2');
    expect(map().map('')).toBe('');
    // A prefix does not make a UID a registered one.
    expect(map().map('1.2.840.10008.5.1.4.1.1.2.77')).not.toContain('10008');
  });

  it('stays within 64 characters under a root of one’s own', () => {
    const root = '1.2.826.0.1.3680043.10.1234.5678';
    const mapped = new UidMap(new Pseudonyms(key), root, registered).map('1.2.3');
    expect(mapped.startsWith(`${root}.`)).toBe(true);
    expect(mapped.length).toBeLessThanOrEqual(64);
  });
});

describe('pseudonyms', () => {
  it('refuse a short key', () => {
    expect(() => new Pseudonyms(new Uint8Array(8))).toThrow(/at least 16 bytes/);
  });

  it('differ between domains', () => {
    const p = new Pseudonyms(key);
    expect(p.digest('uid', 'a')).not.toEqual(p.digest('patient', 'a'));
    expect(p.text('patient', 'a', 10)).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
  });
});
