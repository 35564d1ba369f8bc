import { setTimeout as delay } from 'node:timers/promises';
import { realPorts } from '../ports/index.ts';
import { disk } from './disk.ts';
import { exitStatus, runEmulator } from './main.ts';

// Whoever reads the output may be killed; the tool goes on, as dism.exe does.
process.stdout.on('error', () => {});

const ports = realPorts(process.env);
const world = {
  ...ports,
  disk,
  pid: ports.self.pid,
  stdout: (bytes: Uint8Array) => new Promise<void>((resolve) => process.stdout.write(bytes, () => resolve())),
  async killSelf(): Promise<never> {
    process.kill(process.pid, 'SIGKILL');
    for (;;) await delay(1000);
  },
};
runEmulator(process.argv.slice(2), world).then(
  (code) => {
    process.exitCode = exitStatus(code);
  },
  (error: Error) => {
    // Not an answer of dism.exe: the emulator itself cannot work, for example because its state folder is not writable.
    process.stderr.write(`imgupdate-dism: ${error.message}\n`);
    process.exitCode = 1;
  },
);
