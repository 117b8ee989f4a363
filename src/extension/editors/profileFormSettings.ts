import { isMap, isSeq } from 'yaml';
import type { ProfileDocument } from '../../profile/document';
import type { ResolvedProfile } from '../../profile/model';
import { nodeAt } from '../../profile/placeEdits';
import { PROFILE_SHAPE, type Key, type Shape } from '../../profile/shape';
import { listItems, mapEntries, scalarText } from '../../profile/yamlNodes';
import type { FormControl, FormItem, FormSection, FormSetting } from '../../protocol/profileForm';

/** A setting of the form: where it stands, how it is called, and what holds where this file says nothing. */
interface Field {
  readonly path: readonly string[];
  readonly label: string;
  readonly kind: FormControl['kind'];
  readonly otherwise?: (profile: ResolvedProfile) => string;
}

const field = (
  path: string,
  label: string,
  kind: FormControl['kind'],
  otherwise?: (profile: ResolvedProfile) => string,
): Field => ({ path: path.split('.'), label, kind, ...(otherwise ? { otherwise } : {}) });

const SECTIONS: readonly { readonly title: string; readonly fields: readonly Field[] }[] = [
  {
    title: 'Profile',
    fields: [
      field('name', 'Name', 'text'),
      field('standard', 'Edition of the standard', 'text', p => p.standard),
      field('extends', 'Extends', 'list'),
      field('base', 'What no rule names', 'choice', p => p.base),
    ],
  },
  {
    title: 'Patient and UIDs',
    fields: [
      field('patient.id', 'New Patient ID', 'text', p => p.patient.id),
      field('patient.id.file', 'Table of Patient IDs', 'text'),
      field('patient.id.missing', 'A patient the table lacks', 'choice', p => p.patient.table?.missing ?? 'quarantine'),
      field('patient.name', "New Patient's Name", 'text', p => p.patient.name),
      field('uids.root', 'Root of new UIDs', 'text', p => p.uids.root),
    ],
  },
  {
    title: 'Dates and ages',
    fields: [
      field('dates.shift.scope', 'What shares one offset', 'choice', p => p.dates.shift.scope),
      field('dates.shift.days', 'Days', 'days', p => p.dates.shift.days.join(' ')),
      field('ages.capAt', 'Cap ages at (years)', 'integer', p => String(p.ages.capAt)),
    ],
  },
  {
    title: 'Text',
    fields: [
      field('text.mode', 'How strictly text is cleaned', 'modes'),
      field('text.dates', 'Dates inside text', 'choice', p => p.text.dates),
      field('text.titles', 'Titles before names', 'choice', p => p.text.titles),
      field('text.keep', 'Words that stay', 'list'),
      field('text.remove', 'Words that go', 'list'),
      field('text.locales', 'Languages', 'list'),
      field('unlisted.text', 'Text that no table lists', 'choice', p => p.unlisted.text),
    ],
  },
  {
    title: 'Private attributes',
    fields: [
      field('private.default', 'Private attributes nothing names', 'choice', p => p.private.default),
      field('private.knowledgeBase', 'Knowledge base', 'text', p => p.private.knowledgeBase?.path ?? ''),
    ],
  },
  {
    title: 'Pixels',
    fields: [
      field('pixels.detect', 'Search for burned-in text', 'choice', p => p.pixels.detect),
      field('pixels.whenUndecodable', 'Frames that cannot be read', 'choice', p => p.pixels.whenUndecodable),
    ],
  },
  { title: 'Files', fields: [field('files.path', 'Where output goes', 'text', p => p.files.path)] },
];

/** The settings of a profile by section, own values first, else what holds without them. */
export function formSections(document: ProfileDocument, profile: ResolvedProfile): FormSection[] {
  const table = isMap(nodeAt(document.root, ['patient', 'id']));
  const shown = (f: Field) => {
    const path = f.path.join('.');
    return path === 'patient.id' ? !table : path.startsWith('patient.id.') ? table : true;
  };
  return SECTIONS.map(({ title, fields }) => ({
    title,
    settings: fields.filter(shown).map(f => setting(document, profile, f)),
  }));
}

function setting(document: ProfileDocument, profile: ResolvedProfile, f: Field): FormSetting {
  const key = keyAt(f.path);
  const node = nodeAt(document.root, f.path);
  const own = node !== undefined && node !== null && (scalarText(node) !== undefined || isMap(node) || isSeq(node));
  const value = scalarText(node) ?? f.otherwise?.(profile) ?? '';
  return { path: f.path, label: f.label, doc: key?.doc ?? '', own, control: controlOf() };

  function controlOf(): FormControl {
    switch (f.kind) {
      case 'choice':
        return { kind: 'choice', value, choices: choicesOf(key?.shape) };
      case 'days': {
        const items = listItems(node).map(item => scalarText(item) ?? '');
        const [least = '', greatest = least] =
          items.length > 0 ? items : (scalarText(node) ?? f.otherwise?.(profile) ?? '').split(' ');
        return { kind: 'days', least, greatest };
      }
      case 'list':
        return { kind: 'list', items: itemsOf(node), files: f.path[0] === 'text' && f.path[1] !== 'locales' };
      case 'modes':
        return {
          kind: 'modes',
          entries: mapEntries(node).map(entry => ({ key: entry.key, value: scalarText(entry.value) ?? '' })),
          choices: key?.shape.kind === 'map' ? choicesOf(key.shape.others) : [],
        };
      default:
        return { kind: f.kind, value };
    }
  }
}

function itemsOf(node: ReturnType<typeof nodeAt>): FormItem[] {
  const items = isSeq(node) ? listItems(node) : node ? [node] : [];
  return items.map(item => {
    const file = isMap(item) ? scalarText(nodeAt(item, ['file'])) : undefined;
    return { text: file ?? scalarText(item) ?? '', file: file !== undefined };
  });
}

function choicesOf(shape: Shape | undefined): readonly string[] {
  return shape?.kind === 'enum' ? shape.values : [];
}

/** The description of a key of the language. */
function keyAt(path: readonly string[]): Key | undefined {
  let shape: Shape | undefined = PROFILE_SHAPE;
  let found: Key | undefined;
  for (const name of path) {
    const maps: readonly Shape[] = shape?.kind === 'any' ? shape.of : shape ? [shape] : [];
    found = maps.flatMap(map => (map.kind === 'map' && Object.hasOwn(map.keys, name) ? [map.keys[name]] : []))[0];
    shape = found?.shape;
  }
  return found;
}
