/**
 * Whether an image is a Windows PE: a setup or recovery environment, which is serviced beside a Windows and has no line of
 * its own. Either fact tells; one that is not known is null or empty.
 */
export function isWindowsPE(facts: { edition?: string | null; installationType?: string | null }): boolean {
  return [facts.edition, facts.installationType].some((fact) => fact?.toLowerCase() === 'windowspe');
}
