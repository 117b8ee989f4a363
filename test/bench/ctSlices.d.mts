export function makeCtSlices(folder: string, count: number, size?: { rows?: number; columns?: number }): void;
