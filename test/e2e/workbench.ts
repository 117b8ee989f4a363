import {
  test as base,
  expect,
  type Frame,
  type FrameLocator,
  type Locator,
  type Page,
  type TestInfo,
} from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startServer, type Server } from '../host/server.mjs';
import { makeWorkspace } from '../support/workspace.mjs';

export { expect };

/** One VS Code window. */
export class Workbench {
  readonly errors: string[] = [];

  constructor(
    readonly page: Page,
    readonly server: Server,
    readonly folder: string,
  ) {
    page.on('pageerror', error => this.errors.push(String(error)));
    // While it still writes something, VS Code asks whether to leave; unanswered, a reload would wait for ever.
    page.on('dialog', dialog => void dialog.accept().catch(() => undefined));
  }

  /** Loads the window on the folder and waits until extensions are registered, not just until it is painted. */
  async open(): Promise<void> {
    await this.page.goto(`${this.server.url}?folder=${encodeURIComponent(this.folder)}`);
    await this.loaded();
  }

  /** Waits until a window that loads, or loads again, can be used. */
  async loaded(): Promise<void> {
    await this.page.waitForFunction(
      () => performance.getEntriesByName('code/didLoadExtensions').length > 0,
      undefined,
      { timeout: 60_000 },
    );
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
  }

  /** Runs a command by its full title, for example `DeID: Show Log`; `asksOn` if it asks the next question in the same box. */
  async command(title: string, asksOn = false): Promise<void> {
    await this.#pick('F1', `>${title}`, title, asksOn);
  }

  async quickOpen(file: string): Promise<void> {
    await this.#pick('Control+p', file, file);
    await expect(this.tab(file)).toBeVisible();
  }

  /** Back to an empty window with fresh files. */
  async reset(): Promise<void> {
    const tabs = this.page.locator('.tabs-container .tab');
    const unsaved = this.page.locator('.tabs-container .tab.dirty');
    for (let n = 0; n < 20 && (await unsaved.count()); n++) {
      await unsaved.first().click();
      await this.command('View: Revert and Close Editor');
    }
    if (await tabs.count()) await this.command('View: Close All Editors');
    if (await this.page.locator('.part.panel').isVisible()) await this.command('View: Hide Panel');
    makeWorkspace(this.folder);
  }

  tab(name: string): Locator {
    return this.page.locator('.tabs-container .tab').filter({ hasText: name });
  }

  /** The only visible webview: what the extension wrote lives two frames down. */
  webview(): FrameLocator {
    return this.page
      .locator('iframe.webview.ready:visible')
      .contentFrame()
      .locator('iframe#active-frame')
      .contentFrame();
  }

  /** Among several webviews the one that holds something. */
  async webviewWith(selector: string, timeout = 15_000): Promise<Frame> {
    let found: Frame | undefined;
    const look = async () => {
      for (const frame of this.page.frames()) {
        if (!frame.parentFrame()?.parentFrame()) continue;
        const count = await frame
          .locator(selector)
          .count()
          .catch(() => 0);
        if (count === 0) continue;
        found = frame;
        return true;
      }
      return false;
    };
    await expect.poll(look, { timeout, message: `no webview contains ${selector}` }).toBe(true);
    if (!found) throw new Error(`no webview contains ${selector}`);
    return found;
  }

  /** Chooses a colour theme by its name in the list. */
  async theme(label: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget');
    await expect(async () => {
      await this.#pick('F1', '>Preferences: Color Theme', 'Preferences: Color Theme', true);
      const input = box.locator('.quick-input-box input');
      await expect(input).toBeFocused({ timeout: 10_000 });
      await input.fill(label);
      await box.locator('.monaco-list-row').filter({ hasText: label }).first().click({ timeout: 5000 });
      await box.waitFor({ state: 'hidden', timeout: 5000 });
    }).toPass({ timeout: 60_000 });
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: `out/screenshots/${name}.png` });
  }

  /** Opens the quick input, types and clicks the row; opens it anew while the row is not there yet. */
  async #pick(key: string, text: string, label: string, asksOn = false): Promise<void> {
    const box = this.page.locator('.quick-input-widget');
    const row = box.locator('.monaco-list-row').filter({ hasText: label }).first();
    // The list does not know of a file written a moment ago until it is opened anew: the first tries are short.
    let patience = 1500;
    await expect(async () => {
      patience = Math.min(20_000, patience * 2);
      if (await box.isVisible()) await this.page.keyboard.press('Escape');
      // A webview that has the focus but is still loading swallows keys: wait for it, then take the focus back.
      await expect(this.page.locator('iframe.webview:not(.ready)')).toHaveCount(0);
      await this.page.evaluate(() => {
        if (document.activeElement instanceof HTMLIFrameElement) document.activeElement.blur();
      });
      await this.page.keyboard.press(key);
      const input = box.locator('.quick-input-box input');
      await expect(input).toBeFocused({ timeout: 10_000 });
      await input.fill(text);
      await row.click({ timeout: patience });
      // Some commands ask the next question in the same box.
      if (!asksOn) await box.waitFor({ state: 'hidden', timeout: 5000 });
    }).toPass({ timeout: 120_000, intervals: [100, 500, 1000] });
  }
}

interface TestFixtures {
  /** A window of its own, for tests of reloading and of what a history begins with. */
  wb: Workbench;
  /** One window per worker, emptied between tests: much faster. */
  shared: Workbench;
  /** One window per worker in whose history there is one run: that of the built-in sample, with its page open. */
  sample: Workbench;
  folder: string;
}

interface WorkerFixtures {
  server: Server;
  sharedWindow: Workbench;
  sampleWindow: Workbench;
}

async function attachWindow({ page }: Workbench, info: TestInfo): Promise<void> {
  if (info.status === info.expectedStatus) return;
  await info.attach('window', { body: await page.screenshot(), contentType: 'image/png' });
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await startServer({ vsix: resolve(process.env.E2E_VSIX ?? 'out/deidbench.vsix') });
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  folder: async ({}, use) => {
    const temporary = mkdtempSync(join(tmpdir(), 'e2e-'));
    await use(makeWorkspace(join(temporary, 'ws')));
    rmSync(temporary, { recursive: true, force: true });
  },
  wb: async ({ page, server, folder }, use) => {
    await use(new Workbench(page, server, folder));
  },
  sharedWindow: [
    async ({ browser, server }, use) => {
      const temporary = mkdtempSync(join(tmpdir(), 'e2e-'));
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
      const window = new Workbench(await context.newPage(), server, makeWorkspace(join(temporary, 'ws')));
      await window.open();
      await use(window);
      await context.close();
      rmSync(temporary, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  shared: async ({ sharedWindow }, use, info) => {
    await use(sharedWindow);
    await attachWindow(sharedWindow, info);
    await sharedWindow.reset();
  },
  sampleWindow: [
    async ({ browser, server }, use) => {
      const temporary = mkdtempSync(join(tmpdir(), 'e2e-'));
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
      const window = new Workbench(await context.newPage(), server, makeWorkspace(join(temporary, 'ws')));
      await window.open();
      await window.command('DeID: Run Benchmark on the Built-in Sample');
      await expect(window.tab('Benchmark results')).toBeVisible({ timeout: 150_000 });
      await use(window);
      await context.close();
      rmSync(temporary, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  sample: async ({ sampleWindow }, use, info) => {
    await use(sampleWindow);
    await attachWindow(sampleWindow, info);
  },
});
