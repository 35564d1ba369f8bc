// Made by `npm run generate` from schemas/v1. Do not edit.
import type { PointS3Settings } from '../types.ts';
import type { Validator } from '../validator.ts';

export const pointS3Settings: Validator<PointS3Settings>;
