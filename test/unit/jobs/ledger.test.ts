import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Ledger } from '../../../src/jobs/ledger';

let folder: string;
let ledger: Ledger;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  ledger = Ledger.open(join(folder, 'ledger.db'));
});
afterEach(() => {
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const START = { patient: '', series: '', path: '' };

const indexed = (path: string, patient: string, instance: string): void => {
  ledger.addFile(path, 10);
  const file = ledger.nextFound('', 1000).find(f => f.path === path)!;
  ledger.setIndexed({ id: file.id, state: 'indexed', patient, series: 's', instance });
};

describe('Ledger', () => {
  it('gives files in path order whatever order they were found in', () => {
    for (const path of ['c', 'a', 'b']) ledger.addFile(path, 1);
    expect(ledger.nextFound('', 2).map(f => f.path)).toEqual(['a', 'b']);
    expect(ledger.nextFound('b', 2).map(f => f.path)).toEqual(['c']);
  });

  it('keeps the state of a file that is found again', () => {
    indexed('a', 'p', 'i');
    ledger.addFile('a', 10);
    expect(ledger.counts()).toMatchObject({ indexed: 1, found: 0 });
  });

  it('numbers files with the same identifiers in path order, whatever order they were indexed in', () => {
    indexed('z', 'p', 'same');
    indexed('b', 'p', 'same');
    indexed('m', 'p', 'same');
    indexed('c', 'p', 'other');
    expect(ledger.numberCopies()).toBe(2);
    expect(ledger.nextIndexed(START, 9, false).map(f => [f.path, f.copy])).toEqual([
      ['b', 1],
      ['c', 1],
      ['m', 2],
      ['z', 3],
    ]);
  });

  it('walks indexed files by patient and path in pages', () => {
    indexed('2', 'p1', 'a');
    indexed('1', 'p2', 'b');
    indexed('3', 'p1', 'c');
    const first = ledger.nextIndexed(START, 2, false);
    expect(first.map(f => f.path)).toEqual(['2', '3']);
    expect(ledger.nextIndexed({ patient: 'p1', series: 's', path: '3' }, 2, false).map(f => f.path)).toEqual(['1']);
  });

  it('gives the written files of an unfinished piece of a series again where slices matter to each other', () => {
    for (const path of ['a', 'b', 'c']) indexed(path, 'p', path);
    indexed('d', 'q', 'd');
    ledger.numberCopies();
    const [a, , c, d] = ledger.nextIndexed(START, 9, true);
    for (const file of [a!, c!, d!]) ledger.setFinished({ id: file.id, state: 'written', output: file.path });
    expect(ledger.nextIndexed(START, 9, true).map(f => [f.path, f.state])).toEqual([
      ['a', 'written'],
      ['b', 'indexed'],
      ['c', 'written'],
    ]);
    expect(ledger.nextIndexed(START, 9, false).map(f => f.path)).toEqual(['b']);
  });

  it('rolls back what a failed transaction did', () => {
    expect(() =>
      ledger.transaction(() => {
        ledger.addFile('a', 1);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(ledger.total().files).toBe(0);
  });

  it('is there again after it was closed', () => {
    ledger.addFile('a', 5);
    ledger.setMeta('profile', 'x');
    ledger.close();
    ledger = Ledger.open(join(folder, 'ledger.db'));
    expect(ledger.total()).toEqual({ files: 1, bytes: 5 });
    expect(ledger.meta('profile')).toBe('x');
  });

  it('adds up audit counts and sorts mappings by the old identifier', () => {
    ledger.countAudit('(0010,0010)', 'empty', 'table Z', 2);
    ledger.countAudit('(0010,0010)', 'empty', 'table Z', 3);
    ledger.addUid('2', 'b');
    ledger.addUid('1', 'a');
    ledger.addUid('1', 'never replaced');
    expect([...ledger.audit()].map(a => a.count)).toEqual([5]);
    expect([...ledger.mapping('uid')].map(r => [r.id_old, r.id_new])).toEqual([
      ['1', 'a'],
      ['2', 'b'],
    ]);
  });
});
