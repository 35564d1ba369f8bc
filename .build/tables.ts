// Tables of the documentation that are made from the code: exit codes and error ids from src/errors.ts, the commands from
// the request schemas.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestMembers } from '../src/contract/members.ts';
import { errorKinds, exitCodes } from '../src/errors.ts';

/** README with its exit code table, and docs/operations.md. Paths are relative to the root. */
export function documentTables(root: string, requests: Record<string, RequestMembers>): Map<string, string> {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const filled = readme.replace(
    /(<!-- exit-codes:[^\n]*-->\n)[\s\S]*?(<!-- end -->)/,
    (_all, start: string, end: string) => `${start}${exitCodeTable()}${end}`,
  );
  return new Map([
    ['README.md', filled],
    ['docs/operations.md', operationsPage(requests)],
  ]);
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
