/** The names of the fields of our fillable form: what a person sees beside them. */
export const fieldNames = {
  unit: 'Tên cơ quan, đơn vị',
  requester: 'Họ và tên',
  position: 'Chức vụ',
  phone: 'Điện thoại liên lạc',
  content: 'Nội dung yêu cầu',
} as const;

/** The columns of the table's row `number` (from 1); the number itself is printed. */
export const rowFieldNames = (number: number) =>
  ({
    fullName: `Họ và tên ${number}`,
    unit: `Đơn vị công tác ${number}`,
    wish: `Nội dung đề nghị ${number}`,
  }) as const;
