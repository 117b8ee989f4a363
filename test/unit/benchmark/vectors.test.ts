import { describe, expect, it } from 'vitest';
import { TOKENIZER_PROFILES } from '../../../src/benchmark/tokenizer/profiles';
import { wordTokens } from '../../../src/benchmark/tokenizer/words';
import { TextValidator } from '../../../src/benchmark/validateText';
import { hasShared, jsonLines } from './support/shared';

describe.skipIf(!hasShared)('vectors of the official scripts', () => {
  for (const profile of TOKENIZER_PROFILES) {
    it(`gives every token list of NLTK ${profile}`, () => {
      const lines = jsonLines<{ t: string; k: string[] }>(`benchmark/vectors/tokens_${profile}.jsonl.gz`);
      expect(lines.length).toBeGreaterThan(4000);
      const wrong = lines
        .map(line => ({ ...line, ours: wordTokens(line.t, profile) }))
        .filter(line => JSON.stringify(line.ours) !== JSON.stringify(line.k));
      expect(wrong).toEqual([]);
    });

    it(`gives every verdict on a pair of texts under NLTK ${profile}`, () => {
      const lines = jsonLines<{
        f: string;
        a: string;
        m: 'retain' | 'remove';
        p?: boolean;
        s?: number;
        x?: string;
      }>(`benchmark/vectors/text_${profile}.jsonl.gz`);
      expect(lines.length).toBeGreaterThan(9000);
      const validator = new TextValidator(profile);
      const wrong = lines.filter(line => {
        const verdict = validator.validate(line.f, line.a, line.m);
        return line.x !== undefined ? verdict !== null : verdict?.passed !== line.p || verdict?.score !== line.s;
      });
      expect(wrong).toEqual([]);
    });
  }
});
