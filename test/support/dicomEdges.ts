import { deflateSync } from 'fflate';
import { BE, IM, LE, TS, UNDEFINED, join, latin, metaGroup, part10, zeros } from './dicomWriter';
import type { Bytes } from './dicomWriter';

const base = [
  LE.el(0x00080018, 'UI', '1.2.3.4.5'),
  LE.el(0x00100010, 'PN', 'SECRET^NAME'),
  LE.el(0x00100020, 'LO', 'ID42'),
];
const tail = [
  LE.el(0x00280010, 'US', LE.u16(1)),
  LE.el(0x00280011, 'US', LE.u16(2)),
  LE.el(0x7fe00010, 'OW', Uint8Array.of(1, 2, 3, 4)),
];
const explicit = (...parts: Bytes[]): Bytes => part10(TS.explicit, [...base, ...parts, ...tail]);
const jpeg = [zeros(0), Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)];
const implicitSet = [
  IM.el(0x00080018, 'UI', '1.2.3'),
  IM.el(0x00100010, 'PN', 'SECRET^NAME'),
  IM.el(0x00100020, 'LO', 'ID42'),
  IM.el(0x00280010, 'US', IM.u16(1)),
  IM.el(0x7fe00010, 'OW', Uint8Array.of(1, 2, 3, 4)),
];

function nested(depth: number): Bytes {
  let inner = LE.el(0x00400007, 'LO', 'x');
  for (let i = 0; i < depth; i++) inner = LE.sq(0x00400275, [LE.item(inner, true)], true);
  return inner;
}

function withMeta(change: (whole: Bytes) => Bytes): Bytes {
  return change(explicit());
}

