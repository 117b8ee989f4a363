import { describe, expect, test } from 'vitest';
import { BE, LE, TS, join, latin, part10 } from '../../support/dicomWriter';
import { edges } from '../../support/dicomEdges';
import { assemble, damages, hex, notes, open, outline, values } from '../../support/dicomOutline';
import { memorySource } from '../../../src/dicom/byteSource';
import { RowFlag, vrText } from '../../../src/dicom/elementTable';
import { encodeElement } from '../../../src/dicom/encode';
import { buildFileMeta } from '../../../src/dicom/fileMeta';
import type { removeRow } from '../../../src/dicom/makeEdit';
import { insertElement, replaceValue, dropTrailing } from '../../../src/dicom/makeEdit';
import { openDicom } from '../../../src/dicom/openFile';
import { nameComponents, nameGroups } from '../../../src/dicom/personName';
import { privateCreator } from '../../../src/dicom/privateCreator';
import { childRows, findRow, findRows, itemRows } from '../../../src/dicom/rows';
import { splice } from '../../../src/dicom/splice';
import { findByPath, parseTagPath } from '../../../src/dicom/tagPath';
import { bigIntValues, numberValues, stringValues, textValue, uidValue, valueBytes } from '../../../src/dicom/values';

const PATIENT_NAME = 0x00100010;
const SEQUENCE = 0x00400275;
const DESCRIPTION = 0x00400007;
const meta = buildFileMeta({
  sopClassUid: '1.2.840.10008.5.1.4.1.1.7',
  sopInstanceUid: '2.25.1',
  transferSyntax: '1.2.840.10008.1.2.1',
  implementationClassUid: '2.25.2',
});

function pathRow(file: ReturnType<typeof open>, path: string): number {
  const steps = parseTagPath(path);
  if (steps === undefined) throw new Error('not a path');
  return findByPath(file, steps)[0] ?? -1;
}

function respliced(name: keyof typeof edges, edit: (file: ReturnType<typeof open>) => ReturnType<typeof removeRow>[]) {
  const file = open(edges[name]);
  return open(assemble(file.source, splice(file, edit(file), { meta })));
}

