import { setTimeout as sleep } from 'node:timers/promises';
import { environment } from '../test/servers/environment.ts';
import { processBigForm } from './big-form.ts';
import { type Bot, openBot, warmingLetters } from './bot.ts';
import { openChain } from './chain.ts';
import { buildHouse, type House } from './house.ts';
import { openPost } from './imap.ts';
import { timeAnswers } from './latency.ts';
import { departments, writeRequest } from './letters.ts';
import { addMailboxes } from './many-mailboxes.ts';
import { runProcesses, startBot } from './processes.ts';
import { type Rig, writeLetters } from './rig.ts';
import { timeSteps } from './steps.ts';
import { number, spread, table, tell, title } from './table.ts';
import { inFlight, spreadOf, type Usage } from './timing.ts';
import { openWire } from './wire.ts';

const take = (raw: Buffer) => ({ raw, origin: 'imap', truncated: false }) as const;

/** Milliseconds a letter for each step. */
export const benchSteps = async (rig: Rig): Promise<void> => {
  const letters = await writeLetters(110);
  const columns: Awaited<ReturnType<typeof timeSteps>>[] = [];
  for (const url of [await rig.postgres.createDatabase(), null]) {
    const house = await buildHouse(url, {}, letters.length);
    const app = await house.open(false);
    columns.push(await timeSteps(app, letters));
    await app.close();
    await house.leave();
  }
  const [postgres = [], embedded = []] = columns;
  title('Steps of a letter with a ten-row form, ms: median (least–most) of 100');
  table([
    ['', 'PostgreSQL', 'embedded'],
    ...postgres.map(([step, times], at) => [step, spread(times), spread(embedded[at]?.[1] ?? times)]),
  ]);
};

/** Statements and round trips of a letter, counted on the wire. */
export const benchStatements = async (rig: Rig): Promise<void> => {
  const count = 40;
  const letters = await writeLetters(10 + count + warmingLetters);
  const wire = await openWire(await rig.postgres.createDatabase());
  const house = await buildHouse(wire.url, rig.settings, letters.length);
  const rows: string[][] = [['', 'statements', 'round trips']];
  const note = (name: string, among: number) => {
    const { statements, roundTrips } = wire.traffic;
    rows.push([name, number(statements / among), number(roundTrips / among)]);
  };
  const app = await house.open(false);
  for (const raw of letters.splice(0, 9)) await app.take(take(raw));
  wire.reset();
  for (const raw of letters.splice(0, 1)) await app.take(take(raw));
  note('stored, judged, written', 1);
  await app.close();
  const post = await openPost(new URL(rig.settings.IMAP_URL ?? ''));
  await post.put(letters);
  const bot = await openBot(house, { post, sink: rig.sink, concurrency: 4 });
  wire.reset();
  await bot.run(count);
  note(`the whole way by the bot, with its queues, of ${count} letters`, count);
  await bot.close();
  await Promise.all([post.close(), wire.close(), house.leave()]);
  title('Conversation with PostgreSQL, a letter');
  table(rows);
};

/** Requests taken from memory, without IMAP and SMTP. */
export const benchTake = async (rig: Rig): Promise<void> => {
  const [count, rounds] = [40, 3];
  const letters = await writeLetters(count * 2 * rounds + 8);
  const rows: string[][] = [['', 'ms a request', 'requests a second']];
  for (const url of [await rig.postgres.createDatabase(), null]) {
    const house = await buildHouse(url, {}, letters.length);
    const app = await house.open(false);
    const queue = letters.values();
    const next = (many: number) => Array.from({ length: many }, () => queue.next().value ?? Buffer.alloc(0));
    await inFlight(next(8), 4, (raw) => app.take(take(raw)));
    const times: Record<number, number[]> = { 1: [], 4: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const concurrency of [1, 4]) {
        const { milliseconds } = await inFlight(next(count), concurrency, (raw) => app.take(take(raw)));
        times[concurrency]?.push(milliseconds);
      }
    }
    for (const concurrency of [1, 4]) {
      const all = spreadOf(times[concurrency] ?? []);
      const name = `${url === null ? 'embedded' : 'PostgreSQL'}, ${concurrency} in flight`;
      rows.push([name, spread(all), number(1000 / all.median, 0)]);
    }
    await app.close();
    await house.leave();
  }
  title(
    `From the raw letter to the commit, in one process: median (least–most) of ${rounds} runs of ${count}`,
  );
  table(rows);
};

