import { openApp } from '../app.ts';
import { decideCase, listUndelivered } from '../apply/cases.ts';
import { readConfig } from '../config.ts';
import { type Db, rehearse } from '../db/db.ts';
import { inert } from '../reply/inert.ts';
import { DecisionRefused } from '../requests/refused.ts';
import { UsageError } from '../usage.ts';
import { printJson, readArguments } from './arguments.ts';
import { textOf, whoDecides } from './staff.ts';

/** `phieu outbox`: letters of ours that have not arrived, and what staff do about them. */
export const run = async (args: string[]): Promise<number> => {
  const { values, positionals } = readArguments('outbox', args, {
    json: { type: 'boolean' },
    because: { type: 'string' },
    by: { type: 'string' },
  });
  const [verb, ...words] = positionals;
  if (verb === 'list' && words.length === 0) return list(values.json === true);
  if (verb === 'retry' || verb === 'close') return decide(verb, words, values);
  throw new UsageError(verb === undefined ? 'Chưa ghi việc cần làm' : `Không hiểu "${verb}"`, 'outbox');
};

const list = async (json: boolean): Promise<number> => {
  const app = await openApp(readConfig(process.env), { workers: false });
  try {
    for (const one of await listUndelivered(app.database.db)) {
      if (json) printJson(one);
      else process.stdout.write(`${describe(one)}\n`);
    }
  } finally {
    await app.close();
  }
  return 0;
};

const states = { queued: 'sẽ gửi lại', parked: 'không gửi được', sent: 'bị trả lại' } as const;

type Undelivered = Awaited<ReturnType<typeof listUndelivered>>[number];

const describe = ({ id, to, subject, status, error, bounce }: Undelivered): string =>
  [
    `${id}  ${bounce === null ? states[status] : states.sent}  ${to.join(', ')}  ${inert(subject, 120)}`,
    `    ${inert(bounce ?? error ?? '', 400)}`,
  ].join('\n');

const decide = async (
  act: 'retry' | 'close',
  words: readonly string[],
  { because, by }: { because?: string; by?: string },
): Promise<number> => {
  const [word = '', ...rest] = words;
  if (!/^\d{1,15}$/.test(word) || rest.length > 0)
    throw new UsageError('Hãy ghi số của thư, như trong outbox list', 'outbox');
  const why = textOf(because);
  if (why === null) throw new UsageError('Chưa ghi --because "LÝ DO"', 'outbox');
  const decision = { noticeId: Number(word), act, by: whoDecides(by, 'outbox'), because: why };
  const config = readConfig(process.env);
  const app = await openApp(config, { workers: false });
  try {
    const decideIn = (db: Db) => decideCase(db, app.jobs, decision, app.now());
    const { db } = app.database;
    if (!(await (config.dryRun ? rehearse(db, decideIn) : decideIn(db))))
      throw new DecisionRefused(`Thư số ${word} không phải thư chưa đến nơi; xem phieu outbox list`);
    const isSent = act === 'close' || (await app.sendOutbox());
    return isSent ? 0 : 1;
  } finally {
    await app.close();
  }
};
