import type { PointHttpSettings, TaskRegisterRequest, TaskRegisterResult } from '../../contract/generated/types.ts';
import { taskRegister as validate } from '../../contract/generated/validators/task.register.js';
import { checkToken } from '../../distribution/points/http/token.ts';
import { pointRow } from '../../distribution/points/targets.ts';
import { Problem } from '../../errors.ts';
import { servingCommand, siteArgument, workerCommand } from '../../servicing/wakers/command.ts';
import { storeWaker, taskOf, type WakerRow, wakerDocument, wakerRows } from '../../servicing/wakers/store.ts';
import { basisOf, waitingSchedules, wakeTimesOf } from '../../servicing/wakers/wake-times.ts';
import type { Database } from '../../site/database.ts';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';

export const taskRegister: Operation<TaskRegisterRequest, TaskRegisterResult> = {
  name: 'task.register',
  validate,
  async run(request, context) {
    const engine = await engineOf(context);
    const { ports, site } = engine;
    const served = request.serve === undefined ? undefined : await servedPoint(site.database, request.serve);
    const serves = served?.name ?? null;
    checkTokenOf(request);
    const { repetitionMinutes = 5, wakeComputer = serves === null } = request;
    const { name = serves === null ? 'ImgUpdate' : servingName(serves) } = request;
    const { waker, clock, self } = ports;
    const terms = waker.settle({ scope: request.scope, account: request.account });
    const found = await waker.find({ name, scope: terms.scope });
    if (found !== undefined && !found.commandLine.includes(waker.quoted(siteArgument(site.folder)))) {
      throw new Problem('ImgTaskTaken', { detail: `The task ${name} starts something else: ${found.commandLine}` });
    }
    const known = (await wakerRows(site.database)).find(
      ({ host, name_key }) => host === self.host && name_key === name.toLowerCase(),
    );
    if (known !== undefined && known.serves !== serves) {
      const what = known.serves === null ? 'starts workers' : `serves ${known.serves}`;
      throw new Problem('ImgTaskTaken', { detail: `The task ${known.name} of this site ${what}.` });
    }
    const wakes = wakeComputer && terms.canWake && serves === null;
    const schedules = await waitingSchedules(engine);
    const row: WakerRow = {
      ...{ name_key: name.toLowerCase(), name, host: self.host, kind: waker.kind },
      ...{ scope: terms.scope, account: terms.account, location: '', files_json: '[]' },
      command_json: JSON.stringify(
        serves === null ? workerCommand(engine) : servingCommand(engine, { point: serves, token: request.token }),
      ),
      repetition_minutes: repetitionMinutes,
      wake: wakes ? 1 : 0,
      wake_times_json: JSON.stringify(wakes ? await wakeTimesOf(engine, schedules) : []),
      wake_basis: basisOf(schedules),
      registered: clock.now().toISOString(),
      serves,
    };
    const notes = [...terms.notes, ...notesOnToken(request.token ?? served?.token, terms.account)];
    const { location, files, parts } = waker.define(taskOf(row, site.folder));
    const settled = { ...row, location, files_json: JSON.stringify(files) };
    if (context.dryRun) {
      const task = wakerDocument(settled, found);
      return { result: { task, definition: [...parts], applied: false, warnings: notes } };
    }
    const left = await waker.register(taskOf(settled, site.folder));
    await storeWaker(site.database, settled);
    const task = wakerDocument(settled, await waker.find({ name, scope: terms.scope }));
    return { result: { task, applied: true, warnings: [...notes, ...left] } };
  },
};

/** Its name as it is spelled there, and where its token is. Throws Problem ImgPointNotFound, ImgPointUnservable. */
async function servedPoint(database: Database, name: string): Promise<{ name: string; token: Token }> {
  const row = await pointRow(database, name);
  if (row.type === 'http') return { name: row.name, token: (JSON.parse(row.settings_json) as PointHttpSettings).token };
  throw new Problem('ImgPointUnservable', { detail: `${row.name} is of the kind ${row.type}, not http.` });
}

type Token = PointHttpSettings['token'];

/** Throws Problem ImgPointInvalid, ImgRequestInvalid. */
function checkTokenOf({ serve, token }: TaskRegisterRequest): void {
  checkToken(token);
  if (token === undefined || serve !== undefined) return;
  throw new Problem('ImgRequestInvalid', {
    detail: 'A worker serves nothing: a token belongs to a task that serves a distribution point.',
    errors: [{ pointer: '/token', message: 'needs serve' }],
  });
}

/** What keeps the token from the task. */
function notesOnToken(token: Token, account: string): string[] {
  if (token?.environment === undefined) return [];
  return [
    `The task has no environment of yours: ${token.environment} reaches it only where the system itself sets it, for the machine or the service. A secret of SecretManagement that ${account} can read needs none: --token '{"secret":"NAME"}' (-Token @{ Secret = 'NAME' }).`,
  ];
}

/** A name that the system takes, whatever the distribution point is called. */
function servingName(point: string): string {
  return `ImgUpdate-serve-${point.replace(/[^A-Za-z0-9._-]/g, '_')}`.slice(0, 60);
}
