/** What Setup in a made boot image is started by, below \\sources. */
export const setupPrograms = ['setup.exe', 'setuphost.exe'] as const;

/** Its bytes at a revision: a cumulative update brings others. */
export function setupProgram(name: string, { build, revision }: { build: number; revision: number }): Uint8Array {
  return new TextEncoder().encode(`MZ ${name} of ${build}.${revision} (ImgUpdate rehearsal)`);
}
