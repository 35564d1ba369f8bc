import type { PlanShowRequest, PlanShowResult } from '../../contract/generated/types.ts';
import { planShow as validate } from '../../contract/generated/validators/plan.show.js';
import { publicPlan } from '../../servicing/plan/public-plan.ts';
import { prepare } from '../../servicing/prepare.ts';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';

export const planShow: Operation<PlanShowRequest, PlanShowResult> = {
  name: 'plan.show',
  validate,
  async run(request, context) {
    const options = { signal: context.signal, dryRun: true };
    const { plan } = await prepare(await engineOf(context), request, options);
    return { result: { plan: publicPlan(plan) } };
  },
};
