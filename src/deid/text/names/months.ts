import { wordSet } from '../wordClasses';

const ABBREVIATIONS = wordSet('jan feb mar apr may jun jul aug sep oct nov dec mai');

/** Three letters that are a month before they are anything else. */
export const isMonthAbbreviation = (folded: string): boolean => ABBREVIATIONS.has(folded);
