import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MultiPattern } from '../../../../src/deid/multiPattern';
import { findUids } from '../../../../src/deid/uidRuns';
import { verifyFolders, type VerifyReport } from '../../../../src/jobs/verifyFolders';
import { engineOf, run } from '../../../support/deidSamples';
import { assemble } from '../../../support/dicomOutline';
import { LE, TS, join as concat, latin, part10 } from '../../../support/dicomWriter';

describe('the search for many patterns', () => {
  it('finds exactly what looking for each pattern finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'C', '\0'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.array(word, { maxLength: 30 }), (words, parts) => {
        const text = parts.join('').toLowerCase();
        const found = new Set<string>();
        new MultiPattern(words.map(latin)).search(latin(parts.join('')), ({ pattern, end }) =>
          found.add(`${pattern} ${end}`),
        );
        const expected = new Set<string>();
        words.forEach((w, i) => {
          for (let at = 0; (at = text.indexOf(w.toLowerCase(), at)) >= 0; at++) expected.add(`${i} ${at + w.length}`);
        });
        expect(found).toEqual(expected);
      }),
    );
  });

  it('goes on over pieces', () => {
    const search = new MultiPattern([latin('needle')]);
    const ends: number[] = [];
    const state = search.search(latin('hay NEE'), hit => ends.push(hit.end));
    search.search(latin('DLE hay'), hit => ends.push(hit.end), state, 7);
    expect(ends).toEqual([10]);
  });
});

it('known UIDs are found in any bytes, but not inside longer ones', () => {
  const ends: number[] = [];
  const known = new Set(['1.2.333.4444']);
  findUids(latin('x1.2.333.4444y 1.2.333.44445 91.2.333.4444'), known, end => ends.push(end));
  expect(ends).toEqual([13]);
});

