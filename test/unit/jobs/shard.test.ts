import { describe, expect, it } from 'vitest';
import { inShard, parseShard } from '../../../src/jobs/shard';

describe('parseShard', () => {
  it('counts from one on the command line', () => {
    expect(parseShard('3/64', {})).toEqual({ index: 2, count: 64 });
  });

  it.each(['0/4', '5/4', '1', 'x/2', '1/0', '-1/2', '1.5/2', ''])('refuses %j', text => {
    expect(() => parseShard(text, {})).toThrow(/K\/N/);
  });

  it('reads the index of a Slurm array that starts anywhere', () => {
    expect(
      parseShard('auto', { SLURM_ARRAY_TASK_ID: '12', SLURM_ARRAY_TASK_MIN: '10', SLURM_ARRAY_TASK_COUNT: '8' }),
    ).toEqual({ index: 2, count: 8 });
  });

  it('reads the index of a Kubernetes Indexed Job and of an AWS Batch array', () => {
    expect(parseShard('auto', { JOB_COMPLETION_INDEX: '3', DEIDBENCH_SHARDS: '4' })).toEqual({ index: 3, count: 4 });
    expect(parseShard('auto', { AWS_BATCH_JOB_ARRAY_INDEX: '0', AWS_BATCH_JOB_ARRAY_SIZE: '2' })).toEqual({
      index: 0,
      count: 2,
    });
  });

  it('says which variable is missing when the number of tasks is unknown', () => {
    expect(() => parseShard('auto', { JOB_COMPLETION_INDEX: '3' })).toThrow(/DEIDBENCH_SHARDS/);
  });

  it('refuses an index outside the array, and auto outside any array', () => {
    expect(() => parseShard('auto', { JOB_COMPLETION_INDEX: '4', DEIDBENCH_SHARDS: '4' })).toThrow(/outside/);
    expect(() => parseShard('auto', {})).toThrow(/no array index/);
  });
});

describe('inShard', () => {
  it('gives every patient to exactly one part', () => {
    for (let i = 0; i < 1000; i++) {
      const patient = ((i * 2654435761) >>> 0).toString(16).padStart(8, '0');
      const owners = [0, 1, 2, 3, 4, 5, 6].filter(index => inShard(patient, { index, count: 7 }));
      expect(owners).toHaveLength(1);
    }
  });
});
