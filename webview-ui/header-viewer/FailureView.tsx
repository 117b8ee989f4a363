import { attempt, host, start } from './model';

/** Shown instead of the tree when the file cannot be read: what is wrong and what can be done next. */
export function FailureView({ message }: { message: string }) {
  return (
    <section class="failure" role="alert">
      <h1>This file cannot be shown as DICOM</h1>
      <p>{message}</p>
      <p>
        <button type="button" onClick={() => void attempt(async () => void (await host.call('reopenAsText', null)))}>
          Open with the text editor
        </button>{' '}
        <button type="button" class="secondary" onClick={() => void start()}>
          Try again
        </button>
      </p>
    </section>
  );
}
