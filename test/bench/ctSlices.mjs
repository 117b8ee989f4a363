import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes `count` CT slices of 512 x 512 x 16 bit (0.53 MB, about 180 data elements, half of them with undefined-length
 * sequences) below `folder`, as a scanner would: patients, studies and series in folders of 100 slices.
 * @param {string} folder
 * @param {number} count
 * @param {{ rows?: number, columns?: number }} [size] smaller images for tests of many files
 */
export function makeCtSlices(folder, count, { rows = 512, columns = 512 } = {}) {
  const pixels = Buffer.alloc(rows * columns * 2);
  for (let i = 0; i < rows * columns; i++) pixels.writeUInt16LE(((i * 2654435761) >>> 20) & 0xfff, i * 2);
  const perSeries = 100;
  for (let n = 0; n < count; n++) {
    const series = Math.floor(n / perSeries);
    const directory = join(folder, `patient${Math.floor(series / 3)}`, `series${series}`);
    if (n % perSeries === 0) mkdirSync(directory, { recursive: true });
    pixels.writeUInt16LE(n & 0xfff, 0);
    writeFileSync(join(directory, `slice${n}.dcm`), slice(n, series, pixels, rows, columns));
  }
}

function element(group, number, vr, value) {
  const bytes = Buffer.isBuffer(value)
    ? value
    : Buffer.from(value.length % 2 ? value + (vr === 'UI' ? '\0' : ' ') : value, 'latin1');
  const long = ['OB', 'OW', 'UN', 'UT', 'SQ'].includes(vr);
  const head = Buffer.alloc(long ? 12 : 8);
  head.writeUInt16LE(group, 0);
  head.writeUInt16LE(number, 2);
  head.write(vr, 4, 'latin1');
  if (long) head.writeUInt32LE(bytes.length, 8);
  else head.writeUInt16LE(bytes.length, 6);
  return Buffer.concat([head, bytes]);
}

const us = n => {
  const b = Buffer.alloc(2);
  b.writeUInt16LE(n);
  return b;
};

function sequence(group, number, items, undefinedLength) {
  const delimiter = (tag, length) => {
    const b = Buffer.alloc(8);
    b.writeUInt16LE(0xfffe, 0);
    b.writeUInt16LE(tag, 2);
    b.writeUInt32LE(length, 4);
    return b;
  };
  const body = items.map(elements => {
    const content = Buffer.concat(elements);
    return undefinedLength
      ? Buffer.concat([delimiter(0xe000, 0xffffffff), content, delimiter(0xe00d, 0)])
      : Buffer.concat([delimiter(0xe000, content.length), content]);
  });
  const whole = Buffer.concat(undefinedLength ? [...body, delimiter(0xe0dd, 0)] : body);
  const result = element(group, number, 'SQ', whole);
  if (undefinedLength) result.writeUInt32LE(0xffffffff, 8);
  return result;
}

