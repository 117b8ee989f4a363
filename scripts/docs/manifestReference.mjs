import { cell, code, table } from './markdown.mjs';

/** Commands, settings, views, editors and tasks of the extension as Markdown, from `contributes` of package.json. */
export function manifestReference(contributes) {
  const parts = [];
  const add = (title, header, rows) => {
    if (rows.length > 0) parts.push(`## ${title}\n\n${table(header, rows)}`);
  };
  const hidden = new Set(
    (contributes.menus?.commandPalette ?? []).filter(item => item.when === 'false').map(item => item.command),
  );
  const commands = contributes.commands ?? [];
  const keys = new Map((contributes.keybindings ?? []).map(k => [k.command, k.key]));
  const row = c => [
    cell(`${c.category ? `${c.category}: ` : ''}${c.title}`),
    code(c.command),
    keys.get(c.command) ?? '',
  ];
  const header = ['command', 'id', 'key'];
  add('Commands', header, commands.filter(c => !hidden.has(c.command)).map(row));
  add('Commands in menus and views only', header, commands.filter(c => hidden.has(c.command)).map(row));
  add('Settings', ['setting', 'default', 'meaning'], settingsOf(contributes).map(settingRow));
  add(
    'Editors',
    ['editor', 'opens'],
    (contributes.customEditors ?? []).map(e => [
      cell(e.displayName),
      `${e.selector.map(s => code(s.filenamePattern)).join(', ')}${e.priority === 'option' ? ' (Open With)' : ''}`,
    ]),
  );
  add(
    'Languages',
    ['language', 'files'],
    (contributes.languages ?? []).map(l => [
      cell(l.aliases?.[0] ?? l.id),
      [...(l.extensions ?? []), ...(l.filenamePatterns ?? [])].map(code).join(', '),
    ]),
  );
  add(
    'Views',
    ['view', 'id'],
    Object.values(contributes.views ?? {})
      .flat()
      .map(v => [cell(v.name), code(v.id)]),
  );
  add(
    'Tasks',
    ['type', 'property', 'meaning'],
    (contributes.taskDefinitions ?? []).flatMap(t =>
      Object.entries(t.properties ?? {}).map(([name, p]) => [
        code(t.type),
        code(name),
        cell(
          `${p.description ?? ''}${p.items?.enum || p.enum ? ` One of ${(p.enum ?? p.items.enum).join(', ')}.` : ''}`,
        ),
      ]),
    ),
  );
  add(
    'Problem matchers',
    ['name', 'for'],
    (contributes.problemMatchers ?? []).map(m => [code(`$${m.name}`), cell(m.label ?? '')]),
  );
  return parts.join('\n\n');
}

function settingsOf({ configuration = [] }) {
  return [configuration].flat().flatMap(section => Object.entries(section.properties ?? {}));
}

function settingRow([name, setting]) {
  const meaning = setting.markdownDescription ?? setting.description ?? '';
  const values = setting.enum ? ` One of ${setting.enum.map(v => code(String(v))).join(', ')}.` : '';
  return [code(name), code(JSON.stringify(setting.default ?? null)), cell(meaning) + values];
}
