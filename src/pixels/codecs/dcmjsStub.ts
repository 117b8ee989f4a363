/**
 * Stands in for the dcmjs package in the bundles: dcmjs-codecs asks for it at load time, but only its transcoder, which is
 * not used here, ever calls it.
 */
export const data = {};
export const log = {};
