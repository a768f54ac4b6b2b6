import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openReader } from '../../src/form/form.ts';
import { openOffices } from '../commands/office.ts';
import { fillForm } from '../flow/form.ts';
import { jsonLines } from '../flow/program.ts';
import { fromHomeOffice } from '../flow/unit-letter.ts';
import { childrenOf, peakOf } from '../form/children.ts';
import { attached, plain } from '../form/letters.ts';

/** Asks for somebody whom no sample names. */
const rows = [{ name: 'Trần Thị Bình Yên', unit: 'Sở Nội vụ', wish: 'Cấp mới hộp thư' }];
const goodLetter = async (): Promise<Buffer> =>
  fromHomeOffice(plain('Gửi phiếu.'), attached('phieu.xlsx', await fillForm(rows)));

/** What became of a letter: `form`, its reasons, `nothing asked`; and whether it cost a reader its life. */
export type Fate = { ends: readonly string[]; reader: 'lived' | 'died' | 'was late' };

/** Reads letters in readers whose memory is watched. */
export const openRig = () => {
  const reader = openReader({ children: 2 });
  let peak = 0;
  const look = (): void => {
    for (const pid of childrenOf(process.pid)) peak = Math.max(peak, peakOf(pid));
  };
  const timer = setInterval(look, 200);
  return {
    /** Rejects where the letter was read in no way at all: that must never be. */
    async read(raw: Buffer): Promise<Fate> {
      const { forms, problems } = await reader.read(raw);
      const reasons = problems.map(({ code }) => code);
      const ends = [...new Set(forms.length > 0 ? ['form', ...reasons] : reasons)];
      const late = problems.some(({ detail }) => /no result in/.test(detail));
      const died = problems.some(({ detail }) => /died of it/.test(detail));
      return {
        ends: ends.length > 0 ? ends : ['nothing asked'],
        reader: died ? 'died' : late ? 'was late' : 'lived',
      };
    },
    async isWell(): Promise<boolean> {
      const { forms, problems } = await reader.read(await goodLetter());
      look();
      return forms.length === 1 && forms[0]?.rows.length === 1 && problems.length === 0;
    },
    /** The most memory that a reader held, in bytes. */
    peak: () => peak,
    close: () => {
      clearInterval(timer);
      return reader.close();
    },
  };
};

/** One stored outcome a letter, as `phieu process` printed it. */
export type Printed = { outcome: string; reasons: readonly { code: string }[] };

/**
 * Takes letters through the whole program, a good one last, each time in an office as it was in the beginning. Rejects where the
 * program ends badly, leaves a letter without its outcome, or does not do what the good one asks.
 */
export const openProgram = async () => {
  const offices = await openOffices();
  return {
    async process(letters: readonly Buffer[]): Promise<Printed[]> {
      const office = await offices.openOffice();
      const paths = [...letters.keys(), 'good'].map((name) => join(office.folder, `${name}.eml`));
      const contents = [...letters, await goodLetter()];
      await Promise.all(contents.map((raw, at) => writeFile(paths[at] ?? '', raw)));
      const printed = jsonLines(await office.run(['process', '--json', ...paths])) as Printed[];
      if (printed.length !== paths.length)
        throw new Error(`${paths.length} letters, ${printed.length} outcomes`);
      const good = printed.pop()?.outcome;
      if (good !== 'applied') throw new Error(`the good letter after them: ${good}`);
      const failed = printed.findIndex(({ outcome }) => outcome === 'failed');
      if (failed >= 0) throw new Error(`${paths[failed]}: an error of ours`);
      return printed;
    },
    close: () => offices.close(),
  };
};
