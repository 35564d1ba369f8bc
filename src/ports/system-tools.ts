/** Programs of the system that the ports ask. execa loads with the first of them: most commands start none. */
export const loadExeca = async () => (await import('./execa.ts')).execa;

/** What `ps` prints. */
export async function askPs(args: string[]): Promise<string> {
  const execa = await loadExeca();
  const { stdout } = await execa('ps', args, { reject: false });
  return stdout ?? '';
}
