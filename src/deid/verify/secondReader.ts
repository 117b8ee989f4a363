import { parseDicom } from 'dicom-parser';
import { inflateSync } from 'fflate';

/**
 * Reads a file with another program's parser, so that a fault of ours can not hide behind itself.
 * @returns the number of elements at the top of the data set, or the reason it could not be read.
 */
export function secondReader(bytes: Uint8Array): { readonly elements: number } | { readonly failure: string } {
  try {
    const dataSet = parseDicom(bytes, {
      inflater: (all: Uint8Array, position: number) => {
        const inflated = inflateSync(all.subarray(position));
        const joined = new Uint8Array(position + inflated.length);
        joined.set(all.subarray(0, position));
        joined.set(inflated, position);
        return joined;
      },
    });
    return { elements: Object.keys(dataSet.elements).filter(tag => !tag.startsWith('x0002')).length };
  } catch (error) {
    // Its messages name offsets and tags, but are not ours to vouch for.
    return { failure: error instanceof Error ? error.name : 'error' };
  }
}
