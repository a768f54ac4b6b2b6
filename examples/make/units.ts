import type { UnitKind } from '../../src/model/request.ts';
import { fold } from '../../src/text/fold.ts';
import { list } from '../../src/text/list.ts';
import { areas } from './areas.ts';

/** A line of units.csv. */
export type ExampleUnit = {
  abbreviation: string;
  name: string;
  parent: string;
  kind: UnitKind;
  mailbox: string;
  aliases: readonly string[];
};

export const mailDomain = 'kiengiang.gov.vn';

/** `abbreviation: name; aliases`. */
const departments = list(`
  vpubnd: Văn phòng Ủy ban nhân dân tỉnh; VP UBND tỉnh; Văn phòng UBND tỉnh Kiên Giang |
  snv: Sở Nội vụ; Sở Nội vụ tỉnh Kiên Giang |
  sngv: Sở Ngoại vụ |
  sttt: Sở Thông tin và Truyền thông; Sở TTTT; Sở TT&TT |
  stc: Sở Tài chính |
  skhdt: Sở Kế hoạch và Đầu tư; Sở KHĐT; Sở KH&ĐT |
  stp: Sở Tư pháp |
  sct: Sở Công Thương |
  snnptnt: Sở Nông nghiệp và Phát triển nông thôn; Sở NN&PTNT |
  sgtvt: Sở Giao thông vận tải; Sở GTVT |
  sxd: Sở Xây dựng |
  stnmt: Sở Tài nguyên và Môi trường; Sở TN&MT |
  skhcn: Sở Khoa học và Công nghệ; Sở KH&CN |
  sgddt: Sở Giáo dục và Đào tạo; Sở GD&ĐT |
  syt: Sở Y tế |
  sldtbxh: Sở Lao động - Thương binh và Xã hội; Sở LĐTBXH; Sở LĐ-TB&XH |
  svhtt: Sở Văn hóa và Thể thao |
  sdl: Sở Du lịch |
  thanhtra: Thanh tra tỉnh |
  bdt: Ban Dân tộc tỉnh; Ban Dân tộc |
  bqlkkt: Ban Quản lý Khu kinh tế tỉnh; BQL Khu kinh tế`);

/** `abbreviation < parent: name; aliases`. */
const subordinates = list(`
  ttcntttt < sttt: Trung tâm Công nghệ thông tin và Truyền thông; Trung tâm CNTT&TT |
  ttltls < snv: Trung tâm Lưu trữ lịch sử tỉnh |
  btdkt < snv: Ban Thi đua - Khen thưởng tỉnh |
  cckl < snnptnt: Chi cục Kiểm lâm |
  ccts < snnptnt: Chi cục Thủy sản |
  vpdkdd < stnmt: Văn phòng Đăng ký đất đai |
  bvdk < syt: Bệnh viện Đa khoa tỉnh; BVĐK tỉnh |
  ttksbt < syt: Trung tâm Kiểm soát bệnh tật tỉnh; CDC Kiên Giang |
  thpthmd < sgddt: Trường THPT chuyên Huỳnh Mẫn Đạt |
  ttdvvl < sldtbxh: Trung tâm Dịch vụ việc làm tỉnh |
  pnvhondat < ubndhondat: Phòng Nội vụ huyện Hòn Đất |
  ptckhhondat < ubndhondat: Phòng Tài chính - Kế hoạch huyện Hòn Đất |
  pnvrachgia < ubndrachgia: Phòng Nội vụ thành phố Rạch Giá |
  pvhttphuquoc < ubndphuquoc: Phòng Văn hóa và Thông tin thành phố Phú Quốc`);

const others: readonly (readonly [UnitKind, readonly string[]])[] = [
  [
    'party',
    list(`
      vptu: Văn phòng Tỉnh ủy |
      btctu: Ban Tổ chức Tỉnh ủy |
      btgtu: Ban Tuyên giáo Tỉnh ủy`),
  ],
  [
    'association',
    list(`
      ubmttq: Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh; UBMTTQ tỉnh |
      hlhpn: Hội Liên hiệp Phụ nữ tỉnh |
      hnd: Hội Nông dân tỉnh |
      tinhdoan: Tỉnh Đoàn Kiên Giang; Tỉnh đoàn |
      ldld: Liên đoàn Lao động tỉnh`),
  ],
  [
    'enterprise',
    list(`
      xskt: Công ty TNHH MTV Xổ số kiến thiết Kiên Giang |
      capthoatnuoc: Công ty TNHH MTV Cấp thoát nước Kiên Giang; Kiwaco`),
  ],
  ['other', list('vpdbqh: Văn phòng Đoàn Đại biểu Quốc hội và Hội đồng nhân dân tỉnh')],
];

function unitOf(entry: string, kind: UnitKind): ExampleUnit {
  const [head = '', rest = ''] = entry.split(/:\s+/, 2);
  const [abbreviation = '', parent = ''] = head.split(/\s*<\s*/);
  const [name = '', ...aliases] = rest.split(/;\s*/);
  return { abbreviation, name, parent, kind, mailbox: `${abbreviation}@${mailDomain}`, aliases };
}

const compact = (name: string): string => fold(name).replaceAll(' ', '');
const initials = (name: string): string => (fold(name).match(/\b\w/g) ?? []).join('');
/** `Huyện Hòn Đất` without its kind. */
const bare = (area: string): string => area.replace(/^(?:Thành phố|Huyện|Thị trấn|Phường|Xã) /, '');
const lowered = (area: string): string => area.charAt(0).toLowerCase() + area.slice(1);
const prefixes = { Thị: 'tt', Phường: 'p', Xã: 'xa' } as const;

function communeAbbreviation(commune: string): string {
  const kind = commune.split(' ')[0] as keyof typeof prefixes;
  return prefixes[kind] + compact(bare(commune));
}

function districtUnits(): ExampleUnit[] {
  const all = areas.flatMap(({ communes }) => communes.map(communeAbbreviation));
  return areas.flatMap(({ district, communes }) => {
    const parent = `ubnd${compact(bare(district))}`;
    const committee = `UBND ${lowered(district)}`;
    const office = `Văn phòng HĐND và ${committee}`;
    return [
      unitOf(`${parent}: Ủy ban nhân dân ${lowered(district)}; ${committee}; ${office}`, 'district'),
      ...communes.map((commune) => {
        const plain = communeAbbreviation(commune);
        // Two districts have a Bình An: both get the letters of their district.
        const isShared = all.filter((one) => one === plain).length > 1;
        const abbreviation = isShared ? plain + initials(bare(district)) : plain;
        const names = `Ủy ban nhân dân ${lowered(commune)}; UBND ${lowered(commune)}`;
        return unitOf(`${abbreviation} < ${parent}: ${names}`, 'commune');
      }),
    ];
  });
}

/** The registry: departments, districts with their communes, and examples of all other kinds. */
export function exampleUnits(): ExampleUnit[] {
  return [
    ...departments.map((entry) => unitOf(entry, 'department')),
    ...districtUnits(),
    ...subordinates.map((entry) => unitOf(entry, 'subordinate')),
    ...others.flatMap(([kind, entries]) => entries.map((entry) => unitOf(entry, kind))),
  ];
}
