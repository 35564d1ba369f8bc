/** Programs of this installation, for starting them again: program and leading arguments. */
export interface Installation {
  engine: string[];
  emulator: string[];
  /** Folder with the schema files. */
  schemaFolder: string;
  version: string;
}

/** Whether a command is the emulator of this installation. Any other may be the real DISM. */
export function isEmulator(command: readonly string[], { emulator }: Pick<Installation, 'emulator'>): boolean {
  return command.length === emulator.length && command.every((word, at) => word === emulator[at]);
}
