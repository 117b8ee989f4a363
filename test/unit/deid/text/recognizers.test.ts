import { describe, expect, it } from 'vitest';
import { cleaned } from './support';

/** Per recognizer: a text and what is left of it; near misses are texts that stay as they are. */
const TABLES: Readonly<
  Record<string, { readonly found: readonly (readonly [string, string])[]; readonly missed: readonly string[] }>
> = {
  'dates in digits': {
    found: [
      ['chest 20040119', 'chest'],
      ['chest 20040119093000', 'chest'],
      ['seen 2004-01-19 again', 'seen again'],
      ['exam 01/19/2004', 'exam'],
      ['exam 1/19/04', 'exam'],
      ['exam 19.01.2004', 'exam'],
      ['exam 2004/01/19 14:30', 'exam'],
      ['prior 03/2017', 'prior'],
      ['injury on 5/12', 'injury on'],
      ['am 3.5. gestürzt', 'am gestürzt'],
    ],
    missed: ['ratio 1/2', 'slices 5/5mm', 'version 4.0.2', 'T1 1.5 mm', 'matrix 256x192', '2.5/1.25', 'b 50/400/800'],
  },
  'dates in words': {
    found: [
      ['seen 24 June 2004', 'seen'],
      ['seen June 24, 2004', 'seen'],
      ['seen 24-JUN-04', 'seen'],
      ['seen 24JUN2004', 'seen'],
      ['gesehen 24. Juni 2004', 'gesehen'],
      ['vista 24 de junio de 2004', 'vista'],
      ['since March 2011', 'since'],
      ['seen on Mar 3', 'seen on'],
      ['at 2:30 PM', 'at'],
    ],
    missed: ['delay 1:30 min', 'may repeat', 'MAR 29 protocol', 'augmented', 'dec 3 mm'],
  },
  telephones: {
    found: [
      ['call (555) 123-4567', 'call'],
      ['call 555.123.4567x89', 'call'],
      ['call +44 20 7946 0123', 'call'],
      ['call 555-1234', 'call'],
      ['Tel. 0221 478 32110', 'Tel.'],
      ['fax: 1-555-123-4567', 'fax:'],
    ],
    missed: ['T2 320-256', 'series 100-200', 'TR 3000 TE 90', 'slab 555-1234'],
  },
  'e-mail, web and network addresses': {
    found: [
      ['mail jane.roe@example.org now', 'mail now'],
      ['see https://example.org/x?id=1', 'see'],
      ['from www.example.org', 'from'],
      ['node 10.12.44.130', 'node'],
      ['mac 00:1B:44:11:3A:B7', 'mac'],
    ],
    missed: ['software 4.0.2.140', 'MR E11.0', 'SUV @ 60 min', 'version 12.10.44.130'],
  },
  'numbers of persons': {
    found: [
      ['ssn 123-45-6789', 'ssn'],
      ['SSN 123 45 6789', 'SSN'],
      ['MRN 1234', 'MRN'],
      ['mrn: A12-345', 'mrn:'],
      ['Acc# 88123', 'Acc#'],
      ['accession number AB12345', 'accession number'],
      ['driver license GG-169279', 'driver license'],
      ['NHS 943 476 5919', 'NHS'],
      ['account no. 55512', 'account no.'],
      ['chest 1234567', 'chest'],
      ['for PT96134192', 'for'],
    ],
    missed: ['W400 L40', 'b1000', '120 kVp', 'ACRIN 6666', 'kernel B31f', 'slice 12345', 'image #12', 'SN ratio 12'],
  },
  'device serials': {
    found: [
      ['S/N 6ZDV1EXI', 'S/N'],
      ['serial 12AB3456', 'serial'],
      ['vin 1HGCM82633A004352', 'vin'],
    ],
    missed: ['DV26.0_R03', 'AGFA DX-S', 'GRAPPA2', 'ep2d_diff_b50_400_800'],
  },
  'ages over 89': {
    found: [
      ['95 year old man', 'year old man'],
      ['age: 102', 'age:'],
      ['093Y', ''],
    ],
    missed: ['65 year old man', 'aged 89', '95 mm', 'T 101', '090 degrees'],
  },
  'street addresses': {
    found: [
      ['lives at 8932 Soto Underpass Apt. 174, Amanda, OH 45101', 'lives at'],
      ['CT head, 221 Thornhill Road', 'CT head'],
      ['mail to 62 Quail Hollow Ave', 'mail to'],
      ['PO Box 4512', ''],
      ['Hauptstraße 12, 80331 München', ''],
      ['12 rue des Lilas, 69003 Lyon', ''],
      ['Calle de Alcalá 45, 28014 Madrid', ''],
      ['ul. Długa 7, 80-831 Gdańsk', ''],
      ['14 Church Lane, Leeds LS6 2AB', ''],
      ['Keizersgracht 45b, 1016 GV Amsterdam', ''],
    ],
    missed: [
      '3 view CT',
      '64 slice CT',
      '3D BRAIN VIEW',
      '2 views left hand',
      'CT 5 mm PL',
      '10 ml dr',
      'via femoral 5 F',
    ],
  },
  'towns and postal codes': {
    found: [
      ['from Springfield, IL', 'from'],
      ['lives in Chillicothe', 'lives in'],
      ['ZIP 45101', 'ZIP'],
      ['Toronto M5S 1M2', ''],
    ],
    missed: ['CHEST, PA', 'in contrast', 'T1W 3D', 'HIPS, AP', 'SPINE, AL'],
  },
  institutions: {
    found: [
      ['transferred from Riverbend General Hospital', 'transferred from'],
      ['Performed at SNGH', 'Performed at'],
      ['seen at Saint Brigid Clinic on Monday', 'seen at on Monday'],
    ],
    missed: ['from outside hospital', 'at rest', 'seen in clinic', 'performed at bedside', 'scanned at 3T'],
  },
};

describe.each(Object.entries(TABLES))('%s', (_, { found, missed }) => {
  it.each(found)('removes them from %j', (text, left) => {
    expect(cleaned(text)).toBe(left);
  });
  it.each(missed)('leaves %j alone', text => {
    expect(cleaned(text)).toBe(text);
  });
});
