import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM } from 'tesseract.js';
import { runtimeFile } from '../runtimeFiles.node';
import type { GreyImage, OcrReader } from './ocrReader';

/** Name of the worker script beside the bundle; from source it runs as it is. */
const SCRIPT = ['ocrWorker.js', 'ocrWorker.cjs'];

/**
 * Starts OCR in a worker thread, with the engine and the English model of this installation: paths are
 * given for all of it, so nothing is fetched. Close it, or the process stays alive.
 * @param shows what each image is taken for: one line of text, or a block of lines
 */
export async function openOcrReader(shows: 'line' | 'block' = 'line'): Promise<OcrReader> {
  const model = runtimeFile('eng.traineddata.br', '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz');
  const script = SCRIPT.map(name => join(__dirname, name)).find(existsSync);
  if (script === undefined) throw new Error(`The reader of text in images is not installed in ${__dirname}.`);
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: dirname(model),
    gzip: false, // the script knows how the model is stored
    workerPath: script,
    cacheMethod: 'none',
    // Failures come back through the promise of the read; the default also throws them where nobody can catch them.
    errorHandler: () => undefined,
  });
  await worker.setParameters({
    tessedit_pageseg_mode: shows === 'line' ? PSM.SINGLE_LINE : PSM.SINGLE_BLOCK,
    preserve_interword_spaces: '1',
    user_defined_dpi: '150',
  });
  return {
    read: async image => {
      const { data } = await worker.recognize(Buffer.from(pgm(image)), {}, { text: true });
      return { text: data.text.trim(), confidence: data.confidence };
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/** Portable grey map, the simplest format the engine reads. */
function pgm({ width, height, grey }: GreyImage): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const out = new Uint8Array(header.length + grey.length);
  out.set(header);
  out.set(grey, header.length);
  return out;
}
