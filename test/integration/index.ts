import Mocha from 'mocha';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** Entry point of the suite in both hosts (headless server and desktop): runs mocha and writes TEST_RESULTS. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, grep: process.env.TEST_GREP || undefined });
  const folder = path.join(__dirname, process.env.TEST_SUITE || 'suite');
  for (const name of fs.readdirSync(folder).sort())
    if (name.endsWith('.test.js')) mocha.addFile(path.join(folder, name));

  const log: string[] = [];
  const say = (line: string) => {
    log.push(line);
    console.log(line);
  };
  let passed = 0;
  let pending = 0;
  const failed = await new Promise<number>(resolve => {
    mocha
      .run(resolve)
      .on('pass', test => {
        passed++;
        say(`  ok ${test.fullTitle()} (${test.duration ?? 0} ms)`);
      })
      .on('pending', test => {
        pending++;
        say(`  -- ${test.fullTitle()}`);
      })
      .on('fail', (test, error: Error) => say(`  FAIL ${test.fullTitle()}\n${error.stack ?? error.message}`));
  });
  if (process.env.TEST_RESULTS)
    fs.writeFileSync(process.env.TEST_RESULTS, JSON.stringify({ passed, failed, pending, log }));
  if (failed) throw new Error(`${failed} test(s) failed`);
  if (!passed && !process.env.TEST_GREP) throw new Error('no test ran');
}
