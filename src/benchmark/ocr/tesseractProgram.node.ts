import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { GreyImage } from '../../pixels/ocr/ocrReader';
import { greyTiff } from './tiff';

/** Path of the installed `tesseract` program; null without one. Starting it to find out would cost as much as reading. */
export function programPath(): string | null {
  const name = process.platform === 'win32' ? 'tesseract.exe' : 'tesseract';
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder === '') continue;
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      if (statSync(path).isFile()) return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/**
 * Reads images with the program, all in one go: loading its model takes longer than reading. They go through a pipe as the
 * pages of a TIFF and never touch a disk. Null for what the program cannot read.
 */
export async function readWithProgram(
  program: string,
  images: readonly GreyImage[],
): Promise<readonly (string | null)[]> {
  const output = await run(program, images);
  if (output !== null) {
    // A form feed between pages; older releases put one after each.
    const pages = output.split('\f');
    if (pages.length === images.length + 1 && pages[images.length].trim() === '') pages.pop();
    if (pages.length === images.length) return pages;
  }
  if (images.length === 1) return [output];
  // A build that knows no pages, or one image that it stumbles over.
  const texts: (string | null)[] = [];
  for (const image of images) texts.push((await readWithProgram(program, [image]))[0]);
  return texts;
}

function run(program: string, images: readonly GreyImage[]): Promise<string | null> {
  return new Promise(done => {
    const child = spawn(program, ['stdin', 'stdout', '--psm', '6'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      // Its threads wait for each other by spinning: on small images they only burn time.
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.stdin.on('error', () => undefined);
    child.on('error', () => done(null));
    child.on('close', code => done(code === 0 ? text : null));
    child.stdin.end(greyTiff(images));
  });
}
