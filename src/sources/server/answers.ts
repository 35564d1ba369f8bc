/** Readers of the answers: each takes the answer piece by piece and ends with what it says, or with its fault. */
import { FormatError } from '../../formats/format-error.ts';
import { XmlStream } from '../../formats/xml/stream.ts';
import type { Compression } from '../../ports/compression.ts';
import { readCompressedBlob, readPlainBlob } from './blob.ts';
import { BlobCutter, unescaped } from './cut-blobs.ts';
import { hexOf, type MetadataDocument } from './document.ts';
import { Revisions } from './revisions.ts';
import { type Call, type Cookie, guidOf, type Identity, revisionOf } from './soap.ts';

/** The server answered that it will not. `code` is the protocol's, `message` often the name of the parameter. */
export class ServerFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message === '' ? code : `${code} (${message})`);
    this.name = 'ServerFault';
    this.code = code;
  }
}

export interface AnswerReader<T> {
  /** Throws FormatError. */
  write(piece: string): void;
  /** Throws ServerFault when that is the answer, FormatError when it is none. */
  finish(): T;
}

/** Characters of the longest answer that is read. */
export const longestAnswer = 96 * 2 ** 20;
const deepest = 40;
const longestFault = 300;

interface Content<T> {
  opened?(name: string): void;
  closed(name: string, text: string, parent: string): void;
  result(): T;
}

/** Watches over the envelope: the right answer inside it, or a fault. */
function answerTo<T>(call: Call, content: Content<T>): AnswerReader<T> {
  const path: string[] = [];
  const fault = { is: false, code: '', message: '' };
  let answered = false;
  const xml = new XmlStream(
    {
      opened(name) {
        path.push(name);
        if (path.length === 1 && name !== 'Envelope') throw new FormatError('not-recognised', `<${name}> is no SOAP`);
        if (path.length === 3 && path[1] === 'Body') {
          if (name === 'Fault') fault.is = true;
          else if (name === `${call}Response`) answered = true;
          else throw new FormatError('not-recognised', `<${name}> is no answer to ${call}`);
        }
        if (answered) content.opened?.(name);
      },
      closed(name, text) {
        path.pop();
        if (fault.is) {
          // Only this tells faults apart; what the sentence says differs from server to server.
          if (name === 'ErrorCode') fault.code = text.trim().slice(0, longestFault);
          else if (name === 'Message') fault.message = text.trim().slice(0, longestFault);
        } else if (answered && path.length > 2) content.closed(name, text, path.at(-1) ?? '');
      },
    },
    { length: longestAnswer, depth: deepest },
  );
  return {
    write: (piece) => xml.write(piece),
    finish() {
      xml.close();
      if (fault.is) throw new ServerFault(fault.code === '' ? 'a fault without a code' : fault.code, fault.message);
      if (!answered) throw new FormatError('not-recognised', `the answer to ${call} has no content`);
      return content.result();
    },
  };
}

/** Texts of some elements, the first of each. */
function texts<Name extends string>(
  names: readonly Name[],
): { closed(name: string, text: string): void; found: Partial<Record<Name, string>> } {
  const found: Partial<Record<Name, string>> = {};
  return {
    found,
    closed(name, text) {
      if (names.includes(name as Name)) found[name as Name] ??= text.trim();
    },
  };
}

function needed(value: string | undefined, call: Call, name: string): string {
  if (value === undefined || value === '') throw new FormatError('corrupt', `the answer to ${call} has no ${name}`);
  return value;
}

/** Where authorization cookies are given out; relative to the server. */
export function authConfigAnswer(): AnswerReader<{ plugIn: string; serviceUrl: string }> {
  const { closed, found } = texts(['PlugInID', 'ServiceUrl']);
  return answerTo('GetAuthConfig', {
    closed,
    result: () => ({
      plugIn: found.PlugInID ?? 'DssTargeting',
      serviceUrl: needed(found.ServiceUrl, 'GetAuthConfig', 'ServiceUrl'),
    }),
  });
}

export function authorizationAnswer(): AnswerReader<{ plugIn: string; data: string }> {
  const { closed, found } = texts(['PlugInId', 'CookieData']);
  return answerTo('GetAuthorizationCookie', {
    closed,
    result: () => ({
      plugIn: found.PlugInId ?? 'DssTargeting',
      data: needed(found.CookieData, 'GetAuthorizationCookie', 'CookieData'),
    }),
  });
}

export function cookieAnswer(): AnswerReader<Cookie> {
  const { closed, found } = texts(['Expiration', 'EncryptedData']);
  return answerTo('GetCookie', {
    closed,
    result: () => ({
      expiration: needed(found.Expiration, 'GetCookie', 'Expiration'),
      data: needed(found.EncryptedData, 'GetCookie', 'EncryptedData'),
    }),
  });
}

export interface ServerConfig {
  /** The server has no files of its own. */
  catalogOnly: boolean;
  /** Documents that one request may ask for. */
  mostUpdates: number;
  protocolVersion: string;
  languages: { tag: string; name: string }[];
}

const usualLimit = 100;

