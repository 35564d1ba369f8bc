import { setTimeout as delay } from 'node:timers/promises';
import { code } from './codes.ts';
import type { Console } from './console.ts';
import { BrokenOff, Crash, DismFailure, PretendedSuccess } from './failure.ts';
import { type Fault, type FaultPlan, faultCode } from './faults.ts';

/** Draws one bar. Every step may be the place where a planned fault strikes. */
export interface Progress {
  /** Goes on to `percent` (0 to 100), drawing every step between. */
  to(percent: number): Promise<void>;
}

export interface ProgressWorld {
  console: Console;
  faults: FaultPlan;
  /** Milliseconds per bar. */
  pace: number;
  /** Ends this process the hard way. */
  killSelf: () => Promise<never>;
}

/** Prints the caption (if any) and returns the bar under it. `steps` is how many bars there are at most. */
export async function startProgress(world: ProgressWorld, caption: string, steps = 100): Promise<Progress> {
  if (caption !== '') await world.console.line(caption);
  const bars = world.faults.bars(caption) ?? Array.from({ length: steps }, (_, at) => ((at + 1) / steps) * 100);
  let drawn = 0;
  return {
    async to(percent) {
      // A step is reached when it is whole: rounding must not draw it early.
      const goal = percent >= 100 ? bars.length : bars.filter((bar) => bar <= percent + ROUNDING).length;
      for (; drawn < goal; drawn += 1) {
        const at = bars[drawn] ?? 100;
        await world.console.bar(at);
        await act(world, world.faults.at({ caption, percent: at }));
        if (world.pace > 0) await delay(world.pace);
      }
    },
  };
}

const ROUNDING = 1e-9;

/** Does what a fault says. Returns only where there is none. */
export async function act(world: ProgressWorld, fault: Fault | undefined): Promise<void> {
  switch (fault?.do) {
    case undefined:
      return;
    case 'fail':
      throw new DismFailure(faultCode(fault, code.imageUnserviceable), 'a planned fault');
    case 'break-off':
      throw new BrokenOff(faultCode(fault, code.hostCrashed), 'a planned fault');
    case 'disk-full':
      throw new DismFailure(code.diskFull, 'a planned fault');
    case 'crash':
      throw new Crash(faultCode(fault, 0xc0000005));
    case 'pretend-success':
      throw new PretendedSuccess();
    case 'die':
      return world.killSelf();
    case 'silence':
      return delay(fault.milliseconds ?? 0);
    case 'hang':
      for (;;) await delay(60_000);
    case 'flood':
      for (;;) await world.console.raw(`${'x'.repeat(1022)}\r\n`.repeat(64));
    case 'garbage':
      await world.console.raw('<html><body>502 Bad Gateway</body></html>\r\n\u0000\u0001\u0002');
      throw new Crash(0);
  }
}