/** Small files, each with one peculiarity seen in real files or allowed by the standard. All text that says SECRET is made up. */
export const edges = {
  plain: explicit(),
  deflatedNonZeroPreamble: part10(
    TS.deflated,
    [deflateSync(join(...base, ...tail))],
    Uint8Array.from({ length: 128 }, (_, i) => i + 1),
  ),
  newLongVrs: part10(TS.explicit, [
    LE.el(0x00080018, 'UI', '1.2'),
    LE.el(0x00080429, 'UV', zeros(8).fill(7)),
    LE.el(0x00100010, 'PN', 'SECRET^NAME'),
    LE.el(0x00660040, 'OL', zeros(8).fill(1)),
    LE.el(0x00701a01, 'OD', zeros(8).fill(1)),
    LE.el(0x00720082, 'SV', zeros(8).fill(9)),
    LE.el(0x0072008a, 'OV', zeros(16).fill(1)),
    ...tail,
  ]),
  duplicateTags: part10(TS.explicit, [
    LE.el(0x00100010, 'PN', 'SECRET^ONE'),
    LE.el(0x00100010, 'PN', 'SECRET^TWO'),
    LE.el(0x00100020, 'LO', 'ID42'),
    ...tail,
  ]),
  outOfOrder: part10(TS.explicit, [
    tail[0],
    tail[1],
    LE.el(0x00100010, 'PN', 'SECRET^NAME'),
    LE.el(0x00080018, 'UI', '1.2'),
    tail[2],
  ]),
  afterPixelData: part10(TS.explicit, [
    ...base,
    ...tail,
    LE.sq(0xfffafffa, [LE.item(LE.el(0x04000100, 'UI', '1.2'))]),
    LE.el(0xfffcfffc, 'OB', zeros(20)),
  ]),
  unUndefinedImplicit: explicit(
    LE.sq(
      0x00400275,
      [
        LE.item(
          join(
            IM.el(0x00400007, 'LO', 'secret desc'),
            IM.sq(0x00400008, [IM.item(IM.el(0x00080100, 'SH', 'CODE'), true)], true),
          ),
          true,
        ),
      ],
      true,
      'UN',
    ),
  ),
  unDefinedImplicit: explicit(LE.sq(0x00400275, [LE.item(IM.el(0x00400007, 'LO', 'secret desc'))], false, 'UN')),
  unDefinedNotItems: explicit(
    LE.el(0x00400275, 'UN', join(LE.tag(0xfffee000), LE.u32(400), latin('looks like an item, is not'))),
  ),
  unUndefinedExplicit: explicit(LE.sq(0x00400275, [LE.item(LE.el(0x00400007, 'LO', 'secret desc'), true)], true, 'UN')),
  bigEndian: part10(TS.bigEndian, [
    BE.el(0x00080018, 'UI', '1.2.3.4.5'),
    BE.el(0x00100010, 'PN', 'SECRET^NAME'),
    BE.sq(0x00400275, [BE.item(BE.el(0x00400007, 'LO', 'secret desc'))]),
    BE.el(0x00280010, 'US', BE.u16(258)),
    BE.el(0x7fe00010, 'OW', Uint8Array.of(1, 2, 3, 4)),
  ]),
  bigEndianUnLittle: part10(TS.bigEndian, [
    BE.el(0x00080018, 'UI', '1.2'),
    BE.el(0x00100010, 'PN', 'SECRET^NAME'),
    BE.head(0x00400275, 'UN', UNDEFINED),
    IM.item(IM.el(0x00400007, 'LO', 'secret desc'), true),
    IM.sequenceEnd(),
    BE.el(0x00280010, 'US', BE.u16(1)),
  ]),
  vrOfBlanks: explicit(join(LE.tag(0x00280009), latin('  '), LE.u16(2), LE.u16(5))),
  vrOfQuestionMarks: explicit(join(LE.tag(0x00280009), latin('??'), LE.u16(2), LE.u16(5))),
  vrOfNewLetters: explicit(join(LE.tag(0x00280009), latin('ZZ'), zeros(2), LE.u32(4), latin('data'))),
  implicitElementInExplicit: explicit(IM.el(0x00180015, 'CS', 'CHEST')),
  explicitLabelledImplicit: part10(TS.implicit, [...base, ...tail]),
  implicitLabelledExplicit: part10(TS.explicit, implicitSet),
  strayDelimiterInDefined: explicit(LE.sq(0x00400275, [LE.item(LE.el(0x00400007, 'LO', 'x')), LE.sequenceEnd()])),
  definedItemInUndefined: explicit(LE.sq(0x00400275, [LE.item(LE.el(0x00400007, 'LO', 'x'))], true)),
  emptyItems: explicit(
    LE.sq(0x00400275, [LE.item(zeros(0)), LE.item(LE.el(0x00400007, 'LO', 'x')), LE.item(zeros(0))]),
  ),
  emptySequences: explicit(LE.sq(0x00400260, []), LE.sq(0x00400275, [], true)),
  oddLength: part10(TS.explicit, [
    LE.el(0x00080018, 'UI', '1.2.3'),
    join(LE.head(0x00100010, 'PN', 11), latin('SECRET^NAME')),
    LE.el(0x00100020, 'LO', 'ID42'),
    ...tail,
  ]),
  staleGroupLengths: part10(TS.explicit, [
    LE.el(0x00080000, 'UL', LE.u32(9999)),
    ...base,
    LE.el(0x00280000, 'UL', LE.u32(1)),
    ...tail,
  ]),
  iconEncapsulated: part10(TS.jpeg, [
    ...base,
    LE.sq(0x00880200, [LE.item(join(LE.el(0x00280010, 'US', LE.u16(1)), LE.fragments(0x7fe00010, jpeg)), true)], true),
    LE.fragments(0x7fe00010, jpeg),
  ]),
  delimitersInFragment: part10(TS.jpeg, [
    ...base,
    LE.fragments(0x7fe00010, [
      zeros(0),
      join(LE.sequenceEnd(), LE.itemEnd(), LE.tag(0xfffee000), LE.u32(UNDEFINED), LE.sequenceEnd()),
    ]),
    LE.el(0xfffcfffc, 'OB', zeros(4)),
  ]),
  delimitersInBinary: explicit(
    LE.sq(
      0x00400275,
      [LE.item(LE.el(0x00091010, 'OB', join(LE.itemEnd(), LE.tag(0xfffee000), LE.u32(UNDEFINED))), true)],
      true,
    ),
  ),
  nestedParentCharset: part10(TS.explicit, [
    LE.el(0x00080005, 'CS', 'ISO_IR 192'),
    ...base,
    LE.sq(0x00400275, [LE.item(LE.el(0x00400007, 'LO', new TextEncoder().encode('Größe –')))]),
    ...tail,
  ]),
  nestedOwnCharset: part10(TS.explicit, [
    LE.el(0x00080005, 'CS', 'ISO_IR 192'),
    ...base,
    LE.sq(0x00400275, [
      LE.item(join(LE.el(0x00080005, 'CS', 'ISO_IR 100'), LE.el(0x00400007, 'LO', latin('Gr\xf6\xdfe')))),
    ]),
    ...tail,
  ]),
  backslashAsSecondByte: part10(TS.explicit, [
    LE.el(0x00080005, 'CS', 'GB18030'),
    LE.el(0x00100010, 'PN', Uint8Array.of(0xb0, 0x5c, 0x81, 0x5c)),
    LE.el(0x00100020, 'LO', Uint8Array.of(0x8c, 0x5e, 0x20, 0x20)),
    ...tail,
  ]),
  emptyNumbers: explicit(LE.el(0x00189219, 'SS', ''), LE.el(0x00189328, 'FD', ''), LE.el(0x00280106, 'US', '')),
  decimalFormats: explicit(
    LE.el(0x00180050, 'DS', ' 1.50000 '),
    LE.el(0x00200013, 'IS', ' 007'),
    LE.el(0x00201041, 'DS', '-0.000'),
    LE.el(0x00280030, 'DS', '+0.5000\\5.0e-01'),
    LE.el(0x00281053, 'DS', '1,5'),
  ),
  uidOddities: part10(TS.explicit, [
    LE.el(0x00080018, 'UI', '1.2.3 '),
    LE.el(0x0020000d, 'UI', '1.2.4\\1.2.5'),
    LE.el(0x0020000e, 'UI', `1.2.${'3'.repeat(70)}`),
    ...tail,
  ]),
  longUn: explicit(LE.el(0x00324000, 'UN', zeros(70000).fill(0x41))),
  twoBlocksOneCreator: explicit(
    LE.el(0x00290010, 'LO', 'ACME 1'),
    LE.el(0x00290011, 'LO', 'ACME 1'),
    LE.el(0x00291001, 'LO', 'secret'),
    LE.el(0x00291101, 'LO', 'secret2'),
  ),
  privateWithoutCreator: explicit(LE.el(0x00291001, 'LO', 'secret')),
  creatorAsUn: explicit(LE.el(0x00290010, 'UN', 'ACME 1'), LE.el(0x00291001, 'UN', 'secret')),
  creatorOutsideItem: explicit(
    LE.el(0x00290010, 'LO', 'ACME 1'),
    LE.sq(0x00400275, [LE.item(LE.el(0x00291001, 'LO', 'secret'))]),
  ),
  trailingZeros: join(explicit(), zeros(512)),
  trailingGarbage: join(explicit(), latin('xyz')),
  trailingLongGarbage: join(explicit(), zeros(8), latin('JOHN DOE 1970')),
  truncatedPixels: part10(TS.explicit, [...base, tail[0], LE.el(0x7fe00010, 'OW', Uint8Array.of(1, 2), 4000)]),
  truncatedValue: part10(TS.explicit, [...base, LE.el(0x00300070, 'LO', 'ACM', 40)]),
  truncatedInSequence: part10(TS.explicit, [
    ...base,
    join(LE.head(0x00400275, 'SQ', 400), LE.tag(0xfffee000), LE.u32(300), LE.el(0x00400007, 'LO', 'SECRET')),
  ]),
  nativeUndefinedLength: part10(TS.explicit, [
    ...base,
    LE.fragments(0x7fe00010, [zeros(0), Uint8Array.of(1, 2, 3, 4)], 'OW'),
  ]),
  deepNesting: explicit(nested(500)),
  thousandSequences: explicit(nested(1000)),
  group0002InDataSet: part10(TS.explicit, [base[0], LE.el(0x00020016, 'AE', 'SECRETAE'), base[1], base[2], ...tail]),
  itemDelimiterWithLength: explicit(
    join(
      LE.head(0x00400275, 'SQ', UNDEFINED),
      LE.tag(0xfffee000),
      LE.u32(UNDEFINED),
      LE.el(0x00400007, 'LO', 'x'),
      LE.itemEnd(4),
      LE.sequenceEnd(),
    ),
  ),
  encapsulatedDocument: part10(TS.explicit, [
    ...base,
    LE.el(0x00420010, 'ST', 'Report SECRET'),
    LE.el(0x00420011, 'OB', '%PDF-1.4 SECRET'),
  ]),
  floatPixels: part10(TS.explicit, [...base, LE.el(0x7fe00008, 'OF', zeros(8).fill(1))]),
  itemPastParent: explicit(
    join(LE.head(0x00400275, 'SQ', 22), LE.tag(0xfffee000), LE.u32(200), LE.el(0x00400007, 'LO', 'abcdef')),
  ),
  implicitPrivateSequence: part10(TS.implicit, [
    IM.el(0x00080018, 'UI', '1.2'),
    IM.el(0x00100010, 'PN', 'SECRET^NAME'),
    IM.el(0x00290010, 'LO', 'ACME'),
    IM.sq(0x00291040, [IM.item(IM.el(0x00100010, 'PN', 'SECRET^INNER'))]),
    IM.el(0x00280010, 'US', IM.u16(1)),
    IM.el(0x7fe00010, 'OW', Uint8Array.of(1, 2)),
  ]),
  overlaysAndCurves: explicit(
    LE.el(0x50003000, 'OW', zeros(4)),
    LE.el(0x60000010, 'US', LE.u16(1)),
    LE.el(0x60003000, 'OW', zeros(4)),
    LE.el(0x60004000, 'LT', 'SECRET overlay'),
  ),
  personNames: part10(TS.explicit, [
    LE.el(0x00081070, 'PN', 'X^Y\\Z^W\\\\Q'),
    LE.el(0x00100010, 'PN', 'A^B^C^D^E=F^G=H'),
    ...tail,
  ]),
  textWithBackslash: explicit(LE.el(0x0040a160, 'UT', 'path C:\\temp\\x')),
  manyTags: explicit(LE.el(0x00280009, 'AT', join(LE.tag(0x00181063), LE.tag(0x00181065)))),
  extendedOffsetTable: part10(TS.jpeg, [
    ...base,
    LE.el(0x7fe00001, 'OV', zeros(8)),
    LE.el(0x7fe00002, 'OV', Uint8Array.of(4, 0, 0, 0, 0, 0, 0, 0)),
    LE.fragments(0x7fe00010, jpeg),
  ]),
  noPreambleImplicit: join(...implicitSet),
  noPreambleExplicit: join(...base, ...tail),
  noPreambleBigEndian: join(
    BE.el(0x00080018, 'UI', '1.2.3'),
    BE.el(0x00100010, 'PN', 'SECRET^NAME'),
    BE.el(0x00280010, 'US', BE.u16(1)),
  ),
  metaWithoutPreamble: join(metaGroup(TS.explicit), ...base, ...tail),
  noMetaLength: withMeta(whole => join(whole.subarray(0, 132), whole.subarray(144))),
  wrongMetaLength: withMeta(whole => {
    const copy = whole.slice();
    copy.set(LE.u32(20), 140);
    return copy;
  }),
  implicitMeta: join(
    zeros(128),
    latin('DICM'),
    IM.el(0x00020000, 'UL', IM.u32(92)),
    IM.el(0x00020002, 'UI', '1.2.840.10008.5.1.4.1.1.7'),
    IM.el(0x00020003, 'UI', '1.2.3'),
    IM.el(0x00020010, 'UI', TS.implicit),
    IM.el(0x00020012, 'UI', '1.2.3'),
    ...implicitSet,
  ),
  preambleWithText: part10(TS.explicit, [...base, ...tail], latin('SECRET NAME'.padEnd(128, '.'))),
  nulPaddedText: part10(TS.explicit, [
    LE.el(0x00080018, 'UI', '1.2.3'),
    join(LE.head(0x00100010, 'PN', 12), latin('SECRET^NAME\0')),
    LE.el(0x00100020, 'LO', 'ID42'),
    ...tail,
  ]),
  acrNemaDates: explicit(LE.el(0x00080020, 'DA', '1995.06.26'), LE.el(0x00080030, 'TM', '09:11:02')),
  missingTransferSyntax: join(zeros(128), latin('DICM'), metaGroup(undefined), ...implicitSet),
  missingPixelDelimiter: part10(TS.jpeg, [
    ...base,
    join(LE.head(0x7fe00010, 'OB', UNDEFINED), LE.item(zeros(0)), LE.item(zeros(6))),
  ]),
  strayItemAtTop: explicit(LE.itemEnd(), LE.sequenceEnd()),
  oneFrameManyFragments: part10(TS.jpeg, [
    ...base,
    LE.el(0x00280008, 'IS', '1'),
    LE.fragments(0x7fe00010, [zeros(0), zeros(6), zeros(8), zeros(2)]),
  ]),
  privateTransferSyntax: part10('1.2.840.113619.5.2', implicitSet),
  missingItemDelimiter: explicit(
    join(
      LE.head(0x00400275, 'SQ', UNDEFINED),
      LE.tag(0xfffee000),
      LE.u32(UNDEFINED),
      LE.el(0x00400007, 'LO', 'x'),
      LE.sequenceEnd(),
    ),
  ),
  dateOddities: explicit(
    LE.el(0x0008002a, 'DT', '20200102030405.5+0100'),
    LE.el(0x00100030, 'DA', '202001'),
    LE.el(0x00101040, 'DA', '20200101-20200131'),
  ),
} as const satisfies Record<string, Bytes>;

export type EdgeName = keyof typeof edges;
export const edgeNames = Object.keys(edges) as EdgeName[];