describe('encodings and headers', () => {
  test('1: a deflated file with a preamble that is not zero is inflated from after the meta group', () => {
    const file = open(edges.deflatedNonZeroPreamble);
    expect(file.encoding.deflated).toBe(true);
    expect(outline(file)).toEqual(outline(open(edges.plain)));
  });

  test('2: a deflated file is deflated again when it is written', () => {
    const file = open(edges.deflatedNonZeroPreamble);
    const deflatedMeta = file.source.read(132, file.dataSetStart - 132);
    const again = open(assemble(file.source, splice(file, [], { meta: deflatedMeta })));
    expect(again.encoding.deflated).toBe(true);
    expect(again.source.size % 2).toBe(0);
    expect(outline(again)).toEqual(outline(file));
  });

  test('3: OV, SV, UV, OL and OD have 32-bit lengths', () => {
    const file = open(edges.newLongVrs);
    expect(outline(file).map(e => e.vr)).toEqual(['UI', 'UV', 'PN', 'OL', 'OD', 'SV', 'OV', 'US', 'US', 'OW']);
    expect(bigIntValues(file, findRow(file.dataSet, 0x00720082))).toEqual([0x0909090909090909n]);
    expect(damages(file)).toEqual([]);
  });

  test('4: both elements with the same tag are seen', () => {
    const file = open(edges.duplicateTags);
    expect(findRows(file.dataSet, PATIENT_NAME).map(row => textValue(file, row))).toEqual(['SECRET^ONE', 'SECRET^TWO']);
  });

  test('5: elements out of order are all seen, and stay where they are', () => {
    const file = open(edges.outOfOrder);
    expect(values(file, PATIENT_NAME)).toEqual(['SECRET^NAME']);
    expect(assemble(file.source, splice(file, [], { meta })).subarray(-20)).toEqual(
      Buffer.from(edges.outOfOrder.subarray(-20)),
    );
  });

  test('6: elements after the pixel data are rows as well', () => {
    const file = open(edges.afterPixelData);
    expect(values(file, 0x04000100, itemRows(file.dataSet, 0xfffafffa)[0])).toEqual(['1.2']);
    expect(findRow(file.dataSet, 0xfffcfffc)).toBe(file.dataSet.count - 1);
  });

  test('7: the content of UN with undefined length is implicit VR little endian (CP-246), nested too', () => {
    const file = open(edges.unUndefinedImplicit);
    const row = findRow(file.dataSet, SEQUENCE);
    expect(vrText(file.dataSet.vr[row])).toBe('UN');
    expect(file.dataSet.flags[row] & RowFlag.sequenceInUN).toBeTruthy();
    expect(stringValues(file, pathRow(file, '(0040,0275)[<0>](0040,0008)[<0>](0008,0100)'))).toEqual(['CODE']);
    expect(file.problems).toEqual([]);
  });

  test('8: a sequence in UN of defined length is understood if it parses to the last byte', () => {
    const file = open(edges.unDefinedImplicit);
    expect(stringValues(file, pathRow(file, '(0040,0275)[<0>](0040,0007)'))).toEqual(['secret desc']);
    const opaque = open(edges.unDefinedNotItems);
    const row = findRow(opaque.dataSet, SEQUENCE);
    expect(opaque.dataSet.flags[row] & RowFlag.sequence).toBe(0);
    expect(opaque.dataSet.next[row]).toBe(row + 1);
    expect(notes(opaque)).toEqual(['opaque-un']);
    expect(damages(opaque)).toEqual([]);
  });

  test('9: explicit VR inside UN of undefined length is damage, though its elements are found', () => {
    const file = open(edges.unUndefinedExplicit);
    expect(damages(file)).toEqual(['explicit-in-un']);
    expect(stringValues(file, pathRow(file, '(0040,0275)[<0>](0040,0007)'))).toEqual(['secret desc']);
  });

  test('10: UN in a big endian file is little endian inside', () => {
    const file = open(edges.bigEndianUnLittle);
    expect(stringValues(file, pathRow(file, '(0040,0275)[<0>](0040,0007)'))).toEqual(['secret desc']);
    expect(numberValues(file, findRow(file.dataSet, 0x00280010))).toEqual([1]);
    expect(file.problems).toEqual([]);
  });

  test('11 and 12: a VR of blanks or question marks has a 16-bit length', () => {
    for (const name of ['vrOfBlanks', 'vrOfQuestionMarks'] as const) {
      const file = open(edges[name]);
      expect(notes(file)).toEqual(['unknown-vr']);
      expect(hex(valueBytes(file, findRow(file.dataSet, 0x00280009)))).toBe('0500');
      expect(file.dataSet.count).toBe(7);
      expect(damages(file)).toEqual([]);
    }
  });

  test('12: two letters of a VR yet unknown have a 32-bit length after two zero bytes', () => {
    const file = open(edges.vrOfNewLetters);
    expect(hex(valueBytes(file, findRow(file.dataSet, 0x00280009)))).toBe(hex(latin('data')));
    expect(file.dataSet.count).toBe(7);
  });

  test('13: an element without VR in an explicit data set is read as implicit', () => {
    const file = open(edges.implicitElementInExplicit);
    expect(values(file, 0x00180015)).toEqual(['CHEST']);
    expect(file.dataSet.count).toBe(7);
    expect(damages(file)).toEqual([]);
  });

  test('14: an explicit data set labelled implicit is read as what it is', () => {
    const file = open(edges.explicitLabelledImplicit);
    expect(file.encoding).toMatchObject({ implicit: false, uid: '1.2.840.10008.1.2.1' });
    expect(values(file, PATIENT_NAME)).toEqual(['SECRET^NAME']);
    expect(notes(file)).toEqual(['other-encoding']);
  });

  test('15: an implicit data set labelled explicit is read as what it is', () => {
    const file = open(edges.implicitLabelledExplicit);
    expect(file.encoding).toMatchObject({ implicit: true, uid: '1.2.840.10008.1.2' });
    expect(file.dataSet.count).toBe(5);
    expect(damages(file)).toEqual([]);
  });
});

