import type { Config } from '../config.ts';
import type { Envelope } from '../model/letter.ts';
import { readReceived } from '../sender/received.ts';

/** What the latest letters show of our own servers. */
export type Seen = {
  letters: number;
  /** Who wrote the topmost lines, and is not in TRUSTED_RELAYS. */
  strangers: readonly string[];
  /** Letters that a server of ours took from a signed-in user; and of these, where it did not write who it was. */
  signedIn: number;
  unnamed: number;
};

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
  const submissions = traces.flatMap((hops) => {
    const end = hops.findIndex((hop) => hop === null || !ours.has(hop.by));
    const known = end < 0 ? hops : hops.slice(0, end);
    return known.find((hop) => hop !== null && signIn.test(hop.protocol)) ?? [];
  });
  return {
    letters: letters.length,
    strangers: [...new Set(tops.filter((host) => !ours.has(host)))],
    signedIn: submissions.length,
    unnamed: submissions.filter(({ login }) => login === null).length,
  };
};
