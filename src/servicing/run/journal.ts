/** The journal of a run in the database: what is about to happen is written before it happens. */
import type { PlanStep } from '../../contract/generated/types.ts';
import type { Ports } from '../../ports/index.ts';
import { type Database, writeTransaction } from '../../site/database.ts';
import { steps as stepTable } from '../steps/index.ts';
import type { Outcome } from '../steps/step.ts';
import { withIntent } from './checkpoint.ts';
import type { Intent } from './intent.ts';
import type { RunRow } from './run-store.ts';

/** Progress is written so often at most, in milliseconds: followers look a few times a second. */
const writeInterval = 400;
/** Percent that are written at once: the tool may print nothing more for a long time. */
const leapOfProgress = 5;

export interface Journal {
  /** Writes the plan; what an earlier attempt wrote is replaced. */
  begin(steps: PlanStep[]): Promise<void>;
  /** Begins behind the first `finished` steps of a plan that an earlier attempt wrote; `checkpoint` as in `succeeded`. */
  goOn(steps: PlanStep[], finished: number, checkpoint: string | null): Promise<void>;
  started(step: PlanStep): Promise<void>;
  /** Percent of the step at hand; written now and then. */
  progress(step: PlanStep, percent: number): void;
  /** What a step is about to do for good is on the disk when this returns; see `intent.ts`. */
  begins(intent: Intent, reached: { finished: number; outcome: Outcome }): Promise<void>;
  failed(step: PlanStep, note: string): Promise<void>;
  /** `checkpoint` is what the run can go on from, from here on; null: as before. Both are there, or none. */
  succeeded(step: PlanStep, checkpoint: string | null): Promise<void>;
  /** Whether the run could go on from somewhere, if it were interrupted now. */
  readonly hasCheckpoint: boolean;
}

export function openJournal(
  { database, ports }: { database: Database; ports: Ports },
  run: Pick<RunRow, 'run_id' | 'checkpoint_json'>,
): Journal {
  const runId = run.run_id;
  let total = 1;
  let done = 0;
  let lastWrite = 0;
  let current = run.checkpoint_json;
  let lastTold = { step: '', percent: 0 };
  let writing = Promise.resolve();
  const now = (): string => ports.clock.now().toISOString();
  const overall = (within: number): number => Math.min(100, Math.round(((done + within) / total) * 1000) / 10);

  return {
    async begin(steps) {
      current = null;
      total = steps.reduce((sum, step) => sum + weightOf(step), 0) || 1;
      await writeTransaction(database, async (writer) => {
        await writer.deleteFrom('run_step').where('run_id', '=', runId).execute();
        await writer.updateTable('run').set({ checkpoint_json: null }).where('run_id', '=', runId).execute();
        if (steps.length === 0) return;
        const rows = steps.map((step, ordinal) => ({
          run_id: runId,
          ordinal,
          step_id: step.id,
          step_json: JSON.stringify(step),
          status: 'Pending',
          started: null,
          completed: null,
          percent: 0,
          note: null,
        }));
        await writer.insertInto('run_step').values(rows).execute();
      });
    },
    async started(step) {
      await writeTransaction(database, async (writer) => {
        await setStep(writer, runId, step, { status: 'Running', started: now(), percent: 0 });
        await writer
          .updateTable('run')
          .set({ phase: phaseOf(step), percent: overall(0) })
          .where('run_id', '=', runId)
          .execute();
      });
    },
    progress(step, percent) {
      const time = ports.clock.now().getTime();
      const isAhead = lastTold.step !== step.id || percent - lastTold.percent >= leapOfProgress;
      if (time - lastWrite < writeInterval && !isAhead) return;
      lastWrite = time;
      lastTold = { step: step.id, percent };
      const share = overall((weightOf(step) * percent) / 100);
      writing = writing.then(() =>
        writeTransaction(database, async (writer) => {
          await setStep(writer, runId, step, { percent: Math.round(percent * 10) / 10 });
          await writer.updateTable('run').set({ percent: share }).where('run_id', '=', runId).execute();
        }).catch(() => undefined),
      );
    },
    async begins(intent, reached) {
      await writing;
      const checkpoint_json = withIntent(current, { intent, ...reached });
      await writeTransaction(database, (writer) =>
        writer.updateTable('run').set({ checkpoint_json }).where('run_id', '=', runId).execute(),
      );
    },
    async goOn(steps, finished, checkpoint) {
      total = steps.reduce((sum, step) => sum + weightOf(step), 0) || 1;
      done = steps.slice(0, finished).reduce((sum, step) => sum + weightOf(step), 0);
      current = checkpoint ?? current;
      await writeTransaction(database, async (writer) => {
        if (checkpoint !== null) {
          await writer.updateTable('run').set({ checkpoint_json: checkpoint }).where('run_id', '=', runId).execute();
        }
        const rows = writer.updateTable('run_step').where('run_id', '=', runId);
        await rows.set({ status: 'Succeeded', percent: 100 }).where('ordinal', '<', finished).execute();
        const anew = { status: 'Pending', started: null, completed: null, percent: 0, note: null };
        await rows.set(anew).where('ordinal', '>=', finished).execute();
      });
    },
    async failed(step, note) {
      await writing;
      await end(step, { status: 'Failed', note }, {});
    },
    async succeeded(step, checkpoint) {
      await writing;
      await end(
        step,
        { status: 'Succeeded', percent: 100, note: null },
        checkpoint === null ? {} : { checkpoint_json: checkpoint },
      );
      current = checkpoint ?? current;
    },
    get hasCheckpoint() {
      return current !== null;
    },
  };

  async function end(step: PlanStep, change: StepChange, ofRun: { checkpoint_json?: string }): Promise<void> {
    done += weightOf(step);
    await writeTransaction(database, async (writer) => {
      await setStep(writer, runId, step, { ...change, completed: now() });
      await writer
        .updateTable('run')
        .set({ ...ofRun, percent: overall(0) })
        .where('run_id', '=', runId)
        .execute();
    });
  }
}

