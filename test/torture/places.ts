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

const notInPlace = async (village: Village, letters: readonly Letter[]): Promise<string[]> => {
  const unanswered = letters.filter((letter) => village.answers(letter).length === 0);
  if (unanswered.length > 0) return unanswered.map(({ messageId }) => messageId);
  const inbox = await village.box.look();
  return inbox.map(({ messageId }) => messageId);
};
