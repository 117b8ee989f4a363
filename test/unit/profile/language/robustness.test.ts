import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinText, BUILTIN_PROFILES } from '../../../../src/profile/builtins';
import { applyEdits } from '../../../../src/profile/diagnostic';
import { analyze } from '../../../../src/profile/language/analysis';
import { codeLenses } from '../../../../src/profile/language/codeLens';
import { complete } from '../../../../src/profile/language/completion';
import { foldingRanges } from '../../../../src/profile/language/folding';
import { formattingEdits } from '../../../../src/profile/language/formatting';
import { hover } from '../../../../src/profile/language/hover';
import { inlayHints } from '../../../../src/profile/language/inlayHints';
import { outline } from '../../../../src/profile/language/outline';
import { quickFixes } from '../../../../src/profile/language/quickFixes';
import { definitions, references } from '../../../../src/profile/language/references';
import { renameEdits, renameTarget } from '../../../../src/profile/language/rename';
import { semanticTokens } from '../../../../src/profile/language/semanticTokens';
import { lint } from '../../../../src/profile/lint';
import { formatProfile } from '../../../../src/profile/format';

const EXAMPLE = `deid: 1 # first
name: "Lung {x}"
extends: [builtin:tcia, ../base.deid.yaml]
options:
  - CleanDescriptors
  - RetainUIDs
patient: { id: "L-{hash:8}", name: "{id}" }
text:
  keep: [T2W, "/a+/i", { file: words.txt }]
  mode: { default: surgical, "private:LT": keepList }
rules:
  - { tag: StudyDescription, action: clean } # deid-ignore DEID050 ok
  - { tag: '(0029,"SIEMENS CSA HEADER",10)', action: keep }
  - tag: RequestAttributesSequence/ScheduledProcedureStepDescription
    when: { Modality: [US, XA], Manufacturer: "/^GE/i" }
    action: replace
    value: "{Modality} series"
  - { vr: PN, action: remove }
  - { group: "0013", action: remove }
  - { tag: "(60xx,xxxx)", action: X/Z }
pixels:
  regions:
    - when: { Rows: 720 }
      blank: [[0, 0, 960, 60]]
files:
  path: "{patient}/{study}.dcm"
`;
const texts = [EXAMPLE, ...BUILTIN_PROFILES.map(name => builtinText(name) ?? '')];

/** A profile that was cut, had pieces taken out, doubled or replaced. */
const damaged = fc
  .record({
    base: fc.constantFrom(...texts),
    changes: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        drop: fc.nat(30),
        put: fc.constantFrom(
          '',
          '"',
          "'",
          '{',
          '}',
          '[',
          ']',
          ':',
          ': ',
          '- ',
          '\n',
          '  ',
          '#',
          '|',
          '&a ',
          '*a',
          '\t',
          'tag: ',
          '\r\n',
          '(0018,',
          '/',
          '\u0000',
          '😀',
          '? ',
          '>-\n',
          '!!map ',
        ),
      }),
      { maxLength: 4 },
    ),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    truncate: fc.boolean(),
  })
  .map(({ base, changes, cut, truncate }) => {
    let text = base;
    for (const { at, drop, put } of changes) {
      const index = Math.floor(at * text.length);
      text = text.slice(0, index) + put + text.slice(index + drop);
    }
    return truncate ? text.slice(0, Math.floor(cut * text.length)) : text;
  });

describe('a damaged profile', () => {
  it('never crashes a feature, and ranges stay inside the text', () => {
    const inText = (text: string, range: { start: number; end: number }) => {
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.start).toBeLessThanOrEqual(range.end);
      expect(range.end).toBeLessThanOrEqual(text.length);
    };
    fc.assert(
      fc.property(
        damaged,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
        (text, cursors) => {
          const analysis = analyze(text, 'own.deid.yaml');
          const { document } = analysis;
          const diagnostics = lint(document);
          for (const cursor of cursors) {
            const offset = Math.floor(cursor * text.length);
            const list = complete(text, offset, { files: ['a b.deid.yaml', 'w.txt'] });
            if (list) {
              inText(text, list.range);
              expect(offset).toBeGreaterThanOrEqual(list.range.start);
              expect(offset).toBeLessThanOrEqual(list.range.end);
            }
            const shown = hover(analysis, offset);
            if (shown) inText(text, shown.range);
            definitions(analysis, offset);
            for (const place of references(analysis, offset))
              if (place.profile === 'own.deid.yaml') inText(text, place.range);
            const target = renameTarget(analysis, offset);
            if (target?.kind === 'attribute') {
              inText(text, target.range);
              applyEdits(text, renameEdits(analysis, offset, 'PatientID'));
            }
            for (const fix of quickFixes(text, diagnostics, { start: offset, end: offset }))
              applyEdits(text, fix.edits);
          }
          outline(document);
          foldingRanges(text);
          expect(applyEdits(text, formattingEdits(text))).toBe(formatProfile(text));
          let end = 0;
          for (const token of semanticTokens(document)) {
            inText(text, token.range);
            expect(token.range.start).toBeGreaterThanOrEqual(end);
            end = token.range.end;
          }
          for (const hint of inlayHints(document, { start: 0, end: text.length }))
            inText(text, { start: hint.offset, end: hint.offset });
          for (const lens of codeLenses(document)) inText(text, lens.range);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('can be completed at every place of a good one', () => {
    for (let offset = 0; offset <= EXAMPLE.length; offset++) {
      const list = complete(EXAMPLE, offset);
      if (list) expect(offset).toBeLessThanOrEqual(list.range.end);
    }
  });
});
