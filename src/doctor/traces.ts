import type { Config } from '../config.ts';
import type { Envelope } from '../model/letter.ts';
import { readReceived } from '../sender/received.ts';

/** What the latest letters show of our own servers. */
export type Seen = {
  letters: number;
  /** Who wrote the topmost lines, and is not in TRUSTED_RELAYS. */
  strangers: readonly string[];
  /** Names by which a content filter on a machine of ours writes itself, and that are not in TRUSTED_RELAYS. */
  filters: readonly string[];
  /** Letters that a server of ours took from a signed-in user; and of these, where it did not write who it was. */
  signedIn: number;
  unnamed: number;
};

/** Other names below a line of ours may be the sender's own. */
const itself = /^localhost(?:\.localdomain)?$/;

const signIn = /^(?:ESMTP|UTF8SMTP)S?A$/;

/** Reads the trace of each letter as far down as servers of ours wrote it. */
export const whatLettersShow = (
  letters: readonly Envelope[],
  { trustedRelays }: Pick<Config, 'trustedRelays'>,
): Seen => {
  const ours = new Set(trustedRelays.map(({ host }) => host));
  const traces = letters.map(({ fields }) =>
    fields.filter(({ name }) => name === 'received').map(({ value }) => readReceived(value)),
  );
  const tops = traces.flatMap(([top]) => (top ? [top.by] : []));
  const ends = traces.map((hops) => hops.findIndex((hop) => hop === null || !ours.has(hop.by)));
  const filters = traces.flatMap((hops, at) => {
    const end = ends[at] ?? -1;
    const by = hops[end]?.by ?? '';
    return end > 0 && hops[end - 1]?.login === null && itself.test(by) ? [by] : [];
  });
  const submissions = traces.flatMap((hops, at) => {
    const end = ends[at] ?? -1;
    const known = end < 0 ? hops : hops.slice(0, end);
    return known.find((hop) => hop !== null && signIn.test(hop.protocol)) ?? [];
  });
  return {
    letters: letters.length,
    strangers: [...new Set(tops.filter((host) => !ours.has(host)))],
    filters: [...new Set(filters)],
    signedIn: submissions.length,
    unnamed: submissions.filter(({ login }) => login === null).length,
  };
};