/** 'Applying KB5060842 to index 1', for people. */
export function phaseOf(
  step: Pick<
    PlanStep,
    'kind' | 'index' | 'articleId' | 'recovery' | 'bootImage' | 'language' | 'capability' | 'feature'
  >,
): string {
  const words: Record<string, string> = {
    check: 'Checking',
    copy: 'Copying',
    'take-recovery': 'Taking out',
    'put-recovery': 'Putting in',
    'take-features': 'Taking out languages and features',
    'add-language': 'Adding language',
    'add-capability': 'Adding',
    'enable-feature': 'Enabling',
    mount: 'Mounting',
    'add-update': 'Applying',
    'clean-up': 'Cleaning up',
    'add-drivers': 'Adding drivers,',
    unmount: 'Saving',
    export: 'Exporting',
    'expand-setup': 'Expanding',
    'take-setup': 'Taking out Setup',
    'take-boot-managers': 'Taking out boot managers',
    'update-boot-manager': 'Taking out boot managers of 2023',
    verify: 'Verifying',
    publish: 'Publishing',
    distribute: 'Sending',
  };
  const article = ['add-update', 'expand-setup'].includes(step.kind) && step.articleId ? `KB${step.articleId}` : '';
  const what = step.language ?? step.capability ?? step.feature ?? article;
  const place = step.recovery === undefined ? '' : `recovery image ${step.recovery}`;
  const index = step.index === undefined ? '' : `index ${step.index}`;
  const file = step.bootImage === true ? [step.index === undefined ? 'boot.wim' : 'of boot.wim'] : [];
  return [
    words[step.kind] ?? step.kind,
    what,
    ...(step.recovery === undefined || step.kind === 'put-recovery' ? [place, index] : [place]),
    ...file,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function weightOf(step: PlanStep): number {
  return stepTable.get(step.kind)?.weight ?? 1;
}

type StepChange = { status?: string; started?: string; completed?: string; percent?: number; note?: string | null };

async function setStep(
  writer: Parameters<Parameters<typeof writeTransaction>[1]>[0],
  runId: string,
  step: PlanStep,
  change: StepChange,
): Promise<void> {
  await writer.updateTable('run_step').set(change).where('run_id', '=', runId).where('step_id', '=', step.id).execute();
}
