import { type Checked, examine, exitStatus } from '../doctor/doctor.ts';
import { escaped } from '../text/escaped.ts';
import { UsageError } from '../usage.ts';
import { printJson, readArguments } from './arguments.ts';

const marks: Record<Checked['status'], string> = { ok: '✓', warning: '!', failed: '✗' };

/** `phieu doctor`: looks at everything phieu needs, and says what is wrong and how to mend it. */
export const run = async (args: string[]): Promise<number> => {
  const { values, positionals } = readArguments('doctor', args, { json: { type: 'boolean' } });
  if (positionals.length > 0) throw new UsageError(`Không hiểu "${positionals[0]}"`, 'doctor');
  const all: Checked[] = [];
  for await (const checked of examine(process.env, new Date())) {
    all.push(checked);
    if (values.json) printJson(checked);
    else process.stdout.write(`${escaped(line(checked))}\n`);
  }
  if (!values.json) process.stderr.write(`${summary(all)}\n`);
  return exitStatus(all);
};

const line = ({ area, status, text, mend }: Checked): string =>
  `${marks[status]} ${area}: ${text}${mend === null ? '' : `. Cách sửa: ${mend}`}`;

const summary = (all: readonly Checked[]): string => {
  const count = (status: Checked['status']) => all.filter((one) => one.status === status).length;
  const [failed, warnings] = [count('failed'), count('warning')];
  if (failed > 0) return `${failed} mục hỏng (✗), ${warnings} mục cần lưu ý (!).`;
  return warnings > 0 ? `Không mục nào hỏng; ${warnings} mục cần lưu ý (!).` : 'Không mục nào hỏng.';
};
