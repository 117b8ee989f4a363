import { describe, expect, it } from 'vitest';
import { createLanguageService } from '../../../src/extension/language/service';
import { confidentialityRows } from '../../../src/standard/confidentiality';

const form = (text: string) => createLanguageService(() => undefined).form({ id: '/p/site.deid.yaml', text }, {});

const TEXT = `deid: 1
name: Site
extends: builtin:tcia
options: [CleanGraphics]
dates:
  shift: { scope: study, days: [-20, -10] }
text:
  keep: [T2W, { file: gone.txt }]
  mode: { default: surgical, "private:LT": keepList }
rules:
  - { tag: PatientName, action: keep }
  - { vr: PN, action: remove }
  - { tag: '(0029,"SIEMENS CSA HEADER",10)', action: pseudonym, format: "P-{hash:8}", reason: ours }
  - tag: RequestAttributesSequence/ScheduledProcedureStepDescription
    when: { Modality: [US, XA], Rows: 512 }
    action: replace
    value: x
  - { tag: PatientName, action: remove }
pixels:
  regions:
    - when: { Modality: US }
      blank: [[0, 0, 10, 20]]
files:
  quarantine: [{ when: { Modality: SR } }]
`;

describe('what the form shows of a profile', () => {
  const { model, diagnostics } = form(TEXT);
  const setting = (path: string) => model?.sections.flatMap(s => s.settings).find(s => s.path.join('.') === path);

  it('counts for every option the rows of Table E.1-1 it keeps and cleans', () => {
    expect(model?.options).toHaveLength(12);
    for (const option of model?.options ?? []) {
      const cells = confidentialityRows().map(row => (row.options as Record<string, string>)[option.name]);
      expect(option.keeps).toBe(cells.filter(c => c === 'K').length);
      expect(option.cleans).toBe(cells.filter(c => c === 'C').length);
      expect(option.doc).not.toBe('');
    }
    expect(model?.options.some(o => o.keeps > 10)).toBe(true);
  });

  it('tells options of the file from those it extends', () => {
    const options = new Map(model?.options.map(o => [o.name, o]));
    expect(options.get('CleanGraphics')).toMatchObject({ own: true, active: true });
    expect(options.get('CleanDescriptors')).toMatchObject({ own: false, active: true });
    expect(options.get('RetainUIDs')).toMatchObject({ own: false, active: false });
  });

  it('names what rules apply to, and says which rule decides', () => {
    const rules = model?.rules ?? [];
    expect(rules.map(r => r.by)).toEqual(['tag', 'vr', 'tag', 'tag', 'tag']);
    expect(rules[0]).toMatchObject({ name: "Patient's Name", action: 'keep', effective: 'remove', decides: false });
    expect(rules[0]?.because).toContain('a rule of this file');
    expect(rules[4]).toMatchObject({ effective: 'remove', decides: true });
    expect(rules[1]).toMatchObject({ selector: 'PN', name: 'Every attribute of VR PN' });
    expect(rules[2]).toMatchObject({ parameters: { format: 'P-{hash:8}' }, reason: 'ours', effective: 'pseudonym' });
    expect(rules[3]).toMatchObject({
      name: 'Request Attributes Sequence › Scheduled Procedure Step Description',
      when: [
        { attribute: 'Modality', values: ['US', 'XA'] },
        { attribute: 'Rows', values: ['512'] },
      ],
      parameters: { value: 'x' },
    });
    expect(model?.inheritedRules).toBeGreaterThan(0);
  });

  it('puts each finding where it belongs', () => {
    expect(model?.rules[4]?.diagnostics.map(d => d.code)).toContain('DEID014');
    for (const rule of model?.rules ?? [])
      for (const d of rule.diagnostics) expect(d.place).toBe(`rules/${rule.index}`);
    expect(diagnostics.find(d => d.message.includes('gone.txt'))?.place).toMatch(/^text\/keep\/1/);
  });

  it('shows settings of the file, and what holds where it says nothing', () => {
    expect(setting('dates.shift.scope')).toMatchObject({
      own: true,
      control: { kind: 'choice', value: 'study', choices: ['patient', 'study'] },
    });
    expect(setting('dates.shift.days')?.control).toEqual({ kind: 'days', least: '-20', greatest: '-10' });
    expect(setting('ages.capAt')).toMatchObject({ own: false, control: { kind: 'integer', value: '89' } });
    expect(setting('text.keep')?.control).toEqual({
      kind: 'list',
      files: true,
      items: [
        { text: 'T2W', file: false },
        { text: 'gone.txt', file: true },
      ],
    });
    expect(setting('extends')?.control).toMatchObject({ items: [{ text: 'builtin:tcia' }], files: false });
    expect(setting('text.mode')?.control).toMatchObject({
      entries: [
        { key: 'default', value: 'surgical' },
        { key: 'private:LT', value: 'keepList' },
      ],
      choices: ['surgical', 'blankIfDoubt', 'keepList'],
    });
    for (const s of model?.sections.flatMap(section => section.settings) ?? []) expect(s.doc, s.label).not.toBe('');
  });

  it('shows the table of Patient IDs instead of the template where there is one', () => {
    const paths = (text: string) =>
      form(text)
        .model?.sections.flatMap(s => s.settings)
        .map(s => s.path.join('.'));
    expect(paths('deid: 1\nname: n\n')).toContain('patient.id');
    const withTable = paths('deid: 1\nname: n\npatient: { id: { file: ids.csv } }\n');
    expect(withTable).toContain('patient.id.file');
    expect(withTable).not.toContain('patient.id');
  });

  it('shows rectangles and instances that are held back', () => {
    expect(model?.regions).toEqual([{ when: [{ attribute: 'Modality', values: ['US'] }], blank: [[0, 0, 10, 20]] }]);
    expect(model?.quarantine).toEqual([[{ attribute: 'Modality', values: ['SR'] }]]);
  });

  it('has no model of a text that is not YAML, and says where the fault is', () => {
    const broken = form('deid: 1\nname: [x\nrules:\n');
    expect(broken.model).toBeUndefined();
    expect(broken.fault?.message).toMatch(/^Line \d is not well-formed YAML/);
    for (const text of ['', '# only\n', '- a\n', 'words', 'rules: 7\noptions: { a: b }\npixels: []\n'])
      expect(form(text).model, text).toBeDefined();
  });

  it('never fails on a text that is cut off anywhere', () => {
    for (let end = 0; end < TEXT.length; end += 41) expect(() => form(TEXT.slice(0, end))).not.toThrow();
  });
});
