/**
 * One question to PowerShell: a fixed text with a name. Values never become part of the text; they reach it as `$Value`.
 * To add one: a file in `scripts/`, a line in its table, a test that asks it.
 */
export interface Script<Value, Answer> {
  /** How problems call it. */
  name: string;
  /**
   * What runs, in Windows PowerShell 5.1 and in PowerShell 7: `param($Value)` and statements. What it puts out are the
   * items of the answer. Times cross as FILETIME in decimal digits: JSON has no whole numbers of that size.
   */
  text: string;
  /** Milliseconds after which an answer is not waited for any more. */
  bound: number;
  /** It may be asked again when the host died over it: it changes nothing, or nothing more the second time. */
  repeatable: boolean;
  /** Makes the answer of the items; throws when they are not what the script puts out. */
  read(items: unknown[]): Answer;
  /** Names the type of `$Value`: plain data. Never set. */
  value?: Value;
}

export interface PowerShellFound {
  /** Absolute path of the program that answered. */
  program: string;
  version: string;
  /** Core (PowerShell 7) or Desktop (Windows PowerShell 5.1). */
  edition: string;
}

/**
 * A PowerShell that lives as long as the engine and answers one question after the other. It is started with the first
 * question, and again after it died. Throws Problem ImgPowerShellNotFound, ImgPowerShellGarbage, ImgPowerShellEnded,
 * ImgPowerShellTimeout, ImgPowerShellFailed.
 */
export interface PowerShell {
  ask<Value, Answer>(script: Script<Value, Answer>, value: Value): Promise<Answer>;
  /** Which one answers; starts it where it does not run yet. */
  found(): Promise<PowerShellFound>;
  /** Ends the host; the next question starts another one. */
  end(): void;
}
