import { encodeFile, type NewElement } from './dataSet';
import { basicTextSr, rtStructureSet, segmentation } from './documents';
import { crImage, ctImage, dxImage, mgImage, mrImage, ptImage, SopClass, usImage } from './images';
import { implementation, type Place } from './modules';

/** One instance of the embedded source, built when asked for. */
export interface EmbeddedInstance {
  /** Where the instance would lie in a folder: patient, study, series, number. */
  readonly path: string;
  readonly build: () => Uint8Array;
}

const CT_SLICES = 6;
const MR_SLICES = 5;
const PT_SLICES = 6;

/**
 * The embedded source: five patients with CT, MR, US, CR, DX, PT, MG, SR, RTSTRUCT and SEG instances, made by procedure. Small,
 * valid, without any identifying value, and the same every time, so that demonstrations and tests need no data.
 */
export function embeddedSource(): EmbeddedInstance[] {
  const list: EmbeddedInstance[] = [];
  const add = (p: Place, make: () => NewElement[]): void => {
    list.push({
      path: `patient${p.patient}/study${p.study}/series${p.series}/${String(p.instance).padStart(4, '0')}.dcm`,
      build: () => encodeFile(make(), implementation),
    });
  };
  const series = (
    patient: number,
    study: number,
    number: number,
    count: number,
    make: (p: Place) => NewElement[],
  ): void => {
    for (let instance = 1; instance <= count; instance++) {
      const p: Place = { patient, study, series: number, instance };
      add(p, () => make(p));
    }
  };
  const ct: Place = { patient: 1, study: 1, series: 1, instance: 1 };
  series(1, 1, 1, CT_SLICES, p => ctImage(p, CT_SLICES, 'CHEST 5/5mm'));
  series(1, 1, 2, CT_SLICES, p => ctImage(p, CT_SLICES, 'LUNG 5mm, Gated, 0.0%'));
  series(1, 1, 3, 1, p => segmentation(p, ct, CT_SLICES));
  series(1, 1, 4, 1, p => rtStructureSet(p, ct, CT_SLICES));
  series(1, 1, 5, 1, p =>
    basicTextSr(p, ct, SopClass.CT, ['Nodule 5.5 mm in the right upper lobe', 'No pleural effusion']),
  );
  series(2, 1, 1, MR_SLICES, p => mrImage(p, MR_SLICES, 'AX T2 FSE'));
  series(2, 1, 2, MR_SLICES, p => mrImage(p, MR_SLICES, 'LOCALIZER (3-plane)'));
  series(3, 1, 1, 4, usImage);
  series(3, 2, 1, 2, crImage);
  series(4, 1, 1, PT_SLICES, p => ptImage(p, PT_SLICES));
  series(4, 1, 2, 4, p => ctImage(p, 4, 'CT AC'));
  series(4, 1, 3, 1, p =>
    basicTextSr(p, { patient: 4, study: 1, series: 1, instance: 1 }, SopClass.PT, [
      'Uptake in the mediastinum, SUVmax 7.2',
    ]),
  );
  series(5, 1, 1, 2, mgImage);
  series(5, 2, 1, 2, dxImage);
  return list;
}
