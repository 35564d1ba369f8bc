/** Programs of the system that the ports ask. execa loads with the first of them: most commands start none. */
export const loadExeca = async () => (await import('execa')).execa;

/** What a fixed PowerShell script prints; values travel in the environment, never in its text. Windows only. */
export async function askPowerShell(script: string, env: Record<string, string>): Promise<string> {
  const execa = await loadExeca();
  const { stdout } = await execa('powershell', ['-NoProfile', '-NonInteractive', '-Command', script], {
    env,
    reject: false,
    windowsHide: true,
  });
  return stdout ?? '';
}

/** What `ps` prints. */
export async function askPs(args: string[]): Promise<string> {
  const execa = await loadExeca();
  const { stdout } = await execa('ps', args, { reject: false });
  return stdout ?? '';
}