describe('sequences', () => {
  test('16: a delimiter in a sequence of defined length is stepped over', () => {
    const file = open(edges.strayDelimiterInDefined);
    expect(itemRows(file.dataSet, SEQUENCE)).toHaveLength(1);
    expect(file.dataSet.count).toBe(9);
    expect(notes(file)).toEqual(['stray-delimiter']);
  });

  test('17: an item of defined length in a sequence of undefined length', () => {
    const file = open(edges.definedItemInUndefined);
    expect(values(file, DESCRIPTION, itemRows(file.dataSet, SEQUENCE)[0])).toEqual(['x']);
    expect(file.problems).toEqual([]);
  });

  test('18: empty items keep their place', () => {
    const file = open(edges.emptyItems);
    expect(itemRows(file.dataSet, SEQUENCE).map(item => childRows(file.dataSet, item).length)).toEqual([0, 1, 0]);
    expect(respliced('emptyItems', () => []).dataSet.count).toBe(file.dataSet.count);
  });

  test('19: an empty sequence in both forms has no items', () => {
    const file = open(edges.emptySequences);
    for (const tag of [0x00400260, SEQUENCE]) {
      const row = findRow(file.dataSet, tag);
      expect(file.dataSet.flags[row] & RowFlag.sequence).toBeTruthy();
      expect(childRows(file.dataSet, row)).toEqual([]);
    }
    expect(file.dataSet.count).toBe(8);
  });

  test('20: a value of odd length is taken as it is', () => {
    const file = open(edges.oddLength);
    expect(values(file, PATIENT_NAME)).toEqual(['SECRET^NAME']);
    expect(values(file, 0x00100020)).toEqual(['ID42']);
    expect(notes(file)).toEqual(['odd-length']);
  });

  test('21: stale group lengths are rows and mislead nobody', () => {
    const file = open(edges.staleGroupLengths);
    expect(numberValues(file, findRow(file.dataSet, 0x00080000))).toEqual([9999]);
    expect(file.dataSet.count).toBe(8);
  });

  test('22: encapsulated pixel data inside a sequence keeps its fragments', () => {
    const file = open(edges.iconEncapsulated);
    const icon = findRow(file.dataSet, 0x7fe00010, itemRows(file.dataSet, 0x00880200)[0]);
    expect(file.dataSet.flags[icon] & RowFlag.encapsulated).toBeTruthy();
    expect(childRows(file.dataSet, icon)).toHaveLength(2);
    expect(childRows(file.dataSet, findRow(file.dataSet, 0x7fe00010))).toHaveLength(2);
  });

  test('23: delimiter bytes inside a fragment are data', () => {
    const file = open(edges.delimitersInFragment);
    expect(childRows(file.dataSet, findRow(file.dataSet, 0x7fe00010))).toHaveLength(2);
    expect(findRow(file.dataSet, 0xfffcfffc)).toBeGreaterThan(0);
    expect(file.problems).toEqual([]);
  });

  test('24: delimiter bytes inside OB in an item of undefined length are data', () => {
    const file = open(edges.delimitersInBinary);
    const row = pathRow(file, '(0040,0275)[<0>](0009,1010)');
    expect(valueBytes(file, row)).toHaveLength(16);
    expect(file.problems).toEqual([]);
  });
});

