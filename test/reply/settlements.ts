import type { Code, Finding, Severity } from '../../src/model/finding.ts';
import type { Form, FormRow, Placed } from '../../src/model/form.ts';
import type { Action, House, Outcome, SettledItem, SettledRequest, Unit } from '../../src/model/request.ts';
import type { Settlement } from '../../src/model/settlement.ts';
import type { ReplyContext } from '../../src/reply/reply.ts';

export const house: House = {
  mailDomain: 'kiengiang.gov.vn',
  intakeAddress: 'ttcntttt@kiengiang.gov.vn',
  copyAddress: 'sttt@kiengiang.gov.vn',
};

export const homeOffice: Unit = {
  id: 1,
  abbreviation: 'snv',
  name: 'Sở Nội vụ',
  kind: 'department',
  parentId: null,
  mailbox: 'snv@kiengiang.gov.vn',
};

export const commune: Unit = {
  id: 2,
  abbreviation: 'xmt',
  name: 'Ủy ban nhân dân xã Mong Thọ',
  kind: 'commune',
  parentId: 3,
  mailbox: 'xmt@kiengiang.gov.vn',
};

export const context: ReplyContext = {
  house,
  // 08:05 on 5 February 2027 in Vietnam: day and month both carry a zero.
  now: new Date('2027-02-05T01:05:00Z'),
  serverPart: 'staff',
  token: () => '0123456789abcdef0123456789abcdef',
  readableTypes: ['.xlsx', '.docx', '.pdf'],
  blankForm: Buffer.from('a blank form'),
  returned: [],
};

export const finding = (
  code: Code,
  severity: Severity,
  clause: string | null,
  args: Record<string, string> = {},
): Finding => ({ code, severity, clause, args });

const placed = (text: string | null, where: string): Placed | null =>
  text === null ? null : { text, where };

type Row = {
  number: number;
  name: string | null;
  wish: string | null;
  action: Action;
  outcome?: Outcome;
  address?: string;
  newAddress?: string;
  findings?: Finding[];
  unit?: Unit | null;
};

export function settledRow(row: Row): SettledItem {
  const at = row.number + 11;
  const formRow: FormRow = {
    number: row.number,
    where: `Sheet1!A${at}:D${at}`,
    fullName: placed(row.name, `Sheet1!B${at}`),
    unit: placed('Sở Nội vụ', `Sheet1!C${at}`),
    wish: placed(row.wish, `Sheet1!D${at}`),
    position: null,
    phone: null,
    address: null,
    newAddress: null,
    note: null,
  };
  return {
    item: {
      row: formRow,
      name: row.name === null ? null : { fullName: row.name, key: '', letters: '', remark: null },
      wish: {
        action: row.action,
        anotherPerson: false,
        effectiveOn: null,
        login: null,
        position: null,
        phone: null,
        particulars: [],
        quotaBytes: null,
        doubt: null,
        open: [],
      },
    },
    unit: row.unit === undefined ? homeOffice : row.unit,
    mailbox: null,
    action: row.action,
    asked: null,
    outcome: row.outcome ?? 'applied',
    findings: row.findings ?? [],
    address: row.address ?? null,
    newAddress: row.newAddress ?? null,
  };
}

export const fullForm: Form = {
  source: 'xlsx',
  attachment: 'Phieu yeu cau.xlsx',
  unit: { text: 'SỞ NỘI VỤ', where: 'Sheet1!A1' },
  requester: { text: 'Nguyễn Thị Hoa', where: 'Sheet1!B5' },
  position: { text: 'Chánh Văn phòng', where: 'Sheet1!B6' },
  phone: { text: '0297 3862 001', where: 'Sheet1!B7' },
  content: { text: 'Cấp mới, thay đổi hộp thư cho công chức', where: 'Sheet1!B8' },
  rows: [],
  skipped: [],
};

export function settledRequest(
  items: readonly SettledItem[],
  more: Partial<SettledRequest> = {},
): SettledRequest {
  const outcomes = new Set(items.map((item) => item.outcome));
  const rest = outcomes.has('review') ? 'review' : 'rejected';
  const some = outcomes.size === 1 ? 'applied' : 'partly-applied';
  return {
    form: fullForm,
    outcome: outcomes.has('applied') ? some : rest,
    findings: [],
    items,
    number: 'PYC-2027-000123',
    ...more,
  };
}

/** A letter of Sở Nội vụ, proven, with these forms. */
export function settlement(requests: readonly SettledRequest[], more: Partial<Settlement> = {}): Settlement {
  return {
    outcome: requests[0]?.outcome ?? 'rejected',
    findings: [],
    verdict: {
      address: 'snv@kiengiang.gov.vn',
      unit: homeOffice,
      verified: true,
      evidence: 'authenticated-submission',
      findings: [],
      because: 'the submission hop names snv@kiengiang.gov.vn',
    },
    letter: {
      subject: 'V/v đề nghị cấp hộp thư điện tử',
      messageId: '<a1@snv.example>',
      references: ['<a0@snv.example>'],
      receivedAt: new Date('2027-02-04T23:30:00Z'),
    },
    problems: [],
    requests,
    ...more,
  };
}