export function configAnswer(): AnswerReader<ServerConfig> {
  const { closed, found } = texts(['CatalogOnlySync', 'MaxNumberOfUpdatesPerRequest', 'ProtocolVersion']);
  const language = { tag: '', name: '' };
  const languages: { tag: string; name: string }[] = [];
  return answerTo('GetConfigData', {
    closed(name, text) {
      closed(name, text);
      if (name === 'ShortLanguage') language.tag = text.trim().toLowerCase();
      else if (name === 'LongLanguage') language.name = text.trim();
      else if (name === 'ServerSyncLanguageData' && language.tag !== '') languages.push({ ...language });
    },
    result() {
      const limit = Number(found.MaxNumberOfUpdatesPerRequest ?? '');
      return {
        catalogOnly: found.CatalogOnlySync === 'true',
        mostUpdates: Number.isInteger(limit) && limit > 0 ? Math.min(limit, 1000) : usualLimit,
        protocolVersion: found.ProtocolVersion ?? '',
        languages,
      };
    },
  });
}

export interface RevisionList {
  anchor: string;
  /** Id -> its highest revision. */
  revisions: Revisions;
}

export function revisionListAnswer(): AnswerReader<RevisionList> {
  const { closed, found } = texts(['Anchor']);
  const revisions = new Revisions();
  let id: string | undefined;
  let revision: number | undefined;
  return answerTo('GetRevisionIdList', {
    closed(name, text) {
      closed(name, text);
      if (name === 'UpdateID') id = guidOf(text);
      else if (name === 'RevisionNumber') revision = revisionOf(text);
      else if (name === 'UpdateIdentity') {
        if (id === undefined || revision === undefined) {
          throw new FormatError('corrupt', 'the list of revisions holds an update without id or revision');
        }
        revisions.add(id, revision);
        id = undefined;
        revision = undefined;
      }
    },
    result: () => ({ anchor: needed(found.Anchor, 'GetRevisionIdList', 'Anchor'), revisions }),
  });
}

/** Where a file is: at Microsoft, and at this server. */
export interface FileUrls {
  microsoft: string;
  server: string;
}

export interface UpdateData {
  documents: MetadataDocument[];
  /** Documents that came and cannot be read. */
  unreadable: (Identity & { message: string })[];
  /** By SHA-1 in hexadecimal. */
  urls: Map<string, FileUrls>;
}

export function updateDataAnswer(compression: Compression): AnswerReader<UpdateData> {
  const data: UpdateData = { documents: [], unreadable: [], urls: new Map() };
  let id: string | undefined;
  let revision: number | undefined;
  let read: MetadataDocument | string = '';
  let url = { digest: '', microsoft: '', server: '' };

  function take(reading: () => MetadataDocument): MetadataDocument | string {
    try {
      return reading();
    } catch (error) {
      if (error instanceof FormatError) return error.message;
      throw error;
    }
  }

  function close(): void {
    if (id === undefined || revision === undefined) throw new FormatError('corrupt', 'a document came without its id');
    const unreadable = (message: string) =>
      data.unreadable.push({ id: id as string, revision: revision as number, message });
    if (typeof read === 'string') unreadable(read === '' ? 'the server sent no document' : read);
    else if (read.id !== id || read.revision !== revision) {
      unreadable(`the document is that of ${read.id}, revision ${read.revision}`);
    } else data.documents.push(read);
    id = undefined;
    revision = undefined;
    read = '';
  }

  const plain = (told: string): MetadataDocument => {
    const { text, escaped } = cutter.take(told);
    return readPlainBlob(escaped ? unescaped(text) : text);
  };
  const packed = (told: string): MetadataDocument => readCompressedBlob(cutter.take(told).text, compression);

  const answer = answerTo('GetUpdateData', {
    closed(name, text, parent) {
      if (parent === 'Id' && name === 'UpdateID') id = guidOf(text);
      else if (parent === 'Id' && name === 'RevisionNumber') revision = revisionOf(text);
      else if (name === 'XmlUpdateBlob') read = take(() => plain(text));
      else if (name === 'XmlUpdateBlobCompressed') read = take(() => packed(text));
      else if (name === 'ServerSyncUpdateData') close();
      else if (name === 'FileDigest') url.digest = hexOf(text, 20) ?? '';
      else if (name === 'MUUrl') url.microsoft = webUrl(text);
      else if (name === 'UssUrl') url.server = webUrl(text);
      else if (name === 'ServerSyncUrlData') {
        if (url.digest !== '') data.urls.set(url.digest, { microsoft: url.microsoft, server: url.server });
        url = { digest: '', microsoft: '', server: '' };
      }
    },
    result: () => data,
  });
  const cutter: BlobCutter = new BlobCutter((piece) => answer.write(piece));
  return {
    write: (piece) => cutter.write(piece),
    finish() {
      cutter.finish();
      return answer.finish();
    },
  };
}

/** The text if it is an address that a file can be fetched from, else ''. */
function webUrl(text: string): string {
  const parsed = URL.parse(text.trim());
  return parsed !== null && /^https?:$/.test(parsed.protocol) && text.length < 4000 ? text.trim() : '';
}