describe('verifying a folder', () => {
  const work = mkdtempSync(join(tmpdir(), 'deid-verify-'));
  afterAll(() => rmSync(work, { recursive: true, force: true }));
  const profile = 'options: [RetainLongitudinalModifiedDates, CleanDescriptors]';
  const engine = engineOf(profile);

  const image = (instance: number, comment = 'seen', reference = '1.2.3333.4.1'): Uint8Array =>
    part10(TS.explicit, [
      LE.el(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'),
      LE.el(0x00080018, 'UI', `1.2.3333.4.${instance}`),
      LE.el(0x00080020, 'DA', `2020010${instance}`),
      LE.el(0x00081199, 'SQ', LE.item(LE.el(0x00081155, 'UI', reference))),
      LE.el(0x00100010, 'PN', 'Quillfeather^Zebulon'),
      LE.el(0x00100020, 'LO', 'MRN4481907'),
      LE.el(0x00180015, 'CS', 'CHEST'),
      LE.el(0x0020000d, 'UI', '1.2.3333.1'),
      LE.el(0x0020000e, 'UI', '1.2.3333.2'),
      LE.el(0x00204000, 'LT', comment),
      LE.el(0x7fe00010, 'OW', Uint8Array.of(1, 2, 3, 4)),
    ]);

  /** Writes two images and what `change` makes of their outputs, and verifies. */
  function verify(name: string, change: (output: Uint8Array, i: number) => Uint8Array): Promise<VerifyReport> {
    const [input, output] = [join(work, name, 'in'), join(work, name, 'out')];
    mkdirSync(input, { recursive: true });
    mkdirSync(output, { recursive: true });
    const mapping = new Map<string, string>();
    [1, 2].forEach(i => {
      const bytes = image(i);
      writeFileSync(join(input, `${i}.dcm`), bytes);
      const { file, outcome } = run(engine, bytes);
      if (outcome.status !== 'written') throw new Error(outcome.code);
      for (const [old, mapped] of outcome.uids) mapping.set(old, mapped);
      writeFileSync(join(output, `${i}.dcm`), change(assemble(file.source, outcome.parts), i));
    });
    const uids = join(work, name, 'uids.csv');
    writeFileSync(uids, ['id_old,id_new', ...[...mapping].map(pair => pair.join(','))].join('\n'));
    return verifyFolders({ input, output, uidMapping: uids, engine });
  }

  const replaced = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
    const at = Buffer.from(bytes).indexOf(Buffer.from(from, 'latin1'));
    if (at < 0 || from.length !== to.length) throw new Error(`cannot replace ${from}`);
    const out = bytes.slice();
    out.set(latin(to), at);
    return out;
  };

  it('finds nothing in what the engine wrote', async () => {
    const report = await verify('clean', bytes => bytes);
    expect(report.findings).toEqual([]);
    expect(report.paired).toBe(2);
    expect(Object.keys(report.checks).length).toBeGreaterThanOrEqual(8);
    expect(report.linksRemoved).toBe(0);
  });

  const failing = async (name: string, change: (output: Uint8Array) => Uint8Array): Promise<string[]> => {
    const report = await verify(name, (bytes, i) => (i === 1 ? change(bytes) : bytes));
    // Findings name places and attributes, never the value.
    expect(JSON.stringify(report)).not.toMatch(/Quillfeather|MRN4481907|1\.2\.3333/);
    return Object.entries(report.checks).flatMap(([check, { failed }]) => (failed > 0 ? [check] : []));
  };

  it('finds an identifier put back into a comment, as text or as UTF-16', async () => {
    const checks = ['no identifier of the input in any byte', 'nothing changed that no rule asks for'];
    expect(await failing('text', b => replaced(b, 'CHEST ', 'ZEBULO').slice())).toContain(checks[1]);
    const leak = (b: Uint8Array): Uint8Array =>
      concat(b, LE.el(0xfffcfffc, 'OB', latin([...'Quillfeather'].join('\0'))));
    expect(await failing('utf16', leak)).toContain(checks[0]);
  });

  it('finds an old UID in the preamble', async () => {
    const leak = (b: Uint8Array): Uint8Array => {
      const out = b.slice();
      out.set(latin('1.2.3333.4.2 '), 0);
      return out;
    };
    expect(await failing('preamble', leak)).toEqual(['no identifier of the input in any byte']);
  });

  it('finds a date that did not move with the others, and changed pixels', async () => {
    const date = /2019\d{4}|201[0-8]\d{4}/;
    const move = (b: Uint8Array): Uint8Array => {
      const found = date.exec(Buffer.from(b).toString('latin1'))![0];
      return replaced(b, found, `${found.slice(0, 6)}${found.slice(6) === '15' ? '16' : '15'}`);
    };
    expect(await failing('date', move)).toContain('dates of a patient move together');
    const flip = (b: Uint8Array): Uint8Array => {
      const out = b.slice();
      out[out.length - 1]! ^= 1;
      return out;
    };
    expect(await failing('pixels', flip)).toContain('pixel data unchanged but where it was cleaned');
  });

  it('finds a UID that comes from nowhere', async () => {
    const stray = (b: Uint8Array): Uint8Array => {
      const text = Buffer.from(b).toString('latin1');
      const at = text.lastIndexOf('2.25.');
      const out = b.slice();
      out[at + 6] = out[at + 6] === 0x31 ? 0x32 : 0x31;
      return out;
    };
    expect(await failing('stray', stray)).toContain('UIDs follow one map');
  });

  describe('with words of vocabulary that equal a name', () => {
    /** Input and output of one file, made by hand: the output keeps a creator and a manufacturer. */
    function vendor(name: string, output: { creator?: string; comment?: string; manufacturer?: string; id?: string }) {
      const [input, out] = [join(work, 'vendor', name, 'in'), join(work, 'vendor', name, 'out')];
      const bytes = (uid: string, who: string, what: typeof output): Uint8Array =>
        part10(TS.explicit, [
          LE.el(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'),
          LE.el(0x00080018, 'UI', uid),
          LE.el(0x00080070, 'LO', what.manufacturer ?? 'ACME'),
          LE.el(0x00100010, 'PN', who),
          LE.el(0x00100020, 'LO', what.id ?? 'P1'),
          LE.el(0x00204000, 'LT', what.comment ?? 'none'),
          LE.el(0x00290010, 'LO', what.creator ?? 'ACME 1.0'),
          LE.el(0x00291001, 'LO', 'x'),
        ]);
      for (const folder of [input, out]) mkdirSync(folder, { recursive: true });
      const before = { creator: 'Quillfeather Tools 2', manufacturer: 'Quillfeather', id: 'MRN4481907' };
      writeFileSync(join(input, 'a.dcm'), bytes('1.2.3333.9', 'Quillfeather^Zebulon', before));
      writeFileSync(join(out, 'a.dcm'), bytes('2.25.9', 'ANON', output));
      const uids = join(work, 'vendor', name, 'uids.csv');
      writeFileSync(uids, 'id_old,id_new\n1.2.3333.9,2.25.9\n');
      return verifyFolders({ input, output: out, uidMapping: uids });
    }
    const search = 'no identifier of the input in any byte';

    it('lists an unchanged private creator and manufacturer as possible and does not fail', async () => {
      const report = await vendor('creator', { creator: 'Quillfeather Tools 2', manufacturer: 'Quillfeather' });
      expect(report.checks[search]).toEqual({ checked: 1, failed: 0 });
      expect(report.possible.map(p => p.path).sort()).toEqual(['(0008,0070)', '(0029,0010)']);
    });

    it('fails for the same word in free text, whatever stands in the vocabulary', async () => {
      const report = await vendor('text', { creator: 'Quillfeather Tools 2', comment: 'seen by quillfeather' });
      expect(report.checks[search]).toEqual({ checked: 1, failed: 1 });
      expect(report.findings.filter(f => f.check === search).map(f => f.path)).toEqual(['(0020,4000)']);
    });

    it('fails for vocabulary the input did not have, and for identifiers other than names', async () => {
      expect((await vendor('new', { creator: 'QUILLFEATHER 3' })).checks[search]!.failed).toBe(1);
      expect((await vendor('more', { manufacturer: 'Quillfeather, Zebulon' })).checks[search]!.failed).toBe(1);
      expect((await vendor('id', { creator: 'MRN4481907' })).checks[search]!.failed).toBe(1);
    });
  });
});
