import { ByteWindow } from '../dicom/byteWindow';
import { latin1, type CharacterSet } from '../dicom/characterSet';
import type { DicomFile } from '../dicom/dicomFile';
import type { Edit } from '../dicom/edits';
import { RowFlag, type ElementTable } from '../dicom/elementTable';
import { findRow } from '../dicom/rows';
import { characterSetOf, stringValues } from '../dicom/values';
import { EditList, type OpenEdit } from './editList';
import { Do, type Handling } from './handling';
import { changesNothing, type Plan } from './plan';
import type { ContentRole, PlanContext } from './planContext';
import { CreatorBlocks, declaredSafety, type DeclaredSafety } from './creatorBlocks';
import { FALLBACK, SAME, type EngineState, type PatientSession } from './session';
import type { StructuredContent } from './structuredContent';
import { newValue, type FileView } from './valueActions';
import * as tags from './tags';

/** What became of one element. */
export type ElementResult =
  'kept' | 'walked' | 'removed' | 'emptied' | 'replaced' | 'uid' | 'shifted' | 'cleaned' | 'marker';

/** Told about every element the walk comes to; members of removed sequences are not visited. */
export type Observer = (
  row: number,
  handling: Handling,
  result: ElementResult,
  /** True if the value could not be handled as asked, so the stricter action was taken. */
  fellBack: boolean,
  /** New value field where there is one. */
  value: Uint8Array | undefined,
) => void;

/** An element that is written at its place in the data set whether or not the file had it. */
export interface Addition {
  readonly tag: number;
  /** The whole element, header included; empty only takes the old one out. */
  bytes: Uint8Array;
}

const NOTHING = new Uint8Array(0);

/**
 * One pass over the elements of one file: looks up what happens to each, and collects the edits in document order.
 * Values are read only where something may happen to them.
 */
export class FileWalk implements FileView {
  readonly uids = new Map<string, string>();
  /** Top-level output values the file name needs, as far as they differ from the input. */
  readonly outputUids = new Map<number, string>();
  deviations = 0;

  private readonly table: ElementTable;
  private readonly edits: EditList;
  private readonly window: ByteWindow;
  private readonly safe: DeclaredSafety | undefined;
  private readonly keepItems: boolean;
  /** Additions that are not markers: the plan does not know their tags. */
  private readonly overwritten: ReadonlySet<number> | undefined;
  private nextAddition = 0;
  private currentRow = -1;
  private readonly characteristics: { readonly edit: OpenEdit; readonly group: number; readonly creator: string }[] =
    [];
  private readonly keptBlocks = new Set<string>();

  constructor(
    private readonly state: EngineState,
    private readonly session: PatientSession,
    private readonly plan: Plan,
    private readonly content: StructuredContent,
    private readonly file: DicomFile,
    /** By tag, ascending. */
    private readonly additions: readonly Addition[],
    private readonly observer: Observer | undefined,
  ) {
    this.table = file.dataSet;
    this.edits = new EditList(file.dataSet);
    // Sources over files reuse one buffer for every read; what the window holds must outlive the reads of others.
    const source = file.dataSource;
    this.window = new ByteWindow(
      source.steady ? source : { size: source.size, read: (at, length) => source.read(at, length).slice() },
    );
    this.safe = state.profile.options.has('RetainSafePrivate') ? declaredSafety(file) : undefined;
    const others = additions.filter(addition => !tags.MARKERS.has(addition.tag));
    this.overwritten = others.length > 0 ? new Set(others.map(addition => addition.tag)) : undefined;
    this.keepItems = hasTag(file.dataSet, tags.REFERENCED_CONTENT_ITEM);
  }

  /** Walks the whole data set and returns the edits, in order. */
  run(): readonly Edit[] {
    this.level(-1, this.plan.root);
    while (this.nextAddition < this.additions.length) {
      this.edits.insert(this.additions[this.nextAddition++]!.bytes, this.file.dataSetEnd);
    }
    for (const { edit, group, creator } of this.characteristics) {
      if (this.keptBlocks.has(`${group}|${creator}`)) this.edits.cancel(edit);
    }
    const end = this.file.dataSource.size;
    if (this.file.dataSetEnd < end && !changesNothing(this.plan.profile))
      this.edits.removalOf(this.file.dataSetEnd, end, -1);
    return this.edits.finish();
  }

