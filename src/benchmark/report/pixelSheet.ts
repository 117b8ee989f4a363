import type { ResultRow } from '../results/resultRow';
import type { Cell, Sheet } from './scoringSheets';

const HEADER = [
  null,
  'check_passed',
  'check_score',
  'action',
  'action_text',
  'file_path',
  'modality',
  'class',
  'patient',
  'study',
  'series',
  'instance',
];

/** `pixel_validation.xlsx`: every `pixels_hidden` row, for someone to look at the images and correct the outcome. */
export function pixelSheet(rows: readonly ResultRow[]): Sheet {
  return {
    name: 'Sheet1',
    rows: [
      HEADER,
      ...rows.map((row): Cell[] => {
        const { identity, check } = row;
        return [
          row.index,
          row.passed,
          row.score,
          check.action,
          check.actionText,
          'None',
          identity.modality,
          identity.sopClass,
          // In the key the identifier of a patient is a number.
          row.missing && /^\d+$/.test(identity.patient) ? Number(identity.patient) : identity.patient,
          identity.study,
          identity.series,
          identity.instance,
        ];
      }),
    ],
  };
}
