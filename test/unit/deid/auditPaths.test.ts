import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AuditPaths } from '../../../src/deid/auditPaths';
import { memorySource } from '../../../src/dicom/byteSource';
import { NotDicomError, openDicom } from '../../../src/dicom/openFile';
import { tagPath } from '../../../src/dicom/tagPath';

const samples = '../shared/dicom';

describe.skipIf(!existsSync(samples))('paths of the audit', () => {
  it('are spelled as tagPath spells them, private and nested elements included', () => {
    let rows = 0;
    const files = readdirSync(samples, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
    for (const entry of files) {
      const bytes = readFileSync(join(entry.parentPath ?? entry.path, entry.name));
      if (bytes.length > 1_000_000) continue;
      let file;
      try {
        file = openDicom(memorySource(bytes));
      } catch (error) {
        if (error instanceof NotDicomError) continue;
        throw error;
      }
      const paths = new AuditPaths(file);
      for (let row = 0; row < Math.min(file.dataSet.count, 1000); row++) {
        if (paths.of(row) !== tagPath(file, row)) expect(paths.of(row)).toBe(tagPath(file, row));
        rows++;
      }
    }
    expect(rows).toBeGreaterThan(1000);
  });
});
