import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Runs a command to its end and returns wall seconds, CPU seconds (user + system, children included) and the largest
 * resident memory of the process in MB (sampled from /proc every 20 ms; undefined where there is none).
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, allowFailure?: boolean }} [options]
 */
export async function measure(command, args, options = {}) {
  const quoted = [command, ...args].map(a => `'${a.replaceAll("'", "'\\''")}'`).join(' ');
  const started = performance.now();
  const child = spawn('bash', ['-c', `TIMEFORMAT='@%R %U %S'; time ${quoted} >/dev/null`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  let stderr = '';
  child.stderr.on('data', chunk => (stderr += chunk));
  let peak = 0;
  const sample = setInterval(() => {
    for (const pid of descendants(child.pid)) peak = Math.max(peak, residentKb(pid));
  }, 20);
  const code = await new Promise(resolve => child.on('close', resolve));
  clearInterval(sample);
  const match = /@([\d.]+) ([\d.]+) ([\d.]+)\s*$/.exec(stderr);
  if (!match || (code !== 0 && !options.allowFailure))
    throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${stderr}`);
  return {
    wall: (performance.now() - started) / 1000,
    cpu: Number(match[2]) + Number(match[3]),
    rssMb: peak > 0 ? peak / 1024 : undefined,
    code,
  };
}

function descendants(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
    return [...children, ...children.flatMap(descendants)];
  } catch {
    return [];
  }
}

function residentKb(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Middle value. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Rows as an aligned text table. */
export function table(header, rows) {
  const all = [header, ...rows].map(row => row.map(String));
  const widths = header.map((_, i) => Math.max(...all.map(row => row[i].length)));
  return all
    .map(row => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '))
    .join('\n');
}
