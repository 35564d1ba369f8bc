/**
 * A named pipe (Windows) that exists as long as the process that made it lives: the cheapest proof of life there. Its
 * name holds bytes that nobody can guess, so no other process made it before.
 */
import { randomBytes } from 'node:crypto';

/** Most commands need no pipe; loading this takes longer than all else that they load for it. */
const loadNet = () => import('node:net');

/** Makes the pipe of this process. Returns what, with the process id, names it. */
export async function openLivenessPipe(pathOf: (name: string) => string = pipePath): Promise<string> {
  const nonce = randomBytes(16).toString('hex');
  const { createServer } = await loadNet();
  // Whoever looks whether we live learns it by being let in; nobody is talked to.
  const server = createServer((visitor) => visitor.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(pathOf(pipeName(process.pid, nonce)), resolve);
  });
  server.on('error', () => undefined);
  server.unref();
  return nonce;
}

/**
 * Does the process that made this pipe live? A pipe that is there but lets nobody in counts. Connecting gives an
 * impostor, who could make a pipe of that name after its owner has died, no rights of ours to use: an ordinary account
 * gets to know who asked, not more.
 */
export async function livenessPipeExists(
  pid: number,
  nonce: string,
  pathOf: (name: string) => string = pipePath,
): Promise<boolean> {
  const { connect } = await loadNet();
  return new Promise((resolve) => {
    const visit = connect(pathOf(pipeName(pid, nonce)));
    visit.once('connect', () => {
      visit.destroy();
      resolve(true);
    });
    visit.once('error', (error: NodeJS.ErrnoException) => resolve(!gone.has(error.code ?? '')));
  });
}

/** No such pipe; where it is a socket of a file system (tests), one that nobody listens on. */
const gone = new Set(['ENOENT', 'ECONNREFUSED']);

function pipeName(pid: number, nonce: string): string {
  return `imgupdate-${pid}-${nonce}`;
}

function pipePath(name: string): string {
  return `\\\\.\\pipe\\${name}`;
}
