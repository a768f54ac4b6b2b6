import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Point } from '../../src/points.ts';

/** Stops a program at a boundary between its steps, and sets its clock. */
export type Stops = {
  /** What the program's environment needs. */
  env: Record<string, string>;
  /** The program is to stop where it passes this next. */
  at(point: Point): void;
  /** Waits until it stands there. */
  reached(): Promise<void>;
  /** Lets it go on. */
  release(): void;
  /** By how many milliseconds its clock is off from now on. */
  setClock(offset: number): void;
};

export const openStops = (folder: string): Stops => {
  const [order, stopped] = [join(folder, 'stop-at'), join(folder, 'stopped')];
  const release = () => {
    rmSync(order, { force: true });
    rmSync(stopped, { force: true });
  };
  return {
    env: {
      STOP_FOLDER: folder,
      NODE_OPTIONS: ['stop-at.ts', 'shift-clock.ts']
        .map((name) => `--import ${pathToFileURL(join(import.meta.dirname, name)).href}`)
        .join(' '),
    },
    at: (point) => {
      release();
      writeFileSync(order, point);
    },
    reached: async () => {
      const deadline = Date.now() + 60_000;
      while (!existsSync(stopped)) {
        if (Date.now() > deadline) throw new Error('the program does not come to that point');
        await sleep(5);
      }
    },
    release,
    setClock: (offset) => writeFileSync(join(folder, 'clock'), String(offset)),
  };
};
