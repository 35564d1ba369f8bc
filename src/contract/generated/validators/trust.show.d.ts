// Made by `npm run generate` from schemas/v1. Do not edit.
import type { TrustShowRequest } from '../types.ts';
import type { Validator } from '../validator.ts';

export const trustShow: Validator<TrustShowRequest>;
