import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hex, open, values } from '../../support/dicomOutline';
import { decodeText, encodeText, parseCharacterSet } from '../../../src/dicom/characterSet';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));

/** Names of PS3.5 Annexes H, I, J and K, and one word for every single-byte set. */
const EXAMPLES: readonly [terms: string[], text: string, encoded: string][] = [
  [[], 'Buc^Jerome', '427563 5e 4a65726f6d65'],
  [['ISO_IR 100'], 'Äneas^Rüdiger', 'c46e656173 5e 52fc6469676572'],
  [['ISO_IR 101'], 'Wałęsa', '5761b3ea7361'],
  [['ISO_IR 109'], 'Ĝis', 'd86973'],
  [['ISO_IR 110'], 'Ēriks', 'aa72696b73'],
  [['ISO_IR 144'], 'Люкceмбypг', 'bbee da63 65dc d179 70d3'],
  [['ISO_IR 127'], 'قباني^لنزار', 'e2c8c7e6ea 5e e4e6d2c7d1'],
  [['ISO_IR 126'], 'Διονυσιος', 'c4e9efedf5f3e9eff2'],
  [['ISO_IR 138'], 'שרון^דבורה', 'f9f8e5ef 5e e3e1e5f8e4'],
  [['ISO_IR 148'], 'Çağ İşık', 'c761f0 20 ddfefd6b'],
  [['ISO_IR 166'], 'นามสกุล', 'b9d2c1caa1d8c5'],
  [['ISO_IR 203'], '€uro', 'a475726f'],
  [['ISO_IR 192'], 'Wang^XiaoDong=王^小东', Buffer.from('Wang^XiaoDong=王^小东').toString('hex')],
  [['GB18030'], 'Wang^XiaoDong=王^小东', '57616e675e5869616f446f6e673d cdf5 5e d0a1b6ab'],
  [['GBK'], '王^小东', 'cdf5 5e d0a1b6ab'],
  [
    ['', 'ISO 2022 IR 87'],
    'Yamada^Tarou=山田^太郎=やまだ^たろう',
    `59616d6164615e5461726f753d 1b2442 3b33 4544 1b2842 5e 1b2442 4240 4f3a 1b2842 3d
     1b2442 2464 245e 2440 1b2842 5e 1b2442 243f 246d 2426 1b2842`,
  ],
  [
    ['ISO 2022 IR 13', 'ISO 2022 IR 87'],
    'ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう',
    `d4cfc0de5ec0dbb33d 1b2442 3b33 4544 1b284a 5e 1b2442 4240 4f3a 1b284a 3d
     1b2442 2464 245e 2440 1b284a 5e 1b2442 243f 246d 2426 1b284a`,
  ],
  [
    ['', 'ISO 2022 IR 149'],
    'Hong^Gildong=洪^吉洞=홍^길동',
    '486f6e675e47696c646f6e673d 1b242943 fbf3 5e 1b242943 d1ced4d7 3d 1b242943 c8ab 5e 1b242943 b1e6b5bf',
  ],
  [
    ['', 'ISO 2022 IR 58'],
    'Zhang^XiaoDong=张^小东=',
    `5a68616e675e5869616f446f6e673d 1b242941 d5c5 5e 1b242941 d0a1b6ab 3d`,
  ],
];

describe('text in every character set of PS3.3 C.12.1.1.2', () => {
  test.each(EXAMPLES)('%j: %s is decoded', (terms, text, encoded) => {
    expect(decodeText(bytes(encoded), parseCharacterSet(terms), 'PN')).toBe(text);
  });

  test.each(EXAMPLES)('%j: %s is encoded as the standard prints it', (terms, text, encoded) => {
    const result = encodeText(text, parseCharacterSet(terms), 'PN');
    expect(result && hex(result)).toBe(encoded.replace(/\s/g, ''));
  });

  test('JIS X 0212 is reached by ESC $ ( D', () => {
    const set = parseCharacterSet(['', 'ISO 2022 IR 87', 'ISO 2022 IR 159']);
    const encoded = encodeText('丂', set, 'LO');
    expect(encoded && hex(encoded)).toBe('1b242844' + '3021' + '1b2842');
    expect(encoded && decodeText(encoded, set, 'LO')).toBe('丂');
  });

  test('GB18030 covers every plane in four bytes', () => {
    const set = parseCharacterSet(['GB18030']);
    for (const text of ['ÿ', '\u0e01', '\u{20000}', '\u{1f600}', 'ꀀ']) {
      const encoded = encodeText(text, set, 'LO');
      expect(encoded).toHaveLength(4);
      expect(encoded && decodeText(encoded, set, 'LO')).toBe(text);
    }
  });
});

