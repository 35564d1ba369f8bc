// Made by `npm run generate` from schemas/v1. Do not edit.
import type { MediaExportRequest } from '../types.ts';
import type { Validator } from '../validator.ts';

export const mediaExport: Validator<MediaExportRequest>;
