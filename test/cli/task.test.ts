/** `task` at the command line: stubs stand for the scheduler of the system. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, sandbox } from '../helpers/built-engine.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import { openScheduler, type Scheduler } from '../helpers/scheduler.ts';

const posix = requires.posix('systemd');

let box: Sandbox;
let scheduler: Scheduler;
beforeEach(() => {
  box = sandbox();
  scheduler = openScheduler();
});
afterEach(() => {
  scheduler.remove();
  box.remove();
});
const run = (...args: string[]) => box.runWith({ env: scheduler.env }, ...args);

describe.skipIf(anyMissing(posix))(titled('task on Linux', posix), () => {
  it('is registered, listed and removed; the worker that it names works', () => {
    const made = run('task', 'register', '--scope=User', '--repetition-minutes=2');

    expect(made.code).toBe(0);
    expect(made.document).toMatchObject({
      applied: true,
      task: { kind: 'systemd', scope: 'User', wakeComputer: false },
    });
    expect(Object.keys(scheduler.units())).toEqual(['imgupdate.service', 'imgupdate.timer']);
    expect(scheduler.units()['imgupdate.timer']).toContain('OnUnitInactiveSec=2min');

    const listed = run('task', 'list').document as { tasks: { command: string[] }[] };
    expect(listed.tasks).toHaveLength(1);
    const [program = '', engine = '', ...args] = listed.tasks[0]?.command ?? [];
    expect([program, args.at(-2)]).toEqual([process.execPath, `--site=${box.site}`]);
    expect(engine).toMatch(/imgupdate\.cjs$/);
    // Neither a profile nor a site in the environment.
    const worker = box.runWith({ env: { IMGUPDATE_SITE: '', HOME: '/nowhere' } }, ...args.slice(0, -1));
    expect([worker.code, worker.document]).toMatchObject([0, { ran: [] }]);

    expect(run('task', 'unregister').code).toBe(0);
    expect(scheduler.units()).toEqual({});
  });

  it('serves a distribution point: the command that it names is one', () => {
    const point = box.path('web');
    expect(run('distribution', 'add', 'Web', '--type=http', `--path=${point}`).code).toBe(0);
    const { document } = run('task', 'register', '--scope=User', '--serve=web');
    expect(document).toMatchObject({ applied: true, task: { name: 'ImgUpdate-serve-Web', serves: 'Web' } });
    expect(scheduler.units()['imgupdate-serve-web.service']).toContain('Type=exec\n');
    const [, , ...args] = (document as { task: { command: string[] } }).task.command;
    // Whether it is understood: nothing is served in a dry run.
    const env = { IMGUPDATE_SITE: '', HOME: '/nowhere' };
    expect(box.runWith({ env }, ...args.slice(0, -1), '--dry-run')).toMatchObject({
      ...{ code: 0, document: { requests: 0 } },
    });
    expect(run('task', 'unregister', 'ImgUpdate-serve-Web').code).toBe(0);
    expect(scheduler.units()).toEqual({});
  });

  it('serves with a token that is named: neither database, unit nor answer holds it', () => {
    const value = 'the-token-itself-4711';
    const env = { ...scheduler.env, IMAGES_TOKEN: value };
    const register = (...args: string[]) =>
      box.runWith({ env }, 'task', 'register', '--scope=User', '--serve=web', ...args);
    const warningsOf = ({ document }: { document: unknown }) => (document as { warnings: string[] }).warnings.join();
    const settings = JSON.stringify({ token: { environment: 'IMAGES_TOKEN' } });
    box.run('distribution', 'add', 'Web', '--type=http', `--path=${box.path('web')}`, `--settings=${settings}`);

    const asPoint = register();
    const named = register('--token={"secret":"Images","vault":"Site"}');

    expect(asPoint.code).toBe(0);
    expect(warningsOf(asPoint)).toMatch(/IMAGES_TOKEN reaches it only where .* SecretManagement .*-Token @\{ Secret/);
    expect(warningsOf(named)).not.toContain('environment of yours');
    expect(scheduler.units()['imgupdate-serve-web.service']).toContain(
      '"--token={\\"secret\\":\\"Images\\",\\"vault\\":\\"Site\\"}"',
    );
    const [, , ...args] = (named.document as { task: { command: string[] } }).task.command;
    expect(box.runWith({ env: { IMGUPDATE_SITE: '' } }, ...args.slice(0, -1), '--dry-run').code).toBe(0);
    const stored = readFileSync(join(box.site, 'site.db'), 'latin1') + JSON.stringify(scheduler.units());
    expect([stored, asPoint.stdout, asPoint.stderr, named.stdout].join()).not.toContain(value);
  });

  it.each<[what: string, args: string[], id: string, code?: number]>([
    ['a token of a task that serves nothing', ['--token={"secret":"x"}'], 'ImgArgumentInvalid', 2],
    ['a token in two places', ['--serve=Web', '--token={"secret":"x","environment":"Y"}'], 'ImgPointInvalid'],
    ['a vault of no secret', ['--serve=Web', '--token={"environment":"Y","vault":"V"}'], 'ImgPointInvalid'],
  ])('refuses %s', (_what, args, id, code = 4) => {
    box.run('distribution', 'add', 'Web', '--type=http', `--path=${box.path('web')}`);

    expect(run('task', 'register', '--scope=User', ...args)).toMatchObject({ code, stdout: '', problem: { id } });
    expect(scheduler.units()).toEqual({});
  });

  it('shows the units in a dry run', () => {
    const { document, code } = run('task', 'register', '--scope=User', '--dry-run');

    expect(code).toBe(0);
    const { definition } = document as { definition: { name: string; text: string }[] };
    expect(definition.map(({ name }) => name.split('/').at(-1))).toEqual(['imgupdate.service', 'imgupdate.timer']);
    expect(definition[0]?.text).toContain('"worker" "run" "--once"');
    expect(scheduler.units()).toEqual({});
  });

  it('says what to type where there is no systemd', () => {
    scheduler.env['IMGUPDATE_STUB_SYSTEMCTL'] = 'absent';

    const { document } = run('task', 'register', '--scope=User');

    expect((document as { warnings: string[] }).warnings.at(-1)).toMatch(/type: systemctl --user daemon-reload && /);
  });

  it('refuses names that are no names', () => {
    for (const name of ['../../etc/x', 'a b', '-x', '']) {
      expect(run('task', 'register', `--name=${name}`).problem).toMatchObject({
        id: 'ImgArgumentInvalid',
        exitCode: 2,
      });
    }
    expect(run('task', 'unregister').problem).toMatchObject({ id: 'ImgTaskNotFound', exitCode: 4 });
  });
});
