import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Discrepancy } from '../../../src/extension/results/model/discrepancy';
import { readDiscrepancies, verifyDiscrepancies } from '../../../src/extension/results/model/discrepancy';
import { discrepancyFilter } from '../../../src/extension/results/model/discrepancyFilter';
import { DiscrepancyView } from '../../../src/extension/results/model/discrepancyView';
import { generalTag, profileFaults } from '../../../src/extension/results/model/profileFaults';
import { ResultsModel } from '../../../src/extension/results/model/resultsModel';
import type { RunRecord } from '../../../src/protocol/results';
import { RESULT_VALUE_CAP } from '../../../src/protocol/results';

const work = mkdtempSync(join(tmpdir(), 'results-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const HEAD =
  'index,check_passed,check_score,tag_ds,tag_name,file_value,answer_value,action,action_text,category,subcategory,hipaa_z,hipaa_m,dicom_p15,dicom_iod,dicom_safe,tcia_ptkb,tcia_p15,tcia_rev,prev_cat,modality,class,patient,study,series,instance,file_name,file_path';

function line(cells: Record<string, string>): string {
  return HEAD.split(',')
    .map(name => `"${(cells[name] ?? '').replaceAll('"', '""')}"`)
    .join(',');
}

const failed = (tag: string, name: string, action: string, instance: string, more: Record<string, string> = {}) =>
  line({
    check_passed: '0',
    tag_ds: `<${tag}>`,
    tag_name: `<${name}>`,
    file_value: '<left>',
    answer_value: '<Doe, "Jane">',
    action: `<${action}>`,
    action_text: '<Doe>',
    category: 'tcia',
    subcategory: 'TCIA-P15-DESC-C',
    modality: "['CT']",
    instance: `<${instance}>`,
    ...more,
  });

function row(given: Partial<Discrepancy>): Discrepancy {
  return {
    id: 0,
    action: 'text_retained',
    tag: '(0008,1030)',
    name: 'Study Description',
    outcome: 'failed',
    before: '',
    expected: '',
    after: '',
    absent: false,
    category: '',
    modality: 'CT',
    instance: '1.2',
    ...given,
  };
}

describe('reading discrepancies', () => {
  beforeAll(() => {
    const rows = [
      failed('(0008,1030)', 'Study Description', 'text_retained', '2.25.1'),
      failed('(0008,1140)[<0000>](0008,1155)', 'UID', 'uid_changed', '2.25.2', { check_passed: '', file_value: '' }),
    ];
    writeFileSync(join(work, 'discrepancy_report_internal.csv'), [HEAD, ...rows, ''].join('\n'));
  });

  it('takes cells out of their brackets and keeps quotes, commas and signs', () => {
    const [first, second] = readDiscrepancies(work);
    expect(first).toMatchObject({
      id: 0,
      tag: '(0008,1030)',
      before: 'Doe, "Jane"',
      after: 'left',
      absent: false,
      outcome: 'failed',
      modality: 'CT',
      category: 'tcia TCIA-P15-DESC-C',
    });
    expect(second).toMatchObject({ absent: true, outcome: 'undecided' });
  });

  it('has none where there is no report', () => expect(readDiscrepancies(join(work, 'nowhere'))).toEqual([]));

  it('takes findings of verify as rows of the same table', () => {
    const finding = { check: 'whole', file: 'a/b.dcm', path: '(0010,0010)', message: 'Holds a name.' };
    expect(verifyDiscrepancies({ checks: {}, findings: [finding] }, 7)).toMatchObject([
      { id: 7, outcome: 'finding', tag: '(0010,0010)', name: 'whole', expected: 'Holds a name.', instance: 'a/b.dcm' },
    ]);
  });
});

describe('the filter of discrepancies', () => {
  const one = row({ before: 'Chest for Jane', category: 'hipaa HIPAA-A' });
  it.each([
    ['', true],
    ['study', true],
    ['"chest for"', true],
    ['tag:0008,1030', true],
    ['tag:(0010', false],
    ['action:text_retained modality:ct', true],
    ['modality:MR,CT', true],
    ['-modality:CT', false],
    ['category:"hipaa HIPAA-A"', true],
    ['value:jane', true],
    ['tag:jane', false],
  ])('%j: %s', (text, expected) => expect(discrepancyFilter(text).test(one)).toBe(expected));

  it('says which field it does not know, and leaves the term out', () => {
    const filter = discrepancyFilter('colour:red study');
    expect(filter.problem).toMatch(/'colour' is not a field/);
    expect(filter.test(one)).toBe(true);
  });
});

describe('the table of discrepancies', () => {
  const rows = [
    row({ id: 0, tag: '(0008,1030)' }),
    row({ id: 1, tag: '(0010,4000)', name: 'Patient Comments', before: 'x'.repeat(1000) }),
    row({ id: 2, tag: '(0010,4000)', name: 'Patient Comments', instance: '1.3' }),
  ];
  const view = new DiscrepancyView(rows);

  it('puts the largest group first and shows the rows of open ones', () => {
    const closed = view.page({ filter: '', group: 'tag', open: [] }, 0, 10);
    expect(closed.rows).toMatchObject([
      { kind: 'group', key: '(0010,4000)', label: '(0010,4000) Patient Comments', count: 2, open: false },
      { kind: 'group', key: '(0008,1030)', count: 1 },
    ]);
    const open = view.page({ filter: '', group: 'tag', open: ['(0010,4000)'] }, 1, 3);
    expect(open).toMatchObject({ total: 4, matches: 3, from: 1, rows: [{ id: 1 }, { id: 2 }] });
  });

  it('groups by file, and caps what it sends of a value', () => {
    const page = view.page({ filter: '', group: 'file', open: ['1.2'] }, 0, 10);
    expect(page.rows[0]).toMatchObject({ key: '1.2', count: 2 });
    const capped = page.rows.find(each => each.kind === 'check' && each.id === 1);
    expect(capped?.kind === 'check' && capped.before.length).toBe(RESULT_VALUE_CAP);
  });
});

describe('faults of a profile', () => {
  const keep = { text: 'rule', action: 'keep', origin: { profile: '/site.deid.yaml', start: 5, end: 9 }, index: 2 };
  it('stand on the rule responsible, or at the head where one is missing; once per attribute and check', () => {
    const faults = profileFaults(
      [
        row({ action: 'text_removed', rule: keep }),
        row({ action: 'text_removed', rule: keep, instance: '1.9' }),
        row({ tag: '(0018,1000)', absent: true, rule: { text: 'table X', action: 'X' } }),
      ],
      '/site.deid.yaml',
    );
    expect(faults).toMatchObject([
      {
        tag: '(0008,1030)',
        count: 2,
        range: { start: 5, end: 9 },
        ruleIndex: 2,
        now: 'keep',
        proposals: ['clean', 'remove', 'empty'],
      },
      { tag: '(0018,1000)', count: 1, now: 'X', proposals: ['keep', 'clean'] },
    ]);
    expect(faults[1]).not.toHaveProperty('range');
  });

  it('are none for a built-in profile, or a rule of another file', () => {
    expect(profileFaults([row({})], 'builtin:tcia')).toEqual([]);
    expect(profileFaults([row({ rule: keep })], '/other.deid.yaml')[0]).not.toHaveProperty('range');
  });

  it('name elements of sequences without item numbers', () => {
    expect(generalTag('(0008,1140)[<0001>](0008,1155)')).toBe('(0008,1140)/(0008,1155)');
  });
});

describe('a run', () => {
  const run: RunRecord = {
    version: 1,
    id: 'r',
    kind: 'benchmark',
    state: 'done',
    started: '2026-01-02T03:04:05.000Z',
    seconds: 1,
    profile: join(work, 'p.deid.yaml'),
    paths: { input: join(work, 'in'), output: join(work, 'out'), runFolder: join(work, 'run'), reports: work },
  };
  beforeAll(() => {
    for (const folder of ['in', 'out', 'run']) mkdirSync(join(work, folder), { recursive: true });
    for (const name of ['in/a', 'in/b', 'in/c', 'out/2.25.1.dcm', 'out/2.25.2.dcm', 'out/2.25.3.dcm'])
      writeFileSync(join(work, name), '');
    writeFileSync(
      join(work, 'run', 'files.csv'),
      'file,output,patient\na,2.25.1.dcm,p1\nb,2.25.2.dcm,p2\nc,2.25.3.dcm,p1\n',
    );
    const rules = '  - { tag: StudyDescription, action: remove }\n';
    writeFileSync(run.profile, `deid: 1\nname: P\nextends: builtin:ps3.15\nrules:\n${rules}`);
  });

  it('finds the files of a check before and after, and the rule that decided', () => {
    const model = new ResultsModel(run, null);
    expect(model.files(0, 'discrepancies')).toEqual({
      before: join(work, 'in/a'),
      after: join(work, 'out/2.25.1.dcm'),
      tag: '(0008,1030)',
    });
    expect(model.files(1, 'discrepancies').tag).toBe('(0008,1140)[<0>](0008,1155)');
    expect(model.origin(0, 'discrepancies')).toMatchObject({ profile: run.profile });
    expect(model.origin(1, 'discrepancies')).toBeNull();
    const page = model.rows({ filter: 'rule:StudyDescription', group: 'none', open: [] }, 0, 5);
    expect(page.rows).toMatchObject([{ rule: expect.stringContaining('remove'), hasOrigin: true }]);
  });

  it('takes all files of an affected patient, and leaves those of the others', () => {
    const affected = new ResultsModel(run, null).affected(['(0008,1030)']);
    expect(affected).toEqual({
      inputs: ['a', 'c'],
      outputs: ['2.25.1.dcm', '2.25.3.dcm'],
      keptOutputs: ['2.25.2.dcm'],
    });
  });

  it('blames the rule as it stands in the file now', () => {
    const [fault] = new ResultsModel(run, null).faults();
    expect(fault).toMatchObject({ tag: '(0008,1030)', ruleIndex: 0, now: 'remove', proposals: ['clean', 'keep'] });
  });
});
