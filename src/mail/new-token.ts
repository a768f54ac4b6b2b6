import { randomBytes } from 'node:crypto';

/** 128 fresh random bits as lower-case hex, for a Message-ID that nobody guesses. */
export const newToken = (): string => randomBytes(16).toString('hex');
