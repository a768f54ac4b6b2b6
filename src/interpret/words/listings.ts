import { list } from '../../text/list.ts';

/** What says in a form's content that it speaks of several, before those of whom it speaks. `\\d{1,3}` is any number. */
export const many: readonly string[] = list(
  `tất cả các | toàn bộ các | các | những | tất cả | toàn bộ | một số | \\d{1,3}`,
);

/** Of whom or of what. */
export const listed: readonly string[] = list(`
    cán bộ | công chức | viên chức | nhân viên | người | cá nhân | đồng chí | đ/c | ông | bà |
    trường hợp | hộp thư | hộp thư điện tử | tài khoản | email | cbcc | cbccvc | nội dung | yêu cầu`);

/** What points at the table of the form, at the end of a clause ("có tên trong danh sách dưới đây"): `sau` is no "afterwards" there. */
export const pointers: readonly string[] = list(`có tên | cụ thể | như | theo | trong | tại | nêu`);
export const tables: readonly string[] = list(`danh sách | bảng | biểu`);
export const below: readonly string[] = list(`
    sau đây | dưới đây | bên dưới | kèm theo | đính kèm | sau`);

/** Before what is to be told when all is done. */
export const afterwards: readonly string[] = list(`
    khi có kết quả | sau khi có kết quả | khi hoàn thành | sau khi hoàn thành | khi thực hiện xong |
    sau khi thực hiện xong | khi cấp xong | sau khi cấp xong`);
