export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads in a grid (ARIA grid pattern); `undefined` if it is no key of the grid. */
export function gridMove(
  key: string,
  control: boolean,
  at: GridPosition,
  size: { readonly rows: number; readonly columns: number; readonly page: number },
): GridPosition | undefined {
  const row = (to: number) => ({ ...at, row: Math.max(0, Math.min(size.rows - 1, to)) });
  const column = (to: number) => ({ ...at, column: Math.max(0, Math.min(size.columns - 1, to)) });
  switch (key) {
    case 'ArrowDown':
      return row(at.row + 1);
    case 'ArrowUp':
      return row(at.row - 1);
    case 'PageDown':
      return row(at.row + size.page);
    case 'PageUp':
      return row(at.row - size.page);
    case 'ArrowRight':
      return column(at.column + 1);
    case 'ArrowLeft':
      return column(at.column - 1);
    case 'Home':
      return control ? { row: 0, column: 0 } : column(0);
    case 'End':
      return control ? { row: Math.max(0, size.rows - 1), column: size.columns - 1 } : column(size.columns - 1);
    default:
      return undefined;
  }
}
