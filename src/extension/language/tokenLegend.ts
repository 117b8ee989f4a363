import type { SemanticToken } from '../../profile/language/semanticTokens';

/** Kinds of tokens as the editor is told of them; the same names the language service gives. */
export const TOKEN_TYPES: readonly SemanticToken['type'][] = [
  'property',
  'enumMember',
  'keyword',
  'namespace',
  'variable',
  'type',
  'regexp',
];
export const TOKEN_MODIFIERS: readonly SemanticToken['modifiers'][number][] = ['deprecated', 'defaultLibrary'];
