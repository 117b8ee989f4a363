import { Command } from 'commander';
import { createEngine, type EngineOptions } from '../../deid/deidentify';
import type { ExplainedElement } from '../../deid/explain';
import { patientContextFrom } from '../../deid/patientContext';
import { createTextCleaner } from '../../deid/text/cleaner';
import { changedElements, toggledProfile } from '../../deid/toggle';
import { openFileSource } from '../../dicom/fileSource.node';
import { NotDicomError, openDicom } from '../../dicom/openFile';
import { KEY_VARIABLE, loadKey } from '../../jobs/key';
import { loadProfile } from '../../jobs/loadProfile';
import { RunError } from '../../jobs/runError';
import type { OptionName } from '../../profile/model';
import { OPTION_NAMES } from '../../standard/codes';
import { attributeByKeyword } from '../../standard/dictionary';
import { UsageError } from '../exit';
import { reason } from '../systemError';
import { version } from '../version';

interface Options {
  readonly profile: string;
  readonly keyFile?: string;
  readonly tag?: readonly string[];
  readonly toggle?: readonly string[];
  readonly changed?: boolean;
  readonly json?: boolean;
}

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** `deidbench explain FILE --profile P`. */
export function explainCommand(): Command {
  return new Command('explain')
    .description(
      'Show what a profile does to every data element of one file, and which rule, option or table cell decides.',
    )
    .argument('<file>', 'DICOM file; it is only read')
    .requiredOption(
      '-p, --profile <profile>',
      'profile file, or builtin:ps3.15, builtin:tcia, builtin:midi-b, builtin:keep-all',
    )
    .option(
      '--tag <tag>',
      'only this attribute: keyword, (gggg,eeee), or the start of a path; may be repeated',
      collect,
    )
    .option('--toggle <option>', 'what changes if this option of PS3.15 E.3 is switched; may be repeated', collect)
    .option('--changed', 'leave out what stays as it is')
    .option('--key-file <file>', `pseudonym key (or ${KEY_VARIABLE}); without one, pseudonyms shown are only examples`)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
New values are shown, old ones never. Nothing is written.

Exit codes: 0 done, 1 wrong usage or a file that cannot be read.

Examples:
  deidbench explain scan.dcm --profile builtin:ps3.15
  deidbench explain scan.dcm -p lung.deid.yaml --tag PatientName --tag "(0029"
  deidbench explain scan.dcm -p builtin:ps3.15 --toggle RetainUIDs --toggle CleanDescriptors`,
    )
    .action(explain);
}

function explain(path: string, options: Options): void {
  const toggles = (options.toggle ?? []).map(optionName);
  const wanted = (options.tag ?? []).map(tagFilter);
  const engineOptions = optionsFor(options);
  const source = open(path);
  try {
    const file = openDicom(source);
    const context = { patient: patientContextFrom(file) };
    const engine = createEngine(engineOptions);
    const all = engine.explain(file, context);
    const outcome = engine.deidentify(file, context);
    const refused = outcome.status === 'quarantined' ? { code: outcome.code, message: outcome.message } : undefined;
    const matches = (e: ExplainedElement): boolean => wanted.length === 0 || wanted.some(filter => filter(e));
    const elements = all.filter(e => matches(e) && !(options.changed && e.result === 'kept'));
    const changes = toggles.map(option => {
      const profile = toggledProfile(engineOptions.profile, option);
      const other = createEngine({ ...engineOptions, profile }).explain(file, context);
      return {
        option,
        now: engineOptions.profile.options.has(option) ? 'on' : 'off',
        changes: changedElements(all, other).filter(c => matches(c.before)),
      };
    });
    if (options.json) {
      const plain = elements.map(elementJson);
      const toggled = changes.map(({ option, now, changes: list }) => ({
        option,
        now,
        changes: list.map(c => ({ path: c.path, before: elementJson(c.before), after: elementJson(c.after) })),
      }));
      process.stdout.write(
        `${JSON.stringify({ profile: engineOptions.profile.name, quarantined: refused, elements: plain, toggled }, null, 2)}\n`,
      );
      return;
    }
    process.stdout.write(`${engineOptions.profile.name}: ${elements.length} data elements\n\n`);
    if (refused) process.stdout.write(`This file would be quarantined (${refused.code}): ${refused.message}\n\n`);
    process.stdout.write(elements.map(line).join(''));
    for (const { option, now, changes: list } of changes) {
      process.stdout.write(`\n${option} is ${now}; switched, ${list.length} data elements would change:\n`);
      for (const c of list)
        process.stdout.write(`  ${name(c.before)}: ${resultText(c.before)} -> ${resultText(c.after)}\n`);
    }
  } catch (error) {
    if (error instanceof NotDicomError) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  } finally {
    source.close();
  }
}

function optionsFor(options: Options): EngineOptions {
  try {
    const { profile, knowledgeBaseText } = loadProfile(options.profile);
    const secret = options.keyFile !== undefined || Boolean(process.env[KEY_VARIABLE]);
    const key = secret
      ? loadKey({ keyFile: options.keyFile, runKeyFile: '', environment: process.env, mayCreate: false }).key
      : new Uint8Array(32);
    return {
      profile,
      key,
      textCleaner: createTextCleaner(profile.text),
      toolVersion: version,
      ...(knowledgeBaseText === undefined ? {} : { knowledgeBase: knowledgeBaseText }),
    };
  } catch (error) {
    if (error instanceof RunError) throw new UsageError(error.message);
    throw error;
  }
}

function open(path: string): ReturnType<typeof openFileSource> {
  try {
    return openFileSource(path);
  } catch (error) {
    throw new UsageError(`The file ${path} cannot be read: ${reason(error)}.`);
  }
}

function optionName(text: string): OptionName {
  const found = OPTION_NAMES.find(option => option.toLowerCase() === text.toLowerCase());
  if (!found) throw new UsageError(`There is no option ${text}; the options are ${OPTION_NAMES.join(', ')}.`);
  return found;
}

function tagFilter(text: string): (element: ExplainedElement) => boolean {
  const attribute = attributeByKeyword(text);
  if (attribute) return element => element.tag === attribute.tag;
  if (!text.startsWith('('))
    throw new UsageError(`"${text}" is neither a keyword of the data dictionary nor a tag like (0010,0010).`);
  const start = text.toLowerCase();
  return element => element.path.toLowerCase().startsWith(start);
}

function name(element: ExplainedElement): string {
  return element.keyword ? `${element.path} ${element.keyword}` : element.path;
}

function resultText({ result, newValue }: ExplainedElement): string {
  return newValue === undefined || newValue === '' ? result : `${result} "${shortened(newValue)}"`;
}

/** Control characters of a value must not reach the terminal. */
function shortened(text: string): string {
  const plain = text.replace(/[^\x20-\x7e\u00a0-\uffff]/g, '.');
  return plain.length > 60 ? `${plain.slice(0, 57)}...` : plain;
}

function line(element: ExplainedElement): string {
  const fell = element.fellBack ? ' (the value could not be handled as asked)' : '';
  return `${name(element)} [${element.vr}]\n    ${resultText(element)}: ${element.reason}${fell}\n`;
}

function elementJson(element: ExplainedElement): Record<string, unknown> {
  const { path, keyword, vr, action, reason, type, result, fellBack, newValue } = element;
  return { path, keyword, vr, action, reason, type, result, fellBack, newValue };
}
