import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';

/** A body whose bytes are hashed as they are read. */
export interface HashedBody {
  /** What is to be read in the body's place. */
  readonly body: unknown;
  /** Reads what is left, and gives the hash of all of it. */
  finish(): Promise<Buffer>;
}

/** Hashes a body, one that is parsed at once and a streamed one as it comes, together with what else tells requests apart. */
export function hashBody(body: unknown, ...also: readonly string[]): HashedBody {
  const hash = createHash('sha256').update(JSON.stringify(also));
  if (!(body instanceof Readable)) {
    const digest = hash.update(JSON.stringify(body ?? null)).digest();
    return { body, finish: () => Promise.resolve(digest) };
  }
  const chunks = hashed(body, hash);
  return {
    body: chunks,
    async finish() {
      for (let next = await chunks.next(); !next.done; next = await chunks.next());
      return hash.digest();
    },
  };
}

async function* hashed(body: Readable, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    yield chunk;
  }
}
