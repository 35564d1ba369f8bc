/** A proxy that may want a user and a password. It counts what goes through it. */
import { createServer, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface ProxyServer {
  readonly port: number;
  /** Targets of what it let through, and of what it did not. */
  passed: string[];
  refused: string[];
  close(): Promise<void>;
}

export async function serveProxy(credentials?: string): Promise<ProxyServer> {
  const passed: string[] = [];
  const refused: string[] = [];
  const sockets = new Set<Socket>();
  const wanted = credentials === undefined ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`;
  const mayPass = (target: string, given: string | undefined): boolean => {
    const isRight = wanted === undefined || given === wanted;
    (isRight ? passed : refused).push(target);
    return isRight;
  };
  const server = createServer((asked, answer) => {
    const target = asked.url ?? '';
    if (!mayPass(target, asked.headers['proxy-authorization'])) {
      return answer.writeHead(407, { 'proxy-authenticate': 'Basic realm="proxy"' }).end();
    }
    const { 'proxy-authorization': _, ...headers } = asked.headers;
    const onward = request(target, { method: asked.method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
    return undefined;
  });
  server.on('connect', (asked, client: Socket) => {
    client.on('error', () => undefined);
    if (!mayPass(asked.url ?? '', asked.headers['proxy-authorization'])) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm="proxy"\r\n\r\n');
      return;
    }
    const [host = '', port = ''] = (asked.url ?? '').split(':');
    const onward = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.pipe(client);
      client.pipe(onward);
    });
    sockets.add(onward);
    onward.on('error', () => client.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    passed,
    refused,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
