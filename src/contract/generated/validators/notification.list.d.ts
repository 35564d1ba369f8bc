// Made by `npm run generate` from schemas/v1. Do not edit.
import type { NotificationListRequest } from '../types.ts';
import type { Validator } from '../validator.ts';

export const notificationList: Validator<NotificationListRequest>;
