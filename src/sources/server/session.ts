/**
 * Talks to one server: authorization, the cookie and its end, limits, and patience with what passes. Whoever asks gets an
 * answer, a fault that is about the question itself, or a problem.
 */
import type { SourceServerSettings } from '../../contract/generated/types.ts';
import type { Problem } from '../../errors.ts';
import type { SourceContext } from '../source.ts';
import {
  type AnswerReader,
  authConfigAnswer,
  authorizationAnswer,
  configAnswer,
  cookieAnswer,
  type RevisionList,
  revisionListAnswer,
  type ServerConfig,
  ServerFault,
  type UpdateData,
  updateDataAnswer,
} from './answers.ts';
import { backOff, mostAttempts } from './back-off.ts';
import { type Answered, exchange, Later, problem, type Wire } from './exchange.ts';
import { isMicrosoftUpdate, microsoftRoot2011 } from './root-certificate.ts';
import {
  type Call,
  type Cookie,
  cookieElement,
  element,
  filterElement,
  type Identity,
  identityElements,
  type ListFilter,
  syncService,
} from './soap.ts';

/** Updates that need a newer protocol than the asker's are left out of the lists, so ask with a new one. */
const protocolVersion = '1.20';
/** Milliseconds before its end from which a cookie is renewed. */
const nearEnd = 60_000;
/** Cookies that one request may lose before the server counts as refusing. */
const mostRenewals = 8;
const largestPem = 1_000_000;

interface Asked<T> {
  call: Call;
  content: string;
  reader: () => AnswerReader<T>;
  url?: string;
}

export class Session {
  readonly #settings: Required<Omit<SourceServerSettings, 'rootCertificate'>>;
  readonly #context: SourceContext;
  readonly #wire: Wire;
  readonly #attempts: number;
  /** Ends what is under way when one of several requests has failed for good. */
  readonly #end = new AbortController();
  readonly #signal: AbortSignal;
  #authorization: Promise<string> | undefined;
  #cookie: Promise<Cookie & { end: number }> | undefined;
  /** Data of the cookie that came last. */
  #held = '';

  /** `attempts` = how often a request is sent at most. */
  constructor(settings: SourceServerSettings, context: SourceContext, attempts = mostAttempts) {
    const { url = '', accountName = '', accountGuid = '', parallel = 1, rootCertificate } = settings;
    this.#settings = { url, accountName, accountGuid, parallel };
    this.#context = context;
    this.#attempts = attempts;
    const { ports, traffic, proxy } = context;
    this.#signal = AbortSignal.any([context.signal, this.#end.signal]);
    const roots = isMicrosoftUpdate(new URL(url).hostname) ? [microsoftRoot2011] : [];
    if (rootCertificate !== undefined) roots.push(ports.files.text(rootCertificate, largestPem));
    this.#wire = { ports, signal: this.#signal, traffic, proxy, roots };
  }

  /** Requests at the same time. */
  get parallel(): number {
    return this.#settings.parallel;
  }

