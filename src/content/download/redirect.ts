/** Where a redirect may lead. Pure. */

export type RedirectTarget =
  | { url: string }
  /** `host` is empty where no host was named. */
  | { refused: string; host: string };

/**
 * The next address: the same host is followed, another one only when the site allows it, and never from https to http.
 * An allowed host is its name, with its port where that is not the usual one; `*.` at its beginning is any name below.
 */
export function redirectTarget(from: string, location: string | undefined, allowed: readonly string[]): RedirectTarget {
  const target = location === undefined ? null : URL.parse(location, from);
  const origin = new URL(from);
  if (target === null) return { refused: 'a redirect names no address', host: '' };
  if (target.protocol !== 'http:' && target.protocol !== 'https:') {
    return { refused: `a redirect leads to ${target.protocol}, which is not the web`, host: target.host };
  }
  if (origin.protocol === 'https:' && target.protocol === 'http:') {
    return { refused: `a redirect leads from https to plain http at ${target.host}`, host: target.host };
  }
  const isSame = target.hostname === origin.hostname && target.port === origin.port;
  if (isSame || allowed.some((rule) => isAllowed(rule.toLowerCase(), target))) return { url: target.href };
  return { refused: `a redirect leads to another host, ${target.host}`, host: target.host };
}

function isAllowed(rule: string, { host, hostname }: URL): boolean {
  if (rule.startsWith('*.')) return hostname.endsWith(rule.slice(1)) || host.endsWith(rule.slice(1));
  return rule === host;
}
