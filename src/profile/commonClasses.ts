import { uidByKeyword } from '../standard/uids';

/** SOP classes that most releases hold: what the linter checks Types against where no sample is attached. */
const BY_MODALITY: Readonly<Record<string, readonly string[]>> = {
  CT: ['CTImageStorage', 'EnhancedCTImageStorage'],
  MR: ['MRImageStorage', 'EnhancedMRImageStorage'],
  PT: ['PositronEmissionTomographyImageStorage'],
  NM: ['NuclearMedicineImageStorage'],
  CR: ['ComputedRadiographyImageStorage'],
  DX: ['DigitalXRayImageStorageForPresentation'],
  MG: ['DigitalMammographyXRayImageStorageForPresentation'],
  US: ['UltrasoundImageStorage', 'UltrasoundMultiFrameImageStorage'],
  XA: ['XRayAngiographicImageStorage'],
  OT: ['SecondaryCaptureImageStorage'],
  RTSTRUCT: ['RTStructureSetStorage'],
  RTPLAN: ['RTPlanStorage'],
  RTDOSE: ['RTDoseStorage'],
  SEG: ['SegmentationStorage'],
  SR: ['BasicTextSRStorage', 'EnhancedSRStorage'],
};

const uidsOf = (keywords: readonly string[]) => keywords.flatMap(k => uidByKeyword(k)?.uid ?? []);

/** UIDs of the common SOP classes, of one modality or of all. */
export function commonClasses(modality?: string): readonly string[] {
  if (modality !== undefined) return uidsOf(BY_MODALITY[modality] ?? []);
  return uidsOf(Object.values(BY_MODALITY).flat());
}
