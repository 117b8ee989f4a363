import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber, moveDate } from '../../../../src/benchmark/synthesis/calendar';
import { createPeople } from '../../../../src/benchmark/synthesis/people';
import { phiSource } from '../../../../src/benchmark/synthesis/identityValues';
import { infusePhrase, separable } from '../../../../src/benchmark/synthesis/phrases';
import { randomFor } from '../../../../src/benchmark/synthesis/random';
import { repertoireOf } from '../../../../src/benchmark/synthesis/repertoire';
import { syntheticUid } from '../../../../src/benchmark/synthesis/uidForm';

const people = createPeople(1, ['en-US', 'pl-PL']);

describe('phrases with identifiers', () => {
  const phi = phiSource(people.patient('p'), people.study('p', 's'));
  it.each([false, true])('keep the words that were there and name every identifier (wide: %s)', wide => {
    for (let i = 0; i < 300; i++) {
      const phrase = infusePhrase('LUNG 5mm, Gated, 0.0%', phi, randomFor(i, 'phrase'), 400, wide);
      if (phrase === undefined) continue;
      expect(phrase.text).toContain(phrase.retained);
      expect(phrase.removed.length).toBeGreaterThan(0);
      for (const piece of phrase.removed) {
        expect(phrase.text).toContain(piece.text);
        expect(phrase.cleaned).not.toContain(piece.text);
      }
    }
  });

  it('never pass the length of the attribute', () => {
    for (let i = 0; i < 200; i++) {
      const phrase = infusePhrase('MRI BREAST W/WO CONTRAST', phi, randomFor(i, 'length'), 64, true);
      if (phrase !== undefined) expect(phrase.text.length).toBeLessThanOrEqual(64);
    }
  });

  it('are refused where an identifier could not be told from what stays', () => {
    expect(separable([{ text: 'PA' }], 'CHEST PA for')).toBe(false);
    expect(separable([{ text: 'AM' }], 'CHEST for')).toBe(false);
    expect(separable([{ text: 'Kim Jones' }], 'CHEST for')).toBe(true);
  });
});

describe('synthetic people', () => {
  it('are the same whenever they are asked for, and differ by key', () => {
    expect(people.patient('x')).toEqual(createPeople(1, ['en-US', 'pl-PL']).patient('x'));
    expect(people.patient('x').patientId).not.toBe(people.patient('y').patientId);
  });

  it('have identifiers of the form the key needs and no telephone or number that is in use', () => {
    for (let i = 0; i < 100; i++) {
      const patient = people.patient(String(i));
      expect(patient.patientId).toMatch(/^[1-9]\d{7,9}$/);
      expect(patient.ssn).toMatch(/^9\d\d-\d\d-\d{4}$/);
      expect(patient.person.pn).not.toMatch(/[\\=]/);
      expect(patient.email).toMatch(/@example\.(com|org|net)$/);
    }
  });
});

describe('small tools of the synthesis', () => {
  it('moves dates over leap days and refuses what is no date', () => {
    expect(moveDate('20200228', 2)).toBe('20200301');
    expect(moveDate('19000301', -1)).toBe('19000228');
    expect(moveDate('2020', 1)).toBeUndefined();
    expect(dateOfDay(dayNumber(1969, 12, 31))).toBe('19691231');
  });

  it('makes legal UIDs, or the forms that were seen', () => {
    for (let i = 0; i < 200; i++) {
      expect(syntheticUid(4, `1.2.${i}`, 'legal')).toMatch(/^1\.[0-3](\.(0|[1-9]\d*))+$/);
      expect(syntheticUid(4, `1.2.${i}`, 'asSeen')).toMatch(/^[1-3]\.[1-9]\.\d{3}(\.\d+)+$/);
    }
  });

  it('folds what a repertoire cannot write', () => {
    expect(repertoireOf('').fold('Łukasz Größe')).toBe('Lukasz Grosse');
    expect(repertoireOf('ISO_IR 100').fold('Łukasz Größe')).toBe('Lukasz Größe');
    expect(repertoireOf('ISO_IR 192').fold('Łukasz')).toBe('Łukasz');
  });
});
