export function profileReference(language: {
  readonly PROFILE_SHAPE: unknown;
  readonly ACTION_NAMES: readonly string[];
  readonly ACTION_DOCS: Readonly<Record<string, string>>;
}): string;
