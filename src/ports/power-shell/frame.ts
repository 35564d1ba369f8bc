import type { Script } from './power-shell.ts';

/**
 * Runs around each script. It takes script and value out of base64, and prints the answer as one line that begins with
 * the token of the host and the number of the question, so that nothing else that is printed can pass for it.
 */
const wrapper = `
param($Token, $Number, $Script, $Value)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$text = { param($Base64) [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Base64)) }
try {
  # 5.1 would write an array inside an object as its members value and Count.
  if ($PSVersionTable.PSVersion.Major -lt 6) { Remove-TypeData System.Array -ErrorAction Ignore }
  $given = ConvertFrom-Json -InputObject (& $text $Value)
  $answer = @{ items = @(& ([scriptblock]::Create((& $text $Script))) $given) }
} catch {
  $answer = @{ error = [string]$_.Exception.Message }
}
$json = ConvertTo-Json -InputObject $answer -Depth 8 -Compress
[Console]::Out.WriteLine("$Token $Number " + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($json)))
`;

interface Frame {
  /** Random letters and digits of the host. */
  token: string;
  /** Of the question. */
  number: number;
}

/**
 * The lines that ask a question, and the mark that is printed when they are done; it stands in no line as it is. Nothing
 * in them varies but base64, digits and the letters of the token.
 */
export function questionOf<V, A>(
  { token, number }: Frame,
  script: Script<V, A>,
  value: V,
): { lines: string[]; mark: string } {
  const call = `& ([scriptblock]::Create([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${base64(wrapper)}'))))`;
  return {
    lines: [
      `${call} '${token}' '${number}' '${base64(script.text)}' '${base64(JSON.stringify(value))}'`,
      `[Console]::Out.WriteLine('${token} ${number}' + ' done')`,
    ],
    mark: `${token} ${number} done`,
  };
}

export type Answer = { items: unknown[] } | { error: string };

/** The answer in what was printed; undefined when it is not there, or is none. */
export function answerIn(printed: string, { token, number }: Frame): Answer | undefined {
  const start = `${token} ${number} `;
  const line = printed.split(/\r?\n/).find((each) => each.startsWith(start));
  if (line === undefined) return undefined;
  try {
    const answer = JSON.parse(Buffer.from(line.slice(start.length), 'base64').toString('utf8')) as Partial<
      Record<'items' | 'error', unknown>
    > | null;
    if (typeof answer?.error === 'string') return { error: answer.error };
    return Array.isArray(answer?.items) ? { items: answer.items } : undefined;
  } catch {
    return undefined;
  }
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
