import { describe, expect, it } from 'vitest';
import { hasTermForm } from '../../../../src/deid/text/termForm';
import { clean, harvestOf } from './support';

describe('words that identify nobody', () => {
  it.each([
    'LIMITED BY PALMITATE',
    'limited by troth',
    'Image quality degraded by Xyzal.',
    'processed by Locametz',
    'MADE BY A ROSE',
    'MARKED BY ROUND WHITE AREAS',
    'Reviewer Name',
    'Patient Last Name',
    'Patients Maiden Name',
    'Anticonvulsant (trade name Zarontin) given.',
    'Sequence name: Bravo',
    'patient heparinization',
    'PATIENT RETINOTHALAMIC STAPHYLOCOCCIC',
    'sent for Kirschner device',
    'no evidence of Crawford in the study.',
    'performed at PACU',
    'seen at UVJ',
    'PT GIVEN XOFIGO 10 ML',
    'Patient speaks Tagalog',
    '99m Tc scan',
    '99M TC SCAN',
    'Temp 101F today',
    'According to protocol, no contrast.',
    'RN notified of pain',
    'seen by RN at bedside',
    'driver side airbag deployed',
    'STUDENT ATHLETE, KNEE PAIN',
    'ECG, 12 LEAD ST',
    'MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1',
  ])('keeps "%s"', text => {
    expect(clean(text).text).toBe(text);
  });

  it.each([
    ['logged by A. Cotton', 'logged by'],
    ['evaluate for John Smith', 'evaluate for'],
    ['READ BY A SMITH', 'READ BY'],
    ['Reviewer Name: Harold Pinkney', 'Reviewer Name:'],
    ['performed at KSGH', 'performed at'],
    ['STUDENT AKIRA KILGORE OBSERVED', 'STUDENT OBSERVED'],
    ['ED doc Zaman aware', 'ED doc aware'],
    ['TRIAGE RN MINSEO OGLESBY', 'TRIAGE RN'],
    ['On call: Tesfaye', 'On call:'],
    ['FINAL READ PENDING DUBOIS', 'FINAL READ PENDING'],
    ['Grandson Nathaniel Huntington interprets for her.', 'Grandson interprets for her.'],
    ['Found at 58431 Sunset Ridge Pl', 'Found at'],
    ['EMS pickup 9702 Cottonwood Ave', 'EMS pickup'],
    ['NUCHAL FOLD, 926 HARVEST WAY', 'NUCHAL FOLD'],
    ['Stroke alert, 28 Linden Dr', 'Stroke alert'],
    ['100F abdominal pain', 'abdominal pain'],
    ['According to Erin, his wife, symptoms began', 'According to, his wife, symptoms began'],
    ['BIOPSY BY HUFFMAN AND TEAM', 'BIOPSY BY AND TEAM'],
    ['Acting chief Randall Huffman, DO', 'Acting chief, DO'],
    ['Sent by Old Mill Family Clinic', 'Sent by'],
    ['Outside study, Vista Grande General Hospital', 'Outside study'],
    ['Address 18 Kingsway, Cardiff CF10 3FD', 'Address'],
    ['3D Knee, PO Box 6874, Sioux Falls, SD 54281', '3D Knee'],
    ['NEIGHBOR KURT TOVAR FOUND HIM ON THE FLOOR.', 'NEIGHBOR FOUND HIM ON THE FLOOR.'],
  ])('still removes the name from "%s"', (text, left) => {
    expect(clean(text).text).toBe(left);
  });

  it.each([
    ['Wood, Barium Swallow', 'Wood^Pat', 'Barium Swallow'],
    ['Huang, XR Heel', 'Huang^Wei', 'XR Heel'],
    ['Rib Detail^Le', 'Le^Ngoc', 'Rib Detail'],
  ])(
    'removes the surname of the patient before a comma or behind a caret from "%s", whatever else it means',
    (text, name, left) => {
      expect(clean(text, harvestOf({ PatientName: name })).text).toBe(left);
    },
  );

  it('ends a sentence at a short word in small letters before a name', () => {
    const harvest = harvestOf({ PatientName: 'Fairchild^Ulysses' });
    expect(clean('Patient lehnt Kontrastmittel ab. Ulysses Fairchild kommt wieder.', harvest).text).toBe(
      'Patient lehnt Kontrastmittel ab. kommt wieder.',
    );
  });

  it('tells an unknown term by its ending or beginning', () => {
    expect(hasTermForm('palmitoylation')).toBe(true);
    expect(hasTermForm('microdialysator')).toBe(true);
    expect(hasTermForm('kowalczuk')).toBe(false);
    expect(hasTermForm('ation')).toBe(false);
  });
});
