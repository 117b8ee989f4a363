import { describe, expect, it } from 'vitest';
import { triage } from '../../../src/pixels/triage';
import { element } from '../../support/dicomBytes.mjs';
import { imageFile, type TestImage } from '../../support/imageFile';

const CT = '1.2.840.10008.5.1.4.1.1.2';
const judge = (over: Partial<TestImage>) =>
  triage(imageFile({ rows: 2, columns: 2, pixels: new Uint8Array(4), ...over }));

describe('the risk of burned-in text', () => {
  it.each([
    ['an axial CT', { sopClass: CT, modality: 'CT' }, 'low'],
    ['a chest radiograph', { sopClass: '1.2.840.10008.5.1.4.1.1.1.1', modality: 'DX' }, 'medium'],
    ['an ultrasound', { sopClass: '1.2.840.10008.5.1.4.1.1.6.1', modality: 'US' }, 'high'],
    ['a secondary capture', { sopClass: '1.2.840.10008.5.1.4.1.1.7', modality: 'CT' }, 'high'],
    ['a segmentation', { sopClass: '1.2.840.10008.5.1.4.1.1.66.4', modality: 'SEG' }, 'none'],
    ['a dose grid', { sopClass: '1.2.840.10008.5.1.4.1.1.481.2', modality: 'RTDOSE' }, 'none'],
  ])('of %s', (_, over, risk) => {
    expect(judge(over).risk).toBe(risk);
  });

  it('is high if the header says so, whatever the class', () => {
    const more = [{ tag: 0x00280301, vr: 'CS', value: 'YES' }];
    expect(judge({ sopClass: '1.2.840.10008.5.1.4.1.1.66.4', modality: 'SEG', more }).risk).toBe('high');
  });

  it('is not lowered by a device that says NO', () => {
    const more = [{ tag: 0x00280301, vr: 'CS', value: 'NO' }];
    const verdict = judge({ sopClass: CT, modality: 'CT', more });
    expect(verdict.risk).toBe('low');
    expect(verdict.reasons).toContain('burned-in-no');
  });

  it('is high for screen captures of any scanner', () => {
    const more = [{ tag: 0x00080008, vr: 'CS', value: 'DERIVED\\SECONDARY\\SCREEN SAVE' }];
    expect(judge({ sopClass: CT, modality: 'CT', more }).risk).toBe('high');
  });

  it('comes with the regions an ultrasound says hold the image', () => {
    const ul = (n: number) => new Uint8Array(Uint32Array.from([n]).buffer);
    const region = [
      element(0x00186018, 'UL', ul(10)),
      element(0x0018601a, 'UL', ul(20)),
      element(0x0018601c, 'UL', ul(109)),
      element(0x0018601e, 'UL', ul(69)),
    ];
    const verdict = judge({ modality: 'US', more: [{ tag: 0x00186011, vr: 'SQ', value: [region] }] });
    expect(verdict.ultrasoundRegions).toEqual([{ x: 10, y: 20, width: 100, height: 50 }]);
  });
});
