import { describe, expect, test } from 'vitest';
import { BE, IM, LE, TS, join, part10 } from '../../support/dicomWriter';
import { hex, open, values } from '../../support/dicomOutline';
import { describeRow, escapeControls } from '../../../src/dicom/describe';
import {
  encodeAscii,
  encodeElement,
  encodeNumbers,
  encodeSequence,
  encodeTextElement,
} from '../../../src/dicom/encode';
import { parseCharacterSet } from '../../../src/dicom/characterSet';
import { buildFileMeta } from '../../../src/dicom/fileMeta';
import { formatPersonName, nameGroups, parsePersonName } from '../../../src/dicom/personName';
import { findRow } from '../../../src/dicom/rows';
import { bigIntValues, numberValues, stringValues, uidValue } from '../../../src/dicom/values';

const place = { implicit: false, bigEndian: false };
const bytesOf = (...n: number[]) => Uint8Array.from(n);

describe('numbers', () => {
  test.each([
    ['US', [0, 258, 65535]],
    ['SS', [-1, 258, -32768]],
    ['UL', [0, 4294967295]],
    ['SL', [-2147483648, 5]],
    ['FL', [1.5, -0.25]],
    ['FD', [Math.PI, -1e300]],
    ['AT', [0x00100010, 0x7fe00010]],
    ['OW', [1, 65535]],
    ['OF', [2.5]],
    ['OD', [1 / 3]],
    ['OL', [7, 4000000000]],
    ['OB', [1, 255]],
  ])('%s is encoded and decoded in both byte orders', (vr, numbers) => {
    for (const [writer, uid] of [
      [LE, TS.explicit],
      [BE, TS.bigEndian],
    ] as const) {
      const value = encodeNumbers(vr, numbers, writer.bigEndian);
      const file = open(part10(uid, [writer.el(0x00080018, 'UI', '1.2'), writer.el(0x00091001, vr, value)]));
      expect(numberValues(file, 1)).toEqual(numbers);
    }
  });

  test('64-bit integers are exact as bigint', () => {
    const file = open(
      part10(TS.explicit, [
        LE.el(0x00080018, 'UI', '1.2'),
        LE.el(0x00091001, 'SV', bytesOf(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)),
        LE.el(0x00091002, 'UV', bytesOf(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)),
      ]),
    );
    expect(bigIntValues(file, 1)).toEqual([-1n]);
    expect(stringValues(file, 2)).toEqual(['18446744073709551615']);
  });

  test('US or SS in implicit VR is signed where Pixel Representation says so, nearest first', () => {
    const smallest = IM.el(0x00280106, 'SS', bytesOf(0xff, 0xff));
    const set = (representation: number, ...more: Uint8Array[]) =>
      open(
        part10(TS.implicit, [
          IM.el(0x00080018, 'UI', '1.2'),
          IM.el(0x00280103, 'US', bytesOf(representation, 0)),
          smallest,
          ...more,
        ]),
      );
    expect(numberValues(set(1), 2)).toEqual([-1]);
    expect(numberValues(set(0), 2)).toEqual([65535]);
    const nested = set(1, IM.sq(0x00283000, [IM.item(join(IM.el(0x00280103, 'US', bytesOf(0, 0)), smallest))]));
    expect(numberValues(nested, nested.dataSet.count - 1)).toEqual([65535]);
  });

  test('bytes left over after the last whole number are ignored', () => {
    const file = open(
      part10(TS.explicit, [LE.el(0x00080018, 'UI', '1.2'), LE.el(0x00091001, 'UL', bytesOf(1, 0, 0, 0, 9, 9))]),
    );
    expect(numberValues(file, 1)).toEqual([1]);
  });
});

