import type { FormRule } from '../../src/protocol/profileForm';
import { HostileText } from '../components/HostileText';
import { ActionSelect } from './ActionSelect';
import { Mark } from './Diagnostics';
import { change } from './model';
import { conditionsText, parametersOf } from './ruleChange';
import * as state from './state';
import { TextField } from './TextField';

export const COLUMNS = [
  { id: 'number', title: '#', editable: false },
  { id: 'selector', title: 'Applies to', editable: true },
  { id: 'name', title: 'Name', editable: false },
  { id: 'action', title: 'Action', editable: true },
  { id: 'value', title: 'Value', editable: true },
  { id: 'reason', title: 'Reason', editable: true },
  { id: 'effective', title: 'Effective', editable: false },
  { id: 'findings', title: 'Problems', editable: false },
] as const;

type ColumnId = (typeof COLUMNS)[number]['id'];

/** One rule; the cell that is being changed holds a field. */
export function RuleRow({ rule, row }: { rule: FormRule; row: number }) {
  const active = state.cell.value;
  const selected = active.row === row;
  return (
    <div
      role="row"
      class={`row ${selected ? 'active' : ''}`}
      aria-rowindex={row + 2}
      aria-selected={selected}
      data-rule={rule.index}
    >
      {COLUMNS.map((column, index) => {
        const here = selected && active.column === index;
        const editing =
          here && state.editing.value && column.editable && !state.locked.value && canEdit(rule, column.id);
        return (
          <span
            key={column.id}
            id={`cell-${row}-${index}`}
            role="gridcell"
            aria-colindex={index + 1}
            aria-selected={here}
            class={`cell ${column.id} ${here ? 'here' : ''} ${column.editable && canEdit(rule, column.id) ? 'editable' : ''}`}
            onClick={() => {
              if (here && editing) return;
              state.cell.value = { row, column: index };
              state.editing.value = column.editable;
              if (!column.editable) document.getElementById('rules')?.focus();
            }}
          >
            {editing ? <Editor column={column.id} rule={rule} /> : <Shown column={column.id} rule={rule} />}
          </span>
        );
      })}
    </div>
  );
}

function canEdit(rule: FormRule, column: ColumnId): boolean {
  return column !== 'value' || parametersOf(rule.action).length > 0;
}

function Shown({ column, rule }: { column: ColumnId; rule: FormRule }) {
  switch (column) {
    case 'number':
      return <>{rule.index + 1}</>;
    case 'selector':
      return <HostileText text={rule.by === 'tag' ? rule.selector : `${rule.by} ${rule.selector}`} />;
    case 'name':
      return (
        <span title={rule.name}>
          <HostileText text={rule.name} />
          {rule.when.length > 0 && (
            <span class="when" title={`if ${conditionsText(rule.when)}`}>
              {' '}
              if <HostileText text={conditionsText(rule.when)} />
            </span>
          )}
        </span>
      );
    case 'action':
      return <>{rule.action}</>;
    case 'value':
      return <HostileText text={rule.parameters[parametersOf(rule.action)[0] ?? ''] ?? ''} />;
    case 'reason':
      return (
        <span title={rule.reason}>
          <HostileText text={rule.reason} />
        </span>
      );
    case 'effective':
      return (
        <span title={rule.because} class={rule.decides ? '' : 'overruled'}>
          {rule.effective}
          {!rule.decides && rule.effective !== '' && ' (not by this rule)'}
        </span>
      );
    case 'findings': {
      const [worst, ...others] = sorted(rule.diagnostics);
      return worst ? (
        <span title={rule.diagnostics.map(d => `${d.code} ${d.message}`).join('\n')}>
          <Mark severity={worst.severity} /> {worst.code}
          {others.length > 0 && ` +${others.length}`} <HostileText text={worst.message} />
        </span>
      ) : null;
    }
  }
}

const ORDER = ['error', 'warning', 'info'];

function sorted(diagnostics: FormRule['diagnostics']): FormRule['diagnostics'] {
  return [...diagnostics].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

function Editor({ column, rule }: { column: ColumnId; rule: FormRule }) {
  const done = () => {
    state.editing.value = false;
    // The focus goes back to the grid unless the person went elsewhere.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById('rules')?.focus();
    });
  };
  const { index } = rule;
  if (column === 'action') return <ActionSelect rule={rule} autoFocus done={done} />;
  const parameter = parametersOf(rule.action)[0] ?? 'value';
  const key = column === 'selector' ? rule.by : column === 'value' ? parameter : 'reason';
  const value = column === 'selector' ? rule.selector : column === 'value' ? (rule.parameters[key] ?? '') : rule.reason;
  return (
    <TextField
      value={value}
      label={`${column === 'selector' ? 'What' : column === 'value' ? 'Value of what' : 'Reason for what'} rule ${index + 1} applies to`}
      disabled={false}
      autoFocus
      commit={text =>
        change({ kind: 'changeRule', index, set: { [key]: text === '' && column === 'reason' ? null : text } })
      }
      done={done}
    />
  );
}
