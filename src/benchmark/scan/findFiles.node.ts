import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DicomFile } from '../../dicom/dicomFile';
import { openDicom } from '../../dicom/openFile';
import { hasPixelData } from '../../pixels/pixelDescription';
import { listFiles } from './listFiles.node';
import type { ClosableSource } from './openSource.node';
import { openSource, WHOLE } from './openSource.node';
import { ReusedMemory } from './reusedMemory';
import type { Identity, SkipReason } from './scannedFile';
import { scanFile } from './scannedFile';

export interface OpenedFile {
  readonly file: DicomFile;
  close(): void;
}

/** A file that takes part in a score. */
export interface FoundFile {
  /** Path relative to the folder, with `/`. */
  readonly path: string;
  readonly identity: Identity;
  /** True if it has pixel data. */
  readonly image: boolean;
  /** Opens the file, or gives what is still open from finding it. */
  open(): OpenedFile;
  /** The same for a look ahead: what is still open stays so for `open`. */
  look(): OpenedFile;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly skipped: readonly { readonly path: string; readonly reason: SkipReason; readonly detail: string }[];
  readonly regularFiles: number;
}

/** Bytes of files and tables that may stay in memory from finding a file to checking it. */
const KEEP = 24 << 20;
const BYTES_PER_ROW = 48;

/** Finds and identifies the files of a folder in the order of their paths. */
export function findFiles(
  root: string,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal | undefined,
): FoundFiles {
  const paths = listFiles(root);
  const files: FoundFile[] = [];
  const skipped: { path: string; reason: SkipReason; detail: string }[] = [];
  const memory = new ReusedMemory();
  let kept = 0;
  paths.forEach((path, i) => {
    signal?.throwIfAborted();
    const full = join(root, path);
    let source: ClosableSource | undefined;
    try {
      const { size } = statSync(full);
      source = openSource(full, size, memory);
      const scan = scanFile(source);
      if (scan.kind === 'skipped') {
        skipped.push({ path, reason: scan.reason, detail: scan.detail });
        source.close();
      } else {
        const cost =
          source.held +
          scan.file.dataSet.count * BYTES_PER_ROW +
          scan.file.dataSource.size * (scan.file.encoding.deflated ? 1 : 0);
        const keep = kept + cost <= KEEP && source.size === size && size <= WHOLE;
        if (keep) kept += cost;
        else source.close();
        files.push(
          foundFile(
            { path, identity: scan.identity, image: hasPixelData(scan.file) },
            full,
            keep ? { file: scan.file, close: source.close, cost } : null,
            freed => (kept -= freed),
            memory,
          ),
        );
      }
    } catch (error) {
      source?.close();
      const code = (error as NodeJS.ErrnoException).code;
      if (code === undefined) throw error;
      skipped.push({ path, reason: 'unreadable', detail: `the system says ${code}` });
    }
    onProgress(i + 1, paths.length);
  });
  return { files, skipped, regularFiles: paths.length };
}

function foundFile(
  facts: Pick<FoundFile, 'path' | 'identity' | 'image'>,
  full: string,
  kept: (OpenedFile & { readonly cost: number }) | null,
  release: (cost: number) => void,
  memory: ReusedMemory,
): FoundFile {
  let held = kept;
  return {
    ...facts,
    open: () => {
      if (held) {
        const { file, close, cost } = held;
        held = null;
        return {
          file,
          close: () => {
            close();
            release(cost);
          },
        };
      }
      return openAnew(full, memory);
    },
    look: () => (held ? { file: held.file, close: () => undefined } : openAnew(full, memory)),
  };
}

function openAnew(path: string, memory: ReusedMemory): OpenedFile {
  const source = openSource(path, statSync(path).size, memory);
  return { file: openDicom(source), close: () => source.close() };
}
