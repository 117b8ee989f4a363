import { OPTION_NAMES } from '../standard/codes';

/** What may stand at a place of a profile: one description for the reader, completion, hover and the JSON schema. */
export type Shape =
  | { readonly kind: 'map'; readonly keys: Readonly<Record<string, Key>>; readonly others?: Shape }
  | { readonly kind: 'list'; readonly of: Shape; readonly length?: number }
  | { readonly kind: 'any'; readonly of: readonly Shape[] }
  | { readonly kind: 'text'; readonly example?: string }
  | { readonly kind: 'integer'; readonly least?: number }
  /** `tolerated`: values that are wrong, but that a lint rule explains better than the reader can. */
  | { readonly kind: 'enum'; readonly values: readonly string[]; readonly tolerated?: readonly string[] };

export interface Key {
  readonly shape: Shape;
  /** One sentence for hover and completion. */
  readonly doc: string;
  readonly required?: boolean;
}

const text: Shape = { kind: 'text' };
const integer: Shape = { kind: 'integer' };
const oneOf = (...values: string[]): Shape => ({ kind: 'enum', values });
const key = (shape: Shape, doc: string, required = false): Key => ({ shape, doc, required });

/** Tests on the instance, `Attribute: value`, list of values or `/re/`. */
const when: Shape = { kind: 'map', keys: {}, others: { kind: 'any', of: [text, { kind: 'list', of: text }] } };

const words: Shape = {
  kind: 'list',
  of: {
    kind: 'any',
    of: [text, { kind: 'map', keys: { file: key(text, 'Text file with one word or phrase per line.', true) } }],
  },
};

/** Actions by name, in the order of the documentation. */
export const ACTION_NAMES = [
  'keep',
  'remove',
  'empty',
  'dummy',
  'uid',
  'clean',
  'shift',
  'replace',
  'add',
  'pseudonym',
  'pattern',
  'age',
] as const;

/** One sentence per action, for hover and completion. */
export const ACTION_DOCS: Readonly<Record<(typeof ACTION_NAMES)[number], string>> = {
  keep: 'K: the value stays; inside a sequence the profile still applies to every item.',
  remove: 'X: the data element goes.',
  empty: 'Z: zero length, or a dummy where the attribute is Type 1 in the IOD.',
  dummy: 'D: a non-empty value that is valid for the VR.',
  uid: 'U: a new UID, the same for the same old UID everywhere in the run.',
  clean: 'C: what does not identify stays: text is cleaned, dates are shifted, sequences are recursed into.',
  shift: 'C: date and time move by the offset of the patient; what cannot be read falls back to the basic action.',
  replace: 'D: `value`, a template such as "{Modality} series".',
  add: 'Sets `value` even if the attribute is absent.',
  pseudonym: 'D: a keyed pseudonym in the given `format`, for example "P-{hash:8}".',
  pattern:
    'C: what `match` (a regular expression) finds is replaced by `with`. On top of PS3.15 the value goes as the table says if the rest still holds a name or ID of the patient.',
  age: 'C: ages above the cap (`ages.capAt`) become one value, `090Y` for a cap of 89.',
};

const rule: Shape = {
  kind: 'map',
  keys: {
    tag: key(
      text,
      'Attribute: keyword, `(gggg,eeee)`, `(60xx,xxxx)`, `(gggg,"CREATOR",ee)`, or a path of sequences joined by `/`.',
    ),
    keyword: key(text, 'Keyword of the attribute, beside a bare number in `tag`; the two must agree.'),
    vr: key(text, 'Every attribute of this value representation.'),
    group: key(text, 'Every attribute of this group, four hexadecimal digits.'),
    when: key(when, 'The rule applies only to instances for which all of this holds.'),
    action: key(text, 'What happens: the name of an action, or a code of PS3.15 Table E.1-1a.', true),
    value: key(text, 'New value (`replace`, `add`); `{Keyword}` and `{hash:n}` are filled in.'),
    format: key(text, 'Template of the pseudonym (`pseudonym`), with `{hash:n}` or `{sequence:n}`.'),
    match: key(text, 'Regular expression (`pattern`), linear time: no back-references, no look-around.'),
    with: key(text, 'What replaces each match (`pattern`).'),
    reason: key(text, 'Why this deviation is right; shown in the audit.'),
  },
};

const rectangle: Shape = { kind: 'list', of: { kind: 'integer', least: 0 }, length: 4 };

