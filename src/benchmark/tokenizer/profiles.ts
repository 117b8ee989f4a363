/**
 * Which release of NLTK the official scripts ran with. 3.8 (and 3.9.1 before it changed) split a leading apostrophe only
 * from a one-letter word; 3.10.3 splits it from every word, knows en and em dashes, and takes curly quotes for closing
 * punctuation. Multi-valued values such as `['ORIGINAL', 'PRIMARY']` score differently.
 */
export type TokenizerProfile = '3.8' | '3.10.3';

export const TOKENIZER_PROFILES: readonly TokenizerProfile[] = ['3.8', '3.10.3'];
