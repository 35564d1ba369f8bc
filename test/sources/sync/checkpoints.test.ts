import { describe, expect, it } from 'vitest';
import { Checkpoints } from '../../../src/sources/sync/checkpoints.ts';

describe('a checkpoint', () => {
  it('counts when every record before it is stored, in whatever order', () => {
    const checkpoints = new Checkpoints();
    const [a, b] = [checkpoints.begin(), checkpoints.begin()];
    checkpoints.mark('first');
    const c = checkpoints.begin();

    expect(checkpoints.stored([c])).toBeNull();
    expect(checkpoints.stored([b])).toBeNull();
    expect(checkpoints.stored([a])).toBe('first');
  });

  it('is the last of those that count', () => {
    const checkpoints = new Checkpoints();
    const a = checkpoints.begin();
    checkpoints.mark('first');
    const b = checkpoints.begin();
    checkpoints.mark('second');
    checkpoints.begin();
    checkpoints.mark('third');

    expect(checkpoints.stored([a, b])).toBe('second');
  });

  it('needs no record at all', () => {
    const checkpoints = new Checkpoints();
    checkpoints.mark('nothing new');

    expect(checkpoints.reached()).toBe('nothing new');
    expect(checkpoints.reached()).toBeNull();
  });
});
