import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseUnavailable } from '../src/db/errors.ts';
import { FolderNotOurs } from './demo/folder.ts';
import { nextSteps, shown } from './demo/next.ts';
import { runDemo, type Taken } from './demo/run.ts';
import { progressEnd, type Screen, tableOf } from './demo/show.ts';
import { wrap } from './demo/table.ts';

/*
 * `npm run demo`: an example registry and example letters through the real program, in a folder of their own. It needs
 * nothing but this checkout, sends nothing and reads nothing of the environment.
 */

const intro =
  'Chạy thử phieu: chương trình nhận phiếu yêu cầu hộp thư do các cơ quan gửi đến, xét từng dòng theo Quy chế, thực hiện rồi viết thư trả lời. Người và thư dưới đây là ví dụ; không có thư nào được gửi ra ngoài.';

/** Shows the demonstration on `screen`, in `folder`, which is emptied first; `env` only decides how the next commands read. */
export async function showDemo(
  folder: string,
  env: NodeJS.ProcessEnv,
  screen: Screen,
  write: (text: string) => void,
): Promise<Taken[]> {
  const line = (text = ''): void => write(`${text}\n`);
  for (const words of wrap(intro, screen.columns)) line(words);
  line();
  const taken = await runDemo(folder, {
    begin: (what) => write(`  ${what.padEnd(42)} `),
    end: (result) => line(progressEnd(result, screen)),
  });
  line();
  for (const row of tableOf(taken, screen)) line(row);
  line();
  const outbox = join(folder, 'outbox');
  const answers = (await readdir(outbox)).filter((name) => name.endsWith('.eml'));
  line(`${answers.length} thư trả lời nằm trong ${shown(outbox)}/, mở được bằng mọi chương trình thư.`);
  const { number } = taken.flatMap(({ report }) => report.requests).find(isPartly) ?? {};
  const example = answers.find((name) => number && name.includes(number));
  if (example) line(`Ví dụ, thư trả lời phiếu ${number}:\n  ${shown(join(outbox, example))}`);
  line(`Thư đến nằm trong ${shown(join(import.meta.dirname, 'letters'))}/.`);
  line();
  line('Gõ tiếp:');
  for (const { does, command } of nextSteps(folder, env)) line(`  ${does}\n    ${command}`);
  return taken;
}

const isPartly = ({ outcome }: { outcome: string }): boolean => outcome === 'partly-applied';

const main = async (): Promise<number> => {
  const { stdout } = process;
  const columns = Math.min(100, Math.max(80, stdout.columns ?? 100));
  const screen = { columns, colours: stdout.isTTY && stdout.hasColors() };
  // Whoever reads the first lines alone has seen enough.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    const write = (text: string): void => void stdout.write(text);
    const taken = await showDemo(join(import.meta.dirname, '../demo-data'), process.env, screen, write);
    return taken.some(({ report }) => report.outcome === 'failed') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof FolderNotOurs || error instanceof DatabaseUnavailable)) throw error;
    process.stderr.write(`\nphieu: ${error.message}\n`);
    return 1;
  }
};

if (import.meta.main) process.exitCode = await main();