  /** Elements directly inside `parent`: an item row, or -1 for the top. */
  private level(parent: number, context: PlanContext): void {
    const { table, plan } = this;
    const end = parent < 0 ? table.count : table.next[parent]!;
    const decisions = context.table;
    let blocks: CreatorBlocks | undefined;
    for (let row = parent + 1; row < end; row = table.next[row]!) {
      const tag = table.tag[row]!;
      if (parent < 0) {
        this.insertBefore(tag, row);
        if (this.overwritten?.has(tag)) {
          this.tell(row, plan.handling(context, tag, table.vr[row]!), 'replaced');
          this.edits.removal(row);
          continue;
        }
      }
      let handling = decisions.get(tag);
      if (handling === undefined || handling.writtenVr !== table.vr[row]) {
        handling = plan.handling(context, tag, table.vr[row]!);
      }
      if (handling.do === Do.keep && (table.flags[row]! & RowFlag.sequence) === 0 && handling.vr !== 'SQ') {
        if (handling.deviates) this.deviations++;
        if (this.observer) this.observer(row, handling, 'kept', false, undefined);
        continue;
      }
      if (handling.do === Do.private) {
        blocks ??= new CreatorBlocks(this.file, parent);
        this.private(row, tag, context, blocks);
      } else this.apply(row, tag, handling, context, undefined);
    }
    if (blocks) for (const edit of blocks.usedCreators()) this.edits.cancel(edit as OpenEdit);
  }

  private apply(
    row: number,
    tag: number,
    handling: Handling,
    context: PlanContext,
    creator: string | undefined,
  ): ElementResult {
    const { table } = this;
    const isSequence = (table.flags[row]! & RowFlag.sequence) !== 0;
    switch (handling.do) {
      case Do.remove:
        return this.removed(row, handling, false);
      case Do.empty:
        return this.emptied(row, handling, false);
      case Do.marker:
        return this.marker(row, tag, handling);
      case Do.privateCharacteristics:
        return this.privateCharacteristics(row, handling);
      case Do.keep:
      case Do.dummy:
        if (isSequence) return this.sequence(row, tag, handling, context, creator);
        if (handling.do === Do.keep) {
          // Contents of a sequence that nobody could read are not kept (PS3.5 6.2.2, UN).
          const unread = handling.vr === 'SQ' && table.valueEnd[row]! > table.valueStart[row]!;
          if (unread && handling.source.kind !== 'default') return this.removed(row, handling, true);
          if (unread && this.state.profile.base === 'ps3.15') return this.removed(row, handling, true);
          if (handling.deviates) this.deviations++;
          return this.tell(row, handling, 'kept');
        }
        break;
      default:
    }
    // An action for a value met a sequence, or the other way round: nothing in there was handled.
    if (isSequence || table.flags[row]! & RowFlag.encapsulated) return this.removed(row, handling, true);
    if (handling.do === Do.documentLength) return this.documentLength(row, tag, handling);
    return this.value(row, tag, handling);
  }

  private value(row: number, tag: number, handling: Handling): ElementResult {
    const { table, window } = this;
    const start = table.valueStart[row]!;
    const length = IGNORES_OLD_VALUE.has(handling.do) ? 0 : table.valueEnd[row]! - start;
    if (length > 0 && !window.ensure(start, length, READ_AHEAD)) return this.removed(row, handling, true);
    const bytes = length === 0 ? NOTHING : window.bytes.subarray(start - window.start, start - window.start + length);
    this.currentRow = row;
    const value = newValue(this.state, this.session, handling, tag, bytes, this);
    if (value === SAME) {
      if (handling.deviates) this.deviations++;
      return this.tell(row, handling, 'kept');
    }
    if (value === FALLBACK) return this.fallBack(row, tag, handling);
    if (value.length === 0 && isRequired(handling)) return this.dummied(row, tag, handling, false);
    if (handling.do === Do.uid && table.parent[row]! < 0 && isFileUid(tag)) this.outputUids.set(tag, latin1(value));
    return this.replaced(row, handling, value, RESULTS[handling.do] ?? 'replaced', false);
  }

  private fallBack(row: number, tag: number, handling: Handling): ElementResult {
    if (handling.fallback === Do.remove) return this.removed(row, handling, true);
    if (handling.fallback === Do.empty) return this.emptied(row, handling, true);
    return this.dummied(row, tag, handling, true);
  }

