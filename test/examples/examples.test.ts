import { exec } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, FolderNotOurs } from '../../examples/demo/folder.ts';
import type { Taken } from '../../examples/demo/run.ts';
import { widthOf, wrap } from '../../examples/demo/table.ts';
import { showDemo } from '../../examples/demo.ts';
import { makeExamples } from '../../examples/make.ts';

const root = join(import.meta.dirname, '../..');
const examples = join(root, 'examples');

/** What would lead the demonstration to other people's servers, if it read it. */
const environment = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
  SMTP_URL: 'smtp://127.0.0.1:1',
  COPY_ADDRESS: 'somebody@example.org',
  DRY_RUN: 'true',
};
const columns = 100;

let parent: string;
let folder: string;
let taken: Taken[];
let shown = '';

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'phieu-demo-'));
  folder = join(parent, 'demo data');
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    taken = await showDemo(folder, process.env, { columns, colours: false }, (text) => {
      shown += text;
    });
  } finally {
    process.env = before;
  }
});

afterAll(async () => {
  await rm(parent, { recursive: true, force: true });
});

describe('the example files', () => {
  test('are what the generator makes', async () => {
    const made = await makeExamples();
    for (const [path, content] of made) {
      expect(
        (await readFile(join(examples, path))).equals(content),
        `${path}: run node examples/make.ts`,
      ).toBe(true);
    }
    const letters = (await readdir(join(examples, 'letters'))).map((name) => `letters/${name}`);
    expect(letters.filter((path) => !made.has(path))).toEqual([]);
  });
});

/** Outcome of each letter, the codes about it as a whole, and its rows: outcome, action, address or code. */
const outcomes: Record<string, [outcome: string, codes: string, ...rows: string[]]> = {
  '01-sttt-cap-moi-trung-ten.eml': [
    'applied',
    '',
    'applied create tvnam2.sttt@kiengiang.gov.vn',
    'applied create tvnam1.sttt@kiengiang.gov.vn',
  ],
  '02-snv-cap-lai-mat-khau.eml': [
    'applied',
    '',
    'applied reset-password lqbao.snv@kiengiang.gov.vn',
    'applied reset-password dtmduyen.snv@kiengiang.gov.vn',
    'applied reset-password tsphol.snv@kiengiang.gov.vn',
  ],
  '03-stc-sau-dong-hai-dong-sai.eml': [
    'partly-applied',
    '',
    'applied create ntttam.stc@kiengiang.gov.vn',
    'applied restore tmtuan.stc@kiengiang.gov.vn',
    'applied unlock lhson.stc@kiengiang.gov.vn',
    'applied update ptblien.stc@kiengiang.gov.vn',
    'rejected reset-password unit-not-in-scope',
    'rejected reset-password mailbox-not-found',
  ],
  '04-mylam-xa-tu-gui.eml': ['rejected', '', 'rejected create request-through-manager'],
  '05-hondat-de-nghi-cho-xa.eml': [
    'applied',
    '',
    'applied create ttctu.xamylam@kiengiang.gov.vn',
    'applied reset-password dtnhan.xamylam@kiengiang.gov.vn',
    'applied create vhkhuong.ubndhondat@kiengiang.gov.vn',
  ],
  '06-mao-danh-stc.eml': ['unverified', 'sender-unverified'],
  '07-sgddt-tra-loi-tu-dong.eml': ['ignored', ''],
  '08-sngv-khong-kem-phieu.eml': ['rejected', 'no-form'],
  '09-sldtbxh-phieu-nen.eml': ['rejected', 'form-unsupported-type'],
  '10-vpubnd-huy-bo-nghi-huu.eml': [
    'applied',
    '',
    'applied cancel lvut.vpubnd@kiengiang.gov.vn',
    'applied cancel ntsau.vpubnd@kiengiang.gov.vn',
    'applied cancel tqtoan.vpubnd@kiengiang.gov.vn',
  ],
  '11-phuquoc-chua-ro.eml': ['review', '', 'review unclear action-unclear', 'review transfer needs-staff'],
  '12-snv-thu-giao-lai.eml': ['duplicate', ''],
  '13-skhdt-thu-cong-vu.eml': ['ignored', ''],
};