describe('what goes wrong elsewhere', () => {
  test('codes 0x80 to 0x9F are controls, not windows-1252', () => {
    expect(decodeText(Uint8Array.of(0x80, 0x99), parseCharacterSet(['ISO_IR 100']), 'LO')).toBe('\x80\x99');
    expect(decodeText(Uint8Array.of(0x85), parseCharacterSet(['ISO_IR 148']), 'LO')).toBe('\x85');
    expect(decodeText(Uint8Array.of(0x85), parseCharacterSet(['ISO_IR 166']), 'LO')).toBe('\x85');
  });

  test('a character that the set does not have is refused, not replaced', () => {
    expect(encodeText('Ω', parseCharacterSet(['ISO_IR 100']), 'LO')).toBeUndefined();
    expect(encodeText('é', parseCharacterSet([]), 'LO')).toBeUndefined();
    expect(encodeText('山', parseCharacterSet(['ISO_IR 13']), 'LO')).toBeUndefined();
    expect(encodeText('\u{1f600}', parseCharacterSet(['GBK']), 'LO')).toBeUndefined();
    expect(encodeText('~', parseCharacterSet(['ISO_IR 13']), 'LO')).toBeUndefined();
  });

  test('designations fall back at the end of a value', () => {
    const set = parseCharacterSet(['', 'ISO 2022 IR 100', 'ISO 2022 IR 144']);
    const encoded = bytes('1b2d4c bb 5c bb');
    // After the backslash the initial set is in force again, which has no upper half: read as Latin-1.
    expect(decodeText(encoded, set, 'LO')).toBe('Л\\»');
    expect(decodeText(encoded, set, 'UT')).toBe('Л\\Л');
  });

  test('a lone ESC and an unfinished character do no harm', () => {
    const set = parseCharacterSet(['', 'ISO 2022 IR 87', 'ISO 2022 IR 149']);
    expect(decodeText(bytes('41 1b'), set, 'LO')).toBe('A\x1b');
    expect(decodeText(bytes('1b242943 c8'), set, 'LO')).toBe('\ufffd');
    expect(decodeText(bytes('1b2442 3b'), set, 'LO')).toBe(';');
  });

  test('bytes that are no text become U+FFFD in UTF-8', () => {
    expect(decodeText(bytes('41 ff 42'), parseCharacterSet(['ISO_IR 192']), 'LO')).toBe('A\ufffdB');
  });

  test('a byte order mark in UTF-8 is kept, so that encoding gives the same bytes', () => {
    const set = parseCharacterSet(['ISO_IR 192']);
    const text = decodeText(bytes('efbbbf 41 c3a9'), set, 'LO');
    expect(encodeText(text, set, 'LO')).toEqual(new Uint8Array(bytes('efbbbf 41 c3a9')));
  });

  test('other spellings of the defined terms are understood, unknown ones are told', () => {
    expect(parseCharacterSet(['ISO-IR 100']).g1).toBe('100');
    expect(parseCharacterSet(['ISO_IR_192']).alone).toBe('utf-8');
    expect(parseCharacterSet(['KOI8-R'])).toMatchObject({ unknown: true, g1: undefined });
    expect(parseCharacterSet(['iso 2022 gbk']).alone).toBe('gbk');
  });
});

const samples = join(__dirname, '../../../../shared/dicom');

describe.skipIf(!existsSync(samples))('sample files with names of many scripts', () => {
  const names: readonly [string, string][] = [
    ['CR_chrJapMulti.dcm', 'やまだ^たろう'],
    ['OT_chrArab.dcm', 'قباني^لنزار'],
    ['OT_chrFren.dcm', 'Buc^Jérôme'],
    ['OT_chrGerm.dcm', 'Äneas^Rüdiger'],
    ['OT_chrGreek.dcm', 'Διονυσιος'],
    ['OT_chrH31.dcm', 'Yamada^Tarou=山田^太郎=やまだ^たろう'],
    ['OT_chrH32.dcm', 'ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう'],
    ['OT_chrHbrw.dcm', 'שרון^דבורה'],
    ['OT_chrI2.dcm', 'Hong^Gildong=洪^吉洞=홍^길동'],
    ['OT_chrRuss.dcm', 'Люкceмбypг'],
    ['OT_chrX1.dcm', 'Wang^XiaoDong=王^小東='],
    ['OT_chrX2.dcm', 'Wang^XiaoDong=王^小东='],
    ['CR_chrKoreanMulti.dcm', '김희중'],
    ['OT_chrGB2312.dcm', 'Zhang^XiaoDong=张^小东='],
  ];
  test.each(names)('%s', (name, text) => {
    const file = open(readFileSync(join(samples, name)));
    expect(values(file, 0x00100010).join('\\')).toBe(text);
  });
});
