import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  readonly value: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly kind?: 'text' | 'number';
  readonly placeholder?: string;
  readonly describedBy?: string;
  readonly autoFocus?: boolean;
  commit(value: string): void;
  /** Called when the person is done, whether or not the value changed. */
  done?(): void;
}

/** A field that changes the text once its value is complete: on Enter or when it loses the focus; Escape takes it back. */
export function TextField(props: Props) {
  const { value, label, disabled, kind = 'text', placeholder, describedBy } = props;
  const draft = useSignal(value);
  const field = useRef<HTMLInputElement>(null);
  /** What was asked for last: Enter and the loss of focus that follows ask once. */
  const asked = useRef<string | undefined>(undefined);
  // Before the next frame: what is typed right after the field appeared must not be taken back.
  useLayoutEffect(() => {
    draft.value = value;
    asked.current = undefined;
  }, [value]);
  useLayoutEffect(() => {
    if (!props.autoFocus) return;
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = (keep: boolean) => {
    const text = draft.peek();
    if (!keep) draft.value = value;
    else if (text !== value && text !== asked.current) props.commit((asked.current = text));
    props.done?.();
  };
  return (
    <input
      ref={field}
      // Preact's types want a list of choices beside every type but this one.
      type={kind as 'number'}
      aria-label={label}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      placeholder={placeholder ?? ''}
      disabled={disabled}
      spellcheck={false}
      value={draft.value}
      onInput={event => {
        draft.value = event.currentTarget.value;
        asked.current = undefined;
      }}
      onBlur={() => finish(true)}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        finish(event.key === 'Enter');
      }}
    />
  );
}
