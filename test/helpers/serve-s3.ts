/** A bucket in a process of its own: prints its address, and ends with its standard input. */
import { fauxqs, startS3 } from './s3-servers.ts';

const server = await startS3(fauxqs, '');
process.stdin.on('end', () => process.exit());
process.stdin.resume();
process.stdout.write(`${server.endpoint}\n`);
