import type { UnitKind } from '../model/request.ts';

/*
 * How offices shorten the names of units. A clerk may add a line: everything is written folded (lower case, no accents,
 * `đ` as `d`), and holds for registered names and for the words of a form alike. Names that the registry knows already
 * are found again under a new abbreviation after the next import of units.
 */

/** What a shortened word may mean. With several meanings each is looked for; what is found twice is asked about. */
export const abbreviations: Readonly<Record<string, readonly string[]>> = {
  // Bodies
  s: ['so'],
  ub: ['uy ban'],
  ubnd: ['uy ban nhan dan'],
  hdnd: ['hoi dong nhan dan'],
  ubmttq: ['uy ban mat tran to quoc'],
  mttq: ['mat tran to quoc'],
  ldld: ['lien doan lao dong'],
  lhpn: ['lien hiep phu nu'],
  hnd: ['hoi nong dan'],
  ccb: ['cuu chien binh'],
  vp: ['van phong'],
  vpubnd: ['van phong uy ban nhan dan'],
  ql: ['quan ly'],
  // As the South says it: "Sở Tài chánh".
  chanh: ['chanh', 'chinh'],
  ttcntt: ['trung tam cong nghe thong tin'],
  kkt: ['khu kinh te'],
  dk: ['da khoa'],
  dbqh: ['dai bieu quoc hoi'],
  // `tu` is `tư` and `từ`, too.
  tu: ['tu', 'tinh uy'],
  btg: ['ban tuyen giao'],
  btc: ['ban to chuc'],
  bdv: ['ban dan van'],
  ubkt: ['uy ban kiem tra'],
  bql: ['ban quan ly'],
  cc: ['chi cuc'],
  bv: ['benh vien'],
  bvdk: ['benh vien da khoa'],
  ttyt: ['trung tam y te'],
  // Areas, and what shares their letters
  kg: ['kien giang'],
  p: ['phuong', 'phong'],
  x: ['xa'],
  h: ['huyen'],
  q: ['quan'],
  tx: ['thi xa'],
  tp: ['thanh pho', 'tu phap'],
  tt: ['thi tran', 'trung tam', 'thong tin', 'truyen thong', 'thanh tra', 'the thao'],
  // Fields of work
  tttt: ['thong tin truyen thong'],
  cntt: ['cong nghe thong tin'],
  td: ['thi dua'],
  tdkt: ['thi dua khen thuong'],
  kt: ['kinh te', 'ky thuat', 'khen thuong', 'kiem tra'],
  kh: ['ke hoach', 'khoa hoc'],
  dt: ['dau tu', 'dao tao', 'dan toc', 'do thi'],
  khdt: ['ke hoach dau tu'],
  khtc: ['ke hoach tai chinh'],
  tckh: ['tai chinh ke hoach'],
  khcn: ['khoa hoc cong nghe'],
  cn: ['cong nghe', 'cong nghiep'],
  // A school is one without the word, too: "THPT Huỳnh Mẫn Đạt".
  thpt: ['trung hoc pho thong', 'truong trung hoc pho thong'],
  thcs: ['trung hoc co so', 'truong trung hoc co so'],
  gd: ['giao duc'],
  gddt: ['giao duc dao tao'],
  ld: ['lao dong'],
  tb: ['thuong binh'],
  xh: ['xa hoi'],
  ldtb: ['lao dong thuong binh'],
  tbxh: ['thuong binh xa hoi'],
  ldtbxh: ['lao dong thuong binh xa hoi'],
  nn: ['nong nghiep'],
  nt: ['nong thon'],
  ptnt: ['phat trien nong thon'],
  nnptnt: ['nong nghiep phat trien nong thon'],
  tn: ['tai nguyen', 'thanh nien'],
  mt: ['moi truong'],
  tnmt: ['tai nguyen moi truong'],
  bvmt: ['bao ve moi truong'],
  vh: ['van hoa'],
  dl: ['du lich'],
  vhtt: ['van hoa thong tin', 'van hoa the thao'],
  ttdl: ['the thao du lich'],
  vhttdl: ['van hoa the thao du lich'],
  yt: ['y te'],
  yte: ['y te'],
  ds: ['dan so'],
  khhgd: ['ke hoach hoa gia dinh'],
  gt: ['giao thong'],
  vt: ['van tai'],
  gtvt: ['giao thong van tai'],
  xd: ['xay dung'],
  ct: ['cong thuong', 'chinh tri'],
  tc: ['tai chinh', 'to chuc'],
  atvs: ['an toan ve sinh'],
  attp: ['an toan thuc pham'],
  ptqd: ['phat trien quy dat'],
  ksbt: ['kiem soat benh tat'],
  bvtv: ['bao ve thuc vat'],
  nv: ['noi vu'],
  ngv: ['ngoai vu'],
  ktht: ['kinh te ha tang'],
  qldt: ['quan ly do thi'],
};

/** The province, which names may leave out. */
export const province = 'kien giang';

/** With which the name of a unit may be followed by the first letters of the rest: "Chi cục ATVSTP", "Trung tâm PTQĐ". */
export const spelledOut: readonly string[] = [
  'chi cuc',
  'trung tam',
  'phong',
  'so',
  'ban',
  'benh vien',
  'truong',
  'hat',
  'van phong',
  'thanh tra',
  'bao',
  'dai',
  'quy',
];

