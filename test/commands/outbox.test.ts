import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/db.ts';
import { notices } from '../../src/db/schema.ts';
import { jsonLines } from '../flow/program.ts';
import { letter, type Office, openOffices } from './office.ts';

/*
 * `phieu outbox` as a program: letters of ours that did not arrive, and what staff decide about them.
 */
let offices: Awaited<ReturnType<typeof openOffices>>;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.close());

/** An office whose one answer the mail server refused. */
const withParked = async (): Promise<Office> => {
  const office = await offices.openOffice();
  jsonLines(await office.run(['process', '--json', letter('first-time')]));
  const database = await openDatabase({ databaseUrl: null, dataDir: office.folder });
  await database.db.update(notices).set({ status: 'parked', error: '550 refused' });
  await database.close();
  return office;
};

const cases = async (office: Office) => jsonLines(await office.run(['outbox', 'list', '--json']));

test('a letter that was refused is a case until a person closes it, and a dry run closes nothing', async () => {
  const office = await withParked();
  const [refused] = await cases(office);
  expect(refused).toMatchObject({ status: 'parked', error: '550 refused', to: ['snv@kiengiang.gov.vn'] });
  const close = ['outbox', 'close', String(refused?.id), '--because', 'đã gọi điện', '--by', 'Lê Thị Hoa'];
  expect(await office.run(close, { env: { DRY_RUN: 'true' } })).toMatchObject({ code: 0 });
  expect(await cases(office)).toEqual([refused]);
  expect(await office.run(close)).toMatchObject({ code: 0 });
  expect(await cases(office)).toEqual([]);
  const again = await office.run(close);
  expect(again).toMatchObject({ code: 2, out: '' });
  expect(again.err).toContain('không phải thư chưa đến nơi');
});

test('nobody decides under the name of a part of the program', async () => {
  const office = await offices.openOffice();
  const run = await office.run(['outbox', 'close', '1', '--because', 'x', '--by', 'letter']);
  expect(run).toMatchObject({ code: 2, out: '' });
  expect(run.err).toContain('"letter" không phải tên của một người');
});
