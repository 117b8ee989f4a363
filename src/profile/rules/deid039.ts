import type { Located } from '../document';
import type { LintRule } from '../lintRule';

/** Names that folders have when they are going to be shared. */
const SHARED =
  /(^|[\\/])(out(put)?s?|export(ed)?|release[sd]?|publish(ed)?|public|share[d]?|deid(entified)?|anonymi[sz]ed|curated|upload)([\\/])/i;

/** A table of old and new identifiers that lies where the output goes. */
export const deid039: LintRule = {
  code: 'DEID039',
  title: 'Mapping file inside the output',
  severity: 'error',
  *check({ document, outputFolder }) {
    const { patientTable } = document.settings;
    const file: Located<string> | undefined = patientTable && {
      value: patientTable.value.file,
      range: patientTable.range,
    };
    if (!file) return;
    const path = file.value.replaceAll('\\', '/');
    const folder = outputFolder?.replaceAll('\\', '/').replace(/\/+$/, '');
    const inside = folder !== undefined && (path.startsWith(`${folder}/`) || path.startsWith(`./${folder}/`));
    if (inside || SHARED.test(path))
      yield {
        range: file.range,
        message:
          'This table leads back to the patients, and its folder looks like one that is shared; keep it elsewhere.',
      };
  },
};