describe('character sets and values', () => {
  test('25: nested text is in the character set of the data set around it', () => {
    const file = open(edges.nestedParentCharset);
    expect(values(file, DESCRIPTION, itemRows(file.dataSet, SEQUENCE)[0])).toEqual(['Größe –']);
  });

  test('26: an item may have its own character set', () => {
    const file = open(edges.nestedOwnCharset);
    expect(values(file, DESCRIPTION, itemRows(file.dataSet, SEQUENCE)[0])).toEqual(['Größe']);
  });

  test('27: a backslash byte as the second byte of a character separates nothing', () => {
    const file = open(edges.backslashAsSecondByte);
    expect(values(file, PATIENT_NAME)).toEqual([
      new TextDecoder('gb18030').decode(Uint8Array.of(0xb0, 0x5c, 0x81, 0x5c)),
    ]);
    expect(values(file, 0x00100020)).toHaveLength(1);
  });

  test('28: empty numbers stay empty', () => {
    const file = open(edges.emptyNumbers);
    expect(numberValues(file, findRow(file.dataSet, 0x00280106))).toEqual([]);
    expect(stringValues(file, findRow(file.dataSet, 0x00189328))).toEqual([]);
  });

  test('29: DS and IS keep their spelling as text and parse where they can', () => {
    const file = open(edges.decimalFormats);
    expect(values(file, 0x00180050)).toEqual(['1.50000']);
    expect(values(file, 0x00280030)).toEqual(['+0.5000', '5.0e-01']);
    expect(numberValues(file, findRow(file.dataSet, 0x00280030))).toEqual([0.5, 0.5]);
    expect(numberValues(file, findRow(file.dataSet, 0x00200013))).toEqual([7]);
    expect(numberValues(file, findRow(file.dataSet, 0x00281053))).toEqual([NaN]);
    expect(values(file, 0x00201041)).toEqual(['-0.000']);
  });

  test('30: UIDs padded with blanks, of several values, and longer than 64 characters', () => {
    const file = open(edges.uidOddities);
    expect(uidValue(file, 0x00080018)).toBe('1.2.3');
    expect(values(file, 0x0020000d)).toEqual(['1.2.4', '1.2.5']);
    expect(uidValue(file, 0x0020000e)).toHaveLength(74);
  });

  test('31: a value over 64 KB for a VR with a 16-bit length is written as UN, and read back', () => {
    expect(open(edges.longUn).dataSet.count).toBe(7);
    const long = new Uint8Array(70000).fill(0x41);
    const element = encodeElement(0x00324000, 'LT', long, { implicit: false, bigEndian: false });
    expect(hex(element.subarray(0, 12))).toBe(hex(LE.head(0x00324000, 'UN', 70000)));
    const numbers = join(...Array.from({ length: 40000 }, () => BE.u16(258)));
    const big = encodeElement(0x00283006, 'US', numbers, { implicit: false, bigEndian: true });
    expect(hex(big.subarray(0, 14))).toBe(hex(BE.head(0x00283006, 'UN', 80000)) + '0201');
  });

  test('32: two blocks of one creator name the same attribute', () => {
    const file = open(edges.twoBlocksOneCreator);
    const rows = findByPath(file, parseTagPath('(0029,"ACME 1",01)') ?? []);
    expect(rows.map(row => textValue(file, row))).toEqual(['secret', 'secret2']);
  });

  test('33: a private element whose block nobody reserved has no creator', () => {
    const file = open(edges.privateWithoutCreator);
    expect(privateCreator(file, findRow(file.dataSet, 0x00291001))).toBeUndefined();
    const outside = open(edges.creatorOutsideItem);
    expect(privateCreator(outside, pathRow(outside, '(0040,0275)[<0>](0029,1001)'))).toBeUndefined();
  });

  test('34: a creator written as UN counts', () => {
    const file = open(edges.creatorAsUn);
    expect(privateCreator(file, findRow(file.dataSet, 0x00291001))).toBe('ACME 1');
  });
});

