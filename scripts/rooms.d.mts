export const ROOMS: Readonly<Record<string, readonly string[]>>;
export const NODE_ROOMS: readonly string[];
export function forbiddenImports(): object[];
