import type { Rule } from './rule.ts';
import { windowState } from './window.ts';

/**
 * When an occurrence of this schedule begins: its moment, and up to `jitterMinutes` later. The delay comes from the two
 * names alone, so that it is the same for everybody who computes it, and it never leads out of an open window.
 */
export function beginning(rule: Rule, { scheduleId, at }: { scheduleId: string; at: number }): number {
  if (rule.jitterMinutes === 0) return at;
  const wanted = rule.jitterMinutes * 60;
  const state = rule.window === undefined ? undefined : windowState(rule.window, at);
  const left = state?.open === true && state.closes !== undefined ? Math.ceil((state.closes - at) / 1000) - 1 : wanted;
  const seconds = Math.min(wanted, left);
  return at + (hash(`${scheduleId}@${at}`) % (seconds + 1)) * 1000;
}

/** FNV-1a over the characters, then mixed until every bit depends on every other one. 32 bits, not negative. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
