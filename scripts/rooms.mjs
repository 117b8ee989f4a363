/**
 * The house plan as data: which room (folder) may import from which. Used by the linter and by the import-graph test.
 * A room not named in a list is forbidden. `vscode` belongs to src/extension alone; `node:*` to jobs, cli, extension and *.node.ts.
 */
export const ROOMS = {
  'src/standard': [],
  'src/dicom': ['src/standard'],
  'src/profile': ['src/standard', 'src/dicom'],
  'src/deid': ['src/profile', 'src/standard', 'src/dicom'],
  'src/pixels': ['src/dicom', 'src/standard'],
  'src/benchmark': ['src/dicom', 'src/standard', 'src/pixels', 'src/deid'],
  'src/protocol': [],
  'src/jobs': ['src/deid', 'src/pixels', 'src/benchmark', 'src/profile', 'src/protocol', 'src/dicom', 'src/standard'],
  'src/cli': [
    'src/jobs',
    'src/deid',
    'src/pixels',
    'src/benchmark',
    'src/profile',
    'src/protocol',
    'src/dicom',
    'src/standard',
  ],
  // Engine and pixels only in the entries of its worker threads: the extension host itself stays small.
  'src/extension': ['src/profile', 'src/protocol', 'src/jobs', 'src/dicom', 'src/standard', 'src/deid', 'src/pixels'],
  'webview-ui': ['src/protocol'],
};

/** Rooms whose every file may use Node's own modules; elsewhere only files named *.node.ts may. */
export const NODE_ROOMS = ['src/jobs', 'src/cli', 'src/extension'];

/** ESLint configuration objects, one per room, that forbid the arrows the plan does not draw. */
export function forbiddenImports() {
  const all = Object.keys(ROOMS);
  const rule = (room, allowNode) => {
    const others = all.filter(r => r !== room && !ROOMS[room].includes(r));
    const patterns = others.map(r => ({
      group: [`**/${r.replace('src/', '')}/**`],
      message: `${room} may not import from ${r} (scripts/rooms.mjs).`,
    }));
    if (room !== 'src/extension') patterns.push({ group: ['vscode'], message: 'Only src/extension imports vscode.' });
    if (!allowNode)
      patterns.push({
        group: ['node:*', 'fs', 'path', 'crypto'],
        message: 'Node modules belong in *.node.ts, jobs, cli and extension.',
      });
    return { 'no-restricted-imports': ['error', { patterns }] };
  };
  return all.flatMap(room => {
    const node = NODE_ROOMS.includes(room);
    const files = [`${room}/**/*.{ts,tsx}`];
    return node
      ? [{ files, rules: rule(room, true) }]
      : [
          { files, ignores: [`${room}/**/*.node.ts`], rules: rule(room, false) },
          { files: [`${room}/**/*.node.ts`], rules: rule(room, true) },
        ];
  });
}
