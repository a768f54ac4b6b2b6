/*
 * Loaded into a program (`node --import`): its clock is off by what the file `clock` in STOP_FOLDER says, in milliseconds, and
 * jumps when that changes. The embedded database takes its time from the same clock.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(process.env.STOP_FOLDER ?? '/nowhere', 'clock');
let [offset, readAt] = [0, Number.NEGATIVE_INFINITY];

const offsetNow = (): number => {
  if (performance.now() - readAt < 20) return offset;
  readAt = performance.now();
  try {
    offset = Number(readFileSync(file, 'utf8'));
  } catch {
    offset = 0;
  }
  return offset;
};

const RightDate = Date;
globalThis.Date = new Proxy(RightDate, {
  construct: (right, given, target) =>
    Reflect.construct(right, given.length > 0 ? given : [right.now() + offsetNow()], target),
  apply: (right) => new right(right.now() + offsetNow()).toString(),
  get: (right, name) => (name === 'now' ? () => right.now() + offsetNow() : Reflect.get(right, name)),
});
