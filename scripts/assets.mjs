/** Files of packages that are loaded at run time beside the bundles: [from, to in dist]. */
export const assets = [['node_modules/node-sqlite3-wasm/dist/node-sqlite3-wasm.wasm', 'node-sqlite3-wasm.wasm']];
