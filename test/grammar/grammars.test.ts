import { describe, expect, it } from 'vitest';
import { innermost, loadGrammar } from './tokenize';

const scopeOf = (tokens: [string, string][], text: string): string | undefined =>
  tokens.find(([words]) => words === text)?.[1];

describe('the grammar of deID profiles', async () => {
  const grammar = await loadGrammar('source.deid-profile');
  it.each([
    ['- { tag: "(0018,1000)", action: keep }', '(0018,1000)', 'constant.numeric.tag.deid-profile'],
    ['- { tag: "(0018,1000)", action: keep }', 'keep', 'keyword.operator.action.deid-profile'],
    ['- { tag: "(60xx,xxxx)", action: X/Z/U* }', 'X/Z/U*', 'keyword.operator.action.deid-profile'],
    ['- { tag: "(60xx,xxxx)", action: remove }', '(60xx,xxxx)', 'constant.numeric.tag.deid-profile'],
    [`- tag: '(0029,"SIEMENS CSA HEADER",10)'`, '"SIEMENS CSA HEADER"', 'string.quoted.double.creator.deid-profile'],
    ['extends: builtin:midi-b', 'builtin:midi-b', 'support.type.builtin.deid-profile'],
    ['  - RetainSafePrivate', 'RetainSafePrivate', 'support.constant.option.deid-profile'],
    ['id: "LUNG-{hash:8}"', 'hash', 'variable.other.template.deid-profile'],
    ['when: { Manufacturer: "/^GE/i" }', '/^GE/i', 'string.regexp.deid-profile'],
    ['x: 1 # deid-ignore DEID050 approved', 'deid-ignore', 'keyword.control.suppress.deid-profile'],
    ['name: Lung', 'name', 'entity.name.tag.yaml'],
  ])('in %j marks %j', (line, text, scope) => {
    expect(scopeOf(innermost(grammar, line), text)).toBe(scope);
  });

  it.each([
    ['reason: please keep it', 'keep'],
    ['# (0018,1000) was kept', '(0018,1000)'],
    ['path: a/b/c', '/b/'],
  ])('in %j leaves %j alone', (line, text) => {
    expect(innermost(grammar, line).some(([words, scope]) => words === text && scope.endsWith('.deid-profile'))).toBe(
      false,
    );
  });
});

describe('the grammar of CTP scripts', async () => {
  const grammar = await loadGrammar('text.xml.ctp-script');
  it.each([
    [
      '<e en="T" t="00100010" n="PatientName">@hashptid(@SITEID,PatientID)</e>',
      '00100010',
      'constant.numeric.tag.ctp-script',
    ],
    [
      '<e en="T" t="00100010" n="PatientName">@hashptid(@SITEID,PatientID)</e>',
      '@hashptid',
      'support.function.ctp-script',
    ],
    ['<p t="DATEINC">-10</p>', '-10', 'constant.numeric.ctp-script'],
    ['<!-- a @remove() b -->', 'a @remove() b', 'comment.block.ctp-script'],
  ])('in %j marks %j', (line, text, scope) => {
    expect(scopeOf(innermost(grammar, line), text)).toBe(scope);
  });
});

describe('the grammar of deid recipes', async () => {
  const grammar = await loadGrammar('source.deid-recipe');
  it.each([
    ['FORMAT dicom', 'FORMAT', 'keyword.control.deid-recipe'],
    ['%header', '%header', 'keyword.control.section.deid-recipe'],
    ['REMOVE PatientID', 'REMOVE', 'keyword.operator.action.deid-recipe'],
    ['REMOVE PatientID', 'PatientID', 'variable.other.attribute.deid-recipe'],
    ['REPLACE PatientID var:id', 'id', 'variable.other.deid-recipe'],
    ['  ctpcoordinates 0,0,512,200', 'ctpcoordinates', 'support.function.coordinates.deid-recipe'],
    ['# REMOVE x', '# REMOVE x', 'comment.line.number-sign.deid-recipe'],
  ])('in %j marks %j', (line, text, scope) => {
    expect(scopeOf(innermost(grammar, line), text)).toBe(scope);
  });
});
