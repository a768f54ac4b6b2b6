import { expect, test } from 'vitest';
import type { LateAnswer } from '../../src/model/settlement.ts';
import { compose } from '../../src/reply/reply.ts';
import { allDone, context, finding, homeOffice, settlement } from './settlements.ts';

/** An answer from elsewhere than the unit's mailbox. */
const late = (more: Partial<LateAnswer> = {}) =>
  compose(
    settlement([], {
      outcome: 'review',
      findings: [finding('confirmation-lapsed', 'review', null)],
      verdict: {
        ...allDone.verdict,
        address: 'lthoa@example.com',
        unit: null,
        verified: false,
        evidence: 'none',
      },
      late: {
        unit: homeOffice,
        held: { subject: 'V/v đề nghị cấp hộp thư điện tử', receivedAt: new Date('2027-01-29T01:30:00Z') },
        overAt: new Date('2027-02-03T17:00:00Z'),
        ...more,
      },
    }),
    context,
  );

test('the letter, for review', async () => {
  const [notice, ...others] = late();
  expect(others).toEqual([]);
  expect(notice).toMatchObject({ to: ['snv@kiengiang.gov.vn'], cc: [], inReplyTo: null, references: [] });
  await expect(`Subject: ${notice?.subject}\n\n${notice?.text}`).toMatchFileSnapshot('letters/late.txt');
  expect(`${notice?.text}${notice?.html}`).not.toContain('lthoa');
});

test('a unit without a mailbox, or with ours, is not written to', () => {
  for (const mailbox of [null, context.house.intakeAddress])
    expect(late({ unit: { ...homeOffice, mailbox } })).toEqual([]);
});
