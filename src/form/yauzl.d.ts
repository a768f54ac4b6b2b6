/** The part of yauzl 3 that is used here; the package brings no types. */
declare module 'yauzl' {
  export type Entry = {
    fileName: string;
    compressedSize: number;
    uncompressedSize: number;
    generalPurposeBitFlag: number;
    /** 0 stored, 8 deflated (PKWARE APPNOTE 4.4.5). */
    compressionMethod: number;
  };

  export type ZipFile = {
    entryCount: number;
    readEntry(): void;
    /** Where the bytes of a part begin; it has looked that they end within the file. */
    readLocalFileHeader(
      entry: Entry,
      options: { minimal: true },
      callback: (error: Error | null, header: { fileDataStart: number }) => void,
    ): void;
    on(event: 'entry', listener: (entry: Entry) => void): void;
    on(event: 'end', listener: () => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
  };

  export function fromBuffer(
    buffer: Buffer,
    options: { lazyEntries: boolean },
    callback: (error: Error | null, zip: ZipFile) => void,
  ): void;
}
