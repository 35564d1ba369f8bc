/**
 * A server for HTTP: sockets, TLS and the body of an answer are here; what is answered, whoever listens decides. An
 * answer's body is a stretch of an open file, so that nothing large is ever in memory.
 */
import type { RandomFile } from './files.ts';

export interface ServedRequest {
  method: string;
  /** The path of the address as it was sent: percent-encoded, without query. */
  path: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  /** Address of whoever asks. */
  from: string;
}

export interface ServedAnswer {
  status: number;
  headers: Readonly<Record<string, string | number>>;
  /** The file is closed by the server, however the answer ends. A HEAD request gets none of it. */
  body?: Uint8Array | { file: RandomFile; from: number; length: number };
}

export interface Listening {
  /** Name or address of an interface; undefined: all of them. */
  address: string | undefined;
  /** 0: a free one. */
  port: number;
  /** PEM texts; undefined: plain HTTP. */
  tls: { certificate: string; key: string } | undefined;
  /** Never throws. */
  answer(request: ServedRequest): Promise<ServedAnswer>;
  /** Waits until so many bytes more may go. */
  pace(bytes: number): Promise<void>;
  /** So many bytes of a body went. */
  onSent(bytes: number): void;
}

export interface HttpServer {
  port: number;
  /** Ends what is being answered, too. */
  close(): Promise<void>;
}

export interface HttpServers {
  /** Throws the error of the platform (EADDRINUSE, EACCES, ...) and of TLS (a key that does not fit). */
  listen(listening: Listening): Promise<HttpServer>;
}
