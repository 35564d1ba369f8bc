import type { PointCheck } from '../../contract/generated/types.ts';

/** Does one check of a distribution point: what it says, or what was wrong. */
export async function checked(what: string, work: () => Promise<string>): Promise<PointCheck> {
  try {
    return { what, ok: true, message: await work() };
  } catch (error) {
    return { what, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
