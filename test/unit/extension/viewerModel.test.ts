import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/dicom/byteSource';
import { ViewerModel } from '../../../src/extension/editors/model/viewerModel';
import type { RowEffect, RowQuery } from '../../../src/protocol/headerViewer';
import { dicomFile, element } from '../../support/dicomBytes.mjs';

const QUERY: RowQuery = { filter: '', expanded: [], expandAll: false, profile: '' };

function bytes(name = 'Smith^John', more: Uint8Array[] = []) {
  return dicomFile([
    element(0x00080005, 'CS', 'ISO_IR 192'),
    element(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'),
    element(0x00081140, 'SQ', [
      [element(0x00081155, 'UI', '1.2.3.1')],
      [element(0x00081155, 'UI', '1.2.3.2'), element(0x00400555, 'SQ', [[element(0x00100020, 'LO', 'deep')]])],
    ]),
    element(0x00090010, 'LO', 'ACME'),
    element(0x00091001, 'LO', 'private'),
    element(0x00100010, 'PN', name),
    ...more,
  ]);
}

function model(file = bytes(), effect?: (id: number) => RowEffect | undefined) {
  return new ViewerModel(memorySource(file), 'test.dcm', profile =>
    profile === 'p' && effect ? { effect, why: () => undefined } : undefined,
  );
}

const paths = (page: { rows: readonly { path: string }[] }) => page.rows.map(row => row.path);

describe('the rows of a file', () => {
  it('start with the file meta information and leave collapsed sequences closed', () => {
    const page = model().rows(QUERY, 0, 100);
    expect(paths(page)).toEqual([
      '(0002,0000)',
      '(0002,0001)',
      '(0002,0002)',
      '(0002,0003)',
      '(0002,0010)',
      '(0002,0012)',
      '(0008,0005)',
      '(0008,0016)',
      '(0008,1140)',
      '(0009,0010)',
      '(0009,"ACME",01)',
      '(0010,0010)',
    ]);
    expect(page.rows[0]?.kind).toBe('meta');
    expect(page.rows[8]).toMatchObject({ expandable: true, expanded: false, described: true, value: '2 items' });
    expect(page.rows[7]?.value).toBe('1.2.840.10008.5.1.4.1.1.2 (CT Image Storage)');
    expect(page.rows[11]).toMatchObject({ vr: 'PN', vm: 1, length: 10, level: 1, setSize: 12, positionInSet: 12 });
  });

  it('show what is expanded, with levels and parents', () => {
    const expanded = ['(0008,1140)', '(0008,1140)[<1>]'];
    const page = model().rows({ ...QUERY, expanded }, 8, 14);
    expect(page.rows.map(row => [row.path, row.level, row.parentIndex])).toEqual([
      ['(0008,1140)', 1, -1],
      ['(0008,1140)[<0>]', 2, 8],
      ['(0008,1140)[<1>]', 2, 8],
      ['(0008,1140)[<1>](0008,1155)', 3, 10],
      ['(0008,1140)[<1>](0040,0555)', 3, 10],
      ['(0009,0010)', 1, -1],
    ]);
  });

  it('take the list as exceptions when all is expanded', () => {
    const page = model().rows({ ...QUERY, expandAll: true, expanded: ['(0008,1140)[<1>]'] }, 0, 100);
    expect(paths(page)).toContain('(0008,1140)[<0>](0008,1155)');
    expect(paths(page)).not.toContain('(0008,1140)[<1>](0008,1155)');
  });

  it('come in pages', () => {
    const page = model().rows(QUERY, 2, 4);
    expect(page).toMatchObject({ total: 12, from: 2 });
    expect(paths(page)).toEqual(['(0002,0002)', '(0002,0003)']);
  });
});

describe('filtering', () => {
  it('keeps matches and what encloses them, and says which is which', () => {
    const page = model().rows({ ...QUERY, filter: 'deep' }, 0, 100);
    expect(page.matches).toBe(1);
    expect(page.rows.map(row => [row.path, row.match])).toEqual([
      ['(0008,1140)', false],
      ['(0008,1140)[<1>]', false],
      ['(0008,1140)[<1>](0040,0555)', false],
      ['(0008,1140)[<1>](0040,0555)[<0>]', false],
      ['(0008,1140)[<1>](0040,0555)[<0>](0010,0020)', true],
    ]);
    expect(page.rows[0]?.expanded).toBe(true);
  });

  it('goes from match to match and wraps around', () => {
    const viewer = model();
    const query = { ...QUERY, filter: 'keyword:ReferencedSOPInstanceUID' };
    const first = viewer.findMatch(query, 0, false);
    const second = viewer.findMatch(query, first, false);
    expect(viewer.rows(query, first, first + 1).rows[0]?.value).toContain('1.2.3.1');
    expect(viewer.rows(query, second, second + 1).rows[0]?.value).toContain('1.2.3.2');
    expect(viewer.findMatch(query, second, false)).toBe(first);
    expect(viewer.findMatch(query, first, true)).toBe(second);
    expect(viewer.findMatch({ ...QUERY, filter: 'nothinglikeit' }, 0, false)).toBe(-1);
  });

  it('finds by what a profile does', () => {
    const removed: RowEffect = { action: 'X', reason: 'table X', outcome: 'removed', result: '', freeText: false };
    const viewer = model(bytes(), id => (id === 11 ? undefined : removed));
    const page = viewer.rows({ ...QUERY, profile: 'p', filter: '-status:removed group:0010' }, 0, 100);
    expect(page.matches).toBe(0);
    expect(viewer.rows({ ...QUERY, profile: 'p', filter: 'status:removed vr:PN' }, 0, 100).matches).toBe(1);
  });
});

describe('going to an element', () => {
  it.each(['(0008,1155)', '00081155', '0008,1155', 'ReferencedSOPInstanceUID', '(0008,1140)[<0>](0008,1155)'])(
    'finds %s and opens what encloses it',
    target => {
      const found = model().reveal(QUERY, target);
      expect(found.expanded.sort()).toEqual(['(0008,1140)', '(0008,1140)[<0>]']);
      expect(found.index).toBe(10);
    },
  );

  it('says if there is none', () => {
    expect(model().reveal(QUERY, 'StudyDate').index).toBe(-1);
  });
});

describe('one value', () => {
  it('comes decoded, with dictionary facts and its place', () => {
    const value = model(bytes('Müller^Jörg')).value(model().reveal(QUERY, 'PatientName').id, '');
    expect(value).toMatchObject({ text: 'Müller^Jörg', keyword: 'PatientName', vr: 'PN', dictionaryVm: '1' });
  });

  it('is capped', () => {
    const viewer = model(
      bytes('A^B', [element(0x00104000, 'LT', 'x'.repeat(60_000)), element(0x40080300, 'UT', 'y'.repeat(100_000))]),
    );
    const { id } = viewer.reveal(QUERY, '(4008,0300)');
    const value = viewer.value(id, '');
    expect(value.text).toHaveLength(65_536);
    expect(value.truncated).toBe(true);
    expect(viewer.rows({ ...QUERY, filter: 'yyyy' }, 0, 10).rows[0]?.value.length).toBeLessThan(210);
    expect(viewer.hex(id, 4096).bytes).toHaveLength(4096);
  });

  it('is copied in every form', () => {
    const viewer = model();
    const { id } = viewer.reveal(QUERY, 'PatientName');
    expect(viewer.copy(id, 'path')).toBe('(0010,0010)');
    expect(viewer.copy(id, 'keyword')).toBe('PatientName');
    expect(viewer.copy(id, 'value')).toBe('Smith^John');
    expect(viewer.copy(id, 'csv')).toBe(`"(0010,0010)",PatientName,Patient's Name,PN,1,10,Smith^John`);
    expect(JSON.parse(viewer.copy(id, 'json'))).toEqual({
      '00100010': { vr: 'PN', Value: [{ Alphabetic: 'Smith^John' }] },
    });
  });
});

describe('exports', () => {
  it('are DICOM JSON of the data set', () => {
    const json = JSON.parse(model().exportText(QUERY, 'json')) as Record<string, { Value?: unknown[] }>;
    expect(Object.keys(json)).toEqual(['00080005', '00080016', '00081140', '00090010', '00091001', '00100010']);
    expect(json['00081140']?.Value).toHaveLength(2);
  });

  it('are CSV of every element, items left out, with formulas defused', () => {
    const lines = model(bytes('=1+1')).exportText(QUERY, 'csv').trimEnd().split('\r\n');
    expect(lines[0]).toBe('path,keyword,name,VR,VM,length,value');
    expect(lines.at(-1)).toContain("'=1+1");
    expect(lines.some(line => line.startsWith('"(0008,1140)[<1>](0008,1155)"'))).toBe(true);
  });
});

describe('comparing two files', () => {
  const viewer = model();
  viewer.compare(memorySource(bytes('Doe^Jane  ', [element(0x00100020, 'LO', 'new')]).slice()));
  const rows = viewer.rows({ ...QUERY, filter: 'group:0010' }, 0, 100).rows;

  it('says what changed and what the other file has', () => {
    expect(rows.find(row => row.path === '(0010,0010)')).toMatchObject({ change: 'changed', otherValue: 'Doe^Jane' });
  });

  it('shows elements only the other file has as added', () => {
    expect(rows.find(row => row.path === '(0010,0020)')).toMatchObject({ change: 'added', value: 'new' });
  });

  it('shows elements only this file has as removed', () => {
    const less = model(bytes('A', [element(0x00100020, 'LO', 'gone')]));
    less.compare(memorySource(bytes('A')));
    const row = less.rows({ ...QUERY, filter: 'gone' }, 0, 100).rows.at(-1);
    expect(row).toMatchObject({ path: '(0010,0020)', change: 'removed' });
  });

  it('leaves equal sequences equal', () => {
    const all = viewer.rows({ ...QUERY, expandAll: true }, 0, 100).rows;
    expect(all.find(row => row.path === '(0008,1140)')?.change).toBe('same');
  });

  it('ends', () => {
    viewer.compare(undefined);
    expect(viewer.rows(QUERY, 0, 1).rows[0]?.change).toBeUndefined();
  });
});

describe('problems', () => {
  it('stand at the element they are in', () => {
    const whole = bytes();
    const cut = model(whole.slice(0, whole.length - 4));
    const { rows } = cut.rows({ ...QUERY, filter: 'problem:true' }, 0, 10);
    expect(rows.map(row => row.path)).toEqual(['(0010,0010)']);
    expect(rows[0]?.problems[0]?.severity).toBe('damage');
  });
});