/** The whole language. */
export const PROFILE_SHAPE: Shape & { readonly kind: 'map' } = {
  kind: 'map',
  keys: {
    deid: key(integer, 'Version of the profile language: 1.', true),
    name: key(text, 'Name of the profile; written into (0012,0063).', true),
    extends: key(
      { kind: 'any', of: [text, { kind: 'list', of: text }] },
      'Profiles this one starts from: `builtin:ps3.15`, `builtin:tcia`, `builtin:midi-b`, `builtin:keep-all`, or relative paths.',
    ),
    standard: key(text, 'Edition of PS3.15 Table E.1-1 that the profile was written against, for example 2026c.'),
    base: key(
      oneOf('ps3.15', 'none'),
      '`ps3.15`: Table E.1-1 decides what no rule names. `none`: all of that is kept.',
    ),
    options: key({ kind: 'list', of: oneOf(...OPTION_NAMES) }, 'Options of PS3.15 E.3 over the Basic Profile.'),
    patient: key(
      {
        kind: 'map',
        keys: {
          id: key(
            {
              kind: 'any',
              of: [
                text,
                {
                  kind: 'map',
                  keys: {
                    file: key(text, 'CSV table with the columns id_old and id_new.', true),
                    missing: key(oneOf('quarantine', 'pseudonym'), 'What happens to a patient the table lacks.'),
                  },
                },
              ],
            },
            'New Patient ID: a template with {hash:n} or {sequence:n}, or a table.',
          ),
          name: key(text, "New Patient's Name: a template; {id} is the new Patient ID."),
        },
      },
      'Pseudonyms of the patient. The secret key is never in a profile.',
    ),
    uids: key({ kind: 'map', keys: { root: key(text, 'Root of new UIDs, at most 24 characters.') } }, 'New UIDs.'),
    dates: key(
      {
        kind: 'map',
        keys: {
          shift: key(
            {
              kind: 'map',
              keys: {
                scope: key(
                  { kind: 'enum', values: ['patient', 'study'], tolerated: ['series', 'instance'] },
                  'What shares one offset.',
                ),
                days: key(
                  { kind: 'any', of: [{ kind: 'list', of: integer, length: 2 }, integer, text] },
                  'Least and greatest number of days, for example [-3650, -30].',
                ),
              },
            },
            'How dates move: by whole days, keyed; times stay.',
          ),
        },
      },
      'Dates.',
    ),
    ages: key(
      { kind: 'map', keys: { capAt: key(integer, 'Ages above this many years become one value: 89 gives `090Y`.') } },
      'Ages.',
    ),
    text: key(
      {
        kind: 'map',
        keys: {
          keep: key(words, 'Words, phrases and /patterns/ that always stay.'),
          remove: key(words, 'Words, phrases and /patterns/ that always go.'),
          mode: key(
            { kind: 'map', keys: {}, others: oneOf('surgical', 'blankIfDoubt', 'keepList') },
            'How strictly text is cleaned, by `default`, attribute, VR or "private:VR".',
          ),
          dates: key(oneOf('remove', 'keepYear', 'shift'), 'What happens to dates inside text.'),
          titles: key(oneOf('keep', 'remove'), 'What happens to a title before a removed name, such as Dr.'),
          locales: key(
            { kind: 'list', of: text },
            'Languages of the text, for example [de-AT, en]. The first says which number is the day in 03/04/2005 when dates are shifted.',
          ),
        },
      },
      'The cleaner of free text that `clean` uses.',
    ),
    private: key(
      {
        kind: 'map',
        keys: {
          default: key(
            oneOf('remove', 'keep'),
            'What happens to private attributes that nothing names; what is kept is still cleaned by its VR.',
          ),
          knowledgeBase: key(text, 'CSV table of private attributes with element_sig_pattern and private_disposition.'),
        },
      },
      'Private attributes.',
    ),
    unlisted: key(
      {
        kind: 'map',
        keys: {
          text: key(
            oneOf('keep', 'clean', 'remove'),
            'What happens to free text (SH LO ST LT UT UC) that neither a rule nor Table E.1-1 names.',
          ),
        },
      },
      'What no table lists.',
    ),
    rules: key({ kind: 'list', of: rule }, 'Deviations from the table; the most specific rule wins.'),
    pixels: key(
      {
        kind: 'map',
        keys: {
          detect: key(oneOf('auto', 'off', 'always'), 'When frames are searched for burned-in text.'),
          mode: key(
            oneOf('balanced', 'conservative', 'allText'),
            'What found text is hidden: what identifies, also what is not understood, or all of it.',
          ),
          regions: key(
            {
              kind: 'list',
              of: {
                kind: 'map',
                keys: {
                  when: key(when, 'Instances this recipe is for.'),
                  blank: key(
                    { kind: 'list', of: rectangle },
                    'Rectangles [x, y, width, height] in pixels from the top left.',
                    true,
                  ),
                },
              },
            },
            'Rectangles to blank, by device.',
          ),
          whenUndecodable: key(
            oneOf('quarantine', 'keep'),
            'What happens when a frame that needs cleaning cannot be read.',
          ),
        },
      },
      'Burned-in text.',
    ),
    files: key(
      {
        kind: 'map',
        keys: {
          quarantine: key(
            { kind: 'list', of: { kind: 'map', keys: { when: key(when, 'Instances that are held back.', true) } } },
            'Instances that never leave.',
          ),
          path: key(text, 'Where output goes: segments over {patient}, {study}, {series}, {instance}, {modality}.'),
        },
      },
      'Files.',
    ),
  },
};
