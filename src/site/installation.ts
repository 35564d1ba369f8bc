/** Programs of this installation, for starting them again: program and leading arguments. */
export interface Installation {
  engine: string[];
  emulator: string[];
  /** Folder with the schema files. */
  schemaFolder: string;
  version: string;
}
