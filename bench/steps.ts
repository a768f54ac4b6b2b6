import { randomBytes } from 'node:crypto';
import type { App } from '../src/app.ts';
import { applyPlan } from '../src/apply/apply.ts';
import { planChanges, stemsWanted } from '../src/apply/plan.ts';
import { findFacts, takenAddresses, unitByMailbox } from '../src/directory/reader.ts';
import { openReader } from '../src/form/form.ts';
import { store } from '../src/intake/intake.ts';
import { interpretForms } from '../src/interpret/interpret.ts';
import { envelopeOf, identityOf } from '../src/mail/envelope.ts';
import { render } from '../src/mail/render.ts';
import type { Settlement } from '../src/model/settlement.ts';
import { compose } from '../src/reply/reply.ts';
import { judge } from '../src/rules/rules.ts';
import { verifySender } from '../src/sender/sender.ts';
import { vietnamDay } from '../src/text/day.ts';
import { type Spread, spreadOf } from './timing.ts';

/**
 * Milliseconds of each step, letter by letter, by calling the functions that `src/pipeline.ts` calls, in its order. A
 * tenth of the letters runs first and is not counted.
 */
export const timeSteps = async (app: App, letters: readonly Buffer[]): Promise<[string, Spread][]> => {
  const reader = openReader({ children: 1 });
  const times = new Map<string, number[]>();
  const timed = async <T>(step: string, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    times.set(step, [...(times.get(step) ?? []), performance.now() - start]);
    return result;
  };
  const walk = async (raw: Buffer): Promise<void> => {
    const { db } = app.database;
    const now = new Date();
    const house = app.config;
    const message = await timed('store', () =>
      db.transaction((tx) => store(tx, { raw, origin: 'imap', truncated: false }, now)),
    );
    const envelope = await timed('headers', () => envelopeOf(raw));
    const verdict = await timed('sender', () =>
      verifySender({ ...message, envelope }, house, now, (address) => unitByMailbox(db, address, now)),
    );
    const identity = await timed('identity', () => identityOf(raw, verdict.address));
    const reading = await timed('form (warm child)', () => reader.read(raw));
    const requests = await timed('interpret', () => interpretForms(reading, { today: vietnamDay(now) }));
    if (!verdict.unit) throw new Error(`unproven: ${verdict.because}`);
    const asking = verdict.unit;
    const facts = await timed('facts', () => findFacts(db, { asking, requests, house, now }));
    const decided = await timed('rules', () => judge(requests, facts, { house, today: vietnamDay(now) }));
    const planned = await timed('addresses', async () =>
      planChanges(decided, await takenAddresses(db, stemsWanted(decided, house)), house),
    );
    let composing = 0;
    const write = async (settlement: Settlement) => {
      const start = performance.now();
      const token = () => randomBytes(16).toString('hex');
      const context = {
        house,
        now,
        token,
        serverPart: 'staff',
        readableTypes: ['.xlsx'],
        blankForm: null,
        returned: [],
      } as const;
      const notices = compose(settlement, context);
      const from = { name: 'bench', address: house.intakeAddress };
      const written = await Promise.all(
        notices.map(async (notice) => ({ notice, eml: await render(notice, from, now) })),
      );
      composing = performance.now() - start;
      return written;
    };
    const { subject, messageId, answers: references } = envelope;
    const { outcome = 'rejected' } = planned[0] ?? {};
    if (outcome !== 'applied') throw new Error(`the letter was to be applied, but is ${outcome}`);
    const letter = { subject, messageId, references, receivedAt: now };
    const settlement = { outcome, findings: [], verdict, letter, problems: [] };
    const start = performance.now();
    await applyPlan(
      db,
      { message, identity, settlement, requests: planned, rowKeys: facts.rowKeys },
      { jobs: app.jobs, serverPart: 'staff', now, compose: write },
    );
    await timed('reply', () => {});
    times.get('reply')?.splice(-1, 1, composing);
    await timed('apply (transaction)', () => {});
    times.get('apply (transaction)')?.splice(-1, 1, performance.now() - start - composing);
  };
  const warming = Math.ceil(letters.length / 10);
  for (const [at, raw] of letters.entries()) {
    if (at === warming) times.clear();
    await walk(raw);
  }
  await reader.close();
  return [...times].map(([step, values]) => [step, spreadOf(values)]);
};
