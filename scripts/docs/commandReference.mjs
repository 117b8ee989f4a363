import { cell, code, table } from './markdown.mjs';

/** The commands of the command line as Markdown, from their definitions: usage, arguments, options, and the text under --help. */
export function commandReference(commands) {
  const list = commands.map(c => `- [${c.name()}](#${c.name()}): ${c.description()}`).join('\n');
  return [list, ...commands.map(section)].join('\n\n');
}

function section(command) {
  const parts = [
    `## ${command.name()}`,
    command.description(),
    block(`deidbench ${command.name()} ${command.usage().replace('[options]', '').trim()} [options]`),
  ];
  const { registeredArguments: args, options } = command;
  if (args.length > 0)
    parts.push(
      table(
        ['argument', 'meaning'],
        args.map(a => [
          code(a.required ? `<${a.name()}>` : `[${a.name()}]`),
          cell(a.description + choicesOf(a.argChoices)),
        ]),
      ),
    );
  const shown = options.filter(option => !option.hidden);
  if (shown.length > 0)
    parts.push(
      table(
        ['option', 'meaning'],
        shown.map(o => [
          code(o.flags),
          `${cell(o.description + choicesOf(o.argChoices))}${o.mandatory ? '. Required' : ''}${defaultOf(o)}`,
        ]),
      ),
    );
  const after = textUnderHelp(command);
  if (after) parts.push(after);
  return parts.join('\n\n');
}

const choicesOf = choices => (choices ? `: ${choices.join(', ')}` : '');

function defaultOf({ defaultValue, negate }) {
  if (defaultValue === undefined || negate || Array.isArray(defaultValue)) return '';
  return `. Default: ${code(String(defaultValue))}`;
}

/** What the definition adds under the list of options: paragraphs stay, examples become a block. */
function textUnderHelp(command) {
  let printed = '';
  command.configureOutput({ writeOut: text => (printed += text) });
  command.outputHelp();
  const [, text = ''] = printed.split(command.helpInformation());
  return text
    .trim()
    .split(/\n{2,}/)
    .map(paragraph => {
      const [first, ...rest] = paragraph.split('\n');
      return /^Examples?:$/.test(first)
        ? block(rest.map(line => line.replace(/^ {2}(\$ )?/, '')).join('\n'))
        : cell(paragraph);
    })
    .filter(paragraph => paragraph !== '')
    .join('\n\n');
}

function block(text) {
  return `\`\`\`\n${text}\n\`\`\``;
}
