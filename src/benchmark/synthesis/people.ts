import type { Random } from './random';
import { randomFor } from './random';
import {
  makePatient,
  makeSeries,
  makeStudy,
  type PatientIdentity,
  type SeriesIdentity,
  type StudyIdentity,
} from './identity';
import { fakerFor } from './locales';

/** Identities by key: the same key gives the same identity in every run with the same seed, in whatever order it is asked. */
export interface People {
  patient(key: string): PatientIdentity;
  study(patientKey: string, studyKey: string): StudyIdentity;
  series(patientKey: string, seriesKey: string): SeriesIdentity;
  random(...keys: readonly string[]): Random;
}

/** At most this many identities of a kind are remembered; the rest is made again when needed. */
const REMEMBERED = 5000;

function remember<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return key => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      if (known.size >= REMEMBERED) known.clear();
      known.set(key, value);
    }
    return value;
  };
}

/** Patients of the given locales (each patient of one of them) under a seed. */
export function createPeople(seed: number, locales: readonly string[]): People {
  const localeOf = (patientKey: string): string => randomFor(seed, 'locale', patientKey).pick(locales);
  const patient = remember(key =>
    makePatient(fakerFor(localeOf(key), seed, `patient ${key}`), randomFor(seed, 'patient', key)),
  );
  const study = remember(key => {
    const [patientKey = '', studyKey = ''] = key.split('\u0001');
    const faker = fakerFor(localeOf(patientKey), seed, `study ${studyKey}`);
    return makeStudy(faker, randomFor(seed, 'study', studyKey), patient(patientKey).birthDate);
  });
  const series = remember(key => {
    const [patientKey = '', seriesKey = ''] = key.split('\u0001');
    return makeSeries(
      fakerFor(localeOf(patientKey), seed, `series ${seriesKey}`),
      randomFor(seed, 'series', seriesKey),
    );
  });
  return {
    patient,
    study: (patientKey, studyKey) => study(`${patientKey}\u0001${studyKey}`),
    series: (patientKey, seriesKey) => series(`${patientKey}\u0001${seriesKey}`),
    random: (...keys) => randomFor(seed, ...keys),
  };
}
