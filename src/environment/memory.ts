import type { ImageTable } from '../images/tables.ts';
import { memoryOfThread, mostThreads } from '../ports/threads.ts';
import { memoryOf } from '../servicing/run/room.ts';
import { type EnvironmentCheck, failed, ofSite, ok, warning } from './surroundings.ts';

const remedy = 'Give the machine more memory, or have fewer runs at once: `imgupdate site set --maximum-concurrency`.';

/** Whether the memory of the machine holds the runs that may be at work at once, and the check of an image file. */
export const examineMemory = ofSite(({ images, settings, tool }, { ports }): EnvironmentCheck[] => {
  const total = ports.memory.total();
  const free = ports.memory.available();
  // An image is worked on once at a time; where none is registered, what the tool takes is known all the same.
  const known = images.length > 0 ? images : [{ rehearsal: tool.isReal ? 0 : 1 }];
  const runs = known.map((image) => memoryOf(image, settings)).sort((a, b) => b - a);
  const atOnce = runs.slice(0, settings.maximumConcurrency);
  const one = atOnce[0] ?? 0;
  const together = atOnce.reduce((sum, bytes) => sum + bytes, 0);
  const check = Math.min(ports.threads.parallel, mostThreads) * memoryOfThread;
  const has = `this machine has ${gibibytes(total, Math.floor)} of memory, ${gibibytes(free, Math.floor)} of it free`;
  const takes = [runsInWords(atOnce.length, together), checkInWords(images, check)].filter((each) => each !== '');
  const message = `${has[0]?.toUpperCase()}${has.slice(1)}; ${takes.join(', ')}.`;
  if (total < Math.max(one / 2, memoryOfThread)) return [failed('Memory', message, remedy)];
  if (total < together) return [warning('Memory', message, remedy)];
  if (free >= Math.max(one, images.length > 0 ? memoryOfThread : 0)) return [ok('Memory', message)];
  return [warning('Memory', message, 'End other programs before a run, or let it run when they are not there.')];
});

function runsInWords(count: number, bytes: number): string {
  return `${count === 1 ? 'a run takes' : `${count} runs at once take`} about ${gibibytes(bytes, Math.ceil)}`;
}

/** Of the largest image, which takes the longest; how much it takes depends on the cores, not on the file. */
function checkInWords(images: readonly Pick<ImageTable, 'name' | 'size'>[], bytes: number): string {
  const largest = images.toSorted((a, b) => b.size - a.size)[0];
  return largest === undefined ? '' : `verifying ${largest.name} up to ${gibibytes(bytes, Math.ceil)}`;
}

function gibibytes(bytes: number, round: (value: number) => number): string {
  const gibi = 1024 ** 3;
  return bytes < gibi ? `${round(bytes / 1024 ** 2)} MB` : `${round((bytes / gibi) * 10) / 10} GB`;
}
