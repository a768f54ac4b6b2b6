import { describe, expect, test } from 'vitest';
import type { Finding, MessageCode } from '../../src/model/finding.ts';
import { findingText } from '../../src/reply/words.ts';
import * as found from '../../src/rules/findings.ts';
import { finding } from './settlements.ts';

const name = 'Trần Văn Nam';
const unit = 'Sở Nội vụ';
const manager = 'Ủy ban nhân dân huyện Châu Thành';
const asking = 'Sở Thông tin và Truyền thông';
const address = 'tvnam.snv@kiengiang.gov.vn';
const addresses = `${address} (active), tvnam1.snv@kiengiang.gov.vn (cancelled)`;
const near = 'Trần Văn Năm (tvnam2.snv@kiengiang.gov.vn)';
const asked = 'tranvannam.snv@kiengiang.gov.vn';
const proposed = 'tvnam3.snv@kiengiang.gov.vn';
const rows = '2, 5';

/** Every situation that the rules know, with arguments as they give them. */
const situations: Record<keyof typeof found, Finding> = {
  formIncomplete: found.formIncomplete(),
  tableNotUnderstood: found.tableNotUnderstood({ headings: '“Nhân sự”' }),
  legacyConverted: found.legacyConverted({ encoding: 'TCVN3' }),
  askedBesides: found.askedBesides({
    case: 'others',
    sentence: 'Nhờ Trung tâm hủy luôn hộp thư của anh Bùi Văn Út.',
    place: 'trong thư',
  }),
  predecessorKept: found.predecessorKept({ row: '1', name: 'Lý Thị Hoa' }),
  rowsLacking: found.rowsLacking({
    sentence: 'Đề nghị cấp mới cho 05 cán bộ',
    place: 'trong thư',
    rows: '4',
  }),
  scanRead: found.scanRead({ attachment: 'Phieu.pdf' }),
  rowScanned: found.rowScanned(),
  unitUnknown: found.unitUnknown({ unit: 'Phòng Lạ', body: 'Sở Nội vụ' }),
  unitAmbiguous: found.unitAmbiguous({
    unit: 'Phòng Nội vụ',
    candidates: 'Phòng Nội vụ (pnvrg); Phòng Nội vụ (pnvht)',
  }),
  unitBlank: found.unitBlank({ candidates: 'Sở Nội vụ (snv); Ban Tôn giáo (btg)' }),
  unitNotInScope: found.unitNotInScope({ unit, asking, manager }),
  managerMustAsk: found.managerMustAsk({ unit, manager, managerAddress: 'chauthanh@kiengiang.gov.vn' }),
  districtOfficeAsks: found.districtOfficeAsks({ unit, manager }),
  managerUnknown: found.managerUnknown({ unit }),
  passedOn: found.passedOn({ unit, asking }),
  nameMissing: found.nameMissing(),
  nameInvalid: found.nameInvalid({ name: 'Văn thư' }),
  nameOfSeveral: found.nameOfSeveral({ name: 'Cao Văn Hạ và Đỗ Thị Đông' }),
  nameOfOneWord: found.nameOfOneWord({ name: 'Nam' }),
  nameOrTitle: found.nameOrTitle({ name: 'Anh Thơ' }),
  nameOfSample: found.nameOfSample({ name: 'Nguyễn Văn A' }),
  nameUnfinished: found.nameUnfinished({ name: 'Nguyễn Văn' }),
  wishMissing: found.wishMissing(),
  wishUnclear: found.wishUnclear({ wish: 'xem lại', doubt: 'việc cần làm' }),
  wishesDiffer: found.wishesDiffer({ name, address, rows }),
  newLoginMissing: found.newLoginMissing({ address }),
  detailsMissing: found.detailsMissing({ address }),
  phoneDoubtful: found.phoneDoubtful({ address, phone: '091822211' }),
  notReclaimed: found.notReclaimed({ address }),
  namesakeExists: found.namesakeExists({ name, unit, addresses }),
  namesakeInLetter: found.namesakeInLetter({ name, unit, rows }),
  noSuchName: found.noSuchName({ name, unit }),
  noSuchAddress: found.noSuchAddress({ address }),
  addressNotOfName: found.addressNotOfName({ address, name, unit, near }),
  nearName: found.nearName({ name, unit, near }),
  otherHolder: found.otherHolder({ address, name }),
  otherUnit: found.otherUnit({ address, unit }),
  severalMatch: found.severalMatch({ name, unit, addresses }),
  addressFormat: found.addressFormat({ asked, proposed }),
  addressFormatForNew: found.addressFormatForNew({ asked, proposed }),
  presentAddressFormat: found.presentAddressFormat({ address, proposed }),
  addressTaken: found.addressTaken({ asked }),
  addressTakenForNew: found.addressTakenForNew({ asked }),
  ownFormerAddress: found.ownFormerAddress({ asked }),
  addressAskedTwice: found.addressAskedTwice({ asked, rows }),
  mailboxReclaimed: found.mailboxReclaimed({ address }),
  namesakeReclaimed: found.namesakeReclaimed({ address }),
  mailboxLocked: found.mailboxLocked({ address }),
  mailboxCancelled: found.mailboxCancelled({ address }),
  cancelledAskedBack: found.cancelledAskedBack({ address }),
  beyondQuota: found.beyondQuota({ asked: '2 GB', limit: '1 GB' }),
  addressProtected: found.addressProtected({ address }),
  officialMailbox: found.officialMailbox({ address }),
  doneBefore: found.doneBefore({
    ...{ number: 'PYC-2027-000120', time: '2027-02-04T23:30:00.000Z' },
    ...{ action: 'rename', address, newAddress: proposed },
  }),
  markedDone: found.markedDone({ number: 'PYC-2027-000120' }),
  doneInLetter: found.doneInLetter({ row: '3', attachment: 'Phieu.xlsx' }),
  datedAhead: found.datedAhead({ date: '2027-03-01' }),
  alreadyInState: found.alreadyInState({ address, state: 'locked' }),
  alreadyNamed: found.alreadyNamed({ address }),
  alreadyWritten: found.alreadyWritten({ address }),
  needsStaff: found.needsStaff({ why: 'điều chỉnh dung lượng hộp thư' }),
  doneByStaff: found.doneByStaff({ words: 'đã trao đổi với đơn vị, đúng là người khác trùng tên' }),
  closedByStaff: found.closedByStaff({ words: 'hai bản phiếu khác nhau, đề nghị gửi lại một bản đúng' }),
  refusedByStaff: found.refusedByStaff({ words: 'người này không còn công tác tại đơn vị' }),
};

