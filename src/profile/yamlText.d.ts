/** YAML files are imported as text (esbuild's text loader; a plugin of the same meaning in vitest.config.mts). */
declare module '*.yaml' {
  const text: string;
  // eslint-disable-next-line no-restricted-syntax -- the loaders of esbuild and vitest give a default export
  export default text;
}
