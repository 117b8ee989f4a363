import { ACTION_NAMES } from '../shape';
import { issueDiagnostics } from '../issueDiagnostics';
import type { LintRule } from '../lintRule';
import { changeAction, writtenValue } from '../lintView';

/** Names of functions of other tools that end up as text in a data set when they are written as a value. */
const FUNCTION = /^@?[a-z]\w*\(.*\)$|^@\w+/i;

/** An action that does not exist, lacks a parameter, or stands where literal text is expected. */
export const deid002: LintRule = {
  code: 'DEID002',
  title: 'Unknown action, or one that would be written as text',
  severity: 'error',
  *check({ document, rules }) {
    yield* issueDiagnostics(document, 'DEID002');
    for (const rule of rules) {
      const value = writtenValue(rule);
      if (!value) continue;
      const action = ACTION_NAMES.find(name => name === value.text.trim().toLowerCase());
      if (action)
        yield {
          range: value.range,
          message: `The text “${value.text}” would be written into the attribute; it looks like an action.`,
          fixes: [changeAction(rule, action)],
        };
      else if (FUNCTION.test(value.text.trim()))
        yield {
          range: value.range,
          message: `“${value.text}” is a function of another tool; here it would be written as text.`,
        };
    }
  },
};
