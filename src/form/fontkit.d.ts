/** fontkit brings no types; pdf-lib says what it asks of it. */
declare module 'fontkit' {
  import type { Fontkit } from 'pdf-lib';

  export const create: Fontkit['create'];
}
