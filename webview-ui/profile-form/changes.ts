import type { EditOutcome, FormOperation } from '../../src/protocol/profileForm';
import { sentenceOf } from '../../src/protocol/userError';

/** What the sender of changes needs around it. */
export interface ChangePort {
  /** Version of the text that is shown now. */
  version(): number;
  edit(baseVersion: number, operation: FormOperation): Promise<EditOutcome>;
  /** A sentence for the person. */
  say(message: string): void;
}

interface Waiting {
  base: number;
  readonly operation: FormOperation;
}

/**
 * Sends changes one after the other. Each is meant for the version that was shown when it was made; the form's own changes before
 * it move that version along, changes by others do not, so that the host can refuse what is out of date.
 */
export class ChangeSender {
  readonly #waiting: Waiting[] = [];
  #busy: Promise<void> | undefined;

  constructor(private readonly port: ChangePort) {}

  /** Resolves when this change and all before it are answered. */
  send(operation: FormOperation): Promise<void> {
    this.#waiting.push({ base: this.port.version(), operation });
    return (this.#busy ??= this.#work());
  }

  async #work(): Promise<void> {
    try {
      for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) await this.#one(next);
    } catch (error) {
      this.#waiting.length = 0;
      this.port.say(sentenceOf(error));
    } finally {
      this.#busy = undefined;
    }
  }

  async #one({ base, operation }: Waiting): Promise<void> {
    const outcome = await this.port.edit(base, operation);
    if (outcome.kind === 'applied') {
      for (const later of this.#waiting) if (later.base === base) later.base = outcome.version;
      if (shiftsEntries(operation)) this.#drop(namesEntry);
    } else if (outcome.kind === 'stale') {
      this.#drop(() => true);
      this.port.say('The text changed in the meantime, so nothing was changed. Look again and repeat the change.');
    } else {
      this.port.say(outcome.message);
    }
  }

  #drop(which: (operation: FormOperation) => boolean): void {
    const kept = this.#waiting.filter(({ operation }) => !which(operation));
    this.#waiting.splice(0, this.#waiting.length, ...kept);
  }
}

/** After these the entries behind have other numbers. */
function shiftsEntries(operation: FormOperation): boolean {
  return operation.kind === 'removeRule' || operation.kind === 'removeItem';
}

function namesEntry(operation: FormOperation): boolean {
  switch (operation.kind) {
    case 'changeRule':
    case 'removeRule':
    case 'removeItem':
      return true;
    case 'setSetting':
    case 'addItem':
      return operation.path.some(key => /^\d+$/.test(key));
    default:
      return false;
  }
}
