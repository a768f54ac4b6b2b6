import { expect, test } from 'vitest';
import { insist } from '../../src/outbox/insist.ts';

/** A write that fails with these codes first. */
const failing = (codes: string[]) => {
  const tried: (string | undefined)[] = [];
  const write = async () => {
    const code = codes[tried.length];
    tried.push(code);
    if (code) throw Object.assign(new Error('no'), { code });
  };
  return { tried, write };
};

test('what has happened is noted when the database is back', async () => {
  const { tried, write } = failing(['ECONNREFUSED', 'CONNECTION_CLOSED']);
  await insist(write);
  expect(tried).toEqual(['ECONNREFUSED', 'CONNECTION_CLOSED', undefined]);
});

test.each([
  ['the database was closed by us', 'CONNECTION_ENDED'],
  ['the statement is wrong', '42703'],
])('nothing is tried again where %s', async (_, code) => {
  const { tried, write } = failing([code]);
  await expect(insist(write)).rejects.toThrow('no');
  expect(tried).toEqual([code]);
});
