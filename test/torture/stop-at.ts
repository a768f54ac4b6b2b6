/*
 * Loaded into a program (`node --import`): stops it dead at the boundary that the file `stop-at` in STOP_FOLDER names, and
 * says so by the file `stopped`, until `stop-at` is gone. Meanwhile whoever wrote it kills the program, or cuts what it
 * is connected to.
 */
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.STOP_FOLDER;
const cell = new Int32Array(new SharedArrayBuffer(4));

const wanted = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

if (folder !== undefined)
  subscribe('phieu', (point) => {
    const order = join(folder, 'stop-at');
    if (wanted(order) !== point) return;
    writeFileSync(join(folder, 'stopped'), String(point));
    while (wanted(order) === point) Atomics.wait(cell, 0, 0, 5);
  });
