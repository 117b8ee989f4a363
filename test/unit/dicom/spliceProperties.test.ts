import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IM, LE, BE, TS, join, latin, part10 } from '../../support/dicomWriter';
import type { Writer } from '../../support/dicomWriter';
import { assemble, inconsistency, open, outline } from '../../support/dicomOutline';
import type { Edit } from '../../../src/dicom/edits';
import { RowFlag } from '../../../src/dicom/elementTable';
import { buildFileMeta } from '../../../src/dicom/fileMeta';
import { insertElement, removeRow, replaceValue } from '../../../src/dicom/makeEdit';
import { childRows } from '../../../src/dicom/rows';
import { splice } from '../../../src/dicom/splice';
import { deflateSync } from 'fflate';

/** A data set as a tree of our own, written by the test's writer and compared with what is read back. */
interface Node {
  readonly tag: number;
  readonly vr: string;
  readonly value?: string;
  readonly items?: readonly Model[];
  readonly undefinedLength?: boolean;
}
type Model = Node[];

/** Known to the dictionary with these VRs, so that implicit VR reads them back alike. */
const LEAVES: readonly [number, string][] = [
  [0x00080050, 'SH'],
  [0x00080060, 'CS'],
  [0x00081030, 'LO'],
  [0x00100010, 'PN'],
  [0x00100020, 'LO'],
  [0x00104000, 'LT'],
  [0x0020000d, 'UI'],
  [0x0040a160, 'UT'],
];
const SEQUENCES = [0x00081140, 0x00400275, 0x0040a730];

const leaf: fc.Arbitrary<Node> = fc
  .tuple(fc.constantFrom(...LEAVES), fc.stringMatching(/^[A-Z0-9]{0,12}$/))
  .map(([[tag, vr], value]) => ({ tag, vr, value: value.length % 2 ? value + 'X' : value }));

const { dataSet } = fc.letrec<{ dataSet: Model; sequence: Node }>(tie => ({
  sequence: fc.record({
    tag: fc.constantFrom(...SEQUENCES),
    vr: fc.constant('SQ'),
    items: fc.array(tie('dataSet'), { maxLength: 3 }),
    undefinedLength: fc.boolean(),
  }),
  dataSet: fc
    .array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('sequence')), { maxLength: 6 })
    .map(elements => {
      const byTag = new Map(elements.map(element => [element.tag, element]));
      return [...byTag.values()].sort((a, b) => a.tag - b.tag);
    }),
}));

function write(model: Model, writer: Writer): Uint8Array {
  return join(
    ...model.map(({ tag, vr, value, items, undefinedLength }) =>
      items === undefined
        ? writer.el(tag, vr, value ?? '')
        : writer.sq(
            tag,
            items.map(item => writer.item(write(item, writer), undefinedLength)),
            undefinedLength,
          ),
    ),
  );
}

function asOutline(model: Model): unknown {
  return model.map(({ tag, vr, value, items }) => {
    const text = tag.toString(16).padStart(8, '0');
    const head = { tag: `(${text.slice(0, 4)},${text.slice(4)})`, vr };
    return items === undefined
      ? { ...head, value: Buffer.from(latin(value ?? '')).toString('hex') }
      : { ...head, children: items.map(item => asOutline(item)) };
  });
}

const ENCODINGS: readonly [string, string, Writer][] = [
  ['implicit little endian', TS.implicit, IM],
  ['explicit little endian', TS.explicit, LE],
  ['explicit big endian', TS.bigEndian, BE],
  ['deflated', TS.deflated, LE],
];

/** The first element makes the encoding plain to see however small the rest is. */
const FIRST = { tag: 0x00080018, vr: 'UI', value: '1.2.3.45' };