/** The whole way beside the bare libraries, in turns; on a slow or busy machine in fewer rounds. */
export const benchWay = async (rig: Rig): Promise<void> => {
  const [count, rounds] = [60, 5];
  const bareUser = await rig.mail.addUser('bare');
  const bareUrl = new URL(environment(rig.mail, bareUser).IMAP_URL ?? '');
  const letters = await writeLetters(4 * (rounds * count + warmingLetters));
  const [post, barePost] = [await openPost(new URL(rig.settings.IMAP_URL ?? '')), await openPost(bareUrl)];
  await post.put(letters);
  await barePost.put(letters.slice(0, count));
  const uids = await barePost.release(count);
  const place = { imapUrl: bareUrl, databaseUrl: await rig.postgres.createDatabase(), smtpUrl: rig.sink.url };
  const chain = await openChain(place);
  const bots: { name: string; concurrency: number; house: House; bot: Bot }[] = [];
  for (const concurrency of [1, 4]) {
    for (const url of [await rig.postgres.createDatabase(), null]) {
      const house = await buildHouse(url, rig.settings, letters.length);
      const bot = await openBot(house, { post, sink: rig.sink, concurrency });
      bots.push({ name: url === null ? 'embedded' : 'PostgreSQL', concurrency, house, bot });
    }
  }
  const bare = new Map<number, Usage[]>();
  const ours = new Map<string, (Usage & { ratio: number })[]>();
  await chain.run(uids, 4);
  const late = performance.now() + 100_000;
  let done = 0;
  for (; done < rounds && (done === 0 || performance.now() < late); done += 1) {
    tell(`  round ${done + 1} of ${rounds}`);
    for (const { name, concurrency, bot } of bots) {
      const alone = await chain.run(uids, concurrency);
      const usage = await bot.run(count);
      bare.set(concurrency, [...(bare.get(concurrency) ?? []), alone]);
      const key = `phieu, ${name}, ${concurrency} in flight`;
      const ratio = usage.milliseconds / alone.milliseconds;
      ours.set(key, [...(ours.get(key) ?? []), { ...usage, ratio }]);
    }
  }
  for (const { bot, house } of bots) {
    await bot.close();
    await house.leave();
  }
  await Promise.all([chain.close(), post.close(), barePost.close()]);
  title(
    `The whole way, IMAP to SMTP, ms a letter in one process: median (least–most) of ${done} runs of ${count}, in turns`,
  );
  table([
    ['', 'ms', 'ratio to the libraries just before', 'CPU ms of the main process', 'requests a second'],
    ...[...bare].map(([concurrency, times]) => {
      const all = spreadOf(times.map(({ milliseconds }) => milliseconds));
      const cpu = number(spreadOf(times.map((run) => run.cpu)).median);
      return [`bare libraries, ${concurrency} in flight`, spread(all), '', cpu, number(1000 / all.median, 0)];
    }),
    ...[...ours].map(([name, runs]) => {
      const all = spreadOf(runs.map(({ milliseconds }) => milliseconds));
      const ratio = spread(spreadOf(runs.map((run) => run.ratio)), 2);
      const cpu = number(spreadOf(runs.map((run) => run.cpu)).median);
      return [name, spread(all), ratio, cpu, number(1000 / all.median, 0)];
    }),
  ]);
};

/** From the delivery of a letter to the answer in the unit's INBOX, by Postfix and Dovecot. */
export const benchLatency = async (rig: Rig): Promise<void> => {
  const { abbreviation = '' } = departments[0] ?? {};
  const unit = await rig.mail.addUser(abbreviation);
  const count = 12;
  const letters = await Promise.all(
    Array.from({ length: count }, (_, at) => writeRequest(at * departments.length)),
  );
  const url = await rig.postgres.createDatabase();
  const house = await buildHouse(url, environment(rig.mail, rig.intake), count * departments.length);
  const bot = await startBot(house, 'imap watching');
  const all = (await timeAnswers(rig.mail, { intake: rig.intake, unit }, letters)).slice(2);
  await bot.stop();
  await house.leave();
  title(`From the delivery into the watched INBOX, ms: median (least–most) of ${all.length}`);
  table([
    ['', 'ms'],
    ['Dovecot tells a waiting client', spread(spreadOf(all.map(({ told }) => told)), 0)],
    ['the answer lies in the unit’s INBOX', spread(spreadOf(all.map(({ answered }) => answered)), 0)],
    ['Dovecot tells the unit’s mail program', spread(spreadOf(all.map(({ unitTold }) => unitTold)), 0)],
  ]);
};

