/** Reads the requests of a client as strictly as the protocol is written: names, order, namespaces, forms. */
import type { XmlElement } from '../../../src/formats/xml/element.ts';
import { parseXml } from '../../../src/formats/xml/parse.ts';
import type { Revision } from './catalog.ts';

export const calls = [
  'GetAuthConfig',
  'GetAuthorizationCookie',
  'GetCookie',
  'GetConfigData',
  'GetRevisionIdList',
  'GetUpdateData',
] as const;
export type CallName = (typeof calls)[number];

const softwareDistribution = 'http://www.microsoft.com/SoftwareDistribution';

export interface IdAndDelta {
  id: string;
  delta: boolean;
}

export interface ClientRequest {
  call: CallName;
  /** EncryptedData of the cookie; '' where the call has none. */
  cookie: string;
  authorization: string;
  anchor: string | null;
  config: boolean;
  products: IdAndDelta[];
  classifications: IdAndDelta[];
  ids: Revision[];
}

/** The request breaks a rule; the message says which. */
export class Offence extends Error {}

function offend(what: string): never {
  throw new Offence(what);
}

/** Throws Offence. */
export function readRequest(
  text: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): ClientRequest {
  if (!/^text\/xml; charset=utf-8$/i.test(String(headers['content-type']))) offend('the content type is not text/xml');
  const root = parseXml(text);
  const [prefix] = root.name.split(':');
  if (root.attributes[`xmlns:${prefix}`] !== 'http://schemas.xmlsoap.org/soap/envelope/') offend('it is no SOAP 1.1');
  const [body, ...others] = root.children;
  if (body?.name !== `${prefix}:Body` || others.length > 0) offend('the envelope holds more than a body');
  const [element, ...more] = body.children;
  if (element === undefined || more.length > 0) offend('the body does not hold one call');
  const call = calls.find((each) => each === element.name) ?? offend(`${element.name} is no call`);
  const namespace =
    call === 'GetAuthorizationCookie' ? `${softwareDistribution}/Server/DssAuthWebService` : softwareDistribution;
  if (element.attributes['xmlns'] !== namespace) offend(`${call} is in the wrong namespace`);
  if (headers['soapaction'] !== `"${namespace}/${call}"`) offend(`the SOAPAction of ${call} is wrong`);
  const empty: ClientRequest = {
    ...{ call, cookie: '', authorization: '', anchor: null, config: false, products: [], classifications: [], ids: [] },
  };
  return { ...empty, ...readers[call](element) };
}

const readers: Readonly<Record<CallName, (element: XmlElement) => Partial<ClientRequest>>> = {
  GetAuthConfig: (element) => {
    inOrder(element, ['protocolVersion?']);
    return {};
  },
  GetAuthorizationCookie: (element) => {
    inOrder(element, ['accountName', 'accountGuid']);
    guid(textOf(element, 'accountGuid'));
    if (textOf(element, 'accountName').trim() === '') offend('the account has no name');
    return {};
  },
  GetCookie: (element) => {
    inOrder(element, ['authCookies', 'oldCookie?', 'protocolVersion']);
    if (!/^1\.\d+$/.test(textOf(element, 'protocolVersion'))) offend('protocolVersion is no version');
    const cookies = child(element, 'authCookies').children;
    const [cookie] = cookies;
    if (cookie?.name !== 'AuthorizationCookie' || cookies.length !== 1) offend('there is not one AuthorizationCookie');
    inOrder(cookie, ['PlugInId', 'CookieData']);
    if (textOf(cookie, 'PlugInId') !== 'DssTargeting') offend('PlugInId is none');
    return { authorization: textOf(cookie, 'CookieData') };
  },
  GetConfigData: (element) => {
    inOrder(element, ['cookie', 'configAnchor?']);
    return { cookie: cookieOf(element) };
  },
  GetRevisionIdList: (element) => {
    inOrder(element, ['cookie', 'filter']);
    const filter = child(element, 'filter');
    inOrder(filter, ['Anchor?', 'GetConfig', 'Get63LanguageOnly?', 'Categories?', 'Classifications?', 'Languages?']);
    const list = (name: string): IdAndDelta[] => {
      const group = filter.children.find((each) => each.name === name);
      return (group?.children ?? []).map((each) => {
        if (each.name !== 'IdAndDelta') offend(`${name} holds ${each.name}`);
        inOrder(each, ['Id', 'Delta']);
        return { id: guid(textOf(each, 'Id')), delta: flag(textOf(each, 'Delta')) };
      });
    };
    const anchor = filter.children.find(({ name }) => name === 'Anchor')?.text ?? null;
    const config = flag(textOf(filter, 'GetConfig'));
    const [products, classifications] = [list('Categories'), list('Classifications')];
    if (anchor === null && [...products, ...classifications].some(({ delta }) => delta))
      offend('Delta without an anchor');
    return { cookie: cookieOf(element), anchor, config, products, classifications };
  },
  GetUpdateData: (element) => {
    inOrder(element, ['cookie', 'updateIds']);
    const ids = child(element, 'updateIds').children.map((each) => {
      if (each.name !== 'UpdateIdentity') offend(`updateIds holds ${each.name}`);
      inOrder(each, ['UpdateID', 'RevisionNumber']);
      const revision = textOf(each, 'RevisionNumber');
      if (!/^\d+$/.test(revision)) offend('RevisionNumber is no number');
      return { id: guid(textOf(each, 'UpdateID')), revision: Number(revision) };
    });
    return { cookie: cookieOf(element), ids };
  },
};

function cookieOf(element: XmlElement): string {
  const cookie = child(element, 'cookie');
  inOrder(cookie, ['Expiration', 'EncryptedData']);
  if (Number.isNaN(Date.parse(textOf(cookie, 'Expiration')))) offend('Expiration is no time');
  return textOf(cookie, 'EncryptedData');
}

/** The children of an element, in the order of its type; with ? they may be left out. */
function inOrder(element: XmlElement, names: readonly string[]): void {
  const left = element.children.map(({ name }) => name);
  for (const name of names) {
    const optional = name.endsWith('?');
    if (left[0] === name.replace('?', '')) left.shift();
    else if (!optional) offend(`${element.name} lacks ${name}, or it is out of order`);
  }
  if (left.length > 0) offend(`${element.name} holds ${left[0]}, or it is out of order`);
}

function child(element: XmlElement, name: string): XmlElement {
  return element.children.find((each) => each.name === name) ?? offend(`${element.name} lacks ${name}`);
}

function textOf(element: XmlElement, name: string): string {
  return child(element, name).text;
}

function guid(text: string): string {
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)) offend(`${text} is no GUID`);
  return text.toLowerCase();
}

function flag(text: string): boolean {
  if (text !== 'true' && text !== 'false') offend(`${text} is neither true nor false`);
  return text === 'true';
}
