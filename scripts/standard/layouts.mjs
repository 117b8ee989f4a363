/** How each table is laid out as lines; the reader of the same name in src/standard is its counterpart. */

const hex = tag => tag.replace(',', '').toUpperCase();
const yes = value => (value === 'Y' ? 'R' : '');

/** The keyword that a name gives by the rule of PS3.6: words joined, each with a capital first letter. */
export function keywordOfName(name) {
  return name
    .replace(/['\u2019]s\b/g, 's')
    .replace(/[^A-Za-z0-9 \-/&()]/g, '')
    .split(/[ \-/&()]+/)
    .map(word => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

/** tag, VR, VM, name, flag, keyword where the name does not give it. */
export function dictionary(rows) {
  return rows.map(r => {
    const keyword = keywordOfName(r.name) === r.keyword ? '' : r.keyword;
    return [r.tag.replace(',', ''), r.vr, r.vm, r.name, yes(r.retired), keyword].join('\t').replace(/\t+$/, '');
  });
}

/** UID, name, type, flag, keyword. */
export const uids = rows => rows.map(r => [r.uid, r.name, r.type, yes(r.retired), r.keyword].join('\t'));

/** tag, class: S structural, I instance reference that Table E.1-1 does not list, R locator or creator to remove, L listed, C command. */
export function uidAttributes(rows) {
  const column = Object.keys(rows[0]).find(k => k.startsWith('class'));
  const letter = text => {
    if (text.startsWith('structural')) return 'S';
    if (text.startsWith('unlisted instance')) return 'I';
    if (text.startsWith('unlisted locator')) return 'R';
    if (text.startsWith('listed')) return 'L';
    if (text.startsWith('command')) return 'C';
    throw new Error(`Unknown class of UI attribute: ${text}`);
  };
  return rows.map(r => `${hex(r.tag)}\t${letter(r[column])}`);
}

/** Option columns of Table E.1-1 in the order of their letters in our table. */
const OPTIONS = [
  'rtn_safe_priv',
  'rtn_uids',
  'rtn_dev_id',
  'rtn_inst_id',
  'rtn_pat_chars',
  'rtn_long_full',
  'rtn_long_modif',
  'clean_desc',
  'clean_struct',
  'clean_graph',
];
const cells = (r, columns) => columns.map(c => r[c] || '-').join('');

/** tag or pattern, basic code, ten option cells, first edition, name. */
export const confidentiality = rows =>
  rows.map(r => [r.tag.replace(',', ''), r.basic, cells(r, OPTIONS), r.first_seen_edition, r.name].join('\t')).sort();

/** code, scheme, basic code, option cells, value type, flag, meaning. */
export const srConcepts = rows =>
  rows.map(r =>
    [
      r.code_value,
      r.coding_scheme,
      r.basic,
      cells(r, OPTIONS.slice(1, 8)),
      r.value_type,
      yes(r.retired),
      r.meaning,
    ].join('\t'),
  );

/** creator, group, low byte of the element, VR, VM, meaning. */
export const safePrivate = rows =>
  rows.map(r => [r.creator, r.group, r.element_offset, r.vr, r.vm, r.meaning].join('\t'));

const OPTION_OF_CODE = {
  113101: 'CleanPixelData',
  113102: 'CleanRecognizableVisualFeatures',
  113103: 'CleanGraphics',
  113104: 'CleanStructuredContent',
  113105: 'CleanDescriptors',
  113106: 'RetainLongitudinalFullDates',
  113107: 'RetainLongitudinalModifiedDates',
  113108: 'RetainPatientCharacteristics',
  113109: 'RetainDeviceIdentity',
  113110: 'RetainUIDs',
  113111: 'RetainSafePrivate',
  113112: 'RetainInstitutionIdentity',
};
/** code, scheme, meaning, section, option name. */
export const deidMethodCodes = rows =>
  rows.map(r =>
    [r.code_value, r.coding_scheme, r.code_meaning, r.ps315_section, OPTION_OF_CODE[r.code_value] ?? ''].join('\t'),
  );

export const tciaActions = rows => rows.map(r => `${r.tag.replace(',', '')}\t${r.action}`);

export const unlistedText = rows => rows.map(r => hex(r.tag));

/** `S uid name iod` then one `M` line: usage letter + module, blank-separated. */
export function iods(classes, modules) {
  const byClass = new Map();
  for (const m of modules) {
    const list = byClass.get(m.sop_class_uid) ?? [];
    list.push(m.usage + m.module);
    byClass.set(m.sop_class_uid, list);
  }
  return classes.map(c =>
    [c.sop_class_uid, c.sop_class_name, c.iod, (byClass.get(c.sop_class_uid) ?? []).join(' ')].join('\t'),
  );
}

/** `=name` opens a module, `@name` a macro; then depth, tag and Type, or depth, `@` and the macro included there. */
export function modules(rows) {
  const lines = [];
  let open = '';
  for (const r of rows) {
    const head = (r.kind === 'macro' ? '@' : '=') + r.name;
    if (head !== open) lines.push((open = head));
    const steps = r.path.split('/');
    const last = steps[steps.length - 1];
    lines.push(last.startsWith('@') ? `${steps.length - 1}${last}` : `${steps.length - 1}${last}${r.type}`);
  }
  return lines;
}

/** SOP class, tag, strongest Type, where the modules behind it have no attribute table of their own in the facts. */
export function extraTypes(rows, attributes) {
  const known = new Set(attributes.filter(a => a.kind === 'module').map(a => a.name));
  const column = Object.keys(rows[0]).find(k => k.startsWith('modules'));
  return rows
    .filter(r => r[column].split(' ').some(m => !known.has(m.split(':')[0])))
    .map(r => `${r.sop_class_uid}\t${hex(r.tag)}${r.type}`);
}

/** parent sequence tag, tag, strongest Type. */
export const nestedTypes = rows => rows.map(r => `${hex(r.sequence_tag)}${hex(r.tag)}${r.strongest_type}`);
