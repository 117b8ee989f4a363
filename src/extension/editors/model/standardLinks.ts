import { confidentialityRow } from '../../../standard/confidentiality';
import { attributeByTag } from '../../../standard/dictionary';
import { iodOf } from '../../../standard/iod';
import { moduleSection } from '../../../standard/moduleSections';
import { childrenOf, moduleNode } from '../../../standard/modules';
import { isPrivateTag } from '../../../dicom/privateCreator';
import { uidEntry } from '../../../standard/uids';
import type { StandardLink } from '../../../protocol/headerViewer';
import { firstText, textOf } from './nodeValue';
import type { LoadedFile } from './loadedFile';
import { creatorOf, kindOf, vrOf } from './nodeFacts';

/**
 * The current edition on the official site. Its pages come in two forms: `html/partNN.html`, a whole part, and
 * `chtml/partNN/<chapter or section>.html`. In both a section has the anchor `sect_<number>` and a table `table_<number>`.
 * A row has no anchor of its own: a text directive (`:~:text=`) names its tag, and browsers that do not know it go to the table.
 */
const EDITION = 'https://dicom.nema.org/medical/dicom/current/output';

/** A table of the standard, at the row with a tag or another registered text. */
function tableRow(page: string, table: string, row: string): string {
  // Hyphens and commas separate the parts of a text directive and are always escaped in it.
  const text = encodeURIComponent(row).replace(/-/g, '%2D');
  return `${EDITION}/chtml/${page}.html#table_${table}:~:text=${text}`;
}

/** A section of a part, by the part's one page: where a section is cut into pages of its own does not matter there. */
function section(part: string, number: string): string {
  return `${EDITION}/html/part${part}.html#sect_${number}`;
}

/** An option of PS3.15 E.3. */
export function optionLink(option: string): StandardLink | undefined {
  const number = OPTION_SECTIONS[option];
  return number ? { label: `PS3.15 ${number}`, href: `${EDITION}/chtml/part15/sect_${number}.html` } : undefined;
}

const OPTION_SECTIONS: Readonly<Record<string, string>> = {
  CleanPixelData: 'E.3.1',
  CleanRecognizableVisualFeatures: 'E.3.2',
  CleanGraphics: 'E.3.3',
  CleanStructuredContent: 'E.3.4',
  CleanDescriptors: 'E.3.5',
  RetainLongitudinalFullDates: 'E.3.6',
  RetainLongitudinalModifiedDates: 'E.3.6',
  RetainPatientCharacteristics: 'E.3.7',
  RetainDeviceIdentity: 'E.3.8',
  RetainUIDs: 'E.3.9',
  RetainSafePrivate: 'E.3.10',
  RetainInstitutionIdentity: 'E.3.11',
};

/** Where the standard speaks of a data element: its row in PS3.6, its module in PS3.3, its row in Table E.1-1, its VR. */
export function standardLinks(file: LoadedFile, id: number): StandardLink[] {
  const kind = kindOf(file, id);
  if (kind === 'item') return [{ label: 'PS3.5 7.5 Nesting of Data Sets', href: section('05', '7.5') }];
  if (kind === 'fragment') return [{ label: 'PS3.5 A.4 Encapsulation', href: section('05', 'A.4') }];
  const tag = file.tag(id);
  if (isPrivateTag(tag)) return privateLinks(file, id);
  return [...dictionaryLinks(tag), ...moduleLinks(file, id), ...profileLinks(tag), ...valueLinks(file, id)];
}

function privateLinks(file: LoadedFile, id: number): StandardLink[] {
  const creator = creatorOf(file, id);
  return [
    { label: 'PS3.5 7.8 Private Data Elements', href: section('05', '7.8') },
    ...(creator ? [{ label: 'PS3.15 E.3.10 Retain Safe Private', href: section('15', 'E.3.10') }] : []),
    { label: 'PS3.15 Table E.1-1', href: `${EDITION}/chtml/part15/chapter_E.html#table_E.1-1` },
  ];
}

/** Chapters of PS3.6: file meta information, directory structuring, everything else. */
function dictionaryLinks(tag: number): StandardLink[] {
  if (!attributeByTag(tag)) return [{ label: 'PS3.6 Data Dictionary', href: `${EDITION}/html/part06.html` }];
  const group = tag >>> 16;
  const chapter = group === 0x0002 ? '7' : group === 0x0004 ? '8' : '6';
  return [
    {
      label: `PS3.6 Table ${chapter}-1`,
      href: tableRow(`part06/chapter_${chapter}`, `${chapter}-1`, tagInTables(tag)),
    },
  ];
}

/** Repeating groups stand in the tables with `xx` (PS3.5 7.6). */
function tagInTables(tag: number): string {
  const digits = tag.toString(16).toUpperCase().padStart(8, '0');
  const group = /^(50|60)/.test(digits) ? `${digits.slice(0, 2)}xx` : digits.slice(0, 4);
  return `(${group},${digits.slice(4)})`;
}

/** The module of the file's IOD that holds the attribute, or the outermost sequence it is in. */
function moduleLinks(file: LoadedFile, id: number): StandardLink[] {
  if (id < file.metaCount) return [{ label: 'PS3.10 7.1 File Meta Information', href: section('10', '7.1') }];
  let top = id;
  for (let parent = file.parent(id); parent >= 0; parent = file.parent(parent)) top = parent;
  const iod = iodOf(firstText(file, 0x00080016));
  const root = file.tag(top);
  return (iod?.modules ?? []).flatMap(({ name }) => {
    const found = moduleSection(name);
    const node = found && moduleNode(name);
    if (!found || !node || childrenOf(node, root).length === 0) return [];
    return [{ label: `PS3.3 ${found.section} ${found.title}`, href: section('03', found.section) }];
  });
}

function profileLinks(tag: number): StandardLink[] {
  const row = confidentialityRow(tag);
  if (!row) return [];
  return [{ label: 'PS3.15 Table E.1-1', href: tableRow('part15/chapter_E', 'E.1-1', tagInTables(tag)) }];
}

function valueLinks(file: LoadedFile, id: number): StandardLink[] {
  const vr = vrOf(file, id);
  const links: StandardLink[] = [];
  if (vr === 'UI') {
    const uid = textOf(file, id, 256).text;
    // Only a registered UID may become part of an address: any other one says where and when an image was made.
    if (uidEntry(uid)) links.push({ label: 'PS3.6 Table A-1', href: tableRow('part06/chapter_A', 'A-1', uid) });
  }
  if (vr) links.push({ label: `PS3.5 6.2 Value Representation ${vr}`, href: section('05', '6.2') });
  return links;
}