/** Before the name of an area, `Ủy ban nhân dân` may be left out: "xã Mỹ Lâm". */
export const areas = ['xa', 'phuong', 'thi tran', 'huyen', 'quan', 'thi xa', 'thanh pho', 'dac khu'] as const;

/** Words with which the name of a further unit may begin in mid-sentence: "Phòng Nội vụ huyện Hòn Đất". */
export const beginnings: readonly string[] = [
  ...areas,
  ...['x', 'p', 'h', 'q', 'tt', 'tx', 'tp', 'dac khu'],
  ...[
    'uy ban',
    'ub',
    'ubnd',
    'hoi dong nhan dan',
    'hdnd',
    'so',
    'chi cuc',
    'trung tam',
    'benh vien',
    'bv',
    'truong',
  ],
];

/** Words that hold one of those and begin no unit: "Phòng Quản lý", "Phòng Môi trường", "Cơ sở dữ liệu". */
export const otherwise: readonly string[] = [
  ...[
    'quan ly',
    'quan tri',
    'quan he',
    'quan su',
    'quan trac',
    'moi truong',
    'thi truong',
    'hien truong',
    'chu truong',
  ],
  ...[
    'co so',
    'ho so',
    'chuyen doi so',
    'ky so',
    'chu so',
    'tru so',
    'phuong tien',
    'phuong phap',
    'phuong an',
    'phuong huong',
  ],
];

/** Words between a unit and the one it belongs to. */
export const belongings: readonly string[] = ['truc thuoc', 'thuoc', 'cua'];

/** Divisions have no mailbox names of their own: their people are of the unit that the words go on to name. */
export const divisions: readonly string[] = [
  ...[
    'phong',
    'p',
    'ban',
    'van phong',
    'vp',
    'vpubnd',
    'bo phan',
    'to',
    'khoa',
    'hat',
    'van thu',
    'lanh dao',
    'thanh tra',
  ],
];

/** What begins like a division and is a body of its own. */
export const separateBodies: readonly string[] = [
  ...['phong kham', 'phong giao dich', 'phong cong chung', 'van phong dang ky', 'van phong dai dien'],
  ...['van phong cong chung', 'van phong luat su', 'ban quan ly', 'ban chi huy', 'to hop tac'],
];

/**
 * Divisions that need no name of the unit they belong to: it is the one that the form speaks of. Those of the first line may
 * go on ("Phòng Kế toán"), those of the second stand alone ("Văn phòng" yes, "Văn phòng Tỉnh ủy" no).
 */
export const ownDivisions: { goOn: readonly string[]; alone: readonly string[] } = {
  goOn: ['phong', 'p', 'bo phan', 'to'],
  alone: ['van phong', 'vp', 'van thu', 'thanh tra', 'lanh dao', 'ban giam doc', 'ban lanh dao', 'bgd'],
};

/** Who leads the office of a unit is of that office: "Lãnh đạo VP". */
export const headsOfOffice = /^lanh dao (?:van phong|vp)$/;

/** What a unit may be called by its own people without the rest of its name: "Trung tâm", "Huyện ủy". */
export const kindsAlone: readonly string[] = [
  ...['benh vien', 'trung tam', 'truong', 'chi cuc', 'huyen uy', 'thanh uy', 'thi uy', 'tinh uy', 'dang uy'],
  ...['ban quan ly', 'van phong uy ban nhan dan'],
];

/** Fields of work that no abbreviation stands for. */
export const furtherFields: readonly string[] = ['noi chinh', 'phu nu', 'cong thuong'];

/** Before the label of a unit's name stands nothing of it: "Đơn vị: Xã Bình Sơn". */
export const labels =
  /^\s*(?:tên\s+)?(?:đơn\s+vị|don\s+vi|cơ\s+quan|co\s+quan)(?:\s+(?:công\s+tác|cong\s+tac))?\s*:\s*/iu;

/** What a unit calls itself in the name of its division: "Văn phòng Sở", "Văn phòng HĐND và UBND huyện". */
export const selves =
  /(?: (?:hdnd|hoi dong nhan dan))?(?: va)?(?: (?:ubnd|uy ban nhan dan))? (?:so|huyen|h|thanh pho|tp|thi xa|tx)$/;

/** What a unit calls itself in its own form, folded, with the kind of unit that may; null: any. */
export const ownNames: readonly (readonly [RegExp, UnitKind | null])[] = [
  [
    /^(?:(?:hdnd |hoi dong nhan dan )?(?:va )?(?:ubnd|uy ban nhan dan) )?(?:huyen|h|thanh pho|tp|thi xa|tx)$/,
    'district',
  ],
  [
    /^(?:van phong|vp) (?:(?:hdnd|hoi dong nhan dan) (?:va )?)?(?:ubnd|uy ban nhan dan)(?: (?:huyen|h|thanh pho|tp|thi xa|tx))?$/,
    'district',
  ],
  [/^(?:(?:ubnd|uy ban nhan dan) )?(?:xa|phuong|thi tran)$/, 'commune'],
  [/^so$/, 'department'],
  [/^(?:don vi|co quan)(?: (?:nay|minh|toi|chung toi))?$/, null],
];