const attachment = 'Phieu.xlsx';
const aboutMessages: Record<MessageCode, Finding> = {
  'sender-unverified': finding('sender-unverified', 'reject', 'Điều 5 khoản 1', { address, unit }),
  'sender-not-unit-mailbox': finding('sender-not-unit-mailbox', 'reject', 'Điều 5 khoản 1', {
    address,
    unit: '',
  }),
  'confirmation-refused': finding('confirmation-refused', 'review', null),
  'confirmation-unclear': finding('confirmation-unclear', 'review', null),
  'confirmation-lapsed': finding('confirmation-lapsed', 'review', null),
  'confirmation-doubted': finding('confirmation-doubted', 'review', null, { numbers: 'PYC-2026-000001' }),
  'unit-mailbox-inactive': finding('unit-mailbox-inactive', 'reject', 'Điều 5 khoản 1', { address, unit }),
  'no-form': finding('no-form', 'reject', 'Điều 5 khoản 1', { attachment: '' }),
  'form-unreadable': finding('form-unreadable', 'reject', 'Điều 5 khoản 1', { attachment }),
  'form-unsupported-type': finding('form-unsupported-type', 'reject', 'Điều 5 khoản 1', { attachment }),
  'form-too-large': finding('form-too-large', 'reject', 'Điều 10 khoản 1', { attachment }),
  'form-incomplete': finding('form-incomplete', 'reject', 'Điều 5 khoản 1', {}),
  'forms-disagree': finding('forms-disagree', 'review', 'Điều 5 khoản 2', {}),
  'form-scanned': finding('form-scanned', 'review', 'Điều 5 khoản 1', { attachment }),
  'legacy-encoding-converted': finding('legacy-encoding-converted', 'note', 'Điều 6 khoản 2', {
    encoding: 'VNI',
  }),
  'asked-besides': finding('asked-besides', 'note', 'Điều 5 khoản 1', {
    case: 'others',
    sentence: 'Nhờ hủy hộp thư của anh Bùi Văn Út.',
  }),
  'predecessor-kept': finding('predecessor-kept', 'note', 'Điều 5 khoản 1', { row: '1', name: 'Lý Thị Hoa' }),
  'rows-lacking': finding('rows-lacking', 'note', null, {
    sentence: 'Cấp mới 05 hộp thư',
    place: 'trong thư',
    rows: '4',
  }),
  'trial-only': finding('trial-only', 'note', null),
  'secrecy-mark': finding('secrecy-mark', 'review', 'Điều 8 khoản 1', { attachment }),
};

