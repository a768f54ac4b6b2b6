import { setTimeout as sleep } from 'node:timers/promises';
import type { Letter } from '../servers/letter.ts';
import type { Village } from './village.ts';

/** Waits until all letters are answered and filed. What dead processes had begun is given back meanwhile. */
export const inPlace = async (village: Village, letters: readonly Letter[]): Promise<void> => {
  const deadline = Date.now() + 90_000;
  let missing = await notInPlace(village, letters);
  for (let round = 1; missing.length > 0; round += 1) {
    if (Date.now() > deadline) throw new Error(`not answered or not filed: ${missing.join(', ')}`);
    await sleep(50);
    if (round % 20 === 0) await village.giveBack();
    missing = await notInPlace(village, letters);
  }
};

/**
 * Waits until of every answer it is noted that it was sent. On a server a dead process's job is known by its silence, and waits for
 * its next try; the embedded database is not to be had while the program has it, and gives such jobs back at once.
 */
export const allNoted = async (village: Village): Promise<void> => {
  if (village.databaseUrl === null) return;
  const deadline = Date.now() + 90_000;
  for (;;) {
    await village.giveBack();
    const unsent = (await village.ledger()).filter(({ sent }) => sent === 0);
    if (unsent.length === 0) return;
    if (Date.now() > deadline)
      throw new Error(`not noted as sent: ${unsent.map(({ messageId }) => messageId).join(', ')}`);
    await sleep(1000);
  }
};

const notInPlace = async (village: Village, letters: readonly Letter[]): Promise<string[]> => {
  const unanswered = letters.filter((letter) => village.answers(letter).length === 0);
  if (unanswered.length > 0) return unanswered.map(({ messageId }) => messageId);
  const inbox = await village.box.look();
  return inbox.map(({ messageId }) => messageId);
};
