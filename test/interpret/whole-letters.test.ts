import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { interpretForms } from '../../src/interpret/interpret.ts';
import type { FormRow, Placed } from '../../src/model/form.ts';
import { form as blank } from '../rules/letters.ts';
import { isHeldOn } from './held.ts';

const today = '2026-11-29';
const isHeld = isHeldOn(today);

/*
 * Whole letters and covering letters beside a form, with which of its rows somebody at the Centre would ask about before doing them, and
 * which are asked about.
 */
const tables: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  a: [
    ['Nguyễn Thị Hồng Đào', 'Cấp mới'],
    ['Trần Văn Lợi', 'Hủy'],
    ['Danh Minh Tâm', 'Đổi mật khẩu'],
  ],
  b: [
    ['Huỳnh Thị Kim Ngân', 'Cấp mới'],
    ['Nguyễn Văn Hùng', 'Hủy bỏ'],
    ['Lâm Quốc Bảo', 'Cấp lại mật khẩu'],
    ['Thị Sa Rết', 'Đổi tên hộp thư'],
  ],
};

type Sample = {
  kind: 'letter' | 'covering';
  table: string;
  doubtful: string;
  asked: string;
  why: string;
  text: string;
};

const [, ...parts] = readFileSync(new URL('./whole-letters.txt', import.meta.url), 'utf8').split(/^=== /m);
const samples = parts.map((part): Sample => {
  const [head = '', ...lines] = part.split('\n');
  const [form = '', doubtful = '', asked = '', why = ''] = head.split(' | ');
  const [kind, table = ''] = form.split(' ');
  return {
    ...{ kind: kind === 'covering' ? kind : 'letter', table, doubtful, asked, why },
    text: lines.join('\n').trim(),
  };
});

const cell = (text: string): Placed => ({ text, where: 'Phiếu!B9' });
const nothing = { unit: null, position: null, phone: null, address: null, newAddress: null, note: null };
const rowOf = ([name, wish]: readonly [string, string], at: number): FormRow => ({
  ...{ number: at + 1, where: `Phiếu!A${at + 9}:D${at + 9}`, ...nothing },
  ...{ fullName: cell(name), wish: cell(wish) },
});

const askedAbout = async ({ kind, table, text }: Sample): Promise<string> => {
  const form = { ...blank, rows: (tables[table] ?? []).map(rowOf) };
  const covering = text.split('\n').map((line) => ({ text: line, where: 'công văn.docx' }));
  const beside = kind === 'letter' ? { text } : { text: '', covering };
  const [request] = await interpretForms({ forms: [form], ...beside }, { today });
  const open = request?.items.filter(({ wish }) => isHeld(wish)) ?? [];
  return open.map(({ row }) => row.number).join() || '-';
};

const firstLine = ({ text }: Sample): string => text.split('\n').find((line) => line.length > 40) ?? text;

/** A table whose people no sample names, and what would keep the second of them from being done. */
const ownTable: readonly (readonly [string, string])[] = [
  ['Phan Thị Mỹ Xuyên', 'Cấp mới'],
  ['Đỗ Khắc Thiệu', 'Hủy'],
  ['Danh Quới', 'Đổi mật khẩu'],
];
const exceptions = [', riêng ông Thiệu đề nghị chưa hủy.', ' nhưng đề nghị khoan hủy hộp thư của ông Thiệu.'];

describe('beside a form', () => {
  test('whatever else a sentence says, somebody whom it excepts is asked about', async () => {
    const said = samples
      .filter(({ doubtful }) => doubtful === '-')
      .flatMap(({ text }) => text.split(/(?<=[.;!?])\s|\n/))
      .map((sentence) => sentence.trim())
      // What is quoted is none of the letter's own words.
      .filter((sentence) => /^[^>].{30,220}[.;]$/.test(sentence))
      .map((sentence) => sentence.slice(0, -1));
    const form = { ...blank, rows: ownTable.map(rowOf) };
    const done: string[] = [];
    for (const text of [...new Set(said)].flatMap((one) => exceptions.map((exception) => one + exception))) {
      const [request] = await interpretForms({ forms: [form], text }, { today });
      if (!request?.items[1] || !isHeld(request.items[1].wish)) done.push(text);
    }
    expect(done).toEqual([]);
  }, 60_000);

  test.each(samples.map((sample) => [sample.kind, sample.asked, firstLine(sample), sample] as const))(
    'a %s has rows %s asked about: %s',
    async (_, asked, __, sample) => {
      expect(await askedAbout(sample), sample.text).toBe(asked);
    },
  );

  test.each(['letter', 'covering'] as const)('each %s is counted', (kind) => {
    const own = samples.filter((one) => one.kind === kind);
    const [plain, doubtful] = [
      own.filter((one) => one.doubtful === '-'),
      own.filter((one) => one.doubtful !== '-'),
    ];
    const needless = plain.filter(({ asked }) => asked !== '-');
    const missed = doubtful.filter((one) =>
      one.doubtful.split(',').some((row) => !one.asked.split(',').includes(row)),
    );
    console.log(
      `./whole-letters.txt, ${kind}: ${plain.length} plain, ${needless.length} asked about without need; ${doubtful.length} with rows to ask about, ${missed.length} with one missed`,
    );
    expect(needless.length / plain.length).toBeLessThan(0.05);
    expect(missed.length / doubtful.length).toBeLessThan(0.1);
  });
});
