import manifest from '../../package.json';

/** Version of the product, from package.json at build time. */
export const version: string = manifest.version;
