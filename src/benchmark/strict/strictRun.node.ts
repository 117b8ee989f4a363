import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { loadFrameCodecs } from '../../pixels/codecs/wasmCodecs.node';
import type { NativeFrame } from '../../pixels/codecs/frameCodecs';
import type { DicomFile } from '../../dicom/dicomFile';
import { decodeFrameOf, openFrames } from '../../pixels/frames';
import { hasPixelData, pixelDescription } from '../../pixels/pixelDescription';
import { parseBurnedIn } from '../checks/pixelsHidden';
import type { Conformance } from '../conformance/conformance';
import { ConformanceTally } from '../conformance/conformance';
import { dciodvfyInstalled, runDciodvfy } from '../conformance/dciodvfy.node';
import { typeViolations } from '../conformance/typeCheck';
import { TagTable } from '../flatten/tagTable';
import type { Check } from '../key/check';
import type { Mapping } from '../key/mapping';
import type { FoundFile, OpenedFile } from '../scan/findFiles.node';
import { findFiles } from '../scan/findFiles.node';
import { pixelDigest } from '../scan/flatFile.node';
import type { FlatFile } from '../scan/flatFile.node';
import { checkDateTimes, DateOffsets } from './dates';
import type { StrictReport } from './findings';
import { Findings } from './findings';
import { compareFrames } from './imageCompare';
import { checkResiduals, secretsOf } from './residuals';
import { checkUids } from './uids';

/** What is looked at beyond the official checks, file by file, while the score is made. */
export class StrictRun {
  private readonly findings = new Findings();
  private readonly offsets = new DateOffsets();
  private readonly conformance = new ConformanceTally();
  private readonly originals = new Map<string, FoundFile>();
  private readonly pairs: { readonly before: string; readonly after: string; readonly name: string }[] = [];

  constructor(
    private readonly curated: string,
    private readonly input: string | undefined,
    private readonly strict: boolean,
    private readonly mapping: Mapping,
    private readonly known: ReadonlySet<string>,
    private readonly signal: AbortSignal | undefined,
  ) {
    if (!input) return;
    for (const file of findFiles(input, () => undefined, signal).files)
      this.originals.set(file.identity.instance, file);
  }

  /** The file of an instance before de-identification, to be closed after use; null if there is none. */
  original(oldInstance: string): OpenedFile | null {
    return this.originals.get(oldInstance)?.look() ?? null;
  }

  /** @param oldInstance SOP Instance UID before; @param patient old patient identifier */
  async inspect(
    checks: readonly Check[],
    flat: FlatFile,
    found: FoundFile,
    oldInstance: string,
    patient: string,
  ): Promise<void> {
    const before = this.originals.get(oldInstance);
    const opened = before?.open();
    try {
      const original = opened ? new TagTable(opened.file) : null;
      if (this.strict) {
        this.offsets.add(patient, found.path, checks, flat.table);
        checkDateTimes(found.path, flat.table, original, this.findings);
        checkUids(found.path, flat.table, original, this.mapping, this.known, this.findings);
        checkResiduals(found.path, flat.table, checks, secretsOf(checks, patient), this.findings);
      }
      if (!opened || !before) return;
      this.pairs.push({
        before: join(this.input ?? '', before.path),
        after: join(this.curated, found.path),
        name: found.path,
      });
      for (const { path, type, problem } of typeViolations(opened.file, flat.file, found.identity.sopClass)) {
        this.conformance.violation(path, type, problem);
        if (this.strict)
          this.findings.add(
            'iod-violation',
            found.path,
            path,
            `Type ${type}: it was there before and is ${problem} now.`,
          );
      }
      await this.compareImages(checks, opened.file, flat, found.path);
    } finally {
      opened?.close();
    }
  }

  /** Runs dciodvfy on every pair of files and gives what was found. */
  async finish(
    dciodvfy: boolean,
    onProgress: (done: number, total: number) => void,
  ): Promise<{
    readonly strict?: StrictReport;
    readonly conformance?: Conformance;
  }> {
    this.offsets.report(this.findings);
    if (dciodvfy && this.pairs.length > 0 && dciodvfyInstalled()) {
      const queue = [...this.pairs];
      let done = 0;
      const worker = async (): Promise<void> => {
        for (let pair = queue.pop(); pair; pair = queue.pop()) {
          const before = await runDciodvfy(pair.before, this.signal);
          this.conformance.messages(before, await runDciodvfy(pair.after, this.signal));
          onProgress(++done, this.pairs.length);
        }
      };
      await Promise.all(Array.from({ length: availableParallelism() }, worker));
    }
    return {
      ...(this.strict ? { strict: this.findings.report() } : {}),
      ...(this.pairs.length > 0 ? { conformance: this.conformance.report(this.pairs.length) } : {}),
    };
  }

  private async compareImages(
    checks: readonly Check[],
    before: DicomFile,
    flat: FlatFile,
    name: string,
  ): Promise<void> {
    if (!hasPixelData(before) || !hasPixelData(flat.file)) return;
    if (pixelDigest(before) === flat.pixelDigest()) return;
    const boxes = checks.flatMap(check => {
      const burnedIn = check.action === '<pixels_hidden>' ? parseBurnedIn(check.actionText) : null;
      return burnedIn ? [burnedIn.box] : [];
    });
    const a = await firstFrame(before);
    const b = await firstFrame(flat.file);
    const difference = a && b && compareFrames(a, b, boxes);
    if (!difference) return;
    this.findings.images.push({ file: name, ...difference });
    if (this.strict && difference.changedOutside > 0)
      this.findings.add(
        'pixels-outside-boxes',
        name,
        '(7fe0,0010)',
        `${(difference.changedOutside * 100).toFixed(2)} % of the pixels outside the boxes differ in the first frame.`,
      );
  }
}

async function firstFrame(file: DicomFile): Promise<NativeFrame | null> {
  try {
    const description = pixelDescription(file);
    const codecs = await loadFrameCodecs(description.transferSyntax);
    return decodeFrameOf(openFrames(file, description), codecs, 0);
  } catch {
    return null;
  }
}
