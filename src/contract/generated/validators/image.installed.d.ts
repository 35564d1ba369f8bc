// Made by `npm run generate` from schemas/v1. Do not edit.
import type { ImageInstalledRequest } from '../types.ts';
import type { Validator } from '../validator.ts';

export const imageInstalled: Validator<ImageInstalledRequest>;
