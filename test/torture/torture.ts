/*
 * `npm run torture -- [--letters 40] [--seed 1] [--embedded]`: the real program between a real mail server, a real database and a
 * server that takes its answers. Letters come while it is killed and its connections are cut, at times that the seed
 * decides. At the end it prints what it tried, and counts what was lost and what was done or said twice.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Point, points } from '../../src/points.ts';
import type { Bot } from '../flow/program.ts';
import type { Letter } from '../servers/letter.ts';
import { startMail } from '../servers/mail/mail.ts';
import { startPostgres } from '../servers/postgres.ts';
import { cutDatabase } from './cut.ts';
import { allNoted, inPlace } from './places.ts';
import { letterOf, openVillage, type Village } from './village.ts';

const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    embedded: { type: 'boolean', default: false },
  },
});
const [count, seed] = [Number(values.letters), Number(values.seed)];

/** Numbers from 0 to 1 that the seed alone decides (mulberry32). */
const dice = (state: number) => () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

const tried = {
  'killed at a boundary': 0,
  'killed at any time': 0,
  'IMAP cut': 0,
  'SMTP cut': 0,
  'database cut': 0,
};

/** Troubles the program once; gives the program that runs afterwards. */
const trouble = async (village: Village, bot: Bot, roll: () => number): Promise<Bot> => {
  const kinds = Object.keys(tried).slice(0, values.embedded ? 4 : 5) as (keyof typeof tried)[];
  const kind = kinds[Math.floor(roll() * kinds.length)] ?? 'IMAP cut';
  tried[kind] += 1;
  if (kind === 'killed at a boundary') {
    village.stops.at(points[Math.floor(roll() * points.length)] as Point);
    // Where nothing is to be done the boundary is not passed, and the program is killed at rest.
    await Promise.race([village.stops.reached(), sleep(3000)]);
  }
  if (kind === 'killed at a boundary' || kind === 'killed at any time') {
    await bot.kill();
    village.stops.release();
    return village.begin();
  }
  if (kind === 'IMAP cut') village.proxy.refuse();
  if (kind === 'SMTP cut') village.sink.hangUp();
  if (kind === 'database cut') await cutDatabase(village);
  village.abandon();
  await sleep(roll() * 500);
  village.proxy.accept();
  return bot;
};

const run = async (village: Village, letters: readonly Letter[]): Promise<void> => {
  const roll = dice(seed);
  let bot = await village.begin();
  for (const { raw } of letters) {
    await village.box.append(raw);
    await sleep(roll() * 400);
    if (roll() < 0.5) bot = await trouble(village, bot, roll);
  }
  await inPlace(village, letters)
    .then(() => allNoted(village))
    .catch((error: Error) => console.log(error.message));
  await bot.stop();
};

const tell = async (village: Village, letters: readonly Letter[]): Promise<boolean> => {
  const ledger = new Map((await village.ledger()).map((one) => [one.messageId, one]));
  const counted = letters.map((letter) => {
    const one = ledger.get(letter.messageId);
    const each = one ? [one.messages, one.requests, one.mailboxes, one.commands, one.notices, one.sent] : [0];
    const answers = village.answers(letter);
    return {
      lost: answers.length === 0 || each.includes(0) || one?.outcome !== 'applied',
      doubled: new Set(answers).size > 1 || each.some((times) => times > 1),
      repeated: answers.length > 1,
    };
  });
  const lost = counted.filter((one) => one.lost).length;
  const doubled = counted.filter((one) => one.doubled).length;
  console.log(`database: ${values.embedded ? 'embedded' : 'PostgreSQL'}, seed ${seed}`);
  console.log(`letters: ${letters.length}`);
  for (const [name, times] of Object.entries(tried)) console.log(`${name}: ${times}`);
  console.log(`lost: ${lost}`);
  console.log(`doubled: ${doubled}`);
  console.log(`answers sent again as the same letter: ${counted.filter((one) => one.repeated).length}`);
  return lost + doubled === 0;
};

const folder = mkdtempSync(join(tmpdir(), 'phieu-torture-'));
const mail = await startMail();
const postgres = values.embedded ? null : await startPostgres();
try {
  const databaseUrl = postgres ? await postgres.createDatabase() : null;
  const village = await openVillage(mail, 'torture', { databaseUrl, dataDir: folder }, count);
  const letters = await Promise.all(Array.from({ length: count }, (_, at) => letterOf(at)));
  try {
    await run(village, letters);
    process.exitCode = (await tell(village, letters)) ? 0 : 1;
  } finally {
    await village.close();
  }
} finally {
  await Promise.all([mail.stop(), postgres?.stop()]);
  rmSync(folder, { recursive: true, force: true });
}
