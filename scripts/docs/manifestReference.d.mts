export function manifestReference(contributes: unknown): string;
