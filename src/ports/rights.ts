/** Something by which others than administrators could change or replace what lies at a path. */
export interface Weakness {
  path: string;
  /** Ends the sentence "PATH ...": belongs to uid 1000. */
  what: string;
  /** It is a folder on the way: mending the folder that was asked about would not help. */
  isAbove: boolean;
}

/**
 * Who may change what an administrator's engine trusts. The database of a site names programs that a worker starts, so
 * whoever can write a site of an administrator, or put another one into its place, would be one.
 */
export interface Rights {
  /** This process may do what others may not: it runs as root, or elevated on Windows. */
  isElevated(): boolean;
  /** Makes a folder, where it is missing, that only administrators can write. For an elevated process. */
  makeFolder(path: string): Promise<void>;
  /**
   * What is weak about a folder that exists, the entries `inside` it that exist, and the folders on the way. For an
   * elevated process. Throws the problem of the PowerShell that it may have to ask.
   */
  weaknesses(folder: string, inside: readonly string[]): Promise<Weakness[]>;
  /** The command that an administrator types to take a folder away from all others. */
  mendingCommand(folder: string): string;
}
