import { describe, expect, it } from 'vitest';
import { parseReplacement } from '../../../../src/profile/import/ctpFunctions';
import { greaterThan } from '../../../../src/profile/import/ctpTests';
import { readCtpScript } from '../../../../src/profile/import/ctpScript';
import { errors, fixture, imported, notes, rules } from './fixtures';

describe('a replacement', () => {
  it.each<[string, unknown[]]>([
    ['@remove()', [{ kind: 'call', name: 'remove', args: [], clauses: [] }]],
    ['YES', [{ kind: 'text', text: 'YES' }]],
    ['@hash(this,16)', [{ kind: 'call', name: 'hash', args: ['this', '16'], clauses: [] }]],
    [
      '@if(A,contains,"x, (y)"){@keep()}{ @remove() }',
      [{ kind: 'call', name: 'if', args: ['A', 'contains', 'x, (y)'], clauses: ['@keep()', '@remove()'] }],
    ],
    [
      'a@param(@B)c',
      [
        { kind: 'text', text: 'a' },
        { kind: 'call', name: 'param', args: ['@B'], clauses: [] },
        { kind: 'text', text: 'c' },
      ],
    ],
    ['\\@home', [{ kind: 'text', text: '@home' }]],
    ['@broken(', [{ kind: 'text', text: '@broken(' }]],
  ])('%s is split into text and calls', (script, wanted) => {
    expect(parseReplacement(script)).toEqual(wanted);
  });
});

describe('reading a script', () => {
  it('takes entries with their state and place, and no comments', () => {
    const text =
      '<script>\n<!-- <e en="T" t="00100010">x</e> -->\n<e en="F" t="00080060" n="A&amp;B">a &lt; b</e></script>';
    const [entry, ...more] = readCtpScript(text);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ kind: 'e', enabled: false, tag: '00080060', name: 'A&B', script: 'a < b' });
    expect(text.slice(entry?.scriptRange.start, entry?.scriptRange.end)).toBe('a &lt; b');
  });

  it('takes the older form with one line per element', () => {
    const text =
      'param.UIDROOT=1.2.3\nset.[0008,0018]SOPInstanceUID=@hashuid(@UIDROOT,this)\n#set.[0010,0010]PatientName=@keep()\nremove.curves=\nkeep.group18=\n';
    expect(readCtpScript(text).map(e => [e.kind, e.enabled, e.tag, e.script])).toEqual([
      ['p', true, 'UIDROOT', '1.2.3'],
      ['e', true, '00080018', '@hashuid(@UIDROOT,this)'],
      ['e', false, '00100010', '@keep()'],
      ['r', true, 'curves', ''],
      ['k', true, '0018', ''],
    ]);
  });
});

describe('numbers greater than a limit', () => {
  it.each<[string, string[], string[]]>([
    ['89', ['090Y', '90', '100Y', '0999', '9 1'], ['089Y', '89', '8', '045Y', '', 'text']],
    ['0', ['1', '010'], ['0', '000', '']],
    ['199', ['200', '1000', '1.990'], ['199', '0199', '50']],
  ])('%s', (limit, greater, rest) => {
    const pattern = new RegExp(greaterThan(limit));
    expect(greater.filter(v => !pattern.test(v))).toEqual([]);
    expect(rest.filter(v => pattern.test(v))).toEqual([]);
  });
});

describe('the switches of a script', () => {
  const made = (switches: string, elements = '') =>
    rules(imported(`<script><p t="N">5</p>${elements}${switches}</script>`, 'ctp'));

  it('keeps safe private elements by the option, without a rule that removes them', () => {
    const text = imported(
      '<script><k en="T" t="safeprivateelements">x</k><r en="T" t="privategroups">x</r></script>',
      'ctp',
    ).text;
    expect(text).toContain('options: [RetainSafePrivate]');
    expect(text).toContain('private: { default: remove }');
    expect(text).not.toContain('rules:');
  });

  it('keeps a private group that is named where private groups go', () => {
    const found = made('<k en="T" t="0019">x</k><r en="T" t="privategroups">x</r>');
    expect(found['(0019,xxxx)']).toEqual(['action: keep']);
    expect(found['(xxx9,xxxx)']).toEqual(['action: remove']);
  });

  it('removes overlays whatever the script says of their elements', () => {
    const found = made('<r en="T" t="overlays">x</r>', '<e en="T" t="60003000" n="OverlayData">@keep()</e>');
    expect(Object.keys(found)).toEqual(['(60xx,xxxx)']);
  });
});

