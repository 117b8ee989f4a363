import type { Json } from '../python/jsonStr';
import { jsonStr } from '../python/jsonStr';
import type { CategoryColumns, Check } from './check';
import { categoriesOf, fillPreviousCategory, parseChecks } from './check';
import { ByteInterner, HASH_PRIME, HASH_START } from './internBytes';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** Bits of the properties that at least one check of an instance must have. */
const FIELDS: ReadonlyMap<string, number> = new Map([
  ['tag', 1],
  ['tag_ds', 2],
  ['tag_name', 4],
  ['value', 8],
  ['action', 16],
  ['action_text', 32],
  ['answer_category_v2', 64],
]);
const ALL_FIELDS = 127;
const CATEGORIES = 64;

/** The text is not in the plain form this reader expects. */
class Unusual extends Error {}

const NONE: readonly (string | null)[] = [];

/**
 * Reads the checks of an instance from the bytes of its `AnswerData`. Does what `parseChecks` does, without making the text
 * and an object per property: the names, tags and categories of a key repeat, and are made once. Whatever is out of the
 * ordinary is left to `parseChecks`.
 */
export class CheckReader {
  private bytes: Uint8Array = new Uint8Array(0);
  private at = 0;
  private hash = 0;
  /** Names of the properties, with their quotes, in the order of the last check. */
  private readonly order: { readonly name: Uint8Array; readonly field: number }[] = [];
  private readonly texts: ByteInterner<string>;
  private readonly fields: ByteInterner<number>;
  private readonly values: ByteInterner<string | null>;
  private readonly categories: ByteInterner<readonly (string | null)[]>;

  constructor(
    private readonly columns: CategoryColumns,
    private readonly decode: (bytes: Uint8Array) => string,
  ) {
    const json = (bytes: Uint8Array, from: number, to: number): Json =>
      JSON.parse(this.decode(bytes.subarray(from, to))) as Json;
    const text = (bytes: Uint8Array, from: number, to: number): string => {
      const part = bytes.subarray(from, to);
      return part.includes(BACKSLASH) ? (json(bytes, from - 1, to + 1) as string) : this.decode(part);
    };
    this.texts = new ByteInterner(text);
    this.fields = new ByteInterner((bytes, from, to) => FIELDS.get(text(bytes, from, to)) ?? 0);
    this.values = new ByteInterner((bytes, from, to) => {
      const value = json(bytes, from, to);
      return value === null ? null : jsonStr(value);
    });
    this.categories = new ByteInterner((bytes, from, to) => categoriesOf(json(bytes, from, to), this.columns));
  }

  /** @returns null where the official scripts could not use it (see `parseChecks`). */
  read(bytes: Uint8Array): Check[] | null {
    this.bytes = bytes;
    this.at = 0;
    try {
      return this.instance();
    } catch (error) {
      if (!(error instanceof Unusual) && !(error instanceof SyntaxError)) throw error;
      return parseChecks(this.decode(bytes), this.columns);
    }
  }

  private instance(): Check[] | null {
    const checks: Check[] = [];
    let fields = 0;
    let last = -1;
    this.expect(OPEN);
    do {
      const index = this.text();
      const number = Number(index);
      // Other names come in another order out of an object.
      if (number <= last || !Number.isSafeInteger(number) || String(number) !== index) throw new Unusual();
      last = number;
      this.expect(COLON);
      const draft = { index, tag: null, tagDs: null, tagName: null, value: null, action: null, actionText: null };
      fields |= this.check(draft, checks);
    } while (this.more());
    this.space();
    if (this.at !== this.bytes.length) throw new Unusual();
    if (fields !== ALL_FIELDS) return null;
    fillPreviousCategory(checks, this.columns);
    return checks;
  }

