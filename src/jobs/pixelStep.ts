import type { PatientContext } from '../deid/patientContext';
import type { PixelOutcome } from '../deid/outcome';
import type { DicomFile } from '../dicom/dicomFile';
import { findRow } from '../dicom/rows';
import { stringValues } from '../dicom/values';
import type { PixelReport } from '../pixels/cleanPixels';
import { cleanPixels } from '../pixels/cleanPixels.node';
import { PixelDataError } from '../pixels/errors';
import { headerIdentifiers } from '../pixels/headerIdentifiers';
import type { OcrReader } from '../pixels/ocr/ocrReader';
import { openOcrReader } from '../pixels/ocr/tesseractReader.node';
import { SeriesMemory } from '../pixels/seriesMemory';
import { triage } from '../pixels/triage';
import { compileConditions } from '../profile/conditions';
import type { ResolvedProfile } from '../profile/model';

export type PixelStepResult =
  | { readonly status: 'done'; readonly outcome?: PixelOutcome; readonly report?: PixelReport }
  | { readonly status: 'quarantined'; readonly code: string; readonly message: string };

/** Cleans the pixels of one file before its attributes are de-identified. */
export interface PixelStep {
  /** @param pieceOfSeries names the slices that are looked at together; they come one after the other, in path order. */
  clean(file: DicomFile, patient: PatientContext, pieceOfSeries: string): Promise<PixelStepResult>;
  close(): Promise<void>;
}

/** Facts of a patient that could be drawn on an image: who and where, not the many dates. */
const DRAWN_FACTS: ReadonlySet<string> = new Set(['person', 'identifier', 'institution', 'address']);

/**
 * The pixel step a profile asks for: device recipes always, the search for burned-in text with the Clean Pixel Data option
 * (PS3.15 E.3.1). Character recognition starts with the first image that needs it.
 */
export function createPixelStep(profile: ResolvedProfile): PixelStep {
  const recipes = profile.pixels.regions.map(recipe => ({
    applies: compileConditions(recipe.when),
    boxes: recipe.blank.map(([x, y, width, height]) => ({ x, y, width, height })),
  }));
  const search = profile.options.has('CleanPixelData') ? profile.pixels.detect : 'off';
  let reader: OcrReader | undefined;
  let seriesMemory = new SeriesMemory();
  let piece = '';

  return {
    async clean(file, patient, pieceOfSeries) {
      // A memory that lived longer would make the result depend on which worker did what before.
      if (pieceOfSeries !== piece) {
        seriesMemory = new SeriesMemory();
        piece = pieceOfSeries;
      }
      const instance = (tag: number): readonly string[] => {
        const row = findRow(file.dataSet, tag);
        return row < 0 ? [] : stringValues(file, row);
      };
      const regions = recipes.filter(r => r.applies(instance)).flatMap(r => r.boxes);
      if (search === 'off' && regions.length === 0) return { status: 'done' };
      try {
        if (search !== 'off' && (search === 'always' || triage(file).risk !== 'none')) reader ??= await openOcrReader();
        const identifiers = new Set(headerIdentifiers(file));
        for (const fact of patient.harvest.facts) if (DRAWN_FACTS.has(fact.kind)) identifiers.add(fact.value);
        const report = await cleanPixels(file, {
          mode: profile.pixels.mode,
          detect: search,
          regions,
          identifiers: [...identifiers],
          reader,
          seriesMemory,
        });
        return { status: 'done', outcome: report.outcome, report };
      } catch (error) {
        if (!(error instanceof PixelDataError)) throw error;
        if (profile.pixels.whenUndecodable === 'keep' && regions.length === 0) return { status: 'done' };
        return {
          status: 'quarantined',
          code: `pixels-${error.code}`,
          message: `its pixels must be looked at and cannot be: ${error.message}`,
        };
      }
    },
    close: async () => {
      await reader?.close();
      reader = undefined;
    },
  };
}
