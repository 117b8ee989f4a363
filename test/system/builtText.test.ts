import { describe, expect, it } from 'vitest';
import { createTextCleaner, defaultTextSettings } from '../../src/deid/text/cleaner';
import { emptyHarvest } from '../../src/deid/text/harvest';
import { allAttributes } from '../../src/standard/dictionary';
import { generate } from '../bench/text/generate';
import { heldOut } from '../bench/text/heldOut';
import { deidbench } from '../support/cli';

/** The build keeps words and tables in files of their own; what it does with them must be what the sources do. */
describe('the built program', () => {
  it('cleans texts as the sources do, names of attributes and texts about people', () => {
    const names = allAttributes().map(attribute => attribute.name);
    const texts = [...names, ...generate(heldOut(), 2000, 5).map(sample => sample.text)].filter(
      text => text !== '' && !/[\r\n]/.test(text),
    );
    const ran = deidbench(['text', '-', '--json'], { input: `${texts.join('\n')}\n` });
    expect(ran.code, ran.stderr).toBe(0);
    const built = ran.stdout.trimEnd().split('\n');
    const cleaner = createTextCleaner(defaultTextSettings);
    const differ = texts.filter(
      (text, i) =>
        built[i] !== JSON.stringify(cleaner.clean(text, { vr: 'LO', mode: 'surgical', multi: false }, emptyHarvest)),
    );
    expect(built).toHaveLength(texts.length);
    expect(texts.length).toBeGreaterThan(6000);
    expect(differ).toEqual([]);
  });
});
