import { applyClosing, NotWaiting } from '../apply/decision.ts';
import type { Desk } from '../desk.ts';
import type { Notice } from '../model/notice.ts';
import { waitsWhole } from '../model/outcome.ts';
import { composeClosing } from '../reply/reply.ts';
import { closedByStaff } from '../rules/findings.ts';
import { answering, openRequest, telling } from './decide.ts';
import type { FiledRequest } from './filed.ts';
import { notClosable } from './refusals.ts';
import { DecisionRefused } from './refused.ts';

/** What a member of staff answers to a letter of which no row could be taken. */
export type Closing = {
  number: string;
  /** His words for the office; they stand in the notice. */
  because: string;
  by: string;
};

/** The request after it was closed, and the notices that were queued. */
export type Closed = { request: FiledRequest; notices: Notice[] };

/** Closes a request that waits as a whole with an answer to its office. Throws `DecisionRefused` where it does not wait. */
export async function closeRequest(desk: Desk, { number, because, by }: Closing): Promise<Closed> {
  const request = await openRequest(desk, number);
  if (!waitsWhole(request)) throw new DecisionRefused(notClosable(request));
  const { form, findings, letter } = request;
  const now = desk.now();
  try {
    const notices = await applyClosing(
      desk.db,
      {
        ...{ by, because, messageId: letter.id, before: findings.map(({ code }) => code) },
        request: { number: request.number, form, findings: [closedByStaff({ words: because })] },
        settlement: await answering(desk, request),
      },
      { jobs: desk.jobs, now, compose: telling(desk, now, composeClosing) },
    );
    return { request: await openRequest(desk, number), notices };
  } catch (error) {
    if (!(error instanceof NotWaiting)) throw error;
    throw new DecisionRefused(notClosable(await openRequest(desk, number)));
  }
}