  /** Reads the properties of one check; gives the bits of those it has. */
  private check(
    draft: { -readonly [name in Exclude<keyof Check, 'categories'>]: Check[name] },
    checks: Check[],
  ): number {
    let fields = 0;
    let categories = NONE;
    let place = 0;
    this.expect(OPEN);
    do {
      const field = this.fieldName(place++);
      fields |= field;
      this.expect(COLON);
      if (field === CATEGORIES) {
        const from = this.skip();
        categories = this.categories.get(this.bytes, from, this.at, this.hash);
        continue;
      }
      const value = this.value();
      if (field === 2) draft.tagDs = value;
      else if (field === 8) draft.value = value;
      else if (field === 32) draft.actionText = value;
      else if (field === 1) draft.tag = value;
      else if (field === 4) draft.tagName = value;
      else if (field === 16) draft.action = value;
    } while (this.more());
    checks.push({
      index: draft.index,
      tag: draft.tag,
      tagDs: draft.tagDs,
      tagName: draft.tagName,
      value: draft.value,
      action: draft.action,
      actionText: draft.actionText,
      categories,
    });
    return fields;
  }

  private value(): string | null {
    this.space();
    if (this.bytes[this.at] === QUOTE) return this.text();
    const from = this.skip();
    return this.values.get(this.bytes, from, this.at, this.hash);
  }

  /**
   * The bit of the property whose name comes next. Checks of a key name their properties in one order, so the name is first
   * compared with the one that stood there in the check before.
   */
  private fieldName(place: number): number {
    const expected = this.order[place];
    if (expected !== undefined && this.isNext(expected.name)) return expected.field;
    const from = this.string();
    const field = this.fields.get(this.bytes, from, this.at - 1, this.hash);
    this.order[place] = { name: this.bytes.slice(from - 1, this.at), field };
    return field;
  }

  /** Passes over these bytes, if they are what comes next. */
  private isNext(name: Uint8Array): boolean {
    this.space();
    const { bytes, at } = this;
    for (let i = 0; i < name.length; i++) if (bytes[at + i] !== name[i]) return false;
    this.at = at + name.length;
    return true;
  }

  private text(): string {
    const from = this.string();
    return this.texts.get(this.bytes, from, this.at - 1, this.hash);
  }

  /** Passes over a string with its quotes; gives where its content begins and leaves the hash of it. */
  private string(): number {
    this.expect(QUOTE);
    const { bytes } = this;
    const from = this.at;
    let at = from;
    let hash = HASH_START;
    for (;;) {
      const byte = bytes[at];
      if (byte === QUOTE) break;
      // Past the end, too: the comparison with undefined is false.
      if (!(byte >= 0x20)) throw new Unusual();
      hash = Math.imul(hash ^ byte, HASH_PRIME);
      at++;
      if (byte !== BACKSLASH) continue;
      hash = Math.imul(hash ^ bytes[at], HASH_PRIME);
      at++;
    }
    this.at = at + 1;
    this.hash = hash;
    return from;
  }

  /** Passes over a value that is no string, to the comma or bracket that ends it, and leaves its hash. */
  private skip(): number {
    this.space();
    const { bytes } = this;
    const from = this.at;
    let at = from;
    let depth = 0;
    let hash = HASH_START;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        hash = Math.imul(hash ^ byte, HASH_PRIME);
        for (at++; at < bytes.length && bytes[at] !== QUOTE; at++) {
          hash = Math.imul(hash ^ bytes[at], HASH_PRIME);
          if (bytes[at] === BACKSLASH) hash = Math.imul(hash ^ bytes[++at], HASH_PRIME);
        }
      } else if (byte === OPEN || byte === 0x5b) depth++;
      else if (byte === CLOSE || byte === 0x5d) {
        if (depth === 0) break;
        depth--;
      } else if (byte === COMMA && depth === 0) break;
      hash = Math.imul(hash ^ byte, HASH_PRIME);
    }
    if (at >= bytes.length || at === from) throw new Unusual();
    this.at = at;
    this.hash = hash;
    return from;
  }

  /** True after a comma; false after the bracket that ends an object. */
  private more(): boolean {
    this.space();
    const byte = this.bytes[this.at++];
    if (byte === COMMA) return true;
    if (byte === CLOSE) return false;
    throw new Unusual();
  }

  private expect(byte: number): void {
    this.space();
    if (this.bytes[this.at] !== byte) throw new Unusual();
    this.at++;
  }

  private space(): void {
    const { bytes } = this;
    let { at } = this;
    for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; byte = bytes[at]) at++;
    this.at = at;
  }
}
