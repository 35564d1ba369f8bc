/** Who holds something, so that what a killed process left is told from what a living one uses. */
import type { Ports } from './index.ts';
import type { ProcessIdentity } from './processes.ts';

export interface ProcessOwner extends ProcessIdentity {
  /** Name of the machine. */
  host: string;
}

const longest = 2_000;

export async function thisOwner({ processes, self }: Pick<Ports, 'processes' | 'self'>): Promise<ProcessOwner> {
  const { host, pid } = self;
  return { host, pid, startTime: await processes.ownStartTime() };
}

/** Is the process still there? Of another machine we cannot tell, so it counts as living. */
export async function isAlive(
  { processes, self }: Pick<Ports, 'processes' | 'self'>,
  { host, pid, startTime }: ProcessOwner,
): Promise<boolean> {
  return host !== self.host || (await processes.lives({ pid, startTime }));
}

/** The owner that a small JSON file names; undefined where it names none. */
export function ownerIn(files: Pick<Ports['files'], 'text'>, path: string): ProcessOwner | undefined {
  try {
    const { host, pid, startTime } = JSON.parse(files.text(path, longest)) as Partial<ProcessOwner>;
    return typeof host === 'string' && typeof pid === 'number' && typeof startTime === 'string'
      ? { host, pid, startTime }
      : undefined;
  } catch {
    return undefined;
  }
}
