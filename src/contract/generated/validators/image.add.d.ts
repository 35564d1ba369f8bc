// Made by `npm run generate` from schemas/v1. Do not edit.
import type { ImageAddRequest } from '../types.ts';
import type { Validator } from '../validator.ts';

export const imageAdd: Validator<ImageAddRequest>;
