// Made by `npm run generate` from schemas/v1. Do not edit.
import type { RuleSetRequest } from '../types.ts';
import type { Validator } from '../validator.ts';

export const ruleSet: Validator<RuleSetRequest>;
