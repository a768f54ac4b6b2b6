const families = 'Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ');
const middles =
  'Văn Thị Minh Thanh Quốc Ngọc Hữu Đức Hoàng Kim Xuân Thu Gia Bảo Mỹ Anh Công Đình Tuấn Phương'.split(' ');
const givens =
  'An Bình Châu Dung Giang Hạnh Khánh Lan Long Mai Nam Oanh Phúc Quân Sơn Tâm Uyên Vinh Yến Đạt'.split(' ');

/** The `at`-th of 120,000 people: a full name of four words that no other has. */
export const personAt = (at: number): string => {
  // A step without a common factor walks through all of them in an order that looks mixed.
  let rest = (at * 48_271) % 120_000;
  const draw = (words: readonly string[]): string => {
    const word = words[rest % words.length] ?? '';
    rest = Math.floor(rest / words.length);
    return word;
  };
  return [draw(families), draw(middles), draw(middles), draw(givens)].join(' ');
};
