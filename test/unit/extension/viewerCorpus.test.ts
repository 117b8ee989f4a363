import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/dicom/byteSource';
import { NotDicomError } from '../../../src/dicom/openFile';
import { ViewerModel } from '../../../src/extension/editors/model/viewerModel';
import type { RowQuery } from '../../../src/protocol/headerViewer';

const shared = resolve(import.meta.dirname, '../../../../shared/dicom');
const QUERY: RowQuery = { filter: '', expanded: [], expandAll: true, profile: '' };

describe.skipIf(!existsSync(shared))('every sample file', () => {
  it('can be shown, filtered and exported, or says why not', () => {
    const refused: string[] = [];
    for (const name of readdirSync(shared).filter(name => name !== 'catalog.csv')) {
      try {
        const model = new ViewerModel(memorySource(readFileSync(join(shared, name))), name, () => undefined);
        const { rowCount } = model.summary();
        const page = model.rows(QUERY, 0, 5000);
        expect(page.total, name).toBe(rowCount);
        expect(
          page.rows.every(row => row.path !== '' && row.name !== ''),
          name,
        ).toBe(true);
        for (const row of page.rows.slice(0, 400)) model.value(row.id, '');
        model.rows({ ...QUERY, filter: 'smith -private:true' }, 0, 100);
        JSON.parse(model.exportText(QUERY, 'json'));
      } catch (error) {
        if (!(error instanceof NotDicomError)) throw new Error(`${name}: ${String(error)}`, { cause: error });
        refused.push(name);
      }
    }
    expect(refused.length).toBeLessThan(10);
  });
});
