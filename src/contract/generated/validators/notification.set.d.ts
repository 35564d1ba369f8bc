// Made by `npm run generate` from schemas/v1. Do not edit.
import type { NotificationSetRequest } from '../types.ts';
import type { Validator } from '../validator.ts';

export const notificationSet: Validator<NotificationSetRequest>;
