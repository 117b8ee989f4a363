import type { CopyFormat } from '../../src/protocol/headerViewer';
import { HostileText } from '../components/HostileText';
import { StandardLinks } from './StandardLinks';
import { WhyPanel } from './WhyPanel';
import { attempt, copy, host } from './model';
import * as state from './state';

const COPIES: readonly (readonly [CopyFormat, string])[] = [
  ['value', 'value'],
  ['path', 'path'],
  ['tag', 'tag'],
  ['keyword', 'keyword'],
  ['json', 'JSON'],
  ['csv', 'CSV'],
];

/** The whole value of the active row, what the dictionary says about it, and what a profile does to it. */
export function ValuePane() {
  const detail = state.detail.value;
  if (!detail) return <p class="described">Choose a row to see its value.</p>;
  const problems = state.activeRow.value?.problems ?? [];
  return (
    <div class="value-pane">
      <h2>
        <HostileText text={detail.name || detail.path} />
      </h2>
      <dl>
        <Fact name="Path">
          <HostileText text={detail.path} />
        </Fact>
        {detail.keyword && <Fact name="Keyword">{detail.keyword}</Fact>}
        <Fact name="VR, VM">
          {detail.vr}
          {detail.dictionaryVm && `, ${detail.dictionaryVm} in the dictionary`}
          {detail.retired && ', retired'}
        </Fact>
        {detail.creator && (
          <Fact name="Creator">
            <HostileText text={detail.creator} />
          </Fact>
        )}
        {detail.creatorMeaning && <Fact name="Meaning">{detail.creatorMeaning}</Fact>}
        <Fact name="Bytes">{`${detail.length < 0 ? 'undefined length' : detail.length} at offset ${detail.offset}`}</Fact>
        {detail.uidName && <Fact name="UID">{detail.uidName}</Fact>}
      </dl>
      {problems.map(problem => (
        <p key={problem.code + problem.offset} class={`problem ${problem.severity}`}>
          {problem.message}
        </p>
      ))}
      <EffectFacts />
      <WhyPanel />
      <p>
        <button
          type="button"
          class="link"
          onClick={() =>
            void attempt(
              async () => void (await host.call('addRule', { id: detail.id, profile: state.profile.peek() })),
            )
          }
        >
          add a rule for this element
        </button>
      </p>
      <p class="copies">
        Copy{' '}
        {COPIES.map(([format, label]) => (
          <button key={format} type="button" class="link" onClick={() => void copy(detail.id, format)}>
            {label}
          </button>
        ))}
      </p>
      <pre class="value-text" tabIndex={0} aria-label="Value">
        <HostileText text={detail.text} lines />
      </pre>
      {detail.truncated && <p class="described">Only the beginning is shown; the Hex tab has the rest.</p>}
      <StandardLinks />
    </div>
  );
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function EffectFacts() {
  const effect = state.detail.value?.effect;
  if (!effect) return null;
  const { origin } = effect;
  return (
    <dl class="effect">
      <Fact name="Action">{`${effect.action} (${effect.outcome})`}</Fact>
      <Fact name="Why">{effect.reason}</Fact>
      {effect.outcome !== 'removed' && (
        <Fact name="Result">
          <HostileText text={effect.result} lines />
        </Fact>
      )}
      {effect.freeText && <Fact name="Look">Kept, and it holds free text: read it before you publish.</Fact>}
      {origin && (
        <Fact name="Rule">
          <button
            type="button"
            class="link"
            onClick={() => void attempt(async () => void (await host.call('openOrigin', origin)))}
          >
            jump to the rule
          </button>
        </Fact>
      )}
    </dl>
  );
}
