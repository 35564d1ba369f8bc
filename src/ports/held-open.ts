/** Whether a rename or removal failed because somebody has the file open, which Windows alone minds. */
export function isHeldOpen(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return process.platform === 'win32' && ['EBUSY', 'EPERM', 'EACCES'].includes(code);
}
