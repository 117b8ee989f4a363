import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

const SECRET = 'deidbench.pseudonymKey';
/** Fewer characters could be guessed by trying. */
const MINIMUM = 16;

/**
 * The key of pseudonyms lives in the secret storage; a child process gets it in its environment only. Made on first use.
 */
export async function keyEnvironment(secrets: vscode.SecretStorage): Promise<NodeJS.ProcessEnv> {
  let key = await secrets.get(SECRET);
  if (!key) {
    key = randomBytes(32).toString('hex');
    await secrets.store(SECRET, key);
  }
  return { DEIDBENCH_KEY: key };
}

/** `DeID: Set Pseudonym Key`: a key of one's own, for example the one a project shares, or a new random one. */
export async function setPseudonymKey(secrets: vscode.SecretStorage): Promise<void> {
  const own = { label: 'Enter a key…', detail: 'The same key gives the same pseudonyms, on every machine.' };
  const fresh = { label: 'Make a new random key', detail: 'Runs from now on give other pseudonyms than before.' };
  const choice = await vscode.window.showQuickPick([own, fresh], { title: 'Key of pseudonyms' });
  if (!choice) return;
  const key = choice === fresh ? randomBytes(32).toString('hex') : await askForKey();
  if (key === undefined) return;
  await secrets.store(SECRET, key);
  void vscode.window.showInformationMessage(
    'The pseudonym key is set. It is kept in the secret storage of VS Code only.',
  );
}

function askForKey(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: 'Key of pseudonyms',
    prompt: `At least ${MINIMUM} characters; keep it secret and safe.`,
    password: true,
    ignoreFocusOut: true,
    validateInput: text => (text.length < MINIMUM ? `At least ${MINIMUM} characters.` : undefined),
  });
}
