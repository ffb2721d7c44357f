import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** The answer that a key stands for. */
export interface KeptAnswer {
  readonly bodyHash: Buffer;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A key as another request has left it: with its answer, or without one as long as that request is under way. */
export type KnownKey = KeptAnswer | undefined;

interface Row {
  readonly bodyHash: Buffer | null;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly body: unknown;
}

@Injectable()
export class IdempotencyRepository {
  constructor(private readonly database: Database) {}

  /** Takes a key that is new, or whose request is gone. @returns whether it was taken */
  async take(scope: string, key: string, holder: string, leaseSeconds: number): Promise<boolean> {
    const rows = await this.database.query(
      `/* idempotency.take */
      insert into idempotency_key (scope, key, holder, lease_until)
      values ($1, $2, $3, now() + $4 * interval '1 second')
      on conflict (scope, key) do update
      set holder = excluded.holder, lease_until = excluded.lease_until, created_at = clock_timestamp()
      where idempotency_key.status is null and idempotency_key.lease_until < now()
      returning key`,
      [scope, key, holder, leaseSeconds],
    );
    return rows.length > 0;
  }

  async find(scope: string, key: string): Promise<KnownKey> {
    const [row] = await this.database.query<Row>(
      `/* idempotency.find */
      select body_hash as "bodyHash", status, headers, body from idempotency_key where scope = $1 and key = $2`,
      [scope, key],
    );
    if (!row?.bodyHash || row.status === null) return undefined;
    return { bodyHash: row.bodyHash, status: row.status, headers: row.headers ?? {}, body: row.body };
  }

  /** Keeps the answer, unless another request has the key by now. */
  async keep(scope: string, key: string, holder: string, answer: KeptAnswer): Promise<void> {
    await this.database.query(
      `/* idempotency.keep */
      update idempotency_key set body_hash = $4, status = $5, headers = $6, body = $7, lease_until = null
      where scope = $1 and key = $2 and holder = $3 and status is null`,
      [
        scope,
        key,
        holder,
        answer.bodyHash,
        answer.status,
        JSON.stringify(answer.headers),
        JSON.stringify(answer.body ?? null),
      ],
    );
  }

  /** Frees a key whose request came to nothing. */
  async free(scope: string, key: string, holder: string): Promise<void> {
    await this.database.query(
      `/* idempotency.free */
      delete from idempotency_key where scope = $1 and key = $2 and holder = $3 and status is null`,
      [scope, key, holder],
    );
  }

  async renew(holders: readonly string[], leaseSeconds: number): Promise<void> {
    await this.database.query(
      `/* idempotency.renew */
      update idempotency_key set lease_until = now() + $2 * interval '1 second'
      where holder = any($1) and status is null`,
      [holders, leaseSeconds],
    );
  }

  async expire(hours: number): Promise<void> {
    await this.database.query(
      `/* idempotency.expire */
      delete from idempotency_key
      where created_at < now() - $1 * interval '1 hour' and (status is not null or lease_until < now())`,
      [hours],
    );
  }
}
