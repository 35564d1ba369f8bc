// Made by `npm run generate` from schemas/v1. Do not edit.
import type { SourceRemoveRequest } from '../types.ts';
import type { Validator } from '../validator.ts';

export const sourceRemove: Validator<SourceRemoveRequest>;