const codes = (reasons: readonly { code: string }[]): string => reasons.map(({ code }) => code).join(' ');

const summary = ({ report }: Taken): string[] => [
  report.outcome,
  codes(report.reasons),
  ...report.requests.flatMap(({ items }) =>
    items.map((item) => {
      const end = item.outcome === 'applied' ? item.address : codes(item.reasons);
      return `${item.outcome} ${item.action} ${end}`;
    }),
  ),
];

describe('the demonstration', () => {
  test('takes every letter, in order', async () => {
    expect(taken.map(({ file }) => file)).toEqual((await readdir(join(examples, 'letters'))).toSorted());
  });

  test.each(Object.entries(outcomes))('%s ends as its name says', (file, expected) => {
    const letter = taken.find((one) => one.file === file);
    expect(letter && summary(letter)).toEqual(expected);
  });

  test('has the commune told which unit must ask', () => {
    const refused = taken.find(({ file }) => file.startsWith('04'))?.report.requests[0]?.items[0];
    expect(refused?.reasons[0]?.text).toContain('Ủy ban nhân dân huyện Hòn Đất');
  });

  test('shows every case number, and every answer lies in the outbox', async () => {
    const numbers = taken.flatMap(({ report }) => report.requests.map(({ number }) => number));
    expect(numbers.filter((number) => !shown.includes(number))).toEqual([]);
    const answers = await readdir(join(folder, 'outbox'));
    expect(answers).toHaveLength(taken.flatMap(({ report }) => report.notices).length);
    expect(numbers.filter((number) => !answers.some((name) => name.includes(number)))).toEqual([]);
  });

  test('sends copies to the department of the examples, not to that of the environment', () => {
    const copies = new Set(taken.flatMap(({ report }) => report.notices.flatMap(({ cc }) => cc)));
    expect([...copies]).toEqual(['sttt@kiengiang.gov.vn']);
  });

  test('fits the screen, but for commands and paths, and has no colours where none are wanted', () => {
    const long = shown.split('\n').filter((line) => widthOf(line) > columns && !line.includes(parent));
    expect(long).toEqual([]);
    expect(shown).not.toContain('\u001b');
  });

  test('prints commands that work as they are printed, whatever the environment says', async () => {
    const commands = shown.split('\n').filter((line) => line.includes('npx phieu '));
    const answers: string[] = [];
    for (const command of commands) {
      const env = { ...process.env, ...environment };
      answers.push((await promisify(exec)(command, { cwd: root, env })).stdout);
    }
    expect(answers).toEqual([
      expect.stringContaining('tvnam2.sttt@kiengiang.gov.vn'),
      expect.stringMatching(/đã thực hiện một phần[\s\S]*lthgam\.stp@kiengiang\.gov\.vn/),
      expect.stringContaining('phieu'),
    ]);
  });
});

describe('the folder of the demonstration', () => {
  test('is not emptied where it has files of others', async () => {
    const own = await mkdtemp(join(parent, 'own-'));
    await writeFile(join(own, 'thu.eml'), 'x');
    await expect(emptyFolder(own)).rejects.toThrow(FolderNotOurs);
    expect(await readdir(own)).toEqual(['thu.eml']);
  });

  test('is emptied where a demonstration made it', async () => {
    const own = join(parent, 'made');
    await emptyFolder(own);
    await writeFile(join(own, 'thu.eml'), 'x');
    await emptyFolder(own);
    expect(await readdir(own)).not.toContain('thu.eml');
  });
});

describe('a text in columns', () => {
  test('counts what a terminal shows', () => {
    expect(widthOf('Nguyễn Thị Thúy Kiều')).toBe(20);
    expect(widthOf('Nguyễn Thị Thúy Kiều'.normalize('NFD'))).toBe(20);
    expect(widthOf('会\u200b👍')).toBe(4);
  });

  test('is wrapped into lines that fit, and loses nothing but spaces', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'ễ', 'e\u0302\u0303', '会', ' ', '@', '.') });
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});
