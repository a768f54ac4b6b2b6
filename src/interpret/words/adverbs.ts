import type { Action } from '../../model/request.ts';
import type { Adverb } from './fillers.ts';

/** The actions that an adverb agrees with: "tạm hủy" and "khóa vĩnh viễn" agree with none. */
export const adverbAllows: Readonly<Record<Adverb, readonly Action[]>> = {
  again: ['restore', 'reset-password', 'unlock'],
  new: ['create'],
  old: ['restore'],
  temporary: ['lock'],
  forever: ['cancel'],
};
