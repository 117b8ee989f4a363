import type { ShownColumn } from './columns';
import { withWidth } from './columns';
import { saveColumns } from './model';
import * as state from './state';

/** Title of a column with the border to drag; keys for the same are in the menu "Columns". */
export function ColumnHeader({ column }: { column: ShownColumn }) {
  return (
    <span role="columnheader" class={`cell ${column.id}`} title={column.title} data-column={column.id}>
      {column.title}
      <span
        class="column-border"
        aria-hidden="true"
        title="Drag to change the width, double-click for the usual one"
        onPointerDown={event => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={event => {
          const border = event.currentTarget;
          if (!border.hasPointerCapture(event.pointerId) || !border.parentElement) return;
          const { left } = border.parentElement.getBoundingClientRect();
          state.columnSettings.value = withWidth(state.columnSettings.peek(), column.id, event.clientX - left);
        }}
        onPointerUp={() => saveColumns(state.columnSettings.peek())}
        onDblClick={() => saveColumns(withWidth(state.columnSettings.peek(), column.id, undefined))}
      />
    </span>
  );
}
