import type { Action } from '../../model/request.ts';
import { list } from '../../text/list.ts';
import type { Thing } from './things.ts';

/**
 * What offices do with a mailbox, in their words. A word may be written with or without accents and with either tone placement;
 * hỏi and ngã are taken for one another. To teach the program a word, write it on the line of what it means.
 */
export const verbs = {
  grant: list(`cấp | cấp phát | cấp cho | cấp bổ sung | bổ sung cấp`),
  new: list(`
    cấp mới | cấp tạo mới | cấp phát mới | tạo mới | lập mới | tạo lập mới | khởi tạo mới |
    đăng ký mới | đk mới | đk cấp mới | đăng ký cấp mới | đăng ký tạo mới | đăng ký mở mới | mở mới | xin mới |
    thiết lập mới | thêm mới | bổ sung mới | bổ sung cấp mới | cấp bổ sung mới | cấp mới bổ sung`),
  make: list(`
    tạo | lập | tạo lập | khởi tạo | đăng ký | đăng ký cấp | đăng ký tạo |
    đăng ký lập | đăng ký sử dụng | cấp tạo`),
  open: list(`mở | đăng ký mở`),
  again: list(`
    cấp lại | cấp phát lại | tạo lại | lập lại | xin lại | xin cấp lại`),
  reset: list(
    `reset | thiết lập | reset lại | đặt lại | thiết lập lại | cài lại | cài đặt lại | làm lại | resset | set lại`,
  ),
  regain: list(`lấy lại | khôi phục | khôi phục lại | phục hồi | phục hồi lại | hồi phục | tìm lại`),
  change: list(`
    thay đổi | đổi | thay | đổi lại | thay đổi lại | đổi mới | sửa | sửa lại | sửa đổi | chỉnh sửa |
    chỉnh lại | chỉnh sửa lại | hiệu chỉnh | điều chỉnh | điều chỉnh lại | cập nhật | cập nhật lại |
    đính chính`),
  enlarge: list(`nâng | mở rộng | nâng cấp | thêm | bổ sung | bổ sung thêm | cấp thêm | nới`),
  /** Of a list of who came and who went: the words leave open what becomes of the mailbox. */
  raise: list(`tăng | tăng thêm | tăng mới | biến động tăng | nhân sự tăng`),
  lower: list(`giảm | giảm bớt | biến động giảm | nhân sự giảm`),
  remove: list(`
    chấm dứt | chấm dứt sử dụng | chấm dứt hoạt động | hủy | hủy bỏ | xóa | xóa bỏ | xóa hủy | loại bỏ | gỡ bỏ | thu hồi | thu hồi lại | bãi bỏ |
    xóa khỏi hệ thống | xóa ra khỏi hệ thống | loại khỏi hệ thống | loại bỏ khỏi hệ thống | delete`),
  drop: list(`bỏ`),
  lock: list(`
    khóa | khóa lại | tạm khóa | tạm thời khóa | khóa tạm thời | khóa tạm | tạm ngưng | tạm ngừng |
    tạm dừng | tạm ngưng sử dụng | tạm ngừng sử dụng | tạm dừng sử dụng | tạm ngưng hoạt động |
    tạm dừng hoạt động`),
  close: list(`
    đóng | ngưng | ngừng | dừng | ngưng sử dụng | ngừng sử dụng | dừng sử dụng | ngưng hoạt động |
    ngừng hoạt động | dừng hoạt động | vô hiệu hóa | cắt`),
  unlock: list(`
    mở khóa | gỡ khóa | bỏ khóa | tháo khóa | mở lại khóa | unlock | gỡ bỏ khóa | mở khóa lại |
    giải khóa`),
  reopen: list(`
    mở lại | kích hoạt | kích hoạt lại | cho hoạt động lại | cho mở lại | sử dụng lại |
    được sử dụng lại | có nhu cầu sử dụng lại`),
  move: list(`chuyển | chuyển đổi | điều chuyển | di chuyển | luân chuyển hộp thư | chuyển giao`),
} as const satisfies Record<string, readonly string[]>;

