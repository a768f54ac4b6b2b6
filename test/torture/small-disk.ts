import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { statfsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../src/db/errors.ts';
import { findProgram } from '../../src/form/reader-process.ts';
import { emptyFolder } from '../db/databases.ts';

/** A file system of its own that can be full while the machine's is not. */
export type SmallDisk = {
  /** Where everybody sees it. */
  folder: string;
  /** Leaves so many bytes free. */
  fill(free: number): void;
  empty(): Promise<void>;
  close(): Promise<void>;
};

const unshare = findProgram('unshare') ?? '';

const mount = (megabytes: number, then: string): string[] => [
  ...['--user', '--map-root-user', '--mount', 'sh', '-c'],
  `mount -t tmpfs -o size=${megabytes}m tmpfs "$0" && ${then}`,
];

/** Why there can be none on this machine, or null. */
export const missingSmallDisk = (): string | null =>
  spawnSync(unshare, [...mount(1, 'true'), '/mnt']).status === 0 ? null : 'no user namespace to mount in';

/** Mounts it where only one process sees it, and opens it through that process: nobody has to be root. */
export const openSmallDisk = async (megabytes: number): Promise<SmallDisk> => {
  const place = emptyFolder();
  const holder = spawn(unshare, [...mount(megabytes, 'echo there && exec sleep 3600'), place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  const folder = `/proc/${holder.pid}/root${place}`;
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: (free) => {
      writeFileSync(ballast, '');
      const { bavail, bsize } = statfsSync(folder);
      try {
        writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - free)));
      } catch (error) {
        // Others write meanwhile; full is full.
        if (codeOf(error) !== 'ENOSPC') throw error;
      }
    },
    empty: () => rm(ballast),
    close: async () => {
      holder.kill('SIGKILL');
      await once(holder, 'exit');
    },
  };
};
