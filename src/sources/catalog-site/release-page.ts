/** What Markdown and HTML of a page of release information have in common. */

/** The tables of a page in their order, each with the heading and the name that stand above it. */
export interface ReleaseTables {
  type: 'tables';
  tables: {
    /** The last heading, for example "Windows 11 release history". */
    section: string;
    /** For example "Version 24H2 (OS build 26100)"; empty when the table has none. */
    label: string;
    header: string[];
    rows: string[][];
  }[];
}

export const osBuild = /\s*\(OS build (\d{4,6})\)\s*$/i;

/** Is a text the name of a table: does it end with its build? */
export function namesBuild(text: string): boolean {
  return osBuild.test(text);
}
