import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { eventWriter } from '../../src/cli/events.ts';
import { Problem } from '../../src/errors.ts';
import { realPorts } from '../../src/ports/index.ts';

function written(form: 'text' | 'json' | 'none', message: string): string {
  const stream = new PassThrough();
  const writer = eventWriter(form, { stream, clock: realPorts({}).clock, version: '0.0.0' });
  writer.event({ level: 'warning', type: 'image.warning', message });
  writer.problem(new Problem('ImgImageCorrupt', { detail: message }));
  return String(stream.read());
}

it.each(['\u001b[2J', '\u009b31m', 'a\rb', 'bell\u0007', 'nul\0', 'del\u007f'])(
  'shows control characters of a name from a file as text: %j',
  (name) => {
    const text = written('text', name);

    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(text).toMatch(/\\x[0-9a-f]{2}/);
  },
);

it('leaves letters of any script, and lines, as they are', () => {
  expect(written('text', 'Größe 日本 😀\nnext')).toContain('Größe 日本 😀\nnext');
});

it('keeps a name in JSON as it is', () => {
  const [, event = ''] = written('json', '\u001b[2J').split('\n');

  expect(JSON.parse(event)).toMatchObject({ message: '\u001b[2J' });
});

it('without events tells the problem of a failure, with its id, and nothing else', () => {
  expect(written('none', 'install.wim ends too early')).toMatch(
    /^Error: The image file is damaged: install\.wim ends too early\n {2}.*\[ImgImageCorrupt\]\n$/,
  );
});

it('draws the progress of several runs in lines of their own, each over its own, until it ends', () => {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 60 });
  const writer = eventWriter('text', { stream, clock: realPorts({}).clock, version: '0.0.0' });
  const progress = (runId: string, message: string, done: number): void =>
    writer.event({ level: 'info', type: 'step.progress', message, runId, progress: { done, total: 100, unit: '%' } });

  progress('a', 'Client: Mounting', 10);
  progress('b', `Server: ${'x'.repeat(60)}`, 20);
  progress('a', 'Client: Saving', 50);
  writer.event({ level: 'info', type: 'run.completed', message: 'Client: Succeeded.', runId: 'a' });
  progress('b', 'Server: Saving', 60);

  const screen = drawnOn(String(stream.read()));
  expect(screen).toEqual(['Client: Succeeded.', '[==============          ]  60% Server: Saving']);
});

it('never draws a line that a terminal would wrap', () => {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 50 });
  const writer = eventWriter('text', { stream, clock: realPorts({}).clock, version: '0.0.0' });
  const message = `Client\n${'x'.repeat(90)}`;
  writer.event({
    level: 'info',
    type: 'step.progress',
    message,
    runId: 'a',
    progress: { done: 1, total: 2, unit: '%' },
  });

  expect(String(stream.read())).toMatch(/^[^\n]{1,49}$/);
});

/** What a terminal shows after these bytes: the sequences that rub out and go up are the only ones. */
function drawnOn(text: string): string[] {
  const screen = [''];
  let row = 0;
  for (const [part] of text.replaceAll('\x1b[', '\t').matchAll(/\t\d*[AJ]|\r|\n|[^\t\r\n]+/g)) {
    const up = /^\t(\d+)A$/.exec(part)?.[1];
    if (up !== undefined) row -= Number(up);
    else if (part === '\tJ') screen.splice(row, screen.length, '');
    else if (part === '\n') row += 1;
    else if (part !== '\r') screen[row] = (screen[row] ?? '') + part;
  }
  return screen.filter((line) => line !== '');
}