describe('importing a CTP script', () => {
  const made = imported(fixture('trial.script'), 'ctp');
  const found = rules(made);

  it.each<[string, string[]]>([
    ['SOPInstanceUID', ['action: uid']],
    ['StudyDate', ['action: shift']],
    ['ContentDate', [`action: pattern, match: '^(?:(\\d{4})(\\d{2})(\\d{2}).*|.+)$', with: "$10101"`]],
    ['AccessionNumber', ['action: pseudonym, format: "{hash:16}"']],
    ['InstitutionName', ['action: remove']],
    ['ReferringPhysicianName', ['action: empty']],
    ['Modality', ['action: keep']],
    ['StudyDescription', ['action: replace, value: Heart study']],
    ['ReferencedImageSequence', ['action: keep']],
    ['ReferencedSOPInstanceUID', ['action: uid']],
    ['PatientName', ['action: pseudonym, format: "{hash:6}"']],
    ['PatientID', ['action: replace, value: "{id}"']],
    ['PatientSex', ['action: keep', `when: { PatientSex: '/^\\s*O\\s*$/i' }, action: empty`]],
    [
      'SeriesDescription',
      ['action: remove', `when: { SeriesDescription: '/\\S/' }, action: pattern, match: "^(.{16}).*$", with: "$1"`],
    ],
    ['PatientComments', ['action: clean']],
    ['ClinicalTrialSiteID', ['action: add, value: "17"']],
    ['ClinicalTrialSubjectID', ['action: add, value: "{id}"']],
    ['DeviceSerialNumber', ['action: pseudonym, format: "{sequence:4}"']],
    ['ImageComments', ['action: pattern, match: "[0-9]+", with: "#"']],
    ['(0013,"CTP",10)', ['action: replace, value: Heart']],
    ['(0029,"SIEMENS CSA HEADER",10)', ['action: keep']],
    ['(60xx,xxxx)', ['action: remove']],
    ['(xxxf,xxxx)', ['action: remove']],
  ])('%s: %j', (tag, wanted) => {
    expect(found[tag]).toEqual(wanted);
  });

  it('carries over name, root, days, patient and quarantine', () => {
    expect(made.text).toContain('name: Trial A\n');
    expect(made.text).toContain('base: none\n');
    expect(made.text).toContain('days: [-1234, -1234]');
    expect(made.text).toContain('root: 1.2.826.0.1.99');
    expect(made.text).toContain('patient: { id: "Heart-{hash:8}" }');
    expect(made.text).toContain('    - when: { ImageType: /SCREEN SAVE/i }\n');
  });

  it('carries over what the script claims in words, and leaves unchecked elements alone', () => {
    expect(found.PatientIdentityRemoved).toEqual(['action: add, value: YES']);
    expect(found.DeidentificationMethodCodeSequence).toBeUndefined();
    expect(found.ReferencedSeriesSequence).toBeUndefined();
  });

  it('reports what has no equal', () => {
    const report = notes(made);
    expect(report).toContain('lost (0008,1048) PhysiciansOfRecord: @initials() has no equal.');
    expect(report.some(n => n.startsWith('changed (0010,1010) PatientAge'))).toBe(true);
    expect(report.some(n => n.startsWith('lost (0012,0050)') && n.includes('table'))).toBe(true);
    expect(report.some(n => n.startsWith('changed sequences') && n.includes('(1 '))).toBe(true);
    expect(report.some(n => n.startsWith('changed (0020,0010) StudyID') && n.includes('sequences'))).toBe(true);
  });

  it('makes a profile whose text has no errors of its own', () => {
    expect(errors(made).filter(e => /^DEID00[0-7]/.test(e))).toEqual([]);
  });

  const one = (script: string, tag = '00081030') =>
    rules(imported(`<script><p t="N">5</p><e en="T" t="${tag}" n="X">${script}</e></script>`, 'ctp'));
  it.each<[string, string, string[]]>([
    ['@value(this)', '00081030', ['action: keep']],
    ['@contents(InstitutionName)-@param(@N)', '00081030', ['action: replace, value: "{InstitutionName}-5"']],
    [
      '@if(InstitutionName,exists){@keep()}{@remove()}',
      '00081030',
      ['action: remove', 'when: { InstitutionName: /./ }, action: keep'],
    ],
    [
      '@if(InstitutionName,greaterthan,5){@keep()}{@remove()}',
      '00081030',
      ['action: remove', 'when: { InstitutionName: /^[^1-9]*(?:[6-9]\\D*|[1-9]\\D*\\d[\\d\\D]*)$/ }, action: keep'],
    ],
    ['@if(InstitutionName,unheardof,5){@keep()}{@remove()}', '00081030', ['action: remove']],
    ['@if(this,isblank){@keep()}{@hash(this,8)}', '00081030', ['action: pseudonym, format: "{hash:8}"']],
    ['@if(this,exists){@empty()}{text}', '00081030', ['action: empty']],
    ['@if(this,contains,"x"){@skip()}{@empty()}', '00081030', ['action: empty']],
    ['@select(){@keep()}{@remove()}', '00081030', ['action: remove']],
    ['@date()', '00080020', ['action: dummy']],
    ['@hash(this,8)', '00080020', ['action: dummy']],
    ['@hash(this,8)', '00181002', ['action: uid']],
    ['text @remove()', '00081030', ['action: remove']],
    ['@if(A,matches,"(a"){@keep()}{@empty()}', '00081030', ['action: empty']],
    [
      '@if(Modality,equals,"CT"){@if(Manufacturer,contains,"GE"){@keep()}{@empty()}}{@remove()}',
      '00081030',
      [
        'action: remove',
        'when: { Modality: /^\\s*CT\\s*$/i }, action: empty',
        'when: { Modality: /^\\s*CT\\s*$/i, Manufacturer: /GE/i }, action: keep',
      ],
    ],
    ['@hash(this)', '00080100', ['action: pseudonym, format: "{hash:16}"']],
    ['@hash(this,40)', '00080100', ['action: pseudonym, format: "{hash:16}"']],
    ['@hash(this,4)', '00081140', ['action: remove']],
    ['@incrementdate(this,@N)', '00080030', ['action: empty']],
    ['@always()', '00081030', ['action: add, value: ""']],
    ['', '00081030', ['action: empty']],
    ['@unheardof(this)', '00081030', ['action: dummy']],
    ['@unheardof(this)', '00280010', ['action: empty']],
    ['@blank(4)', '00081030', ['action: empty']],
    ['@truncate(this,-3)', '00081030', ['action: pattern, match: "^.*(.{3})$", with: "$1"']],
  ])('%s on %s', (script, tag, wanted) => {
    const all = Object.values(one(script.replaceAll('<', '&lt;'), tag)).flat();
    expect(all.map(r => r.replaceAll("'", ''))).toEqual(wanted);
  });

  it('removes unchecked elements but what an image needs', () => {
    const all = rules(
      imported(
        '<script><e en="T" t="00100010" n="">@empty()</e><k en="T" t="0018">x</k><r en="T" t="unspecifiedelements">x</r></script>',
        'ctp',
      ),
    );
    expect(all['(xxxx,xxxx)']).toEqual(['action: remove']);
    expect(all['(0018,xxxx)']).toEqual(['action: keep']);
    expect(all['(0028,xxxx)']?.[0]).toContain('action: keep');
    expect(all.StudyInstanceUID?.[0]).toContain('action: keep');
  });

  it('falls back where days or root are placeholders, and says so', () => {
    const bad = imported(fixture('faulty.script'), 'ctp');
    expect(bad.text).not.toContain('9999');
    expect(bad.text).not.toContain('days:');
    expect(notes(bad).some(n => n.startsWith('lost uids.root'))).toBe(true);
    expect(notes(bad).some(n => n.startsWith('lost (0008,0020) StudyDate'))).toBe(true);
  });
});