const all = Object.entries({ ...situations, ...aboutMessages });

describe('the words of', () => {
  test.each(all)('%s are whole Vietnamese sentences with their clause', (_, one) => {
    const text = findingText(one);
    expect(text).toMatch(/^["\p{L}].*[.]$/u);
    expect(text).not.toMatch(/undefined|null|""| {2}|\(\)|(?<!\.)\.\.(?!\.)| [.,;:]/);
    expect(text).toBe(text.normalize('NFC'));
    if (one.clause) expect(text).toContain(one.clause);
  });

  const said = new Set([
    'name',
    'unit',
    'manager',
    'address',
    'asked',
    'proposed',
    'rows',
    'near',
    'number',
    'wish',
    'why',
    'words',
  ]);
  test.each(Object.entries(situations))('%s leave out nothing that was found', (_, one) => {
    const text = findingText(one);
    for (const [key, value] of Object.entries(one.args)) if (said.has(key)) expect(text).toContain(value);
  });
});

test('a status, a day and a unit that must ask are told in words', () => {
  expect(findingText(situations.namesakeExists)).toContain('tvnam1.snv@kiengiang.gov.vn (đã hủy bỏ)');
  expect(findingText(situations.datedAhead)).toContain('ngày 01 tháng 3 năm 2027');
  expect(findingText(situations.managerMustAsk)).toContain('(chauthanh@kiengiang.gov.vn)');
  expect(findingText(situations.alreadyInState)).toContain('đang tạm khóa');
});

test('where passwords go is told to who wants one elsewhere', () => {
  const sentence = 'Mật khẩu mới gửi về tqbao82@gmail.com.';
  const text = findingText(found.askedBesides({ case: 'password', sentence, place: 'trong thư' }));
  expect(text).toContain('“Mật khẩu mới gửi về tqbao82');
  expect(text).toContain('chỉ được giao cho đơn vị, không gửi đến địa chỉ khác');
  expect(text).toContain('không báo qua điện thoại, tin nhắn hay cho người khác');
  expect(text).not.toContain('phiếu mới');
});

test('what waits for staff asks nothing of the office, but a secret letter does at once', () => {
  expect(findingText(situations.namesakeExists)).not.toContain('ghi rõ');
  expect(findingText(aboutMessages['secrecy-mark'])).toContain('Văn bản mật không được gửi');
  expect(findingText(aboutMessages['secrecy-mark'])).not.toContain(attachment);
});

test('a situation without words is our own bug', () => {
  expect(() => findingText(finding('name-invalid', 'reject', null, { case: 'new' }))).toThrow('"new"');
});

test('all words, for review', async () => {
  const lines = all.map(([key, one]) => `${key} (${one.severity})\n  ${findingText(one)}\n`);
  await expect(lines.join('\n')).toMatchFileSnapshot('letters/words.txt');
});
