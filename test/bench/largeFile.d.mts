export function makeLargeFile(
  path: string,
  megabytes: number,
  options?: { readonly encapsulated?: boolean; readonly sparse?: boolean },
): void;
