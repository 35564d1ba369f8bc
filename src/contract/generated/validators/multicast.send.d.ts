// Made by `npm run generate` from schemas/v1. Do not edit.
import type { MulticastSendRequest } from '../types.ts';
import type { Validator } from '../validator.ts';

export const multicastSend: Validator<MulticastSendRequest>;
