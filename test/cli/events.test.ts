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
