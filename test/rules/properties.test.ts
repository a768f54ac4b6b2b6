import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planChanges } from '../../src/apply/plan.ts';
import {
  type Action,
  actions as clear,
  type ItemFacts,
  type Mailbox,
  mailboxStatuses,
  type Unit,
  type Wish,
} from '../../src/model/request.ts';
import { clauses } from '../../src/rules/clauses.ts';
import { book } from '../../src/rules/rules.ts';
import { judgeForStaff } from '../../src/rules/staff.ts';
import { fold } from '../../src/text/fold.ts';
import {
  commune,
  district,
  doneYesterday,
  form,
  hospital,
  house,
  judgeForm,
  judgeForms,
  judgeRow,
  mailbox,
  type ReadRow,
  row,
  sttt,
  syt,
  today,
  ward,
} from './letters.ts';

const actions: readonly Action[] = [...clear, 'unclear'];
const people = ['Tran Van Nam', 'Trần Văn Nam', 'Trần Vân Nam', 'Trương Văn Nam', 'Lê Thị Hoà', 'Lê Thị Hòa'];
const lines: readonly (readonly Unit[])[] = [
  [sttt],
  [syt],
  [hospital, syt],
  [ward, hospital, syt],
  [commune, district],
];
const mailboxes: readonly Mailbox[] = people.flatMap((fullName) =>
  mailboxStatuses.flatMap((status) => [sttt, hospital].map((of) => mailbox(fullName, of, { status }))),
);

/** Seldom anything but the usual, so that many rows get as far as being done. */
const seldom = <T, U>(usual: U, other: fc.Arbitrary<T>): fc.Arbitrary<T | U> =>
  fc.oneof<fc.WeightedArbitrary<T | U>[]>(
    { weight: 12, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: other },
  );
const words = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('tvnam', 'tvnam.sttt', 'postmaster', 'sttt@kiengiang.gov.vn'),
);
const aMailbox = fc.constantFrom(...mailboxes);
const aLine = seldom([sttt], fc.constantFrom(...lines));

const wish = (action: Action): fc.Arbitrary<Partial<Wish>> =>
  fc.record({
    anotherPerson: seldom(false, fc.constant(true)),
    effectiveOn: seldom(null, fc.constantFrom('2026-11-24', '2026-12-01', '2025-01-01')),
    login: action === 'rename' ? fc.constantFrom('tvnam9', 'tvnam8', 'lthoa9') : seldom(null, words),
    position: fc.constantFrom(null, null, 'Giám đốc', 'Chuyên viên'),
    phone: seldom(null, words),
    quotaBytes: seldom(null, fc.nat()),
    doubt: seldom(null, words),
  });

/** Namesakes as they are looked up, of one state or two, and at times what a faulty look-up might bring. */
const namesakes = (person: string | null, line: readonly Unit[]): fc.Arbitrary<readonly Mailbox[]> => {
  const ofPerson = mailboxes.filter(
    (held) => person !== null && held.nameKey === fold(person) && held.unitId === line[0]?.id,
  );
  return fc.oneof(
    { weight: 6, arbitrary: fc.subarray(ofPerson, { maxLength: Math.min(2, ofPerson.length) }) },
    { weight: 1, arbitrary: fc.array(aMailbox, { maxLength: 2 }) },
  );
};
const facts = (person: string | null, line: readonly Unit[]): fc.Arbitrary<Partial<ItemFacts>> =>
  fc.record({
    units: seldom(line.slice(0, 1), fc.constantFrom([], [sttt, syt])),
    namesakes: namesakes(person, line),
    addressed: seldom(null, aMailbox),
    namedAddress: seldom(null, words),
    newAddressHolder: seldom(null, aMailbox),
    official: seldom(false, fc.constant(true)),
    doneBefore: seldom(null, fc.constant(doneYesterday)),
  });
const cells = fc.record({
  wish: seldom('nội dung', fc.constant(null)),
  position: fc.constantFrom(null, 'Giám đốc', 'Chuyên viên'),
  phone: seldom(null, words),
  address: seldom(null, words),
  newAddress: seldom(null, words),
  note: seldom(null, words),
});
const anyRow = fc
  .tuple(seldom('Trần Văn Nam', fc.constantFrom(null, ...people)), fc.constantFrom(...actions), aLine)
  .chain(([person, action, line]) =>
    fc
      .record({ cells, wish: wish(action), facts: facts(person, line) })
      .map((written) => row(person, action, line, written)),
  );

test('whatever stands in a letter is decided, and what is not done has a reason', () => {
  fc.assert(
    fc.property(aLine, fc.array(fc.array(anyRow, { maxLength: 5 }), { maxLength: 3 }), (line, forms) => {
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
    fc.property(aLine, rows, stranger, (line, good, wrong) => {
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

const said = fc.record({
  action: fc.boolean(),
  mailbox: fc.boolean(),
  address: fc.boolean(),
  destination: seldom(null, aLine).chain((line) =>
    line === null
      ? fc.constant(null)
      : facts(null, line).map((known) => row(null, 'transfer', line, { facts: known }).facts),
  ),
});

test('staff get done what only waited for them, never what the book refuses, and nothing that cannot be written', () => {
  fc.assert(
    fc.property(aLine, anyRow, said, (asking, read, words) => {
      const alone = judgeRow(asking, read);
      const { decided, waived, lacking } = judgeForStaff(
        { form, item: read.item },
        { asking, items: [read.facts] },
        words,
        { house, today },
      );
      expect(waived.every(({ severity }) => severity === 'review')).toBe(true);
      expect(decided.outcome === 'applied').toBe(decided.findings.length === 0);
      if (alone.findings.some(({ severity }) => severity === 'reject'))
        expect(decided.outcome).toBe('rejected');
      if (alone.outcome === 'applied')
        expect({ outcome: decided.outcome, lacking }).toEqual({ outcome: 'applied', lacking: null });
      if (decided.outcome !== 'applied' || lacking !== null) return;
      const request = { form, outcome: decided.outcome, findings: [], items: [decided] };
      const [planned] = planChanges([request], [], house)[0]?.items ?? [];
      // Something is done, to one mailbox of the unit that the row names or that it leaves.
      expect(planned?.create ?? planned?.change).toBeTruthy();
      if (planned?.change) expect(planned.change.mailbox.unitId).toBe(read.facts.units[0]?.id);
      expect([planned?.address, planned?.newAddress]).not.toContain('postmaster@kiengiang.gov.vn');
    }),
    { numRuns: 4000 },
  );
});

test('each rule of the book has its own name and a clause of the index', () => {
  const rules = book.flat();
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { clause } of rules) expect(clause === null || clause in clauses).toBe(true);
});
