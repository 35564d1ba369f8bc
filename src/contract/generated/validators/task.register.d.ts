// Made by `npm run generate` from schemas/v1. Do not edit.
import type { TaskRegisterRequest } from '../types.ts';
import type { Validator } from '../validator.ts';

export const taskRegister: Validator<TaskRegisterRequest>;
