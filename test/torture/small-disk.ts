import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { statfsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../src/db/errors.ts';
import { findProgram } from '../../src/form/reader-process.ts';
import { emptyFolder } from '../db/databases.ts';
import { type Account, under } from '../servers/process.ts';

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

/** Who is not root is root in a namespace of users. */
const namespaces = process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount'];

const mount = (megabytes: number, then: string): string[] => [
  ...[...namespaces, 'sh', '-c'],
  `mount -t tmpfs -o size=${megabytes}m,mode=1777 tmpfs "$0" && ${then}`,
];

/** Why there can be none on this machine, or null. */
export const missingSmallDisk = (): string | null =>
  spawnSync(unshare, [...mount(1, 'true'), '/mnt']).status === 0 ? null : 'no namespace to mount in';

/**
 * Mounts it where only one process sees it, and opens it through that process: nobody has to be root. `account`: who stores
 * there, where that is not this user; the process is then theirs.
 */
export const openSmallDisk = async (megabytes: number, account?: Account): Promise<SmallDisk> => {
  const place = emptyFolder();
  const hold = ['exec setpriv --pdeathsig KILL', ...under(account), '-- sleep 3600'].join(' ');
  const holder = spawn(unshare, [...mount(megabytes, `echo there && ${hold}`), place], {
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
