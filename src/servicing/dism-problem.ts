import { DismError, type DismErrorReason } from '../dism/dism-error.ts';
import type { LogSummary } from '../dism/log.ts';
import { type ErrorId, Problem } from '../errors.ts';

const ids: Record<DismErrorReason, ErrorId> = {
  failed: 'ImgDismFailed',
  'not-elevated': 'ImgElevationRequired',
  'not-found': 'ImgDismNotFound',
  killed: 'ImgDismKilled',
  garbage: 'ImgDismGarbage',
  cancelled: 'ImgCanceled',
};

/** ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL, CBS_E_INSUFFICIENT_DISK_SPACE. */
const diskFull = new Set([39, 112, 0x800f0828]);

/** The problem that a failure of the servicing tool is for callers. The DismError stays its cause; `summary` is what its log says. */
export function dismProblem(error: DismError, runId?: string, summary?: LogSummary): Problem {
  const said = error.message.trim().replace(/\s+/g, ' ');
  const words = meaningBeside(error, said);
  const code = error.code === 0 ? '' : ` (${error.hex}${words === '' ? '' : `: ${words}`})`;
  const id = error.reason === 'failed' && diskFull.has(error.code) ? 'ImgInsufficientSpace' : ids[error.reason];
  return new Problem(id, {
    detail: `${said}${code} Command: ${error.command}`,
    instance: runId,
    ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
    native: {
      tool: 'dism',
      exitCode: error.code,
      hresult: error.hex,
      ...(error.meaning === '' ? {} : { meaning: error.meaning }),
      ...(error.logPath === undefined ? {} : { logPath: error.logPath }),
      ...(summary === undefined || summary.firstError === '' ? {} : { firstError: summary.firstError }),
      ...(summary === undefined || summary.cbs.length === 0 ? {} : { cbs: summary.cbs }),
    },
    cause: error,
  });
}

/** The meaning of the code, to stand beside what the tool said; '' where it is not known, or is all that was said. */
export function meaningBeside({ meaning }: DismError, said: string): string {
  return said.includes(meaning) ? '' : meaning;
}

/** The failure of the tool behind a problem, if there is one. */
export function dismErrorOf(problem: unknown): DismError | undefined {
  const cause = problem instanceof Problem ? problem.facts.cause : undefined;
  return cause instanceof DismError ? cause : undefined;
}
