import { type App, openApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/db.ts';
import { personName } from '../interpret/interpret.ts';
import { waitsWhole } from '../model/outcome.ts';
import { actions, type RequestOutcome } from '../model/request.ts';
import type { Closed } from '../requests/close.ts';
import type { Corrections } from '../requests/corrections.ts';
import type { Decision } from '../requests/decide.ts';
import { DecisionRefused } from '../requests/refused.ts';
import { findLetterHead, findRequest, findTrail, listRequests } from '../requests/requests.ts';
import { UsageError } from '../usage.ts';
import { printJson, readArguments } from './arguments.ts';
import {
  caseJson,
  closingText,
  decidedJson,
  decisionText,
  listedText,
  requestJson,
  shownText,
} from './describe-request.ts';
import { textOf, whoDecides } from './staff.ts';

const options = {
  json: { type: 'boolean' },
  outcome: { type: 'string' },
  waiting: { type: 'boolean' },
  because: { type: 'string' },
  accept: { type: 'string' },
  by: { type: 'string' },
  as: { type: 'string' },
  name: { type: 'string' },
  unit: { type: 'string' },
  mailbox: { type: 'string' },
  address: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

type Values = { [Name in keyof typeof options]?: string | boolean | undefined };

/** Which options each verb takes; another is a slip that must not pass for something else. */
const optionsOf: Record<string, readonly (keyof typeof options)[]> = {
  list: ['json', 'outcome', 'waiting'],
  show: ['json'],
  decide: ['json', 'because', 'accept', 'by', 'as', 'name', 'unit', 'mailbox', 'address', 'dry-run'],
  close: ['json', 'because', 'by', 'dry-run'],
};

/** `phieu requests`: what staff see and decide. */
export const run = async (args: string[]): Promise<number> => {
  const { values, positionals } = readArguments('requests', args, options);
  const [verb = '', ...words] = positionals;
  const allowed = optionsOf[verb];
  if (!allowed)
    throw usage('Cần ghi list, show SỐ-PHIẾU, decide SỐ-PHIẾU DÒNG apply|reject hoặc close SỐ-PHIẾU');
  const strange = Object.keys(values).find((name) => !allowed.some((one) => one === name));
  if (strange) throw usage(`Tùy chọn --${strange} không dùng được với ${verb}`);
  if (verb === 'list') return list(words, values);
  if (verb === 'close') return close(words, values);
  return verb === 'show' ? show(words, values) : decide(words, values);
};

const usage = (message: string): UsageError => new UsageError(message, 'requests');

const outcomes: readonly RequestOutcome[] = ['applied', 'partly-applied', 'rejected', 'review'];

const list = async (words: string[], { outcome, waiting, json }: Values): Promise<number> => {
  if (words.length > 0) throw usage(`Không hiểu "${words[0]}"`);
  const wanted = outcome === undefined ? null : outcomes.find((one) => one === outcome);
  if (wanted === undefined) throw usage(`--outcome là một trong: ${outcomes.join(', ')}`);
  const now = new Date();
  const count = { requests: 0, rows: 0, whole: 0 };
  const database = await openDatabase(readConfig(process.env));
  try {
    for await (const request of listRequests(
      database.db,
      { outcome: wanted, waiting: waiting === true },
      now,
    )) {
      if (json) printJson(requestJson(request));
      else process.stdout.write(`${listedText(request, now)}\n`);
      count.requests += 1;
      if (waitsWhole(request)) count.whole += 1;
      count.rows += request.items.filter((row) => row.outcome === 'review').length;
    }
  } finally {
    await database.close();
  }
  const whole = count.whole > 0 ? ` và ${count.whole} phiếu không có dòng đọc được` : '';
  if (!json)
    process.stderr.write(`${count.requests} phiếu, ${count.rows} dòng${whole} chờ cán bộ quyết định.\n`);
  return 0;
};

const show = async ([number, ...rest]: string[], { json }: Values): Promise<number> => {
  if (number === undefined || rest.length > 0) throw usage('Cần ghi đúng một số phiếu');
  const now = new Date();
  const database = await openDatabase(readConfig(process.env));
  try {
    const request = await findRequest(database.db, number, now);
    if (!request)
      throw new DecisionRefused(`Không có phiếu số ${number}. Xem các phiếu: phieu requests list`);
    const head = await findLetterHead(database.db, request.letter.id);
    const trail = await findTrail(database.db, request);
    if (json) printJson(caseJson(request, head, trail));
    else process.stdout.write(`${shownText(request, head, trail, now)}\n`);
  } finally {
    await database.close();
  }
  return 0;
};

const decide = (words: string[], values: Values): Promise<number> => {
  const decision = readDecision(words, values);
  return change(values, (app) => app.decide(decision), decisionText);
};

const close = async ([number, ...rest]: string[], values: Values): Promise<number> => {
  if (number === undefined || rest.length > 0)
    throw usage('Cần ghi đúng một số phiếu; lời cho đơn vị đặt trong dấu ngoặc kép sau --because');
  const closing = { number, because: readWords(values), by: whoDecides(values.by, 'requests') };
  return change(values, (app) => app.closeRequest(closing), closingText);
};

/** Changes a request, tells what became of it, and sends the answers. */
const change = async <T extends Closed>(
  values: Values,
  work: (app: App) => Promise<T>,
  textOfIt: (made: T, dryRun: boolean) => string,
): Promise<number> => {
  const config = readConfig(process.env);
  const dryRun = config.dryRun || values['dry-run'] === true;
  const app = await openApp({ ...config, dryRun }, { workers: false });
  try {
    const made = await work(app);
    if (values.json) printJson(decidedJson(made));
    else process.stdout.write(`${textOfIt(made, dryRun)}\n`);
    await app.sendOutbox();
  } finally {
    await app.close();
  }
  return 0;
};

/** What a finding's argument keeps when it is told in a letter. */
const mostWords = 400;

const readDecision = ([number, row, verdict, ...rest]: string[], values: Values): Decision => {
  if (number === undefined || row === undefined || (verdict !== 'apply' && verdict !== 'reject'))
    throw usage('Cần ghi số phiếu, số dòng, rồi apply hoặc reject');
  if (rest.length > 0) throw usage(`Không hiểu "${rest[0]}"; lời cho đơn vị phải đặt trong dấu ngoặc kép`);
  const because = readWords(values);
  const corrections = readCorrections(values);
  if (verdict === 'reject' && Object.values(corrections).some((value) => value !== null))
    throw usage('--as, --name, --unit, --mailbox, --address chỉ dùng với apply');
  if (corrections.action === 'create' && corrections.mailbox !== null)
    throw usage('--mailbox là hộp thư đang có; địa chỉ của hộp thư mới ghi bằng --address');
  const accepted = (textOf(values.accept) ?? '').split(',').map((code) => code.trim());
  return { number, row, verdict, because, by: whoDecides(values.by, 'requests'), corrections, accepted };
};

const readWords = (values: Values): string => {
  const because = textOf(values.because);
  if (because === null) throw usage('Cần ghi --because "lý do": lời này được gửi cho đơn vị');
  if (Array.from(because).length > mostWords) throw usage(`--because dài quá ${mostWords} chữ`);
  return because;
};

const readCorrections = (values: Values): Corrections => {
  const action = values.as === undefined ? null : actions.find((one) => one === values.as);
  if (action === undefined) throw usage(`--as là một trong: ${actions.join(', ')}`);
  const address = (name: 'mailbox' | 'address') => {
    const text = textOf(values[name])?.toLowerCase() ?? null;
    if (text !== null && !/^[^\s@]+@[^\s@]+$/.test(text))
      throw usage(`--${name} phải là một địa chỉ thư đầy đủ`);
    return text;
  };
  const written = textOf(values.name);
  const name = written === null ? null : personName(written);
  if (written !== null && name === null) throw usage('--name phải là họ và tên của một người');
  return {
    action,
    name,
    unit: textOf(values.unit),
    mailbox: address('mailbox'),
    address: address('address'),
  };
};
