import type { LintRule } from '../lintRule';
import { PATH_FIELDS, templateReferences } from '../templates';

/** Names and folders of output files would tell who somebody is. */
export const deid070: LintRule = {
  code: 'DEID070',
  title: 'Output path uses an identifying field',
  severity: 'warning',
  *check({ document }) {
    const { path } = document.settings;
    if (!path) return;
    const bad = templateReferences(path.value).filter(r => !PATH_FIELDS.includes(r.name));
    if (bad.length > 0)
      yield {
        range: path.range,
        message: `Only pseudonymous fields may stand in a path: ${PATH_FIELDS.map(f => `{${f}}`).join(' ')}; not ${bad
          .map(r => `{${r.name}}`)
          .join(' ')}.`,
      };
    else if (!path.value.includes('{instance}'))
      yield { range: path.range, message: 'Without {instance} files of one series get the same name; add it.' };
    if (/(^|\/)\.\.(\/|$)|^\//.test(path.value))
      yield {
        range: path.range,
        message: 'The path leaves the output folder; write it without “..” and without a drive.',
        severity: 'error',
      };
  },
};
