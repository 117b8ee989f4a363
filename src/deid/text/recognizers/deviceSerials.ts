import type { Reading } from '../reading';
import { eachMatch } from './each';

const VEHICLE =
  /(?<![A-Za-z0-9])(?=[A-HJ-NPR-Z0-9]{0,16}\d)(?=[A-HJ-NPR-Z0-9]{0,16}[A-HJ-NPR-Z])[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9])/g;
const SERIAL =
  /(?<![A-Za-z0-9])(?=(?:[A-Z]{0,16}\d){2})(?=(?:\d{0,16}[A-Z]){4})(?![A-Z0-9]{0,16}[A-Z]{6})[A-Z0-9]{12,16}(?![A-Za-z0-9+#])/g;

/** Serial numbers of devices and vehicles that no word announces. */
export function findDeviceSerials(reading: Reading): void {
  if (reading.longestRun < 12 || reading.upperWords === 0) return;
  eachMatch(VEHICLE, reading.text, (_, start, end) =>
    reading.mark(start, end, 'identifier', 'serial.vehicle', 'shape of a vehicle identification number'),
  );
  eachMatch(SERIAL, reading.text, (_, start, end) => {
    if (reading.isFree(start, end)) reading.mark(start, end, 'identifier', 'serial.device', 'shape of a serial number');
  });
}