describe('text', () => {
  const file = open(
    part10(TS.explicit, [
      LE.el(0x00080008, 'CS', ' A \\B '),
      LE.el(0x00080018, 'UI', '1.2.3'),
      LE.el(0x00081030, 'LO', '  x\\ \\'),
      LE.el(0x00081048, 'PN', ''),
      LE.el(0x0008010e, 'UR', 'http://a/b\\c '),
      LE.el(0x00104000, 'LT', ' kept \\ in front  '),
    ]),
  );

  test('padding goes as the VR says, leading blanks stay in LT', () => {
    expect(values(file, 0x00080008)).toEqual(['A', 'B']);
    expect(values(file, 0x00081030)).toEqual(['x', '', '']);
    expect(values(file, 0x00104000)).toEqual([' kept \\ in front']);
    expect(values(file, 0x0008010e)).toEqual(['http://a/b\\c']);
  });

  test('an empty value has no values', () => {
    expect(values(file, 0x00081048)).toEqual([]);
    expect(uidValue(file, 0x0020000d)).toBe('');
  });

  test('control characters are escaped for the eye and long values cut', () => {
    expect(escapeControls('a\x1b[31m\n\u202e\u200b')).toBe('a\\x1b[31m\\n\\u202e\\u200b');
    const row = findRow(file.dataSet, 0x00104000);
    expect(describeRow(file, row, 5)).toMatchObject({ value: ' kept', cut: true, vr: 'LT', vm: 1, length: 18 });
  });
});

describe('encoding', () => {
  test('values are padded to even length as their VR says', () => {
    expect(hex(encodeElement(0x00100010, 'PN', bytesOf(0x41), place))).toBe('10001000504e02004120');
    expect(hex(encodeElement(0x00080018, 'UI', bytesOf(0x31), place))).toBe('08001800554902003100');
    expect(hex(encodeElement(0x00080018, 'UI', bytesOf(0x31), { implicit: true, bigEndian: false }))).toBe(
      '08001800020000003100',
    );
    expect(hex(encodeElement(0x00420011, 'OB', bytesOf(1), place))).toBe('420011004f420000020000000100');
    expect(hex(encodeElement(0x00100010, 'PN', bytesOf(0x41), { implicit: false, bigEndian: true }))).toBe(
      '00100010504e00024120',
    );
  });

  test('a sequence of one item', () => {
    const item = encodeElement(0x00080100, 'SH', bytesOf(0x41, 0x42), place);
    expect(hex(encodeSequence(0x00081140, [item], place))).toBe(hex(LE.sq(0x00081140, [LE.item(item)])));
  });

  test('text is encoded in the character set, and refused where it does not fit', () => {
    const latin1 = parseCharacterSet(['ISO_IR 100']);
    const element = encodeTextElement(0x00100010, 'PN', 'é', place, latin1);
    expect(element && hex(element)).toBe('10001000504e0200e920');
    expect(encodeTextElement(0x00080060, 'CS', 'é', place, latin1)).toBeUndefined();
    expect(encodeAscii('é')).toBeUndefined();
  });

  test('the meta group has a right length and exactly the elements of PS3.10 it must have', () => {
    const meta = buildFileMeta({
      sopClassUid: '1.2.840.10008.5.1.4.1.1.2',
      sopInstanceUid: '2.25.1',
      transferSyntax: TS.explicit,
      implementationClassUid: '2.25.2',
      implementationVersionName: 'A_NAME_LONGER_THAN_SIXTEEN',
    });
    const file = open(
      join(new Uint8Array(128), bytesOf(0x44, 0x49, 0x43, 0x4d), meta, LE.el(0x00080018, 'UI', '2.25.1')),
    );
    expect(file.problems).toEqual([]);
    expect([...file.meta.tag.subarray(0, file.meta.count)].map(tag => tag & 0xff)).toEqual([
      0, 1, 2, 3, 0x10, 0x12, 0x13,
    ]);
    expect(stringValues(file, 6, file.meta)).toEqual(['A_NAME_LONGER_TH']);
    expect(uidValue(file, 0x00020003)).toBe('2.25.1');
  });
});

describe('person names', () => {
  test('are taken apart and put together', () => {
    const name = parsePersonName('Yamada^Tarou^^Dr^=山田^太郎=やまだ^たろう');
    expect(name.alphabetic).toEqual({ family: 'Yamada', given: 'Tarou', middle: '', prefix: 'Dr', suffix: '' });
    expect(name.ideographic.family).toBe('山田');
    expect(formatPersonName(name)).toBe('Yamada^Tarou^^Dr=山田^太郎=やまだ^たろう');
    expect(formatPersonName(parsePersonName('A^^^^'))).toBe('A');
    expect(formatPersonName(parsePersonName('==x'))).toBe('==x');
  });

  test('with too many parts lose nothing', () => {
    expect(nameGroups('a=b=c=d')).toEqual(['a', 'b', 'c=d']);
    expect(parsePersonName('1^2^3^4^5^6').alphabetic.suffix).toBe('5^6');
  });
});
