/** Pages of release information in both forms. */
export interface ReleaseSection {
  /** "Windows 11" */
  product: string;
  releases: {
    /** "Version 24H2 (OS build 26100)" */
    label: string;
    rows: [type: string, date: string, build: string, kb: string][];
  }[];
  /** Rows of the hotpatch calendar. */
  hotpatch?: [month: string, updateType: string, type: string, date: string, build: string, kb: string][];
}

const columns = ['Servicing option', 'Update type', 'Availability date', 'Build', 'KB article'];
const calendar = ['Month', 'Update type', 'Type', 'Availability date', 'Build', 'KB article'];

export function releaseMarkdown({ product, releases, hotpatch = [] }: ReleaseSection): string {
  const link = (kb: string) => (kb === '' ? '' : `[${kb}](https://support.microsoft.com/help/${kb.slice(2)})`);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = (header: readonly string[], rows: readonly (readonly string[])[]) =>
    [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
  return `---
title: ${product} release information
---
# ${product} release information

## ${product} current versions by servicing option

| Version | Servicing option | Availability date | Latest revision date | Latest build |
| --- | --- | --- | --- | --- |
| 24H2 | General Availability Channel | 2024-10-01 | 2026-11-10 | 26100.1 |

## ${product} release history

A letter says in which week of the month an update came. **Note** that nothing here is a promise.

${releases
  .map(
    ({ label, rows }) =>
      `**${label}**\n\n${table(
        columns,
        rows.map(([type, date, build, kb]) => ['LTSC • General Availability Channel', type, date, build, link(kb)]),
      )}`,
  )
  .join('\n\n')}

## ${product} hotpatch calendar

**Calendar year 2026**

${table(
  calendar,
  hotpatch.map(([month, updateType, type, date, build, kb]) => [month, updateType, type, date, build, link(kb)]),
)}
`;
}

export function releaseHtml({ product, releases, hotpatch = [] }: ReleaseSection): string {
  const link = (kb: string) =>
    kb === '' ? '' : `<a href="https://support.microsoft.com/help/${kb.slice(2)}">${kb}</a>`;
  const row = (cells: readonly string[], name = 'td') =>
    `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>`;
  const table = (header: readonly string[], rows: readonly (readonly string[])[]) =>
    `<table><thead>${row(header, 'th')}</thead><tbody>${rows.map((cells) => row(cells)).join('\n')}</tbody></table>`;
  return `<!DOCTYPE html><html lang="en-us"><head><title>${product} release information</title></head><body>
<nav><strong>Skip to main content</strong><table><tr><th>Locale</th></tr><tr><td>en-us</td></tr></table></nav><main>
<h1>${product} release information</h1>
<h2 id="history">${product} release history</h2><p>A letter says in which week. <strong>Note</strong> nothing.</p>
${releases
  .map(
    ({ label, rows }) =>
      `<details><summary><strong>${label}</strong></summary>${table(
        columns,
        rows.map(([type, date, build, kb]) => ['LTSC', `<strong>${type}</strong>`, date, build, link(kb)]),
      )}</details>`,
  )
  .join('\n')}
<h2>${product} hotpatch calendar</h2><strong>Calendar year 2026</strong>
${table(
  calendar,
  hotpatch.map(([month, updateType, type, date, build, kb]) => [month, updateType, type, date, build, link(kb)]),
)}
</main></body></html>
`;
}
