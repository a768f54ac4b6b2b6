import { readFileSync } from 'node:fs';
import type { Action } from '../../src/model/request.ts';

export type Labelled = { action: Action; phrase: string };

/** Reads a file of labelled phrases: `[action]` heads a section, ⏎ is a line break in the cell. */
export function labelled(file: string): Labelled[] {
  let action: Action = 'unclear';
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line): Labelled[] => {
      const section = /^\[([a-z-]+)\]$/.exec(line)?.[1];
      if (section) action = section as Action;
      const isPhrase = line.trim() !== '' && !line.startsWith('#') && !section;
      return isPhrase ? [{ action, phrase: line.replaceAll('⏎', '\n') }] : [];
    });
}
