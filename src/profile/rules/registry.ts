import type { LintRule } from '../lintRule';
import { deid000 } from './deid000';
import { deid001 } from './deid001';
import { deid002 } from './deid002';
import { deid003 } from './deid003';
import { deid004 } from './deid004';
import { deid005 } from './deid005';
import { deid006 } from './deid006';
import { deid007 } from './deid007';
import { deid008 } from './deid008';
import { deid009 } from './deid009';
import { deid010 } from './deid010';
import { deid011 } from './deid011';
import { deid012 } from './deid012';
import { deid013 } from './deid013';
import { deid014 } from './deid014';
import { deid015 } from './deid015';
import { deid016 } from './deid016';
import { deid017 } from './deid017';
import { deid018 } from './deid018';
import { deid019 } from './deid019';
import { deid020 } from './deid020';
import { deid021 } from './deid021';
import { deid022 } from './deid022';
import { deid023 } from './deid023';
import { deid024 } from './deid024';
import { deid025 } from './deid025';
import { deid026 } from './deid026';
import { deid027 } from './deid027';
import { deid028 } from './deid028';
import { deid029 } from './deid029';
import { deid030 } from './deid030';
import { deid031 } from './deid031';
import { deid032 } from './deid032';
import { deid033 } from './deid033';
import { deid034 } from './deid034';
import { deid035 } from './deid035';
import { deid036 } from './deid036';
import { deid037 } from './deid037';
import { deid038 } from './deid038';
import { deid039 } from './deid039';
import { deid040 } from './deid040';
import { deid041 } from './deid041';
import { deid042 } from './deid042';
import { deid043 } from './deid043';
import { deid044 } from './deid044';
import { deid045 } from './deid045';
import { deid046 } from './deid046';
import { deid047 } from './deid047';
import { deid048 } from './deid048';
import { deid049 } from './deid049';
import { deid050 } from './deid050';
import { deid051 } from './deid051';
import { deid052 } from './deid052';
import { deid053 } from './deid053';
import { deid054 } from './deid054';
import { deid055 } from './deid055';
import { deid056 } from './deid056';
import { deid057 } from './deid057';
import { deid058 } from './deid058';
import { deid059 } from './deid059';
import { deid060 } from './deid060';
import { deid061 } from './deid061';
import { deid062 } from './deid062';
import { deid063 } from './deid063';
import { deid064 } from './deid064';
import { deid065 } from './deid065';
import { deid066 } from './deid066';
import { deid067 } from './deid067';
import { deid068 } from './deid068';
import { deid069 } from './deid069';
import { deid070 } from './deid070';
import { deid071 } from './deid071';
import { deid072 } from './deid072';
import { deid073 } from './deid073';

/** Every diagnostic, in the order of its code. */
export const LINT_RULES: readonly LintRule[] = [
  deid000,
  deid001,
  deid002,
  deid003,
  deid004,
  deid005,
  deid006,
  deid007,
  deid008,
  deid009,
  deid010,
  deid011,
  deid012,
  deid013,
  deid014,
  deid015,
  deid016,
  deid017,
  deid018,
  deid019,
  deid020,
  deid021,
  deid022,
  deid023,
  deid024,
  deid025,
  deid026,
  deid027,
  deid028,
  deid029,
  deid030,
  deid031,
  deid032,
  deid033,
  deid034,
  deid035,
  deid036,
  deid037,
  deid038,
  deid039,
  deid040,
  deid041,
  deid042,
  deid043,
  deid044,
  deid045,
  deid046,
  deid047,
  deid048,
  deid049,
  deid050,
  deid051,
  deid052,
  deid053,
  deid054,
  deid055,
  deid056,
  deid057,
  deid058,
  deid059,
  deid060,
  deid061,
  deid062,
  deid063,
  deid064,
  deid065,
  deid066,
  deid067,
  deid068,
  deid069,
  deid070,
  deid071,
  deid072,
  deid073,
];

const byCode = new Map(LINT_RULES.map(rule => [rule.code, rule]));

/** The rule of a code such as `DEID050`. */
export function lintRule(code: string): LintRule | undefined {
  return byCode.get(code);
}
