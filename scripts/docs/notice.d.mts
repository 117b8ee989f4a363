export function productPackages(lock: unknown): string[];
export function noticeText(root: string): string;