  private dummied(row: number, tag: number, handling: Handling, fellBack: boolean): ElementResult {
    const doing = handling.vr === 'UI' ? Do.uid : Do.dummy;
    const value = newValue(this.state, this.session, { ...handling, do: doing }, tag, NOTHING, this);
    return value === SAME || value === FALLBACK
      ? this.removed(row, handling, true)
      : this.replaced(row, handling, value, 'replaced', fellBack);
  }

  private sequence(
    row: number,
    tag: number,
    handling: Handling,
    context: PlanContext,
    creator: string | undefined,
  ): ElementResult {
    const { table, plan } = this;
    if (handling.deviates) this.deviations++;
    if (this.observer) this.observer(row, handling, 'walked', false, undefined);
    const end = table.next[row]!;
    if (tags.isContentSequence(tag) && handling.vr === 'SQ') this.contentItems(row, tag, handling, context);
    else {
      const inside = plan.child(context, handling, tag, creator, undefined);
      for (let item = row + 1; item < end; item = table.next[item]!) this.level(item, inside);
    }
    return 'walked';
  }

  /** Items of a content tree: each by its concept name (PS3.15 E.3.4). */
  private contentItems(row: number, tag: number, handling: Handling, context: PlanContext): void {
    const { table, plan } = this;
    // Deeper levels of a tree are treated as its root is.
    const mode: ContentRole['mode'] =
      context.content?.mode ?? (handling.do === Do.dummy ? 'dummy' : handling.code === 'C' ? 'clean' : 'keep');
    const end = table.next[row]!;
    let left = 0;
    for (let item = row + 1; item < end; item = table.next[item]!) left++;
    for (let item = row + 1; item < end; item = table.next[item]!) {
      let code = mode === 'keep' ? 'none' : this.content.itemCode(this.file, item);
      if (mode === 'dummy' && (code === 'K' || code === 'C')) code = 'none';
      if (code === 'X' && (this.keepItems || left === 1)) code = 'D';
      if (code === 'X') {
        left--;
        this.edits.remove(table.start[item]!, table.end[item]!, row);
        if (this.observer) this.observer(item, handling, 'removed', false, undefined);
        continue;
      }
      this.level(item, plan.child(context, handling, tag, undefined, { mode, item: code }));
    }
  }

  private private(row: number, tag: number, context: PlanContext, blocks: CreatorBlocks): void {
    const { table } = this;
    const group = tag >>> 16;
    const element = tag & 0xffff;
    if (element < 0x100) {
      const edit = this.edits.removal(row);
      blocks.add(tag, edit);
      const { profile } = this.state;
      // A creator without attributes is allowed (PS3.15 E.3.10); a profile that keeps private attributes keeps all of them.
      const stays =
        element >= 0x10
          ? profile.base === 'none' || profile.private.default === 'keep'
          : profile.base === 'none' && changesNothing(profile);
      if (stays) this.edits.cancel(edit);
      return;
    }
    const creator = blocks.creatorOf(tag);
    const declared = creator !== undefined && (this.safe?.isSafe(group, creator, element & 0xff) ?? false);
    const handling = this.plan.privateHandling(context, creator, tag, table.vr[row]!, declared);
    const result = this.apply(row, tag, handling, context, creator);
    if (result !== 'removed' && creator !== undefined) {
      if (this.characteristics.length > 0) this.keptBlocks.add(`${group}|${creator}`);
      blocks.use(tag);
    }
  }

  private privateCharacteristics(row: number, handling: Handling): ElementResult {
    const { table, file } = this;
    if (!(table.flags[row]! & RowFlag.sequence)) return this.removed(row, handling, true);
    for (let item = row + 1; item < table.next[row]!; item = table.next[item]!) {
      const groupRow = findRow(table, 0x00080301, item);
      const creatorRow = findRow(table, 0x00080302, item);
      const group = groupRow < 0 ? 0 : Number(stringValues(file, groupRow)[0] ?? 0);
      const creator = creatorRow < 0 ? '' : (stringValues(file, creatorRow)[0] ?? '').trim();
      const edit = this.edits.removalOf(table.start[item]!, table.end[item]!, row);
      this.characteristics.push({ edit, group, creator });
    }
    return this.tell(row, handling, 'walked');
  }

  private marker(row: number, tag: number, handling: Handling): ElementResult {
    if (!this.additions.some(addition => addition.tag === tag)) return this.tell(row, handling, 'kept');
    this.edits.removal(row);
    return this.tell(row, handling, 'marker');
  }

