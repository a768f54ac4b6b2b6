import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { House } from './house.ts';
import { traced, writeRequest } from './letters.ts';
import { type Peak, watchPeak } from './memory.ts';

export type BigForm = { seconds: number; bytes: number; applied: number; peak: Peak };

/** A form of so many rows through `phieu process`, a program of its own, from its start to its end. */
export const processBigForm = async (house: House, rows: number): Promise<BigForm> => {
  const raw = traced(await writeRequest(0, rows), new Date());
  const file = join(house.env.DATA_DIR ?? '', 'large.eml');
  await writeFile(file, raw);
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../bin/phieu.js'), 'process', '--json', file],
    {
      env: { PATH: process.env.PATH ?? '', ...house.env },
      cwd: house.env.DATA_DIR,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const watching = watchPeak(child.pid ?? 0);
  const [out] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const seconds = (performance.now() - start) / 1000;
  const items: { outcome: string }[] = JSON.parse(out).requests[0]?.items ?? [];
  const applied = items.filter(({ outcome }) => outcome === 'applied').length;
  return { seconds, bytes: raw.length, applied, peak: watching.stop() };
};
