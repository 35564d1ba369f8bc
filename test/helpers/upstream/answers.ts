/** What an upstream server writes. */
import { blobCabinet } from './cabinet.ts';
import type { GeneratedCatalog, Revision } from './catalog.ts';
import type { CallName } from './requests.ts';

const softwareDistribution = 'http://www.microsoft.com/SoftwareDistribution';

export function soap(content: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>${content}</soap:Body></soap:Envelope>`;
}

export function answer(call: CallName, content: string): string {
  const namespace =
    call === 'GetAuthorizationCookie' ? `${softwareDistribution}/Server/DssAuthWebService` : softwareDistribution;
  return soap(`<${call}Response xmlns="${namespace}"><${call}Result>${content}</${call}Result></${call}Response>`);
}

/** `detail` is written in either case by real servers; the sentence says nothing. */
export function fault(code: string, message = '', detail = 'detail'): string {
  return soap(
    `<soap:Fault><faultcode>soap:Server</faultcode><faultstring>Fault occurred</faultstring><${detail}><ErrorCode>${code}</ErrorCode><Message>${message}</Message><ID>b6114a8d-9939-41e0-ad7f-0d9a72260804</ID></${detail}></soap:Fault>`,
  );
}

export function authConfig(): string {
  return answer(
    'GetAuthConfig',
    '<LastChange>2026-10-04T13:16:35.433Z</LastChange><AuthInfo><AuthPlugInInfo><PlugInID>DssTargeting</PlugInID><ServiceUrl>DssAuthWebService/DssAuthWebService.asmx</ServiceUrl><Parameter /></AuthPlugInInfo></AuthInfo>',
  );
}

export function authorizationCookie(data: string): string {
  return answer('GetAuthorizationCookie', `<PlugInId>DssTargeting</PlugInId><CookieData>${data}</CookieData>`);
}

export function cookie(data: string, expiration: Date): string {
  return answer(
    'GetCookie',
    `<Expiration>${expiration.toISOString()}</Expiration><EncryptedData>${data}</EncryptedData>`,
  );
}

export function configData(limit: number): string {
  const languages = [
    [0, 'all', 'all', true],
    [1033, 'en', 'English', false],
    [1031, 'de', 'German', false],
    [1041, 'ja', 'Japanese', false],
  ].map(
    ([id, tag, name, on]) =>
      `<ServerSyncLanguageData><LanguageID>${id}</LanguageID><ShortLanguage>${tag}</ShortLanguage><LongLanguage>${name}</LongLanguage><Enabled>${on}</Enabled></ServerSyncLanguageData>`,
  );
  return answer(
    'GetConfigData',
    `<CatalogOnlySync>true</CatalogOnlySync><LazySync>true</LazySync><ServerHostsPsfFiles>true</ServerHostsPsfFiles><MaxNumberOfUpdatesPerRequest>${limit}</MaxNumberOfUpdatesPerRequest><NewConfigAnchor>2026-10-05 17:27:44.393</NewConfigAnchor><ProtocolVersion>1.21</ProtocolVersion><LanguageUpdateList>${languages.join('')}</LanguageUpdateList>`,
  );
}

export function revisionList(anchor: string, revisions: Iterable<Revision>): string {
  const items: string[] = [];
  for (const { id, revision } of revisions) {
    items.push(
      `<UpdateIdentity><UpdateID>${id}</UpdateID><RevisionNumber>${revision}</RevisionNumber></UpdateIdentity>`,
    );
  }
  return answer('GetRevisionIdList', `<Anchor>${anchor}</Anchor><NewRevisions>${items.join('')}</NewRevisions>`);
}

/** Bytes of UTF-16 from which a document comes compressed. */
const longPlain = 5120;

/**
 * The documents of these revisions, as many as the answer may hold; undefined when one of them is not there, which fails
 * the whole call.
 */
export function updateData(
  catalog: Pick<GeneratedCatalog, 'document'>,
  ids: readonly Revision[],
  { bytes, most, reordered }: { bytes: number; most: number; reordered: boolean },
): string | undefined {
  const updates: string[] = [];
  /** By digest: each file once, whoever has it. */
  const urls = new Map<string, string>();
  let size = 0;
  let full = most === 0;
  for (const { id, revision } of ids) {
    const found = catalog.document({ id, revision });
    if (found === undefined) return undefined;
    if (full) continue;
    const { xml, files } = found;
    const blob =
      xml.length * 2 > longPlain
        ? `<XmlUpdateBlobCompressed>${Buffer.from(blobCabinet(xml)).toString('base64')}</XmlUpdateBlobCompressed>`
        : `<XmlUpdateBlob>${xml.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)}</XmlUpdateBlob>`;
    size += blob.length;
    full = updates.length > 0 && (size > bytes || updates.length >= most);
    if (full) continue;
    const digests = files.map(({ sha1 }) => Buffer.from(sha1, 'hex').toString('base64'));
    updates.push(
      `<ServerSyncUpdateData><Id><UpdateID>${id}</UpdateID><RevisionNumber>${revision}</RevisionNumber></Id>${digests.length === 0 ? '' : `<FileDigestList>${digests.map((each) => `<base64Binary>${each}</base64Binary>`).join('')}</FileDigestList>`}${blob}</ServerSyncUpdateData>`,
    );
    for (const { sha1, url } of files) {
      urls.set(
        sha1,
        `<ServerSyncUrlData><FileDigest>${Buffer.from(sha1, 'hex').toString('base64')}</FileDigest><MUUrl>${url}</MUUrl><UssUrl /></ServerSyncUrlData>`,
      );
    }
  }
  if (reordered) updates.reverse();
  const fileUrls = urls.size === 0 ? '<fileUrls />' : `<fileUrls>${[...urls.values()].join('')}</fileUrls>`;
  return answer('GetUpdateData', `<updates>${updates.join('')}</updates>${fileUrls}`);
}
