/** The network, with every body that comes in kept as a file: what to look at when a page is not what it was. */

import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Http } from '../../src/ports/http.ts';

/** Bodies alone are kept, no headers: cookies stay out. */
export function recording(http: Http, folder: string): Http {
  mkdirSync(folder, { recursive: true });
  let number = 0;
  return {
    async request(request) {
      const answer = await http.request(request);
      number += 1;
      const page = new URL(request.url).pathname.split('/').at(-1) ?? '';
      const name = `${String(number).padStart(3, '0')}-${answer.status}-${page.replace(/[^\w.-]/g, '_') || 'page'}`;
      return { ...answer, body: kept(answer.body, join(folder, name)) };
    },
  };
}

async function* kept(body: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  const file = createWriteStream(path);
  try {
    for await (const piece of body) {
      file.write(piece);
      yield piece;
    }
  } finally {
    file.end();
    await once(file, 'close');
  }
}
