import type { SourceRange } from '../model';

/** `REMOVE contains:Date`, one line of `%header`. */
export interface RecipeAction {
  readonly action: 'ADD' | 'BLANK' | 'JITTER' | 'KEEP' | 'REPLACE' | 'REMOVE';
  readonly field: string;
  readonly value: string;
  readonly range: SourceRange;
}

/** A `LABEL` of `%filter` with its criteria; each line is a list of alternatives, and all lines must hold. */
export interface RecipeLabel {
  readonly filter: string;
  readonly label: string;
  readonly criteria: readonly (readonly RecipeCriterion[])[];
  /** `coordinates`: corners; `ctpcoordinates`: x, y, width, height. */
  readonly coordinates: readonly { readonly kind: string; readonly text: string }[];
  readonly range: SourceRange;
}

export interface RecipeCriterion {
  readonly test: string;
  readonly field: string;
  readonly value: string;
}

export interface Recipe {
  readonly actions: readonly RecipeAction[];
  readonly labels: readonly RecipeLabel[];
  /** `%fields name` and `%values name`: lines `FIELD x` and so on. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Lines that are none of it. */
  readonly unknown: readonly { readonly text: string; readonly range: SourceRange }[];
}

const ACTION = /^(ADD|BLANK|JITTER|KEEP|REPLACE|REMOVE)\s+(\([^)]*\)|\S+)(?:\s+(.*))?$/i;
const TESTS = 'contains|notcontains|equals|notequals|missing|present|empty';
const COORDINATES = /^(ctpcoordinates|keepcoordinates|ctpkeepcoordinates|coordinates)\s+(.*)$/i;

/** Reads a recipe of pydicom's deid. Never throws. */
export function readRecipe(text: string): Recipe {
  const actions: RecipeAction[] = [];
  const labels: {
    filter: string;
    label: string;
    criteria: RecipeCriterion[][];
    coordinates: { kind: string; text: string }[];
    range: SourceRange;
  }[] = [];
  const groups = new Map<string, string[]>();
  const unknown: { text: string; range: SourceRange }[] = [];
  let section = '';
  let name = '';
  let offset = 0;
  for (const raw of text.split('\n')) {
    const start = offset + (raw.length - raw.trimStart().length);
    offset += raw.length + 1;
    // A sharp inside a word belongs to it.
    const line = raw.replace(/(^|\s)#.*$/, '').trim();
    if (line === '' || /^FORMAT\b/i.test(line)) continue;
    const range = { start, end: start + line.length };
    const head = /^%(\w+)\s*(\S*)/.exec(line);
    if (head) {
      section = (head[1] ?? '').toLowerCase();
      name = head[2] ?? '';
      if (section === 'fields' || section === 'values') groups.set(name, []);
    } else if (section === 'header') {
      const action = ACTION.exec(line);
      if (action)
        actions.push({
          action: (action[1] ?? '').toUpperCase() as RecipeAction['action'],
          field: action[2] ?? '',
          value: (action[3] ?? '').trim(),
          range,
        });
      else unknown.push({ text: line, range });
    } else if (section === 'filter') {
      const label = /^LABEL\s*(.*)$/i.exec(line);
      const current = labels[labels.length - 1];
      if (label)
        labels.push({ filter: name.toLowerCase(), label: label[1] ?? '', criteria: [], coordinates: [], range });
      else if (!current) unknown.push({ text: line, range });
      else {
        current.range = { start: current.range.start, end: range.end };
        const coordinates = COORDINATES.exec(line);
        const criteria = coordinates ? undefined : readCriteria(line);
        if (coordinates)
          current.coordinates.push({ kind: (coordinates[1] ?? '').toLowerCase(), text: coordinates[2] ?? '' });
        else if (criteria) addCriteria(current.criteria, line, criteria);
        else unknown.push({ text: line, range });
      }
    } else if (section === 'fields' || section === 'values') groups.get(name)?.push(line);
    else if (section !== 'labels') unknown.push({ text: line, range });
  }
  return { actions, labels, groups, unknown };
}

/** A line that starts with `||` goes on with the alternatives of the line before it. */
function addCriteria(all: RecipeCriterion[][], line: string, criteria: RecipeCriterion[][]): void {
  const last = all[all.length - 1];
  if (line.startsWith('||') && last) {
    last.push(...(criteria[0] ?? []));
    all.push(...criteria.slice(1));
  } else all.push(...criteria);
}

/** `+ contains Modality CT || equals Modality MR`: lines of alternatives; a plus in the middle starts a new one. */
function readCriteria(line: string): RecipeCriterion[][] | undefined {
  const parts = line.split(new RegExp(`(?:^|\\s)(\\+|\\|\\|)\\s*(?=(?:${TESTS})\\s)`, 'i'));
  const sum: RecipeCriterion[][] = [];
  let operator = '+';
  for (const part of parts) {
    const piece = part.trim();
    if (piece === '+' || piece === '||') operator = piece;
    else if (piece !== '') {
      const match = new RegExp(`^(${TESTS})\\s+(\\S+)\\s*(.*)$`, 'i').exec(piece);
      if (!match) return undefined;
      const criterion = { test: (match[1] ?? '').toLowerCase(), field: match[2] ?? '', value: (match[3] ?? '').trim() };
      const last = sum[sum.length - 1];
      if (operator === '||' && last) last.push(criterion);
      else sum.push([criterion]);
    }
  }
  return sum.length > 0 ? sum : undefined;
}