describe('ends that are not ends', () => {
  test('35: zeros after the data set are padding', () => {
    const file = open(edges.trailingZeros);
    expect(notes(file)).toEqual(['trailing-padding']);
    expect(file.dataSetEnd).toBe(edges.plain.length);
    const dropped = dropTrailing(file);
    expect(dropped && open(assemble(file.source, splice(file, [dropped], { meta }))).problems).toEqual([]);
  });

  test('36: other bytes after the data set are damage: they may hold text', () => {
    expect(damages(open(edges.trailingGarbage))).toEqual(['trailing-bytes']);
    expect(damages(open(edges.trailingLongGarbage))).toEqual(['trailing-bytes']);
  });

  test('37: pixel data that is cut short is damage', () => {
    const file = open(edges.truncatedPixels);
    const row = findRow(file.dataSet, 0x7fe00010);
    expect(file.dataSet.flags[row] & RowFlag.truncated).toBeTruthy();
    expect(valueBytes(file, row)).toHaveLength(2);
    expect(damages(file)).toEqual(['value-past-end']);
  });

  test('38: a header that is cut short is damage; what came before is there', () => {
    expect(damages(open(edges.truncatedValue))).toEqual(['value-past-end']);
    const file = open(edges.truncatedInSequence);
    expect(damages(file)).toContain('value-past-end');
    expect(values(file, DESCRIPTION, itemRows(file.dataSet, SEQUENCE)[0])).toEqual(['SECRET']);
  });

  test('39: pixel data of undefined length in a native transfer syntax keeps its fragments', () => {
    const file = open(edges.nativeUndefinedLength);
    expect(childRows(file.dataSet, findRow(file.dataSet, 0x7fe00010))).toHaveLength(2);
  });

  test('40: sequences nested past the limit are damage, not a crash', () => {
    for (const name of ['deepNesting', 'thousandSequences'] as const) {
      const file = open(edges[name]);
      expect(damages(file)).toEqual(['too-deep']);
      expect(values(file, PATIENT_NAME)).toEqual(['SECRET^NAME']);
    }
  });

  test('41: group 0002 inside the data set is an element like others', () => {
    expect(values(open(edges.group0002InDataSet), 0x00020016)).toEqual(['SECRETAE']);
  });

  test('42: an item delimiter with a length has no value', () => {
    const file = open(edges.itemDelimiterWithLength);
    expect(notes(file)).toEqual(['delimiter-length']);
    expect(values(file, 0x00280010)).toEqual(['1']);
  });

  test('43: an encapsulated document is one value', () => {
    const file = open(edges.encapsulatedDocument);
    expect(valueBytes(file, findRow(file.dataSet, 0x00420011))).toHaveLength(16);
    expect(values(file, 0x00420010)).toEqual(['Report SECRET']);
  });

  test('44: float pixel data is a value like others', () => {
    expect(numberValues(open(edges.floatPixels), 3)).toHaveLength(2);
  });

  test('45: an item longer than its sequence is cut there and is damage', () => {
    const file = open(edges.itemPastParent);
    expect(damages(file)).toEqual(['item-past-end']);
    expect(values(file, 0x00280010)).toEqual(['1']);
  });

  test('46: a private sequence in implicit VR is entered', () => {
    const file = open(edges.implicitPrivateSequence);
    const row = pathRow(file, '(0029,"ACME",40)[<0>](0010,0010)');
    expect(textValue(file, row)).toBe('SECRET^INNER');
    expect(vrText(file.dataSet.vr[findRow(file.dataSet, 0x00291040)])).toBe('SQ');
  });

  test('47: curves and overlays are rows with their own tags', () => {
    const file = open(edges.overlaysAndCurves);
    expect(values(file, 0x60004000)).toEqual(['SECRET overlay']);
    expect(findRow(file.dataSet, 0x50003000)).toBeGreaterThan(0);
  });
});

describe('text', () => {
  test('48: three representations and five components of a name', () => {
    const file = open(edges.personNames);
    const [name] = values(file, PATIENT_NAME);
    expect(nameGroups(name)).toEqual(['A^B^C^D^E', 'F^G', 'H']);
    expect(nameComponents(nameGroups(name)[0])).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(values(file, 0x00081070)).toEqual(['X^Y', 'Z^W', '', 'Q']);
  });

  test('49: ST, LT and UT keep their backslashes', () => {
    expect(values(open(edges.textWithBackslash), 0x0040a160)).toEqual(['path C:\\temp\\x']);
  });

  test('50: AT of several values', () => {
    expect(values(open(edges.manyTags), 0x00280009)).toEqual(['(0018,1063)', '(0018,1065)']);
  });
});

