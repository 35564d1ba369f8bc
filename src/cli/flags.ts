/** From flags to the request document, guided by the members of the request's schema. */
import type { Options } from 'yargs';
import type { RequestMember, RequestMembers } from '../contract/members.ts';
import { Problem } from '../errors.ts';

/** asOf -> as-of */
export function flagOf(member: string): string {
  return member.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** yargs options of a request. Values stay strings: this file converts them, so that a mistake is told as one. */
export function flagOptions({ members }: RequestMembers): Record<string, Options> {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [
      flagOf(name),
      {
        type: member.type === 'boolean' ? 'boolean' : member.list === true ? 'array' : 'string',
        string: member.type !== 'boolean',
        describe: describe(member),
        requiresArg: member.type !== 'boolean',
      },
    ]),
  );
}

/** The request that the flags spell. Throws Problem ImgArgumentInvalid. */
export function requestFromFlags({ members }: RequestMembers, flags: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(members)
    .map(([name, member]) => [name, convert(member, flags[flagOf(name)], flagOf(name))] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

function convert(member: RequestMember, value: unknown, flag: string): unknown {
  if (value === undefined) return undefined;
  if (member.list === true) return [value].flat().map((each) => convertOne(member, each, flag));
  if (Array.isArray(value)) throw invalid(`--${flag} is given more than once.`);
  return convertOne(member, value, flag);
}

function convertOne(member: RequestMember, value: unknown, flag: string): unknown {
  if (member.type === 'integer' || member.type === 'number') {
    const text = String(value).trim();
    const number = Number(text);
    const wrong = text === '' || !Number.isFinite(number) || (member.type === 'integer' && !Number.isInteger(number));
    if (wrong)
      throw invalid(`--${flag} takes a${member.type === 'integer' ? ' whole' : ''} number, not ${quote(value)}.`);
    return number;
  }
  if (member.type === 'object') {
    try {
      return JSON.parse(String(value));
    } catch (error) {
      throw invalid(`--${flag} takes a JSON object, not ${quote(value)}: ${(error as Error).message}`);
    }
  }
  return value;
}

function describe(member: RequestMember): string {
  const choices = member.choices === undefined ? '' : ` (${member.choices.join(', ')})`;
  const standard =
    member.default === undefined || member.default === false ? '' : ` [${JSON.stringify(member.default)}]`;
  return `${member.description}${choices}${standard}`;
}

function quote(value: unknown): string {
  return JSON.stringify(String(value).slice(0, 100));
}

function invalid(detail: string): Problem {
  return new Problem('ImgArgumentInvalid', { detail });
}
