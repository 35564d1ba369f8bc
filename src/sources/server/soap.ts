/** The words of the protocol: which service has which call, and how a request is written. */
const softwareDistribution = 'http://www.microsoft.com/SoftwareDistribution';
const authorization = `${softwareDistribution}/Server/DssAuthWebService`;

export const syncService = 'ServerSyncWebService/ServerSyncWebService.asmx';

export type Call =
  | 'GetAuthConfig'
  | 'GetAuthorizationCookie'
  | 'GetCookie'
  | 'GetConfigData'
  | 'GetRevisionIdList'
  | 'GetUpdateData';

function namespaceOf(call: Call): string {
  return call === 'GetAuthorizationCookie' ? authorization : softwareDistribution;
}

/** Headers of a call. */
export function headersOf(call: Call): Record<string, string> {
  return {
    'content-type': 'text/xml; charset=utf-8',
    soapaction: `"${namespaceOf(call)}/${call}"`,
    accept: 'text/xml',
  };
}

/** The whole request around what the call contains. */
export function envelope(call: Call, content: string): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
    `<${call} xmlns="${namespaceOf(call)}">${content}</${call}></s:Body></s:Envelope>`
  );
}

/** An element with a text. */
export function element(name: string, text: string | number | boolean): string {
  return `<${name}>${String(text).replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)}</${name}>`;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export interface Cookie {
  expiration: string;
  data: string;
}

export function cookieElement({ expiration, data }: Cookie): string {
  return `<cookie>${element('Expiration', expiration)}${element('EncryptedData', data)}</cookie>`;
}

/** An update at one of its revisions. */
export interface Identity {
  /** Lower-case GUID. */
  id: string;
  revision: number;
}

export function identityElements(identities: readonly Identity[]): string {
  return identities
    .map(({ id, revision }) =>
      ['<UpdateIdentity>', element('UpdateID', id), element('RevisionNumber', revision), '</UpdateIdentity>'].join(''),
    )
    .join('');
}

/** What a list of revisions is asked for. The order of the elements is the protocol's. */
export interface ListFilter {
  /** Anchor of the list before; null: there is none. */
  anchor: string | null;
  /** Categories and detectoids alone. */
  config: boolean;
  products: readonly string[];
  classifications: readonly string[];
}

export function filterElement({ anchor, config, products, classifications }: ListFilter): string {
  // An anchor without Delta brings everything again.
  const group = (name: string, ids: readonly string[]) =>
    ids.length === 0
      ? ''
      : `<${name}>${ids.map((id) => `<IdAndDelta>${element('Id', id)}${element('Delta', anchor !== null)}</IdAndDelta>`).join('')}</${name}>`;
  return [
    '<filter>',
    anchor === null ? '' : element('Anchor', anchor),
    element('GetConfig', config),
    group('Categories', products),
    group('Classifications', classifications),
    '</filter>',
  ].join('');
}

/** A lower-case GUID; undefined when it is none. */
export function guidOf(text: string): string | undefined {
  const id = text.trim().toLowerCase();
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id) ? id : undefined;
}

/** A revision number; undefined when it is none. */
export function revisionOf(text: string): number | undefined {
  return /^\s*\d{1,10}\s*$/.test(text) && Number(text) <= 0xffff_ffff ? Number(text) : undefined;
}