describe('the start of the file', () => {
  test('51: no preamble, no meta group, or a meta group without preamble', () => {
    for (const name of ['noPreambleImplicit', 'noPreambleExplicit', 'metaWithoutPreamble'] as const) {
      const file = open(edges[name]);
      expect(file.hasPreamble).toBe(false);
      expect(values(file, PATIENT_NAME)).toEqual(['SECRET^NAME']);
      expect(file.encoding.declared).toBe(name === 'metaWithoutPreamble');
    }
    expect(open(edges.noPreambleBigEndian).encoding).toMatchObject({ bigEndian: true, declared: false });
  });

  test('52: the length of the meta group may be absent or wrong', () => {
    expect(notes(open(edges.noMetaLength))).toEqual(['no-meta-length']);
    expect(notes(open(edges.wrongMetaLength))).toEqual(['meta-length']);
    expect(outline(open(edges.wrongMetaLength))).toEqual(outline(open(edges.plain)));
    expect(outline(open(edges.noMetaLength))).toEqual(outline(open(edges.plain)));
  });

  test('53: a meta group in implicit VR', () => {
    const file = open(edges.implicitMeta);
    expect(uidValue(file, 0x00020010)).toBe('1.2.840.10008.1.2');
    expect(values(file, PATIENT_NAME)).toEqual(['SECRET^NAME']);
    expect(damages(file)).toEqual([]);
  });

  test('54: text in the preamble does not reach the output', () => {
    const file = open(edges.preambleWithText);
    const out = assemble(file.source, splice(file, [], { meta }));
    expect(Buffer.from(out).includes('SECRET NAME')).toBe(false);
    expect(hex(out.subarray(0, 128))).toBe('00'.repeat(128));
  });

  test('55: text padded with NUL', () => {
    expect(values(open(edges.nulPaddedText), PATIENT_NAME)).toEqual(['SECRET^NAME']);
  });

  test('56: dates and times of ACR-NEMA stay text', () => {
    const file = open(edges.acrNemaDates);
    expect(values(file, 0x00080020)).toEqual(['1995.06.26']);
    expect(values(file, 0x00080030)).toEqual(['09:11:02']);
  });

  test('58: a missing transfer syntax is found by looking', () => {
    const file = open(edges.missingTransferSyntax);
    expect(file.encoding).toMatchObject({ implicit: true, declared: false });
    expect(notes(file)).toEqual(['no-transfer-syntax']);
  });

  test('59: fragments without a delimiter at the end are damage', () => {
    expect(damages(open(edges.missingPixelDelimiter))).toEqual(['missing-delimiter']);
  });

  test('60: delimiters at the top level are stepped over', () => {
    const file = open(edges.strayItemAtTop);
    expect(notes(file)).toEqual(['stray-delimiter', 'stray-delimiter']);
    expect(file.dataSet.count).toBe(6);
  });

  test('61: one frame in several fragments, and an empty or extended offset table', () => {
    const many = open(edges.oneFrameManyFragments);
    expect(childRows(many.dataSet, findRow(many.dataSet, 0x7fe00010))).toHaveLength(4);
    const extended = open(edges.extendedOffsetTable);
    expect(bigIntValues(extended, findRow(extended.dataSet, 0x7fe00002))).toEqual([4n]);
  });

  test('62: a private transfer syntax with implicit VR is read as such', () => {
    const file = open(edges.privateTransferSyntax);
    expect(file.encoding.implicit).toBe(true);
    expect(notes(file)).toEqual([]);
  });
});

