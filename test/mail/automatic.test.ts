import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { envelopeOf } from '../../src/mail/envelope.ts';
import { unansweredBecause } from '../../src/mail/sort.ts';

const folder = join(import.meta.dirname, 'automatic');
const files = readdirSync(folder);

test('there are letters of all the kinds that machines write', () => {
  const kinds = new Set(files.map((file) => file.split('-')[0]));
  expect([...kinds].toSorted()).toEqual([
    'bounce',
    'delay',
    'delivered',
    'list',
    'oof',
    'receipt',
    'ticket',
    'vacation',
  ]);
});

test.each(files)('%s is never answered', (file) => {
  const envelope = envelopeOf(readFileSync(join(folder, file)));
  expect(unansweredBecause(envelope, 'ttcntttt@kiengiang.gov.vn')).not.toBeNull();
});