function slice(n, series, pixels, rows, columns) {
  const uid = suffix => `1.2.826.0.1.3680043.8.498.${series}.${suffix}`;
  const patient = Math.floor(series / 3);
  const undefinedLength = series % 2 === 0;
  const code = (value, meaning) => [
    element(0x0008, 0x0100, 'SH', value),
    element(0x0008, 0x0102, 'SH', 'DCM'),
    element(0x0008, 0x0104, 'LO', meaning),
  ];
  const reference = i => [
    element(0x0008, 0x1150, 'UI', '1.2.840.10008.5.1.4.1.1.2'),
    element(0x0008, 0x1155, 'UI', uid(`7.${i}`)),
  ];
  const elements = [
    element(0x0008, 0x0005, 'CS', 'ISO_IR 100'),
    element(0x0008, 0x0008, 'CS', 'ORIGINAL\\PRIMARY\\AXIAL'),
    element(0x0008, 0x0012, 'DA', '20190314'),
    element(0x0008, 0x0013, 'TM', '101112.123'),
    element(0x0008, 0x0016, 'UI', '1.2.840.10008.5.1.4.1.1.2'),
    element(0x0008, 0x0018, 'UI', uid(`1.${n}`)),
    element(0x0008, 0x0020, 'DA', '20190314'),
    element(0x0008, 0x0021, 'DA', '20190314'),
    element(0x0008, 0x0022, 'DA', '20190314'),
    element(0x0008, 0x0023, 'DA', '20190314'),
    element(0x0008, 0x0030, 'TM', '100000'),
    element(0x0008, 0x0031, 'TM', '100500'),
    element(0x0008, 0x0032, 'TM', '100501.5'),
    element(0x0008, 0x0033, 'TM', '100502'),
    element(0x0008, 0x0050, 'SH', `ACC${1000 + patient}`),
    element(0x0008, 0x0060, 'CS', 'CT'),
    element(0x0008, 0x0070, 'LO', 'ACME Imaging'),
    element(0x0008, 0x0080, 'LO', 'Saint Example Hospital'),
    element(0x0008, 0x0081, 'ST', '12 Example Street, Sampletown'),
    element(0x0008, 0x0090, 'PN', 'Referrer^Rita'),
    element(0x0008, 0x1010, 'SH', 'CTSTATION1'),
    element(0x0008, 0x1030, 'LO', 'CT Chest with contrast'),
    sequence(0x0008, 0x1032, [code('CTCHEST', 'CT Chest')], undefinedLength),
    element(0x0008, 0x103e, 'LO', `Axial ${series % 5 === 0 ? 'lung' : 'soft'} 1.25 mm`),
    element(0x0008, 0x1070, 'PN', 'Operator^Otto'),
    element(0x0008, 0x1090, 'LO', 'Scanner 64'),
    sequence(0x0008, 0x1140, [reference(1), reference(2), reference(3)], undefinedLength),
    element(0x0010, 0x0010, 'PN', `Sample^Patient${patient}`),
    element(0x0010, 0x0020, 'LO', `PID${100000 + patient}`),
    element(0x0010, 0x0030, 'DA', '19600405'),
    element(0x0010, 0x0040, 'CS', 'F'),
    element(0x0010, 0x1010, 'AS', '058Y'),
    element(0x0010, 0x1030, 'DS', '71.5'),
    element(0x0018, 0x0015, 'CS', 'CHEST'),
    element(0x0018, 0x0050, 'DS', '1.25'),
    element(0x0018, 0x0060, 'DS', '120'),
    element(0x0018, 0x1000, 'LO', 'SN-48151623'),
    element(0x0018, 0x1020, 'LO', 'v4.2'),
    element(0x0018, 0x1030, 'LO', 'Chest routine'),
  ];
  for (let i = 0; i < 60; i++) elements.push(element(0x0018, 0x1100 + i * 2, 'DS', `${(i * 1.5).toFixed(2)}`));
  elements.push(
    element(0x0020, 0x000d, 'UI', `1.2.826.0.1.3680043.8.498.9.${patient}`),
    element(0x0020, 0x000e, 'UI', uid('2')),
    element(0x0020, 0x0010, 'SH', `ST${patient}`),
    element(0x0020, 0x0011, 'IS', String(series)),
    element(0x0020, 0x0013, 'IS', String(n)),
    element(0x0020, 0x0032, 'DS', `-150.0\\-150.0\\${n * 1.25}`),
    element(0x0020, 0x0037, 'DS', '1\\0\\0\\0\\1\\0'),
    element(0x0020, 0x0052, 'UI', uid('3')),
    element(0x0020, 0x1041, 'DS', String(n * 1.25)),
    element(0x0028, 0x0002, 'US', us(1)),
    element(0x0028, 0x0004, 'CS', 'MONOCHROME2'),
    element(0x0028, 0x0010, 'US', us(rows)),
    element(0x0028, 0x0011, 'US', us(columns)),
    element(0x0028, 0x0030, 'DS', '0.6\\0.6'),
    element(0x0028, 0x0100, 'US', us(16)),
    element(0x0028, 0x0101, 'US', us(12)),
    element(0x0028, 0x0102, 'US', us(11)),
    element(0x0028, 0x0103, 'US', us(0)),
    element(0x0028, 0x1050, 'DS', '40'),
    element(0x0028, 0x1051, 'DS', '400'),
    element(0x0029, 0x0010, 'LO', 'ACME PRIVATE 1'),
  );
  for (let i = 0; i < 40; i++)
    elements.push(element(0x0029, 0x1000 + i, i % 2 ? 'LO' : 'DS', i % 2 ? `parameter ${i}` : `${i}`));
  elements.push(
    element(0x0032, 0x1060, 'LO', 'CT thorax'),
    sequence(
      0x0040,
      0x0275,
      [
        [
          element(0x0040, 0x0007, 'LO', 'CT Chest'),
          sequence(0x0040, 0x0008, [code('CTCHEST', 'CT Chest')], undefinedLength),
          element(0x0040, 0x0009, 'SH', 'SPS1'),
          element(0x0040, 0x1001, 'SH', 'RP1'),
        ],
      ],
      undefinedLength,
    ),
    element(0x7fe0, 0x0010, 'OW', pixels),
  );
  const meta = Buffer.concat([
    element(0x0002, 0x0001, 'OB', Buffer.from([0, 1])),
    element(0x0002, 0x0002, 'UI', '1.2.840.10008.5.1.4.1.1.2'),
    element(0x0002, 0x0003, 'UI', uid(`1.${n}`)),
    element(0x0002, 0x0010, 'UI', '1.2.840.10008.1.2.1'),
    element(0x0002, 0x0012, 'UI', '1.2.826.0.1.3680043.8.498.1'),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(meta.length);
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    element(0x0002, 0x0000, 'UL', length),
    meta,
    ...elements,
  ]);
}

if (process.argv[1]?.endsWith('ctSlices.mjs')) {
  const [folder, count] = process.argv.slice(2);
  if (!folder || !count) {
    console.error('usage: node test/bench/ctSlices.mjs FOLDER COUNT');
    process.exit(1);
  }
  makeCtSlices(folder, Number(count));
}
