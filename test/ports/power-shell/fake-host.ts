/**
 * What a host of ours could be instead of a PowerShell: node fake-host.ts MODE [FILE]. It does with the lines that it reads
 * what PowerShell would do, apart from what its mode says. The answer to a question is the value that came with it.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [mode = 'answers', file = ''] = process.argv.slice(2);
let questions = 0;
let isDeaf = false;
/** What is printed only together with the end of the question. */
let held = '';

if (mode === 'ends') process.exit(0);
if (mode === 'banner') process.stdout.write('Windows PowerShell\nCopyright\n\n');

createInterface({ input: process.stdin })
  .on('line', (line) => {
    if (isDeaf) return;
    const [, start, end] = /^\[Console\]::Out\.WriteLine\('(.*)' \+ '(.*)'\)$/.exec(line) ?? [];
    if (start !== undefined) process.stdout.write(`${held}${start}${end}\r\n`);
    else if (line !== '') answer(line);
  })
  .on('close', () => process.exit(0));

function answer(line: string): void {
  const [, token = '', number = '', , value = ''] =
    line.match(/'([^']*)'/g)?.map((quoted) => quoted.slice(1, -1)) ?? [];
  const asked = JSON.parse(Buffer.from(value, 'base64').toString('utf8'));
  const frame = (document: unknown, as = token): string =>
    `${as} ${number} ${Buffer.from(JSON.stringify(document)).toString('base64')}\n`;
  questions += 1;
  const put = (text: string): void => void process.stdout.write(text);
  if (questions === 1 && mode === 'garbage') put('Access is denied by your administrator.\u001b[31m\n');
  else if (questions === 1 && mode === 'flood') flood();
  else if (mode === 'another-form') put(frame({ items: [42] }));
  else if (questions === 1) put(frame({ items: [{ version: '7.0', edition: 'Fake' }] }));
  else if (mode === 'dies') process.exit(3);
  else if (mode === 'dies-once' && !existsSync(file)) {
    writeFileSync(file, '');
    process.exit(3);
  } else if (mode === 'hangs') isDeaf = true;
  else if (mode === 'half') put(`${frame({ items: [asked] }).slice(0, 45)}\n`);
  else if (mode === 'at-once') {
    put('noise\n');
    held = frame({ items: [asked] });
  } else if (mode === 'fails') put(frame({ error: 'The WMI service is stopped.' }));
  else if (mode === 'banner') {
    process.stderr.write(`WARNING: ${'something '.repeat(100_000)}\n`);
    put(`noise ${frame({ items: ['wrong'] })}${frame({ items: ['wrong'] }, 'f'.repeat(32))}`);
    put(`${frame({ items: [asked] })}more noise`);
  } else put(frame({ items: [asked] }));
}

function flood(): void {
  isDeaf = true;
  process.stdout.write('x'.repeat(1_000_000), () => flood());
}
