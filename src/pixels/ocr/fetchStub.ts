/**
 * Stands in for the node-fetch package in the bundles: tesseract.js can fetch engines and models, which never happens here.
 * Everything it reads is part of this installation.
 */
export function fetchNothing(): never {
  throw new Error('Nothing is fetched from a network.');
}
