// Tables of the documentation that are made from the code: exit codes and error ids from src/errors.ts, the commands from
// the request schemas, what only a real Windows shows from the checks and the needs of tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestMembers } from '../src/contract/members.ts';
import { errorKinds, exitCodes } from '../src/errors.ts';
import { realWindowsNeeds } from '../test/helpers/real-windows.ts';

/** README with its exit code table, docs/operations.md and docs/windows-checklist.md. Paths are relative to the root. */
export function documentTables(root: string, requests: Record<string, RequestMembers>): Map<string, string> {
  const filled = (file: string, place: string, text: string): string =>
    readFileSync(join(root, file), 'utf8').replace(
      new RegExp(`(<!-- ${place}:[^\\n]*-->\\n)[\\s\\S]*?(<!-- end -->)`),
      (_all, start: string, end: string) => `${start}${text}${end}`,
    );
  return new Map([
    ['README.md', filled('README.md', 'exit-codes', exitCodeTable())],
    ['docs/operations.md', operationsPage(requests)],
    ['docs/windows-checklist.md', filled('docs/windows-checklist.md', 'checks', windowsChecks(root))],
  ]);
}

/** A line for each check of test/windows, and for each need of a test that only a real Windows meets. */
function windowsChecks(root: string): string {
  const folder = join(root, 'test/windows/checks');
  const checks = readdirSync(folder).map((file) => {
    const synopsis = /\.SYNOPSIS\s+([\s\S]*?)\s*(?:#>|\n\s*\.)/.exec(readFileSync(join(folder, file), 'utf8'))?.[1];
    if (synopsis === undefined) throw new Error(`test/windows/checks/${file} has no synopsis`);
    return [synopsis.replace(/\s+/g, ' '), `test/windows/acceptance.ps1 -Only ${file.replace(/\.ps1$/, '')}`];
  });
  const needs = Object.values(realWindowsNeeds).map(({ shows, command }) => [shows, command]);
  const rows = [...checks, ...needs].map(([shows, command]) => `- [ ] ${shows}\n      \`${command}\``);
  return `\n${rows.join('\n')}\n\n`;
}

function exitCodeTable(): string {
  const rows = Object.entries(exitCodes).map(([code, meaning]) => `| ${code} | ${meaning} |`);
  return ['| code | meaning |', '| --- | --- |', ...rows, ''].join('\n');
}

function operationsPage(requests: Record<string, RequestMembers>): string {
  const sections = Object.entries(requests).map(([name, { description, members }]) => {
    const rows = Object.entries(members).map(([member, { type, list, required, choices, description: text }]) => {
      const kind = `${choices === undefined ? type : choices.join(' / ')}${list === true ? ', list' : ''}`;
      return `| \`${member}\`${required === true ? ' (required)' : ''} | ${kind} | ${text} |`;
    });
    const table = rows.length === 0 ? [] : ['| member | type | meaning |', '| --- | --- | --- |', ...rows, ''];
    return [`## ${name}`, '', description, '', ...table].join('\n');
  });
  const ids = Object.entries(errorKinds).map(
    ([id, { title, exitCode, retryable, remedy }]) =>
      `| ${id} | ${exitCode} | ${title} | ${retryable ? 'yes' : 'no'} | ${remedy.replaceAll('|', '\\|')} |`,
  );
  return `<!-- Made by npm run generate from schemas/v1 and src/errors.ts. Do not edit. -->

# Commands and methods

\`imgupdate <noun> <verb>\` on the command line, \`<noun>.<verb>\` as a method of \`imgupdate serve --stdio\`. A flag is the
kebab-case of the member; a list repeats its flag. Events and the problem of a failure go to standard error: as text, as one
JSON document a line (\`--events json\`), or the problem alone, as text with its id in brackets (\`--events none\`).
\`imgupdate schema show <noun>.<verb>.result\` prints the schema of the answer.

${sections.join('\n')}
# Problems

| id | exit code | title | try again later | what to do |
| --- | --- | --- | --- | --- |
${ids.join('\n')}
`;
}
