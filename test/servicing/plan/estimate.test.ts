import { describe, expect, it } from 'vitest';
import type { StepTiming } from '../../../src/servicing/plan/input.ts';
import { planServicing } from '../../../src/servicing/plan/plan.ts';
import { input, update } from './facts.ts';

const cumulative = (seconds: number, more: Partial<StepTiming> = {}): StepTiming => ({
  ...{ kind: 'add-update', stage: 'cumulative', seconds, bytes: 100, sameImage: true },
  ...more,
});

function stepOf(kind: string, history: StepTiming[]) {
  const plan = planServicing({ ...input(['1.1'], [update('a', '1.5')]), history });
  const found = plan.steps.find((each) => each.kind === kind);
  return [found?.bytes, found?.seconds, found?.estimatedFrom];
}

describe('the time of a step', () => {
  it.each<[what: string, history: StepTiming[], seconds: number]>([
    ['the median of before', [cumulative(10), cumulative(900), cumulative(30)], 30],
    ['this image before others', [cumulative(10), cumulative(500, { sameImage: false })], 10],
    ['other images where this one was never serviced', [cumulative(500, { sameImage: false })], 500],
    ['twice as long for twice the bytes', [cumulative(10, { bytes: 50 })], 20],
    ['never stretched beyond four times', [cumulative(10, { bytes: 1 })], 40],
    [
      'nothing of other kinds',
      [cumulative(10), cumulative(77, { stage: 'stack' }), cumulative(99, { kind: 'mount', stage: undefined })],
      10,
    ],
    ['what is known where no bytes were', [cumulative(10, { bytes: 0 })], 10],
  ])('is %s', (_what, history, seconds) => {
    expect(stepOf('add-update', history)).toEqual([100, seconds, 'history']);
  });

  it('comes from the field where the site never did such a step', () => {
    expect(stepOf('unmount', [cumulative(10)])).toEqual([5000, 1, 'field']);
  });

  it('is part of the sum', () => {
    const plan = planServicing({ ...input(['1.1'], [update('a', '1.5')]), history: [cumulative(1000)] });

    const sum = plan.steps.reduce((all, { seconds = 0 }) => all + seconds, 0);
    expect(plan.estimates.seconds).toBe(sum);
    expect(sum).toBeGreaterThanOrEqual(1000);
  });
});
