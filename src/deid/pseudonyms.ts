import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** What a keyed value is for. Different purposes never share a hash, so that one can not be guessed from another. */
export type PseudonymDomain = 'uid' | 'patient' | 'date' | 'dummy' | 'order';

/** Shortest key that is accepted, in bytes. */
export const MINIMUM_KEY_BYTES = 16;

/**
 * Keyed one-way function of the run: HMAC-SHA256 (RFC 2104) with a subkey per domain. Without the key neither a table of
 * all possible Patient IDs nor one of all UIDs helps; plain hashes of identifiers do not have that property (PS3.15 E.1.1).
 */
export class Pseudonyms {
  /** One started HMAC per domain: cloning it saves hashing the key pads again, which halves the time per value. */
  private readonly started = new Map<PseudonymDomain, ReturnType<typeof hmac.create>>();

  /**
   * @param key secret of the project, at least 16 bytes; the same key gives the same pseudonyms in every run.
   * @throws RangeError if the key is shorter than 16 bytes.
   */
  constructor(private readonly key: Uint8Array) {
    if (key.length < MINIMUM_KEY_BYTES) {
      throw new RangeError(`The key for pseudonyms must be at least ${MINIMUM_KEY_BYTES} bytes, found ${key.length}.`);
    }
  }

  /** 32 bytes that depend on the key, the domain and the text. */
  digest(domain: PseudonymDomain, text: string): Uint8Array {
    let start = this.started.get(domain);
    if (!start) {
      start = hmac.create(sha256, hmac(sha256, this.key, utf8ToBytes(`deidbench/1/${domain}`)));
      this.started.set(domain, start);
    }
    return start.clone().update(utf8ToBytes(text)).digest();
  }

  /** A whole number in [0, below); `below` at most 2^40, so that the bias of the remainder is under 2^-8 of one part. */
  integer(domain: PseudonymDomain, text: string, below: number): number {
    const d = this.digest(domain, text);
    const high = (d[0]! << 16) | (d[1]! << 8) | d[2]!;
    const low = ((d[3]! << 16) | (d[4]! << 8) | d[5]!) >>> 0;
    return (high * 0x1000000 + low) % below;
  }

  /**
   * `length` characters of Crockford's base 32 (digits and capitals without I, L, O, U), 5 bits each; at most 51.
   * Ten characters keep the chance of a clash under one in a million for 40,000 patients.
   */
  text(domain: PseudonymDomain, text: string, length: number): string {
    const d = this.digest(domain, text);
    let bits = 0;
    let value = 0;
    let out = '';
    for (let i = 0; out.length < length && i < d.length; i++) {
      value = ((value << 8) | d[i]!) & 0xffff;
      bits += 8;
      while (bits >= 5 && out.length < length) {
        bits -= 5;
        out += ALPHABET[(value >> bits) & 31];
      }
    }
    return out;
  }
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
