#!/usr/bin/env node
// Plain JavaScript of any age: an older Node must be able to read as far as the line that says what to do.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    'phieu cần Node.js 24 trở lên, máy đang chạy ' +
      process.version +
      '. Trong thư mục đã cài (npm ci), hãy chạy "npx phieu …": lệnh này dùng Node.js 24 cài kèm.',
  );
  process.exitCode = 2;
} else {
  await import('./quick-imports.js');
  await import('../src/main.ts');
}