describe('writing', () => {
  test('57: offsets inside a DICOMDIR are not adjusted by edits: a directory is made anew', () => {
    const offset = LE.el(0x00041200, 'UL', LE.u32(396));
    const file = open(part10(TS.explicit, [offset, LE.sq(0x00041220, [LE.item(LE.el(0x00041430, 'CS', 'PATIENT'))])]));
    const added = insertElement(file, -1, 0x00041130, 'CS', latin('NAME'));
    const after = open(assemble(file.source, splice(file, [added], { meta })));
    expect(numberValues(after, findRow(after.dataSet, 0x00041200))).toEqual([396]);
    expect(damages(after)).toEqual([]);
  });

  test('in a file of defined lengths an edit corrects every length around it', () => {
    const file = respliced('bigEndian', f => [replaceValue(f, pathRow(f, '(0040,0275)[<0>](0040,0007)'), latin('n'))]);
    expect(damages(file)).toEqual([]);
    const patched = open(
      assemble(
        file.source,
        splice(file, [], { meta: open(edges.bigEndian).source.read(132, open(edges.bigEndian).dataSetStart - 132) }),
      ),
    );
    expect(values(patched, DESCRIPTION, itemRows(patched.dataSet, SEQUENCE)[0])).toEqual(['n']);
    expect(numberValues(patched, findRow(patched.dataSet, 0x00280010))).toEqual([258]);
  });

  test('63: a source past 2 GiB is read in windows only', () => {
    const head = edges.plain.subarray(0, edges.plain.length - 4 - 4);
    const size = 3 * 2 ** 30;
    const start = join(head, LE.u32(size - head.length - 4));
    let read = 0;
    const file = openDicom({
      size,
      read(offset, length) {
        const bytes = new Uint8Array(Math.min(length, size - offset));
        if (offset < start.length) bytes.set(start.subarray(offset, offset + length));
        read += bytes.length;
        return bytes;
      },
    });
    expect(file.problems).toEqual([]);
    expect(file.dataSet.valueEnd[file.dataSet.count - 1]).toBe(size);
    expect(read).toBeLessThan(200_000);
  });

  test('64: the patient ID is found without reading the rest, wherever the dates stand', () => {
    expect(values(open(edges.dateOddities), 0x00100020)).toEqual(['ID42']);
  });

  test('65: the meta group carries the SOP Instance UID it is given', () => {
    const file = respliced('plain', f => [replaceValue(f, 0, latin('2.25.1'))]);
    expect(uidValue(file, 0x00020003)).toBe('2.25.1');
    expect(uidValue(file, 0x00080018)).toBe('2.25.1');
  });

  test('66: a UID of the standard keeps its bytes where no edit touches it', () => {
    const uid = '1.2.840.10008.5.1.4.1.1.7';
    const file = respliced('plain', f => [insertElement(f, -1, 0x00080016, 'UI', latin(uid))]);
    expect(uidValue(file, 0x00080016)).toBe(uid);
    expect(file.dataSet.tag[0]).toBe(0x00080016);
  });

  test('67: an element inside a sequence is edited without touching its neighbours', () => {
    const before = open(edges.unUndefinedImplicit);
    const after = respliced('unUndefinedImplicit', f => [
      replaceValue(f, pathRow(f, '(0040,0275)[<0>](0040,0007)'), latin('gone')),
    ]);
    expect(stringValues(after, pathRow(after, '(0040,0275)[<0>](0040,0008)[<0>](0008,0100)'))).toEqual(['CODE']);
    expect(after.dataSet.count).toBe(before.dataSet.count);
    expect(after.problems).toEqual([]);
  });

  test('68: a sequence is replaced by one dummy item', () => {
    const item = LE.item(LE.el(0x00080100, 'SH', 'DUMMY'));
    const file = respliced('definedItemInUndefined', f => [replaceValue(f, findRow(f.dataSet, SEQUENCE), item)]);
    expect(values(file, 0x00080100, itemRows(file.dataSet, SEQUENCE)[0])).toEqual(['DUMMY']);
    expect(file.problems).toEqual([]);
  });

  test('69: date times with a zone, partial dates and ranges come through as written', () => {
    const file = open(edges.dateOddities);
    expect(values(file, 0x0008002a)).toEqual(['20200102030405.5+0100']);
    expect(values(file, 0x00100030)).toEqual(['202001']);
    expect(values(file, 0x00101040)).toEqual(['20200101-20200131']);
  });

  test('70: repeating groups get their VR from the pattern row in implicit VR', () => {
    const file = openDicom(
      memorySource(
        join(
          edges.noPreambleImplicit.subarray(0, -12),
          // (5002,0010) Number of Points, (6004,4000) Overlay Comments
          Uint8Array.of(0x02, 0x50, 0x10, 0, 2, 0, 0, 0, 7, 0),
          Uint8Array.of(0x04, 0x60, 0, 0x40, 2, 0, 0, 0, 0x68, 0x69),
        ),
      ),
    );
    expect(values(file, 0x50020010)).toEqual(['7']);
    expect(values(file, 0x60044000)).toEqual(['hi']);
  });
});
