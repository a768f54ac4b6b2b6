import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a run keeps besides: the folders of its servers, whose paths must be short, for sockets lie in them, and that of its tests. */
type Use = 'servers' | 'tests';

/** The system's own folder for temporary files, wherever a run then puts its tests'. */
const temporary = tmpdir();

/** A fresh folder that every account of the machine may enter, under the system's folder for temporary files. */
export function openFolder(use: Use): string {
  wipeLeftovers(use);
  // The process id tells a later run whether the folder still has its owner.
  const folder = mkdtempSync(join(temporary, `phieu-${use}-${process.pid}-`));
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * Writes the file so that a program which reads it meanwhile gets either the old or the new one, whole. It looks ten
 * seconds old: Postfix reads a file younger than two seconds again and again, lest someone is still writing it.
 */
export function replaceFile(file: string, text: string): void {
  const then = Date.now() / 1000 - 10;
  writeFileSync(`${file}.new`, text);
  utimesSync(`${file}.new`, then, then);
  renameSync(`${file}.new`, file);
}

export function wipeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Our own folders of runs that were killed; their servers ended with them (see `startProgram`). */
function wipeLeftovers(use: Use): void {
  for (const name of readdirSync(temporary)) {
    const [, owner] = new RegExp(`^phieu-${use}-(\\d+)-`).exec(name) ?? [];
    if (owner === undefined || lives(Number(owner))) continue;
    const folder = join(temporary, name);
    if (statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.()) wipeFolder(folder);
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** So many different TCP ports of the loopback that were free just now. */
export async function freePorts(count: number): Promise<number[]> {
  const held = await Promise.all(Array.from({ length: count }, hold));
  const ports = held.map((server) => (server.address() as { port: number }).port);
  await Promise.all(held.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

function hold(): Promise<Server> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => done(server));
  });
}
