import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/dicom/byteSource';
import { LoadedFile } from '../../../src/extension/editors/model/loadedFile';
import { optionLink, standardLinks } from '../../../src/extension/editors/model/standardLinks';
import { OPTION_NAMES } from '../../../src/standard/codes';
import { allIods } from '../../../src/standard/iod';
import { moduleSection } from '../../../src/standard/moduleSections';
import { dicomFile, element } from '../../support/dicomBytes.mjs';

const SITE = 'https://dicom.nema.org/medical/dicom/current/output';
const file = new LoadedFile(
  memorySource(
    dicomFile([
      element(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'),
      element(0x00080018, 'UI', '1.2.3.4.5'),
      element(0x00081140, 'SQ', [[element(0x00081155, 'UI', '1.2.3.1')]]),
      element(0x00090010, 'LO', 'ACME'),
      element(0x00091001, 'LO', 'private'),
      element(0x00100010, 'PN', 'Smith^John'),
      element(0x60003000, 'OW', [1, 0]),
    ]),
  ),
);
const idOf = (tag: number) => Array.from({ length: file.count }, (_, id) => id).find(id => file.tag(id) === tag) ?? -1;
const hrefs = (tag: number) => standardLinks(file, idOf(tag)).map(link => link.href);

describe('links into the standard', () => {
  it('go to the row of PS3.6, the section of the module, the row of Table E.1-1 and the VR', () => {
    expect(hrefs(0x00100010)).toEqual([
      `${SITE}/chtml/part06/chapter_6.html#table_6-1:~:text=(0010%2C0010)`,
      `${SITE}/html/part03.html#sect_C.7.1.1`,
      `${SITE}/chtml/part15/chapter_E.html#table_E.1-1:~:text=(0010%2C0010)`,
      `${SITE}/html/part05.html#sect_6.2`,
    ]);
  });

  it('name the chapter for file meta information and the pattern of repeating groups', () => {
    expect(hrefs(0x00020010)[0]).toBe(`${SITE}/chtml/part06/chapter_7.html#table_7-1:~:text=(0002%2C0010)`);
    expect(hrefs(0x60003000)[0]).toContain('#table_6-1:~:text=(60xx%2C3000)');
  });

  it('give an attribute inside a sequence the module of the sequence', () => {
    expect(hrefs(0x00081155)).toContain(`${SITE}/html/part03.html#sect_C.12.4`);
  });

  it('hold a registered UID and never a value of the file', () => {
    expect(hrefs(0x00080016)).toContain(
      `${SITE}/chtml/part06/chapter_A.html#table_A-1:~:text=1.2.840.10008.5.1.4.1.1.2`,
    );
    for (let id = 0; id < file.count; id++)
      for (const { href, label } of standardLinks(file, id))
        expect(`${href} ${label}`).not.toMatch(/Smith|1\.2\.3|ACME|private\b(?! data)/);
  });

  it('are well formed, on the official site, and no two of a row are the same', () => {
    for (let id = 0; id < file.count; id++) {
      const links = standardLinks(file, id).map(({ href }) => href);
      expect(new Set(links).size).toBe(links.length);
      expect(links.length).toBeGreaterThan(0);
      for (const href of links)
        expect(href).toMatch(
          /^https:\/\/dicom\.nema\.org\/medical\/dicom\/current\/output\/(chtml\/part\d\d\/(chapter_[0-9A-Z]|sect_[A-Z0-9.]+)|html\/part\d\d)\.html(#(sect|table)_[A-Za-z0-9.-]+(:~:text=[\w.()%]+)?)?$/,
        );
    }
  });

  it('exist for every option of PS3.15 E.3', () => {
    for (const option of OPTION_NAMES) expect(optionLink(option)?.href, option).toMatch(/\/sect_E\.3\.\d+\.html$/);
  });
});

describe('sections of modules', () => {
  const used = new Map<string, number>();
  for (const { modules } of allIods()) for (const { name } of modules) used.set(name, (used.get(name) ?? 0) + 1);

  it('are known for every module that twenty IODs share', () => {
    const common = [...used].filter(([, count]) => count >= 20).map(([name]) => name);
    expect(common.length).toBeGreaterThan(20);
    expect(common.filter(name => !moduleSection(name))).toEqual([]);
  });

  it('are given by the names the tables of modules use', () => {
    const names = [...used.keys()].filter(name => moduleSection(name));
    expect(names.length).toBeGreaterThan(110);
    const sections = names.map(name => moduleSection(name)?.section);
    expect(new Set(sections).size).toBe(sections.length);
    for (const section of sections) expect(section).toMatch(/^[CF](\.\d+)+b?$/);
  });
});
