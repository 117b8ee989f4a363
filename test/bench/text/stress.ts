import { createTextCleaner, defaultTextSettings } from '../../../src/deid/text/cleaner';
import { harvestFrom } from '../../../src/deid/text/harvest';
import { adversarial } from './adversarial';

const harvest = harvestFrom([
  { keyword: 'PatientName', vr: 'PN', values: ['SMITH^JOHN^A'] },
  { keyword: 'PatientID', vr: 'LO', values: ['9876543'] },
  { keyword: 'PatientAddress', vr: 'ST', values: ['1261 Leawood Street, Little Rock AR 72223'] },
  { keyword: 'InstitutionName', vr: 'LO', values: ['Malone, Lloyd and Sharp General Hospital'] },
]);
const cleaner = createTextCleaner(defaultTextSettings);
cleaner.clean('warm up for Dr. Smith 12 Oak Street', { vr: 'LO', mode: 'surgical', multi: false }, harvest);

/** Milliseconds of processor time for 25 and for 100 thousand characters; four times as many is linear. */
for (const [name, long] of adversarial(100_000)) {
  const time = (text: string): number => {
    const start = process.cpuUsage();
    cleaner.clean(text, { vr: 'UT', mode: 'blankIfDoubt', multi: false }, harvest);
    const used = process.cpuUsage(start);
    return (used.user + used.system) / 1000;
  };
  const short = time(long.slice(0, 25_000));
  const full = time(long);
  const flag = full > 1000 ? ' OVER ONE SECOND' : '';
  console.log(`${name.padEnd(22)} ${short.toFixed(0).padStart(6)} ms ${full.toFixed(0).padStart(6)} ms${flag}`);
}
