import type { FrameImage } from '../../src/protocol/headerViewer';
import type {
  FormHostCalls,
  FormOperation,
  FormPageCalls,
  FormPicture,
  FormState,
  PictureRequest,
} from '../../src/protocol/profileForm';
import { RpcPeer } from '../../src/protocol/rpc';
import { hostTransport } from '../shared/host';
import { ChangeSender } from './changes';
import * as state from './state';
import { sentenceOf } from '../../src/protocol/userError';

const host = new RpcPeer<FormPageCalls, FormHostCalls>(hostTransport, {
  changed: next => {
    take(next);
    return null;
  },
});

const sender = new ChangeSender({
  version: () => state.form.peek()?.version ?? -1,
  edit: (baseVersion, operation) => host.call('edit', { baseVersion, operation }),
  say: message => (state.notice.value = message),
});

/** Loads the first state. */
export async function start(): Promise<void> {
  await attempt(async () => take(await host.call('state', null)));
}

function take(next: FormState): void {
  // An answer to an older question must not undo a newer one.
  if (next.version >= (state.form.peek()?.version ?? -1)) state.form.value = next;
}

/** Asks for a change of the text. */
export function change(operation: FormOperation): void {
  if (state.locked.peek()) return;
  state.notice.value = '';
  void sender.send(operation);
}

/** Shows a place of the profile in the text editor. */
export function showInText(place: { readonly start: number; readonly end: number }): void {
  void attempt(async () => void (await host.call('showInText', { start: place.start, end: place.end })));
}

/** Finds a picture of the sample to draw a region on. */
export function openPicture(region: number, which: PictureRequest): Promise<FormPicture | null> {
  return host.call('picture', { region, which });
}

/** A frame (0-based) of the picture that is drawn on. */
export function pictureFrame(frame: number): Promise<FrameImage> {
  return host.call('pictureFrame', { frame });
}

/** Opens the text editor in place of the form. */
export function reopenAsText(): void {
  void attempt(async () => void (await host.call('reopenAsText', null)));
}

/** Does what may fail; the reason is said in the status line. */
export async function attempt(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    state.notice.value = sentenceOf(error);
  }
}