  private documentLength(row: number, tag: number, handling: Handling): ElementResult {
    const value = newValue(this.state, this.session, { ...handling, do: Do.document }, tag, NOTHING, this);
    const out = new Uint8Array(4);
    const length = value === SAME || value === FALLBACK ? 0 : value.length;
    new DataView(out.buffer).setUint32(0, length, !this.isBigEndian(row));
    return this.replaced(row, handling, out, 'replaced', false);
  }

  /** Gives elements that were inserted other bytes; the same tags in the same order. */
  rewrite(additions: readonly Addition[], better: readonly Addition[]): void {
    for (const { tag, bytes } of better) {
      const old = additions.find(addition => addition.tag === tag);
      if (old) this.edits.rewrite(old.bytes, bytes);
    }
  }

  // Edits.

  private removed(row: number, handling: Handling, fellBack: boolean): ElementResult {
    this.edits.remove(this.table.start[row]!, this.table.end[row]!, this.table.parent[row]!);
    if (this.observer) this.observer(row, handling, 'removed', fellBack, undefined);
    return 'removed';
  }

  private emptied(row: number, handling: Handling, fellBack: boolean): ElementResult {
    const { table } = this;
    if (table.valueEnd[row]! > table.valueStart[row]! || table.flags[row]! & RowFlag.undefinedLength) {
      this.edits.write(row, NOTHING);
    }
    if (this.observer) this.observer(row, handling, 'emptied', fellBack, NOTHING);
    return 'emptied';
  }

  private replaced(
    row: number,
    handling: Handling,
    value: Uint8Array,
    result: ElementResult,
    fellBack: boolean,
  ): ElementResult {
    this.edits.write(row, value);
    if (this.observer) this.observer(row, handling, result, fellBack, value);
    return result;
  }

  private tell(row: number, handling: Handling, result: ElementResult): ElementResult {
    if (this.observer) this.observer(row, handling, result, false, undefined);
    return result;
  }

  private insertBefore(tag: number, row: number): void {
    const { additions } = this;
    while (this.nextAddition < additions.length && additions[this.nextAddition]!.tag <= tag) {
      this.edits.insert(additions[this.nextAddition++]!.bytes, this.table.start[row]!);
    }
  }

  // FileView.

  characterSet(): CharacterSet {
    return characterSetOf(this.file, this.currentRow);
  }

  get bigEndian(): boolean {
    return this.isBigEndian(this.currentRow);
  }

  mimeType(): string {
    const row = findRow(this.table, tags.MIME_TYPE);
    return row < 0 ? '' : (stringValues(this.file, row)[0] ?? '');
  }

  outputValue(tag: number): string | undefined {
    if (tag === tags.PATIENT_ID) return this.session.newId;
    const row = findRow(this.table, tag);
    if (row < 0 || this.plan.handling(this.plan.root, tag, this.table.vr[row]!).do !== Do.keep) return undefined;
    return stringValues(this.file, row).join(' ');
  }

  get replacedUids(): ReadonlyMap<string, string> {
    return this.uids;
  }

  replacedUid(old: string, mapped: string): void {
    if (old !== '' && old !== mapped) this.uids.set(old, mapped);
  }

  private isBigEndian(row: number): boolean {
    return row >= 0 && (this.table.flags[row]! & RowFlag.bigEndian) !== 0;
  }
}

/** Bytes read beyond a value that is needed: its neighbours are likely to be needed as well. */
const READ_AHEAD = 8192;

/** What is done does not depend on the old value, which may be large. */
const IGNORES_OLD_VALUE: ReadonlySet<Do> = new Set([Do.dummy, Do.document, Do.patientName]);

const RESULTS: Readonly<Partial<Record<Do, ElementResult>>> = {
  [Do.uid]: 'uid',
  [Do.shift]: 'shifted',
  [Do.shiftInteger]: 'shifted',
  [Do.text]: 'cleaned',
  [Do.opaque]: 'cleaned',
  [Do.age]: 'cleaned',
  [Do.pattern]: 'cleaned',
};

/** Type 1: must not be empty (PS3.5 7.4.1). */
function isRequired(handling: Handling): boolean {
  return handling.type === '1' || handling.type === '1C';
}

function isFileUid(tag: number): boolean {
  return tag === tags.SOP_INSTANCE_UID || tag === tags.STUDY_INSTANCE_UID || tag === tags.SERIES_INSTANCE_UID;
}

function hasTag(table: ElementTable, tag: number): boolean {
  for (let row = 0; row < table.count; row++) if (table.tag[row] === tag) return true;
  return false;
}
