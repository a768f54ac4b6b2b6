import { channel } from 'node:diagnostics_channel';

/** The boundaries between the steps of a letter and of a notice, in the order in which they are passed. */
export const points = [
  'letter fetched',
  'letter stored',
  'letter received',
  'position advanced',
  'letter taken up',
  'sender verified',
  'letter read',
  'plan made',
  'outcome written',
  'directory written',
  'notices queued',
  'plan committed',
  'letter done',
  'letters moved',
  'letters filed',
  'notice taken up',
  'notice sent',
  'notice noted',
] as const;

export type Point = (typeof points)[number];

const passing = channel('phieu');

/** Tells whoever listens that a boundary is passed. Nobody does, but tests that end the process or its connections there. */
export const pass = (point: Point): void => passing.publish(point);