/** Applies random operations to file and model at once; `choose` gives numbers that decide. */
function edit(file: ReturnType<typeof open>, model: Model, choose: () => number): Edit[] {
  const edits: Edit[] = [];
  const walk = (parent: number, set: Model) => {
    const rows = childRows(file.dataSet, parent);
    const kept: Model = [];
    const inserted = (choose() % 4 === 0 && parent >= -1 && !set.some(e => e.tag === 0x00120063)) || false;
    rows.forEach((row, i) => {
      const element = set[i];
      const action = choose() % 5;
      if (action === 0 && element.tag !== FIRST.tag) {
        edits.push(removeRow(file, row));
        return;
      }
      if (action === 1 && element.items === undefined && element.tag !== FIRST.tag) {
        const value = 'N'.repeat((choose() % 8) * 2);
        edits.push(replaceValue(file, row, latin(value)));
        kept.push({ ...element, value });
        return;
      }
      if (action === 2 && element.items !== undefined) {
        edits.push(replaceValue(file, row, new Uint8Array(0)));
        kept.push({ ...element, items: [] });
        return;
      }
      if (element.items !== undefined && file.dataSet.flags[row] & RowFlag.sequence) {
        const items: Model[] = [];
        childRows(file.dataSet, row).forEach((item, n) => {
          if (choose() % 6 === 0) edits.push(removeRow(file, item));
          else items.push(walk(item, element.items?.[n] ?? []));
        });
        kept.push({ ...element, items });
        return;
      }
      kept.push(element);
    });
    if (inserted) {
      edits.push(insertElement(file, parent, 0x00120063, 'LO', latin('METHOD')));
      kept.push({ tag: 0x00120063, vr: 'LO', value: 'METHOD' });
      kept.sort((a, b) => a.tag - b.tag);
    }
    return kept;
  };
  const result = walk(-1, model);
  model.splice(0, model.length, ...result);
  // In order of offset; an insertion before what is removed at the same place.
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

describe.each(ENCODINGS)('random edits of random data sets, %s', (_name, uid, writer) => {
  test('read back as the edited model, with sound lengths', () => {
    fc.assert(
      fc.property(dataSet, fc.array(fc.nat(), { minLength: 50, maxLength: 50 }), (generated, numbers) => {
        const model = [FIRST, ...generated.filter(element => element.tag !== FIRST.tag)].sort((a, b) => a.tag - b.tag);
        const body = write(model, writer);
        const file = open(part10(uid, [uid === TS.deflated ? deflateSync(body) : body]));
        expect(outline(file)).toEqual(asOutline(model));
        let next = 0;
        const edits = edit(file, model, () => numbers[next++ % numbers.length]);
        const meta = buildFileMeta({
          sopClassUid: '1.2',
          sopInstanceUid: '1.2.3',
          transferSyntax: uid,
          implementationClassUid: '1.2.4',
        });
        const after = open(assemble(file.source, splice(file, edits, { meta })));
        expect(after.problems).toEqual([]);
        expect(inconsistency(after)).toBe('');
        expect(outline(after)).toEqual(asOutline(model));
      }),
      { numRuns: 100 },
    );
  });
});

describe('edits that make no sense are refused', () => {
  const file = open(
    part10(TS.explicit, [LE.el(0x00100010, 'PN', 'AB'), LE.sq(0x00400275, [LE.item(LE.el(0x00400007, 'LO', 'CD'))])]),
  );
  const meta = new Uint8Array(0);
  const at = file.dataSetStart;
  const none = new Uint8Array(0);

  test('overlapping or unordered ones', () => {
    const first = { start: at, end: at + 10, bytes: none, parent: -1 };
    expect(() => splice(file, [first, { ...first, start: at + 4 }], { meta })).toThrow(/order/);
    expect(() => splice(file, [{ ...first, start: at + 12, end: at + 14 }, first], { meta })).toThrow(/order/);
    expect(() => splice(file, [{ ...first, start: at - 4 }], { meta })).toThrow(/order/);
  });

  test('ones outside their parent', () => {
    expect(() => splice(file, [{ start: at, end: at, bytes: none, parent: 2 }], { meta })).toThrow(/parent/);
    expect(() => splice(file, [{ start: at, end: 1e9, bytes: none, parent: -1 }], { meta })).toThrow(/parent/);
    expect(() => splice(file, [{ start: at, end: at, bytes: none, parent: 99 }], { meta })).toThrow(/parent/);
  });
});
