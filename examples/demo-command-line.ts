/** The demo without PowerShell: the same month through `imgupdate`, its JSON shown as small tables. */
import { type Document, engineFor } from './engine.ts';
import { imageName, type RehearsalSite } from './rehearsal-site.ts';

type Row = Record<string, unknown>;

export function commandLineDemo({ env, chosen }: RehearsalSite): void {
  const engine = engineFor(env);
  const visible = engineFor(env, 'inherit');
  const step = (comment: string, args: string[], show: (document: Document) => void, run = engine): void => {
    console.log(`\n# ${comment}\n$ npx imgupdate ${args.map(quoted).join(' ')}`);
    show(run(args));
  };

  step('What is in the image? No mount, no rights.', ['image', 'installed', '--image', imageName], (document) =>
    table(rows(document, 'updates'), ['index', 'articleId', 'state', 'version', 'name']),
  );
  const question = [
    'update',
    'list',
    '--latest',
    '--kind',
    'CumulativeUpdate',
    '--applicable-to',
    imageName,
    '--explain',
  ];
  step('Which cumulative update is right for it, what was rejected, and why?', question, (document) =>
    table(rows(document, 'candidates').slice(0, 8), ['decision', 'articleId', 'reason', 'title']),
  );
  const order = ['schedule', 'add', '--image', imageName, '--updates', chosen.uniqueId, '--run-now', '--wait'];
  let runId = '';
  step(
    'Put it in.',
    order,
    (document) => {
      const run = document['run'] as Row;
      runId = String(run['runId']);
      table([run], ['status', 'percentComplete', 'rehearsal', 'runId']);
    },
    visible,
  );
  step('The proof: read back from the published file.', ['run', 'show', runId], (document) => {
    const proof = (document['run'] as Row)['proof'] as Row;
    table(proof['indexes'] as Row[], ['index', 'before', 'expected', 'after']);
  });
  const status = ['image', 'status', '--image', imageName, '--unique-id', chosen.uniqueId];
  step('The state of that update, per index.', status, (document) =>
    table(rows(document, 'statuses'), ['index', 'articleId', 'status', 'appliedDateTime', 'reason']),
  );
  const versions = ['image', 'versions', imageName];
  const columns = ['sourceVersion', 'revision', 'current', 'available', 'size', 'published'];
  step('The versions that are kept.', versions, (document) => table(rows(document, 'versions'), columns));
  const showRestored = (document: Document): void =>
    table([{ ...(document['image'] as Row), restored: document['restored'] }], ['name', 'sourceVersion', 'restored']);
  step('A bad month? The way back is one line.', ['image', 'restore', imageName], showRestored);
  step('And forward again.', ['image', 'restore', imageName], showRestored);
  step('What the log says, as Configuration Manager admins know it.', ['log', 'show', '--tail', '6'], (document) =>
    table(rows(document, 'entries'), ['time', 'level', 'message']),
  );
}

function rows(document: Document, member: string): Row[] {
  return document[member] as Row[];
}

/** Columns as wide as their longest value; the last one ends where the line of a usual terminal ends. */
function table(list: Row[], columns: string[]): void {
  const text = (row: Row, column: string): string => String(row[column] ?? '');
  const widths = columns.map((column) => Math.max(column.length, ...list.map((row) => text(row, column).length)));
  const line = (values: string[]): string =>
    values
      .map((value, at) => value.padEnd(widths[at] ?? 0))
      .join('  ')
      .slice(0, 150)
      .trimEnd();
  console.log(`  ${line(columns)}\n  ${line(widths.map((width) => '-'.repeat(width)))}`);
  for (const row of list) console.log(`  ${line(columns.map((column) => text(row, column)))}`);
}

function quoted(argument: string): string {
  return /\s/.test(argument) ? `"${argument}"` : argument;
}