export type Verb = keyof typeof verbs;

/** What a change may be about, where the words do not say. */
const anyChange: readonly Action[] = ['rename', 'reset-password', 'update', 'transfer'];

/** What may be asked for somebody who comes to a unit, and who leaves it, where the words do not say. */
const coming: readonly Action[] = ['create', 'transfer'];
const going: readonly Action[] = ['cancel', 'transfer', 'lock'];

/**
 * What a verb asks for with each thing, `nothing` where it stands alone in the column "Cấp mới, thay đổi, hủy bỏ hộp thư".
 * Several actions: the words leave it open, and only something else in the cell can decide. None: it makes no sense to us.
 */
export const meanings: Readonly<Record<Verb, Partial<Record<Thing | 'nothing', readonly Action[]>>>> = {
  grant: {
    nothing: ['create', 'restore', 'reset-password'],
    mailbox: ['create'],
    account: ['create'],
    address: ['create'],
    password: ['reset-password'],
  },
  new: {
    nothing: ['create'],
    mailbox: ['create'],
    account: ['create'],
    address: ['create'],
    password: ['reset-password'],
    login: ['create', 'rename'],
  },
  make: {
    nothing: ['create', 'reset-password'],
    mailbox: ['create'],
    account: ['create'],
    address: ['create'],
    password: ['reset-password'],
    login: ['create', 'rename'],
  },
  open: {
    nothing: ['create', 'unlock', 'restore'],
    mailbox: ['create'],
    account: ['create'],
    address: ['create'],
  },
  again: {
    nothing: ['restore', 'reset-password'],
    mailbox: ['restore'],
    account: ['restore', 'reset-password'],
    address: ['restore', 'rename'],
    password: ['reset-password'],
    login: ['restore', 'rename', 'reset-password'],
  },
  reset: {
    nothing: ['restore', 'reset-password'],
    mailbox: ['restore', 'reset-password'],
    account: ['restore', 'reset-password'],
    password: ['reset-password'],
  },
  regain: {
    nothing: ['restore', 'reset-password', 'unlock'],
    mailbox: ['restore'],
    account: ['restore'],
    password: ['reset-password'],
  },
  change: {
    nothing: anyChange,
    mailbox: anyChange,
    account: anyChange,
    address: ['rename', 'update'],
    password: ['reset-password'],
    login: ['rename'],
    name: ['rename', 'update'],
    fullName: ['update'],
    position: ['update'],
    phone: ['update'],
    details: ['update'],
    size: ['update'],
    unit: ['transfer'],
  },
  enlarge: { size: ['update'], phone: ['update'], position: ['update'], details: ['update'] },
  raise: {
    ...{ size: ['update'], phone: ['update'], position: ['update'], details: ['update'] },
    ...{ nothing: coming, mailbox: coming, account: coming, address: coming },
  },
  lower: { nothing: going, mailbox: going, account: going, address: going },
  remove: { nothing: ['cancel'], mailbox: ['cancel'], account: ['cancel'], address: ['cancel'] },
  drop: { mailbox: ['cancel'], account: ['cancel'] },
  lock: { nothing: ['lock'], mailbox: ['lock'], account: ['lock'], address: ['lock'] },
  close: {
    nothing: ['lock', 'cancel'],
    mailbox: ['lock', 'cancel'],
    account: ['lock', 'cancel'],
    address: ['lock', 'cancel'],
  },
  unlock: { nothing: ['unlock'], mailbox: ['unlock'], account: ['unlock'], address: ['unlock'] },
  reopen: {
    nothing: ['unlock', 'restore'],
    mailbox: ['unlock', 'restore'],
    account: ['unlock', 'restore'],
    address: ['unlock', 'restore'],
  },
  move: { unit: ['transfer'] },
};

/** What "chuyển" means where the words name the unit it goes to. */
export const movedTo: readonly Action[] = ['transfer'];
