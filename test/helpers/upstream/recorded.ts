import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as write from './answers.ts';
import type { Seen } from './server.ts';

const listed = '8c3fcc84-7410-4a95-8b89-a166a0190486';
const documents: Readonly<Record<string, string>> = {
  '266f6222-c89d-43f2-9f8a-69340271e677 200': '14-GetUpdateData.compressed.response.xml',
  'ccb78947-6453-4ecc-9de8-bc0305c98f2d 200': '15-GetUpdateData.plain.response.xml',
};

/** Answers from a folder of recorded exchanges, byte for byte. What was not recorded (authorization, categories) is made. */
export function recordedExchanges(folder: string): (request: Seen) => { status: number; body: Uint8Array } {
  const recorded = (status: number, file: string) => ({ status, body: readFileSync(join(folder, file)) });
  const made = (text: string) => ({ status: 200, body: Buffer.from(text) });
  return ({ call, config, anchor, products, ids }) => {
    switch (call) {
      case 'GetAuthConfig':
        return recorded(200, '01-GetAuthConfig.response.xml');
      case 'GetAuthorizationCookie':
        return made(write.authorizationCookie('QUFBQQ=='));
      case 'GetCookie':
        return recorded(200, '03-GetCookie.response.xml');
      case 'GetConfigData':
        return recorded(200, '05-GetConfigData.microsoft-upstream.response.xml');
      case 'GetRevisionIdList':
        if (config) return made(write.revisionList('1,2026-10-04 16:33:26.750', []));
        if (anchor !== null && !/^\d+,/.test(anchor)) return recorded(500, '18-GetRevisionIdList.bad-anchor.fault.xml');
        if (products[0]?.id === listed) return recorded(200, '09-GetRevisionIdList.response.trimmed.xml');
        return made(write.revisionList('1,2026-10-04 16:33:26.750', []));
      case 'GetUpdateData': {
        const file = ids.length === 1 ? documents[`${ids[0]?.id} ${ids[0]?.revision}`] : undefined;
        return file === undefined ? recorded(500, '17-GetUpdateData.unknown-id.fault.xml') : recorded(200, file);
      }
    }
  };
}
