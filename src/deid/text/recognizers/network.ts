import type { Reading } from '../reading';
import { before, eachMatch } from './each';

const IPV4 = /(?<![\d.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\d.])/g;
const IPV6 = /(?<![0-9A-Fa-f:])(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?![0-9A-Fa-f:])/g;
const MAC = /(?<![0-9A-Fa-f:-])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![0-9A-Fa-f:-])/g;
const VERSION_BEFORE = /(?:v|ver|version|release|rev|sw|software)\W{0,3}$/;
const ADDRESS_BEFORE = /(?:ip|from|host|address|server|node)\W{0,3}$/;
const UID = /(?<![\d.])[0-2](?:\.(?:0|[1-9]\d*)){5,}(?![\d.]*\d)/g;

/** IP and MAC addresses; four numbers with dots are a software version unless they look or are announced otherwise. */
export function findNetworkAddresses(reading: Reading): void {
  const { text } = reading;
  if (reading.hasDateMark && reading.hasAny('.')) {
    eachMatch(IPV4, text, (match, start, end) => {
      const octets = match.slice(1, 5);
      if (octets.some(octet => Number(octet) > 255 || (octet.length > 1 && octet.startsWith('0')))) return;
      const ahead = before(text, start, 10).toLowerCase();
      if (VERSION_BEFORE.test(ahead)) return;
      const large = octets.filter(octet => Number(octet) >= 10).length;
      const isPrivate = /^(?:10|192\.168|172)\./.test(match[0]) && large >= 2;
      if (large >= 3 || isPrivate || ADDRESS_BEFORE.test(ahead))
        reading.mark(start, end, 'contact', 'ip', 'IP address');
    });
    eachMatch(UID, text, (_, start, end) => {
      if (end - start >= 14) reading.mark(start, end, 'identifier', 'uid', 'UID');
    });
  }
  if (reading.markCount >= 5 && reading.hasAny(':-')) {
    eachMatch(MAC, text, (_, start, end) => reading.mark(start, end, 'identifier', 'mac', 'MAC address'));
    if (reading.hasAny(':'))
      eachMatch(IPV6, text, (_, start, end) => reading.mark(start, end, 'contact', 'ip', 'IPv6 address'));
  }
}
