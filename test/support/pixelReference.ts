import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDicom } from '../../src/dicom/openFile';
import { memorySource } from '../../src/dicom/byteSource';
import { openFrames } from '../../src/pixels/frames';
import { pixelDescription, type PixelDescription } from '../../src/pixels/pixelDescription';

const run = promisify(execFile);

/** Frames another program decoded. */
export interface ReferenceFrames {
  readonly description: PixelDescription;
  readonly frames: readonly Uint8Array[];
}

/** True where gdcm and dcmtk are installed (they are in continuous integration). */
export const hasReferenceTools = ['gdcmconv', 'dcmdjpeg'].every(t => existsSync(`/usr/bin/${t}`));

/** A file's frames as gdcm and as dcmtk decode them; empty if neither can. They do not always agree. */
export async function referenceFrames(path: string, transferSyntax: string): Promise<ReferenceFrames[]> {
  const folder = mkdtempSync(join(tmpdir(), 'deidbench-pixels-'));
  const out = join(folder, 'out.dcm');
  const dcmtk = /\.4\.8[01]$/.test(transferSyntax)
    ? 'dcmdjpls'
    : /\.2\.5$/.test(transferSyntax)
      ? 'dcmdrle'
      : 'dcmdjpeg';
  const found: ReferenceFrames[] = [];
  try {
    for (const [tool, args] of [
      ['gdcmconv', ['--raw', path, out]],
      [dcmtk, dcmtk === 'dcmdjpeg' ? ['+cn', path, out] : [path, out]],
    ] as const) {
      try {
        await run(tool, [...args], { timeout: 60_000 });
        const file = openDicom(memorySource(readFileSync(out)));
        const description = pixelDescription(file);
        const store = openFrames(file, description);
        if (store.encapsulated) continue;
        found.push({
          description,
          frames: Array.from({ length: description.frames }, (_, i) => store.raw(i)),
        });
      } catch {
        // The other tool may know better.
      }
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