/** One form of 5,000 rows. */
export const benchBigForm = async (rig: Rig): Promise<void> => {
  const rows: string[][] = [['', 's', 'MB of phieu, at most', 'MB of the form reader, at most']];
  for (const url of [await rig.postgres.createDatabase(), null]) {
    const house = await buildHouse(url, {}, 0);
    const { seconds, peak, applied } = await processBigForm(house, 5000);
    if (applied === 0) throw new Error('nothing of the large form was applied');
    const name = `${url === null ? 'embedded' : 'PostgreSQL'}, ${applied} rows applied`;
    rows.push([name, number(seconds), number(peak.own, 0), number(peak.child, 0)]);
    await house.leave();
  }
  title('A form of 5,000 rows, by `phieu process`, with its start');
  table(rows);
};

/** The same requests with few and with very many mailboxes in the directory. */
export const benchMailboxes = async (rig: Rig, most: number): Promise<void> => {
  const [count, rounds] = [20, 7];
  const letters = await writeLetters(count * rounds + 10);
  const places: { mailboxes: number; house: House; times: number[] }[] = [];
  for (const mailboxes of [1000, most]) {
    const url = await rig.postgres.createDatabase();
    const house = await buildHouse(url, {}, letters.length);
    await addMailboxes(url, mailboxes);
    places.push({ mailboxes, house, times: [] });
  }
  const apps = await Promise.all(places.map(({ house }) => house.open(false)));
  for (const app of apps) await inFlight(letters.slice(-10), 1, (raw) => app.take(take(raw)));
  for (let round = 0; round < rounds; round += 1) {
    const some = letters.slice(round * count, (round + 1) * count);
    for (const [at, app] of apps.entries())
      places[at]?.times.push((await inFlight(some, 1, (raw) => app.take(take(raw)))).milliseconds);
  }
  await Promise.all(apps.map((app) => app.close()));
  await Promise.all(places.map(({ house }) => house.leave()));
  const [few, many] = places.map(({ times }) => spreadOf(times).median);
  title(
    `The same requests, PostgreSQL, one at a time: median (least–most) of ${rounds} runs of ${count}, in turns`,
  );
  table([
    ['mailboxes in the directory', 'ms a request', 'ratio'],
    ...places.map(({ mailboxes, times }, at) => [
      mailboxes.toLocaleString('en'),
      spread(spreadOf(times)),
      at === 0 ? '' : number((many ?? 0) / (few ?? 1), 2),
    ]),
  ]);
};

/** Several bots on one PostgreSQL. */
export const benchProcesses = async (rig: Rig): Promise<void> => {
  const [count, rounds, sizes] = [120, 3, [1, 2, 4]];
  const warming = sizes.reduce((sum, bots) => sum + bots * 8, 0);
  const letters = await writeLetters(rounds * (count * sizes.length + warming));
  const post = await openPost(new URL(rig.settings.IMAP_URL ?? ''));
  await post.put(letters);
  const house = await buildHouse(await rig.postgres.createDatabase(), rig.settings, letters.length);
  const times = new Map<number, number[]>();
  const memory: number[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const bots of sizes) {
      const run = await runProcesses(house, { post, sink: rig.sink, letters: count, bots });
      times.set(bots, [...(times.get(bots) ?? []), run.milliseconds]);
      if (bots === 1) memory.push([run.peak.own, run.peak.child]);
      await sleep(200);
    }
  }
  await post.close();
  await house.leave();
  title(
    `\`phieu start\` on one PostgreSQL, ms a letter: median (least–most) of ${rounds} runs of ${count} that arrive at once`,
  );
  table([
    ['processes', 'ms', 'requests a second'],
    ...[...times].map(([bots, all]) => [
      String(bots),
      spread(spreadOf(all)),
      number(1000 / spreadOf(all).median, 0),
    ]),
  ]);
  const most = (at: number) => number(Math.max(...memory.map((peak) => peak[at] ?? 0)), 0);
  title(`Memory of one such process at most: ${most(0)} MB, and ${most(1)} MB of each of its form readers`);
};
