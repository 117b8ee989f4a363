import { describe, expect, it } from 'vitest';
import { ScoreError } from '../../../src/benchmark/scoreOptions';
import { UsageError } from '../../../src/cli/exit';
import { KnowledgeBaseError } from '../../../src/deid/knowledgeBase';
import { NotDicomError } from '../../../src/dicom/openFile';
import { OutputExistsError } from '../../../src/dicom/writeParts.node';
import { RunError } from '../../../src/jobs/runError';
import { PixelDataError } from '../../../src/pixels/errors';
import { RemoteError } from '../../../src/protocol/rpc';
import { isWrittenForUsers, kindOf, sentenceOf, UserError } from '../../../src/protocol/userError';

describe('what may be said of an error', () => {
  it('is its own sentence if it was written for users', () => {
    const text = 'Do something else.';
    const own = [
      new UserError(text),
      new UsageError(text),
      new RunError(text),
      new ScoreError(text),
      new KnowledgeBaseError(text),
      new NotDicomError(text, 0),
      new PixelDataError('undecodable-frame', text),
      new OutputExistsError(text),
      new RemoteError('TypeError', text),
      new (class Special extends UserError {})(text),
    ];
    expect(own.map(sentenceOf)).toEqual(own.map(() => text));
    expect(own.every(isWrittenForUsers)).toBe(true);
  });

  it('is only the kind of any other, whose message may quote a value', () => {
    const quoting = [
      new TypeError('Doe^Jane'),
      Object.assign(new Error("ENOENT: no such file, open '/Doe^Jane'"), { code: 'ENOENT', syscall: 'open' }),
      Object.assign(new Error('x'), { code: 'Doe^Jane' }),
      'Doe^Jane',
      { message: 'Doe^Jane' },
    ];
    expect(quoting.map(kindOf)).toEqual(['TypeError', 'ENOENT', 'Error', 'string', 'object']);
    expect(quoting.map(sentenceOf).join('\n')).not.toContain('Doe');
    expect(sentenceOf(quoting[0])).toContain('report');
  });
});
