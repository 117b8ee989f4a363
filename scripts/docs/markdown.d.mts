export function withGenerated(page: string, generated: string): string;
