/** Enumerated Values of PS3.3 for attributes that profiles set or test. */
const ENUMERATED: ReadonlyMap<number, readonly string[]> = new Map([
  [0x00100040, ['M', 'F', 'O']],
  [0x00102203, ['ALTERED', 'UNALTERED']],
  [0x00120062, ['YES', 'NO']],
  [0x00200060, ['R', 'L']],
  [0x00200062, ['R', 'L', 'U', 'B']],
  [0x00280002, ['1', '3', '4']],
  [0x00280006, ['0', '1']],
  [0x00280103, ['0', '1']],
  [0x00280300, ['YES', 'NO', 'BOTH']],
  [0x00280301, ['YES', 'NO']],
  [0x00280302, ['YES', 'NO']],
  [0x00280303, ['UNMODIFIED', 'MODIFIED', 'REMOVED']],
  [0x00282110, ['00', '01']],
  [0x20500020, ['IDENTITY', 'INVERSE', 'LIN OD']],
  [0x0040a491, ['PARTIAL', 'COMPLETE']],
  [0x0040a493, ['UNVERIFIED', 'VERIFIED']],
  [0x00080068, ['FOR PRESENTATION', 'FOR PROCESSING']],
  [0x00189004, ['PRODUCT', 'RESEARCH', 'SERVICE']],
  [0x04000565, ['COERCE', 'CORRECT']],
]);

/** The Enumerated Values of an attribute, where the linter knows them. */
export function enumeratedValues(tag: number): readonly string[] | undefined {
  const values = ENUMERATED.get(tag >>> 0);
  return values && values.length > 0 ? values : undefined;
}

/** Defined Terms of Modality (0008,0060), PS3.3 C.7.3.1.1.1, retired ones included: old files have them. */
export const MODALITIES: readonly string[] = (
  'ANN AR ASMT AU BDUS BI BMD CFM CR CT CTPROTOCOL DMS DG DOC DX ECG EEG EMG EOG EPS ES FID GM HC HD IO IOL IVOCT IVUS KER ' +
  'KO LEN LS MG MR M3D NM OAM OCT OP OPM OPR OPT OPTBSV OPTENF OPV OSS OT PA PLAN POS PR PT PX REG RESP RF RG RTDOSE RTIMAGE ' +
  'RTINTENT RTPLAN RTRAD RTRECORD RTSEGANN RTSTRUCT RWV SEG SM SMR SR SRF STAIN TEXTUREMAP TG US VA XA XAPROTOCOL XC ' +
  'AS CD CF CP CS DD DF DM DS EC FA FS LP MA MS OPT ST VF'
).split(' ');
