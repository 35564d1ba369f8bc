import type { Engine } from '../servicing/run/engine.ts';
import type { Context } from './operation.ts';

/** What the servicing parts need, from the context of an operation. */
export async function engineOf({ ports, site, installation, emit }: Context): Promise<Engine> {
  return { ports, site: await site(), installation, emit };
}