  config(): Promise<ServerConfig> {
    return this.#withCookie((cookie) => ({
      call: 'GetConfigData',
      content: cookieElement(cookie),
      reader: configAnswer,
    }));
  }

  /** Throws ServerFault: InvalidParameters for an anchor that is not this server's, ServerChanged. */
  revisions(filter: ListFilter): Promise<RevisionList> {
    return this.#withCookie((cookie) => ({
      call: 'GetRevisionIdList',
      content: cookieElement(cookie) + filterElement(filter),
      reader: revisionListAnswer,
    }));
  }

  /** Throws ServerFault: InvalidParameters for too many, InternalServerError for one that is not there. */
  updateData(identities: readonly Identity[]): Promise<UpdateData> {
    return this.#withCookie((cookie) => ({
      call: 'GetUpdateData',
      content: `${cookieElement(cookie)}<updateIds>${identityElements(identities)}</updateIds>`,
      reader: () => updateDataAnswer(this.#context.ports.compression),
    }));
  }

  /** Gets an authorization and a cookie, and says how. */
  async open(): Promise<void> {
    await this.#currentCookie();
  }

  /** Nothing more is wanted: what is under way ends with this reason. */
  end(reason: unknown): void {
    this.#end.abort(reason);
  }

  /** Waits as before attempt `attempt`. */
  async pause(attempt: number): Promise<void> {
    const { ports } = this.#context;
    await ports.clock.pause(backOff(attempt, 0, ports), this.#signal);
  }

  async #withCookie<T>(asked: (cookie: Cookie) => Asked<T>): Promise<T> {
    for (let renewals = 0; ; renewals += 1) {
      const cookie = await this.#currentCookie();
      try {
        return (await this.#send(asked(cookie))).value;
      } catch (error) {
        if (!(error instanceof ServerFault)) throw error;
        const { code } = error;
        if (code !== 'InvalidCookie' && code !== 'InvalidAuthorizationCookie') throw this.#asProblem(error);
        if (renewals >= mostRenewals) throw this.#refused(`it takes none of its own cookies: ${error.message}`);
        // Another request may have renewed it in the meantime.
        if (this.#held === cookie.data) this.#cookie = undefined;
        if (code === 'InvalidAuthorizationCookie') this.#authorization = undefined;
      }
    }
  }

  /** The cookie that holds; all requests share one, and one renewal. */
  #currentCookie(): Promise<Cookie & { end: number }> {
    const current = this.#cookie;
    if (current === undefined) return this.#renew();
    return current.then((cookie) => {
      if (cookie.end - this.#now() > nearEnd) return cookie;
      if (this.#cookie === current) this.#cookie = undefined;
      return this.#currentCookie();
    });
  }

  #renew(): Promise<Cookie & { end: number }> {
    // Whoever lost the one before must not end this renewal.
    this.#held = '';
    const renewed = this.#newCookie();
    this.#cookie = renewed;
    renewed.catch(() => {
      if (this.#cookie === renewed) this.#cookie = undefined;
    });
    return renewed;
  }

  async #newCookie(): Promise<Cookie & { end: number }> {
    for (let again = false; ; again = true) {
      this.#authorization ??= this.#authorize();
      const authorization = this.#authorization;
      try {
        const content = `<authCookies>${await authorization}</authCookies>${element('protocolVersion', protocolVersion)}`;
        const { value, serverTime } = await this.#send({ call: 'GetCookie', content, reader: cookieAnswer });
        this.#held = value.data;
        return { ...value, end: this.#endOf(value, serverTime) };
      } catch (error) {
        if (this.#authorization === authorization) this.#authorization = undefined;
        if (!(error instanceof ServerFault)) throw error;
        if (again || error.code !== 'InvalidAuthorizationCookie') throw this.#asProblem(error);
      }
    }
  }

  /** Clocks differ: what counts is how long the cookie holds, by the clock of the server. */
  #endOf({ expiration }: Cookie, serverTime: number | undefined): number {
    const end = Date.parse(expiration);
    const life = end - (serverTime ?? this.#now());
    // A cookie that is short from the beginning is used until the server says no.
    return Number.isNaN(life) || life < 2 * nearEnd ? Number.POSITIVE_INFINITY : this.#now() + life;
  }

  async #authorize(): Promise<string> {
    const { accountName, accountGuid } = this.#settings;
    try {
      const config = (await this.#send({ call: 'GetAuthConfig', content: '', reader: authConfigAnswer })).value;
      const { value } = await this.#send({
        call: 'GetAuthorizationCookie',
        content: element('accountName', accountName) + element('accountGuid', accountGuid),
        reader: authorizationAnswer,
        url: this.#authorizationUrl(config.serviceUrl),
      });
      const cookie = [element('PlugInId', value.plugIn), element('CookieData', value.data)].join('');
      return `<AuthorizationCookie>${cookie}</AuthorizationCookie>`;
    } catch (error) {
      throw error instanceof ServerFault ? this.#asProblem(error) : error;
    }
  }

  /** The server says where authorization is; it may not send us elsewhere. */
  #authorizationUrl(serviceUrl: string): string {
    const base = new URL(`${this.#settings.url}/`);
    const url = URL.parse(serviceUrl, base.href);
    if (url === null || url.origin !== base.origin) {
      throw this.#refused('it asks for authorization at another place, which is not followed');
    }
    return url.href;
  }

  /** Sends until there is an answer, with longer and longer pauses. Throws ServerFault, Problem. */
  async #send<T>({ call, content, reader, url }: Asked<T>): Promise<Answered<T>> {
    const { ports } = this.#context;
    for (let attempt = 1; ; attempt += 1) {
      let late: Later;
      try {
        const at = url ?? `${this.#settings.url}/${syncService}`;
        return await exchange(this.#wire, { url: at, call, content, reader: reader() });
      } catch (error) {
        if (!(error instanceof Later)) throw error;
        late = error;
      }
      if (attempt >= this.#attempts) throw late.problem;
      await ports.clock.pause(backOff(attempt + 1, late.retryAfter, ports), this.#signal);
    }
  }

  /** Faults that nobody can do anything about by asking otherwise. */
  #asProblem(fault: ServerFault): ServerFault | Problem {
    const meant = ['InvalidParameters', 'InternalServerError', 'ServerChanged'];
    return meant.includes(fault.code) ? fault : this.#refused(`it answers with the fault ${fault.message}`);
  }

  #refused(what: string): Problem {
    return problem('ImgSourceRefused', this.#settings.url, what);
  }

  #now(): number {
    return this.#context.ports.clock.now().getTime();
  }
}
