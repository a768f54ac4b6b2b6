import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withoutNetwork } from './isolation.ts';
import { profileXml } from './office-profile.ts';
import { findLimiter, findProgram } from './reader-process.ts';

/** Types that LibreOffice makes workbooks or documents of. */
export type OfficeType = 'xls' | 'doc' | 'ods' | 'odt' | 'rtf';

/** What LibreOffice reads each type with, whatever else a file pretends to be, and what it makes of it. */
const filters: Record<OfficeType, { from: string; to: 'xlsx' | 'docx' }> = {
  xls: { from: 'MS Excel 97', to: 'xlsx' },
  ods: { from: 'calc8', to: 'xlsx' },
  doc: { from: 'MS Word 97', to: 'docx' },
  odt: { from: 'writer8', to: 'docx' },
  rtf: { from: 'Rich Text Format', to: 'docx' },
};
const writers = { xlsx: 'Calc MS Excel 2007 XML', docx: 'MS Word 2007 XML' };

/** Longest time for one file: three seconds where the machine is idle, and ten times that where it is busy. */
const milliseconds = 90_000;
/** Bytes of data, bytes of a file, and seconds of work that it may have. */
const limits = ['--core=0', `--data=${2 * 1024 ** 3}`, `--fsize=${64 * 1024 ** 2}`, '--cpu=60'];

/** `soffice`, where LibreOffice is installed. */
export function findOffice(): string | undefined {
  return findProgram('soffice');
}

/** Endings of the files that can be read on this machine: `.xlsx`. */
export function readableTypes(): string[] {
  const own = ['.xlsx', '.docx', '.pdf'];
  return findOffice() ? [...own, '.xls', '.doc', '.ods', '.odt'] : own;
}

/** A file made anew as .xlsx or .docx; null with the reason, in English, where that failed. */
export type Converted = { content: Buffer } | { content: null; why: string };

export type Converter = {
  /** Never rejects for what others wrote; rejects where LibreOffice cannot be started at all, or the converter is closed. */
  convert(file: Buffer, type: OfficeType): Promise<Converted>;
  /** Ends what runs, at once. */
  close(): void;
};

/** Opens the way through LibreOffice, for one file at a time; null where it is not installed. */
export function openConverter(): Converter | null {
  const program = findOffice();
  if (!program) return null;
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  return {
    convert(file, type) {
      const next = last.then(() => convertOne(program, file, type, closing.signal));
      last = next.catch(() => {});
      return next;
    },
    close: () => closing.abort(),
  };
}

async function convertOne(
  program: string,
  file: Buffer,
  type: OfficeType,
  closing: AbortSignal,
): Promise<Converted> {
  const folder = await mkdtemp(join(tmpdir(), 'phieu-office-'));
  try {
    const { from, to } = filters[type];
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), profileXml);
    await writeFile(join(folder, `form.${type}`), file);
    const why = await run(
      [
        program,
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        ...['--headless', '--invisible', '--norestore', '--nologo', '--nodefault', '--nolockcheck'],
        `--infilter=${from}`,
        ...['--convert-to', `${to}:${writers[to]}`, '--outdir', join(folder, 'made')],
        join(folder, `form.${type}`),
      ],
      folder,
      closing,
    );
    const content = await readFile(join(folder, 'made', `form.${to}`)).catch(() => null);
    return why === null && content
      ? { content }
      : { content: null, why: why ?? 'LibreOffice cannot open it' };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Runs LibreOffice within its limits, without network where the system lets us; null, or why it did not end well. */
async function run(command: readonly string[], home: string, closing: AbortSignal): Promise<string | null> {
  closing.throwIfAborted();
  const limiter = findLimiter();
  const [program = '', ...words] = [
    ...(limiter ? [limiter, ...limits] : []),
    ...(await withoutNetwork()),
    ...command,
  ];
  // No address, key or password of ours is within reach of a file's code.
  const env = { HOME: home, TMPDIR: home, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', SAL_USE_VCLPLUGIN: 'svp' };
  const child = spawn(program, words, { cwd: home, env, detached: true, stdio: 'ignore' });
  const end = (): void => {
    // The starter has children of its own: they end together.
    if (child.pid !== undefined) killGroup(child.pid);
  };
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    end();
  }, milliseconds);
  closing.addEventListener('abort', end);
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    closing.throwIfAborted();
    if (late) return `LibreOffice did not end in ${milliseconds} ms`;
    return code === 0 ? null : `LibreOffice ended with ${signal ?? code}`;
  } finally {
    clearTimeout(timer);
    closing.removeEventListener('abort', end);
    end();
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
