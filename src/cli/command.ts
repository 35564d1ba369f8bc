import type { RequestMembers } from '../contract/members.ts';

/** An operation as the command line sees it. */
export interface Command {
  /** noun.verb */
  name: string;
  /** Member that also stands without a flag. */
  positional: string | undefined;
  request: RequestMembers;
}

/** asOf -> as-of */
export function flagOf(member: string): string {
  return member.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Forms of the events on standard error. */
export const eventForms = ['json', 'text', 'none'] as const;