const created = settledRow({
  number: 1,
  name: 'Trần Văn Nam',
  wish: 'Cấp mới',
  action: 'create',
  address: 'tvnam.snv@kiengiang.gov.vn',
});
const reset = settledRow({
  number: 2,
  name: 'Lê Thị Hồng Gấm',
  wish: 'Cấp lại mật khẩu',
  action: 'reset-password',
  address: 'lthgam.snv@kiengiang.gov.vn',
});

export const allDone = settlement([settledRequest([created, reset])]);

export const partlyDone = settlement(
  [
    settledRequest(
      [
        created,
        settledRow({
          number: 2,
          name: 'Nguyễn Minh Khôi',
          wish: 'Đổi tên truy cập thành khoi2017',
          action: 'rename',
          outcome: 'rejected',
          address: 'nmkhoi1.snv@kiengiang.gov.vn',
          findings: [
            finding('address-format', 'reject', 'Điều 4 khoản 2', {
              case: 'rename',
              asked: 'khoi2017',
              proposed: 'nmkhoi.snv@kiengiang.gov.vn',
            }),
          ],
        }),
        settledRow({
          number: 3,
          name: 'Phạm Quốc Việt',
          wish: 'Nghỉ hưu, hủy bỏ hộp thư',
          action: 'cancel',
          address: 'pqviet.snv@kiengiang.gov.vn',
        }),
        settledRow({
          number: 4,
          name: 'Huỳnh Thị Mỹ Dung',
          wish: 'Cấp lại mật khẩu',
          action: 'reset-password',
          outcome: 'rejected',
          findings: [
            finding('mailbox-not-found', 'reject', null, {
              case: 'name',
              name: 'Huỳnh Thị Mỹ Dung',
              unit: 'Sở Nội vụ',
            }),
          ],
        }),
        settledRow({
          number: 5,
          name: 'Đỗ Văn Út',
          wish: 'Chuyển về Phòng Tổ chức, báo lại sau',
          action: 'unclear',
          outcome: 'review',
          findings: [
            finding('action-unclear', 'review', 'Điều 5 khoản 2', {
              case: 'words',
              wish: 'Chuyển về Phòng Tổ chức, báo lại sau',
              doubt: 'đơn vị chuyển đến có hộp thư riêng hay không',
            }),
          ],
        }),
        settledRow({
          number: 6,
          name: 'Lê Thị Hồng Gấm',
          wish: 'Thay đổi chức vụ: Phó Trưởng phòng',
          action: 'update',
          address: 'lthgam.snv@kiengiang.gov.vn',
        }),
      ],
      {
        form: {
          ...fullForm,
          position: null,
          skipped: [{ where: 'Sheet1!A18:D18', why: 'hidden', text: '7 Võ Văn Tới Cấp mới' }],
        },
      },
    ),
  ],
  {
    problems: [{ code: 'form-unreadable', attachment: 'cong van.pdf', detail: 'xref table is broken' }],
    findings: [finding('legacy-encoding-converted', 'note', 'Điều 6 khoản 2', { encoding: 'TCVN3' })],
  },
);

export const communeRefused = settlement(
  [
    settledRequest(
      [
        settledRow({
          number: 1,
          name: 'Danh Hoàng',
          wish: 'Cấp mới hộp thư',
          action: 'create',
          outcome: 'rejected',
          unit: commune,
          findings: [
            finding('request-through-manager', 'reject', 'Điều 5 khoản 1', {
              case: 'manager',
              unit: 'Ủy ban nhân dân xã Mong Thọ',
              manager: 'Ủy ban nhân dân huyện Châu Thành',
              managerAddress: 'chauthanh@kiengiang.gov.vn',
            }),
          ],
        }),
      ],
      { form: { ...fullForm, unit: { text: 'UBND XÃ MONG THỌ', where: 'Sheet1!A1' } } },
    ),
  ],
  {
    verdict: {
      ...allDone.verdict,
      address: 'xmt@kiengiang.gov.vn',
      unit: commune,
    },
  },
);

export const unreadable = settlement([], {
  findings: [finding('form-unreadable', 'reject', 'Điều 5 khoản 1', { attachment: 'Phieu.xlsx' })],
  problems: [{ code: 'form-unreadable', attachment: 'Phieu.xlsx', detail: 'not a zip' }],
});

export const formless = settlement([], { findings: [finding('no-form', 'reject', 'Điều 5 khoản 1')] });

export const waiting = settlement([
  settledRequest([
    settledRow({
      number: 1,
      name: 'Trần Văn Nam',
      wish: 'Cấp mới',
      action: 'create',
      outcome: 'review',
      findings: [
        finding('same-name-exists', 'review', 'Điều 4 khoản 2', {
          case: 'directory',
          name: 'Trần Văn Nam',
          unit: 'Sở Nội vụ',
          addresses: 'tvnam.snv@kiengiang.gov.vn (active), tvnam1.snv@kiengiang.gov.vn (cancelled)',
        }),
      ],
    }),
  ]),
]);
