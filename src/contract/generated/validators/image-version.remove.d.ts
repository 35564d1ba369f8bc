// Made by `npm run generate` from schemas/v1. Do not edit.
import type { ImageVersionRemoveRequest } from '../types.ts';
import type { Validator } from '../validator.ts';

export const imageVersionRemove: Validator<ImageVersionRemoveRequest>;
