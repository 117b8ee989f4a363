import type { OptionChange, RowEffect, WhyDetail } from '../../src/protocol/headerViewer';
import { HostileText } from '../components/HostileText';
import { attempt, host, showWhy } from './model';
import * as state from './state';

/** Why the chosen profile treats the active row as it does, and what an option of PS3.15 E.3 would change. */
export function WhyPanel() {
  const row = state.activeRow.value;
  const effect = state.detail.value?.effect;
  if (!row || !effect) return null;
  const why = state.why.value;
  if (why === undefined || why.id !== row.id)
    return (
      <p>
        <button type="button" class="secondary" disabled={state.whyAsked.value} onClick={() => void showWhy()}>
          {state.whyAsked.value ? 'Looking…' : 'Why?'}
        </button>
      </p>
    );
  return (
    <section class="why" aria-labelledby="why-title">
      <h3 id="why-title" tabIndex={-1}>
        Why?
      </h3>
      <p>
        {`${reasonSentence(why)} `}
        {why.effect.origin && <RuleLink effect={why.effect} />}
      </p>
      {why.refused && <p class="problem damage">{`With this profile the whole file is set aside: ${why.refused}`}</p>}
      {why.table && <TableCells table={why.table} />}
      <Changes changes={why.changes} />
    </section>
  );
}

function reasonSentence({ effect, type, table }: WhyDetail): string {
  const inIod = type ? `The attribute is Type ${type} in this kind of object.` : 'The attribute is not in this IOD.';
  return `Action ${effect.action}, by ${effect.reason}. ${table ? inIod : 'Table E.1-1 does not list it.'}`;
}

function RuleLink({ effect }: { effect: RowEffect }) {
  const { origin } = effect;
  if (!origin) return null;
  return (
    <button
      type="button"
      class="link"
      onClick={() => void attempt(async () => void (await host.call('openOrigin', origin)))}
    >
      open the rule
    </button>
  );
}

function TableCells({ table }: { table: NonNullable<WhyDetail['table']> }) {
  return (
    <table>
      <caption>PS3.15 Table E.1-1</caption>
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Code</th>
          <th scope="col">In the profile</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Basic Profile</th>
          <td>{table.basic}</td>
          <td>yes</td>
        </tr>
        {table.cells.map(({ option, code, on }) => (
          <tr key={option}>
            <th scope="row">{spaced(option)}</th>
            <td>{code}</td>
            <td>{on ? 'yes' : 'no'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changes({ changes }: { changes: readonly OptionChange[] }) {
  if (changes.length === 0) return <p class="described">No option of PS3.15 E.3 would change this.</p>;
  return (
    <table>
      <caption>What an option would change</caption>
      <thead>
        <tr>
          <th scope="col">If the option were</th>
          <th scope="col">it would be</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ option, on, effect }) => (
          <tr key={option}>
            <th scope="row">{`${on ? 'off' : 'on'}: ${spaced(option)}`}</th>
            <td>{`${effect.action} (${effect.outcome})`}</td>
            <td>
              <HostileText text={effect.outcome === 'removed' ? '' : effect.result} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `RetainUIDs` as `Retain UIDs`. */
function spaced(option: string): string {
  return option.replace(/([a-z])([A-Z])/g, '$1 $2');
}
