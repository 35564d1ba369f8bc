/**
 * Any program can talk to the engine: JSON-RPC 2.0 over standard input and output, one message a line. This asks for the
 * latest cumulative update of a line and prints it.
 *   node examples/04-json-rpc.ts [family] [release] [architecture]
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../dist/imgupdate.cjs', import.meta.url));
const [family = 'Windows 11', release = '24H2', architecture = 'x64'] = process.argv.slice(2);

const engine = spawn(process.execPath, [program, 'serve', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const request = {
  jsonrpc: '2.0',
  id: 1,
  method: 'update.list',
  params: { latest: true, kind: 'CumulativeUpdate', family, release, architecture },
};
engine.stdin.write(`${JSON.stringify(request)}\n`);

for await (const line of createInterface({ input: engine.stdout })) {
  const message = JSON.parse(line);
  if (message.id !== 1) continue;
  if (message.error !== undefined) throw new Error(`${message.error.data?.id}: ${message.error.message}`);
  for (const { title, revision } of message.result.updates) console.log(`${revision}  ${title}`);
  engine.stdin.end();
}
