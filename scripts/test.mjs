/**
 * Runs every stage of the tests, goes on after a failure, and ends with one line `N passed, N failed` summed over all of
 * them. A stage without a single passed test counts as failed. `node scripts/test.mjs unit e2e` runs only those stages.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

const out = name => `out/${name}-results.json`;
const npx = (...args) => ['npx', ['--no-install', ...args]];

/** `result` names a file that the stage writes and `count` reads it; stages without one count as one test. */
const STAGES = [
  { name: 'typecheck', run: ['npm', ['run', 'typecheck', '--silent']] },
  { name: 'lint', run: ['npm', ['run', 'lint', '--silent']] },
  {
    name: 'unit',
    run: npx('vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${out('unit')}`),
    result: out('unit'),
    count: json => [json.numPassedTests, json.numFailedTests + json.testResults.filter(brokenFile).length],
  },
  {
    name: 'system',
    run: ['npm', ['run', 'test:system', '--silent']],
    result: out('system'),
    count: json => [json.numPassedTests, json.numFailedTests + json.testResults.filter(brokenFile).length],
  },
  {
    name: 'integration',
    run: ['npm', ['run', 'test:integration', '--silent']],
    result: out('integration'),
    count: json => [json.passed, json.failed],
  },
  {
    name: 'e2e',
    run: ['npm', ['run', 'test:e2e', '--silent']],
    result: out('e2e'),
    count: json => [json.stats.expected + json.stats.flaky, json.stats.unexpected],
  },
  {
    // A real Slurm on this machine; it needs root and Debian's slurm-wlm and munge, which CI installs.
    name: 'cluster',
    run: ['bash', ['test/cluster/slurm.sh']],
    result: out('cluster'),
    count: json => [json.passed, json.failed],
    onlyIf: () => process.env.CI !== undefined && existsSync('/usr/sbin/slurmctld') && process.getuid?.() === 0,
  },
];

/** A test file that could not be loaded has no tests to count. */
function brokenFile(file) {
  return file.status === 'failed' && file.assertionResults.length === 0;
}

function runStage({ name, run: [command, args], result, count }) {
  console.log(`\n== ${name}`);
  if (result) rmSync(result, { force: true });
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  let [passed, failed] = result ? [0, 0] : status === 0 ? [1, 0] : [0, 1];
  if (result && existsSync(result)) [passed, failed] = count(JSON.parse(readFileSync(result, 'utf8')));
  if ((status !== 0 || passed === 0) && failed === 0) failed = 1;
  console.log(`== ${name}: ${passed} passed, ${failed} failed`);
  return { passed, failed };
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !STAGES.some(stage => stage.name === name));
if (unknown.length > 0) {
  console.error(`There is no stage ${unknown.join(', ')}; stages are ${STAGES.map(stage => stage.name).join(', ')}.`);
  process.exit(1);
}
mkdirSync('out', { recursive: true });
const chosen = STAGES.filter(stage => (wanted.length === 0 ? (stage.onlyIf?.() ?? true) : wanted.includes(stage.name)));
const results = chosen.map(runStage);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
