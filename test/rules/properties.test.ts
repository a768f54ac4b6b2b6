import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action, ItemFacts, Mailbox, Unit, Wish } from '../../src/model/request.ts';
import { clauses } from '../../src/rules/clauses.ts';
import { book } from '../../src/rules/rules.ts';
import {
  commune,
  district,
  hospital,
  judgeForm,
  judgeForms,
  mailbox,
  type ReadRow,
  row,
  sttt,
  syt,
  ward,
} from './letters.ts';

const actions: readonly Action[] = [
  'create',
  'rename',
  'reset-password',
  'update',
  'transfer',
  'cancel',
  'restore',
  'unlock',
  'lock',
  'unclear',
];
const people = ['Trần Văn Nam', 'Tran Van Nam', 'Trần Vân Nam', 'Trương Văn Nam', 'Lê Thị Hoà', 'Lê Thị Hòa'];
const lines: readonly (readonly Unit[])[] = [
  [sttt],
  [syt],
  [hospital, syt],
  [ward, hospital, syt],
  [commune, district],
];
const mailboxes: readonly Mailbox[] = people.flatMap((fullName) =>
  (['active', 'locked', 'reclaimed', 'cancelled'] as const).flatMap((status) =>
    [sttt, hospital].map((of) => mailbox(fullName, of, { status })),
  ),
);

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const words = maybe(
  fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('tvnam', 'postmaster', 'sttt@kiengiang.gov.vn')),
);
const aMailbox = fc.constantFrom(...mailboxes);

const wish: fc.Arbitrary<Partial<Wish>> = fc.record({
  anotherPerson: fc.boolean(),
  effectiveOn: maybe(fc.constantFrom('2026-11-24', '2026-12-01', '2025-01-01')),
  login: words,
  position: words,
  phone: words,
  quotaBytes: maybe(fc.nat()),
  doubt: words,
});
const facts = (line: readonly Unit[]): fc.Arbitrary<Partial<ItemFacts>> =>
  fc.record({
    units: fc.constantFrom([], line.slice(0, 1), [sttt, syt]),
    namesakes: fc.array(aMailbox, { maxLength: 4 }),
    addressed: maybe(aMailbox),
    namedAddress: words,
    newAddressHolder: maybe(aMailbox),
    official: fc.boolean(),
    doneIn: maybe(fc.constant('PYC-2026-000001')),
  });
const anyRow: fc.Arbitrary<ReadRow> = fc.constantFrom(...lines).chain((line) =>
  fc
    .record({
      person: maybe(fc.constantFrom(...people)),
      action: fc.constantFrom(...actions),
      cells: fc.record({
        wish: words,
        position: words,
        phone: words,
        address: words,
        newAddress: words,
        note: words,
      }),
      wish,
      facts: facts(line),
    })
    .map(({ person, action, ...written }) => row(person, action, line, written)),
);
const asking = fc.constantFrom(...lines);

test('whatever stands in a letter is decided, and what is not done has a reason', () => {
  fc.assert(
    fc.property(asking, fc.array(fc.array(anyRow, { maxLength: 5 }), { maxLength: 3 }), (line, forms) => {
      const decided = judgeForms(line, ...forms);
      expect(decided.map(({ items }) => items.length)).toEqual(forms.map((rows) => rows.length));
      for (const { outcome, findings, action, unit, mailbox: changed, asked } of decided.flatMap(
        ({ items }) => items,
      )) {
        expect(outcome === 'applied').toBe(findings.length === 0);
        for (const { clause } of findings) expect(clause === null || clause in clauses).toBe(true);
        if (outcome !== 'applied') continue;
        expect(action).not.toMatch(/unclear|transfer/);
        // What is done is done to one mailbox of the row's unit, or makes a new one there.
        expect(unit).not.toBeNull();
        if (action === 'create') expect(changed).toBeNull();
        else expect(changed?.unitId).toBe(unit?.id);
        if (action === 'rename') expect(asked).not.toBeNull();
      }
    }),
    { numRuns: 2000 },
  );
});

test('a mailbox is changed by one row of a letter at most', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 8 }), (rows) => {
      const changed = judgeForm([sttt], ...rows)
        .items.filter(({ outcome, mailbox: held }) => outcome === 'applied' && held !== null)
        .map((item) => item.mailbox?.id);
      expect(new Set(changed).size).toBe(changed.length);
    }),
    { numRuns: 2000 },
  );
});

test('rows stand alone: a wrong row about another person changes nothing for the others', () => {
  const stranger = fc.constantFrom<ReadRow>(
    row('Đặng Quốc Bảo', 'create', []),
    row('Đặng Quốc Bảo', 'cancel', [sttt]),
    row('Đặng Quốc Bảo', 'unclear', [sttt]),
    row('Phòng CNTT', 'create', [sttt], { name: null }),
    row(null, 'lock', [sttt]),
    row('Đặng Quốc Bảo', 'create', [sttt], { cells: { newAddress: 'postmaster' } }),
  );
  const rows = fc.array(anyRow, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(asking, rows, stranger, (line, good, wrong) => {
      const alone = judgeForm(line, ...good).items.map(({ outcome }) => outcome);
      expect(
        judgeForm(line, ...good, wrong)
          .items.slice(0, -1)
          .map(({ outcome }) => outcome),
      ).toEqual(alone);
      expect(
        judgeForm(line, wrong, ...good)
          .items.slice(1)
          .map(({ outcome }) => outcome),
      ).toEqual(alone);
    }),
    { numRuns: 1000 },
  );
});

test('each rule of the book has its own name and a clause of the index', () => {
  const rules = book.flat();
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { clause } of rules) expect(clause === null || clause in clauses).toBe(true);
});
