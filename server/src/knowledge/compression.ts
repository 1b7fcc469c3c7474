/** The compression methods of Dovecot with their levels, as the libraries check them. */

export interface CompressionMethod {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** The setting of the new grammar that holds the level; lz4 has none there. */
  readonly setting?: string;
}

const methods: Readonly<Record<string, CompressionMethod>> = {
  bz2: { min: 1, max: 9, default: 9, setting: 'compress_bz2_block_size_100k' },
  deflate: { min: 0, max: 9, default: 6, setting: 'compress_deflate_level' },
  gz: { min: 0, max: 9, default: 6, setting: 'compress_gz_level' },
  lz4: { min: 1, max: 9, default: 1 },
  zstd: { min: 1, max: 22, default: 3, setting: 'compress_zstd_level' },
};

export const compressionMethods: readonly string[] = Object.keys(methods);

export function findCompression(method: string): CompressionMethod | undefined {
  return Object.hasOwn(methods, method) ? methods[method] : undefined;
}

/** The release from which on nothing is written in xz any more. */
export const xzRemoved = '2.3.14';
