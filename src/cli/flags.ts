/** From flags to the request document, guided by the members of the request's schema. */
import type { RequestMember, RequestMembers } from '../contract/members.ts';
import { Problem } from '../errors.ts';
import { flagOf } from './command.ts';

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

function quote(value: unknown): string {
  return JSON.stringify(String(value).slice(0, 100));
}

function invalid(detail: string): Problem {
  return new Problem('ImgArgumentInvalid', { detail });
}
