/**
 * When schedules happen. A document is read once (`checkedRule`); what is computed from the rule needs no clock, no file
 * and no database: the moment is an argument.
 */
export { beginning } from './jitter.ts';
export { localText } from './local-time.ts';
export { decideRun } from './missed-run.ts';
export { checkedRule, nextOccurrence, type Occurrence, occurrences } from './occurrences.ts';
export type { Rule } from './rule.ts';
export { readScheduleString } from './schedule-string/read.ts';
export { writeScheduleString } from './schedule-string/write.ts';
export { admission, nextOpening, windowState } from './window.ts';
