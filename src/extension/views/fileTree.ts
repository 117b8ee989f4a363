import type { FoundFile } from './scanFolder';

/** Patient, study, series and file as the view nests them. */
export type FileNode =
  | { readonly kind: 'group'; readonly level: Level; readonly label: string; readonly children: readonly FileNode[] }
  | { readonly kind: 'file'; readonly path: string };

export type Level = 'patient' | 'study' | 'series';

/** Groups files by patient, study and series; groups sorted by label, files by instance number and path. */
export function fileTree(files: readonly FoundFile[]): FileNode[] {
  return group(
    files,
    'patient',
    f => f.patient,
    f => f.patient || 'no Patient ID',
    ofPatient =>
      group(
        ofPatient,
        'study',
        f => f.study,
        f => f.studyLabel || f.study || 'no study',
        ofStudy =>
          group(
            ofStudy,
            'series',
            f => f.series,
            f => f.seriesLabel || f.series || 'no series',
            leaves,
          ),
      ),
  );
}

function group(
  files: readonly FoundFile[],
  level: Level,
  key: (file: FoundFile) => string,
  label: (file: FoundFile) => string,
  inner: (files: readonly FoundFile[]) => FileNode[],
): FileNode[] {
  const groups = new Map<string, FoundFile[]>();
  for (const file of files) {
    const members = groups.get(key(file));
    if (members) members.push(file);
    else groups.set(key(file), [file]);
  }
  return [...groups.values()]
    .map((members): FileNode => ({ kind: 'group', level, label: label(members[0]), children: inner(members) }))
    .sort((a, b) => labelOf(a).localeCompare(labelOf(b), 'en'));
}

function leaves(files: readonly FoundFile[]): FileNode[] {
  return [...files]
    .sort((a, b) => a.number - b.number || a.path.localeCompare(b.path, 'en', { numeric: true }))
    .map(({ path }) => ({ kind: 'file', path }));
}

function labelOf(node: FileNode): string {
  return node.kind === 'group' ? node.label : node.path;
}
