import type { Wish } from '../../src/model/request.ts';

/** Whether a wish is not done on that day (`YYYY-MM-DD`): nobody knows what it is, or it is for a later one. */
export const isHeldOn =
  (today: string) =>
  ({ action, effectiveOn }: Wish): boolean =>
    action === 'unclear' || (effectiveOn !== null && effectiveOn > today);
