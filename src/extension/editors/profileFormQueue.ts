import type { TextEdit } from '../../profile/diagnostic';
import { isFormOperation, type EditOutcome, type FormOperation } from '../../protocol/profileForm';
import type { FormEdits } from './profileFormText';

/** The text that is edited. */
export interface EditedText {
  /** Grows with every change, whoever makes it. */
  version(): number;
  text(): string;
  writable(): boolean;
  /** Changes the text in one step that can be undone; false if the editor refused. */
  apply(edits: readonly TextEdit[]): Promise<boolean>;
}

/**
 * The one place that changes the text of a profile for the form: one change after the other, each against the version it was
 * meant for. A change that was meant for another version is refused, never guessed at.
 */
export class ProfileFormQueue {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly document: EditedText,
    private readonly editsOf: (text: string, operation: FormOperation) => FormEdits,
  ) {}

  /** Carries out a change when those before it are done. */
  submit(baseVersion: number, operation: unknown): Promise<EditOutcome> {
    const mine = this.#last.then(() => this.#carryOut(baseVersion, operation));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #carryOut(baseVersion: number, operation: unknown): Promise<EditOutcome> {
    const { document } = this;
    if (!isFormOperation(operation)) return { kind: 'invalid', message: 'The form sent a change that is none.' };
    if (!document.writable()) return { kind: 'invalid', message: 'This profile cannot be written to.' };
    if (document.version() !== baseVersion) return { kind: 'stale', version: document.version() };
    const result = this.editsOf(document.text(), operation);
    if ('problem' in result) return { kind: 'invalid', message: result.problem };
    if (result.edits.length > 0 && !(await document.apply(result.edits)))
      return document.version() === baseVersion
        ? { kind: 'invalid', message: 'The editor did not take the change. Try again.' }
        : { kind: 'stale', version: document.version() };
    return { kind: 'applied', version: document.version() };
  }
}
