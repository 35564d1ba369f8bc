// Made by `npm run generate` from schemas/v1. Do not edit.
import type { SourceWsusscn2Settings } from '../types.ts';
import type { Validator } from '../validator.ts';

export const sourceWsusscn2Settings: Validator<SourceWsusscn2Settings>;
