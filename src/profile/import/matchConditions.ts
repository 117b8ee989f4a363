import type { SettingValue } from '../scalarText';

/** Tests of one attribute that a profile can make; anything else cannot be carried over. */
export interface AttributeTest {
  readonly keyword: string;
  readonly value: SettingValue;
}

/** An expression of tests, as signatures and filters have them. `undefined`: a test that a profile cannot make. */
export type TestTree =
  | { readonly kind: 'test'; readonly test: AttributeTest | undefined; readonly text: string }
  | { readonly kind: 'and' | 'or'; readonly of: readonly TestTree[] };

export interface Alternatives {
  /** One mapping of conditions per alternative. */
  readonly alternatives: readonly Readonly<Record<string, SettingValue>>[];
  /** Tests that had to be left out; what is left matches more files. */
  readonly dropped: readonly string[];
}

const LIMIT = 24;

/** The expression as alternatives of conditions that all hold; too many alternatives are cut to none. */
export function alternativesOf(tree: TestTree): Alternatives {
  const dropped = new Set<string>();
  const expand = (node: TestTree): Record<string, SettingValue>[] => {
    if (node.kind === 'test') {
      if (node.test) return [{ [node.test.keyword]: node.test.value }];
      dropped.add(node.text);
      return [{}];
    }
    if (node.kind === 'or') return node.of.flatMap(expand).slice(0, LIMIT + 1);
    let sum: Record<string, SettingValue>[] = [{}];
    for (const each of node.of) {
      const next = expand(each);
      sum = sum.flatMap(a => next.map(b => merge(a, b, dropped))).slice(0, LIMIT + 1);
    }
    return sum;
  };
  const alternatives = expand(tree);
  return { alternatives: alternatives.length > LIMIT ? [] : alternatives, dropped: [...dropped] };
}

/** Both mappings; a second test of the same attribute cannot be said and is dropped. */
function merge(
  a: Record<string, SettingValue>,
  b: Record<string, SettingValue>,
  dropped: Set<string>,
): Record<string, SettingValue> {
  const sum = { ...a };
  for (const [keyword, value] of Object.entries(b)) {
    if (Object.hasOwn(sum, keyword) && JSON.stringify(sum[keyword]) !== JSON.stringify(value))
      dropped.add(`${keyword} ${String(value)}`);
    else sum[keyword] = value;
  }
  return sum;
}
