import type { Expression } from 'jsonata';
import type { Domain } from '../domain/domain.js';
import type { FieldError } from '../platform/http/problem.js';
import { readAttributePath } from './attribute-path.js';
import type { ExpressionSandbox } from './expression-sandbox.js';
import type { Evaluation } from './expression-process.js';
import { boundedRecordLength, compileBoundedExpression, evaluateBounded } from './bounded-expression.js';
import { compileShortcut, toJsonata, type Shortcut } from './shortcut-expression.js';
import { compilePlainExpression, type Reader } from './plain-expression.js';
import type { AttributeMappings } from './source.js';

/** A source's own record: as a value, and the same as JSON. */
export interface SourceData {
  readonly data: unknown;
  readonly json: string;
}

/** What a mapping makes of a record: the raw canonical record, or the attributes that it fails on. */
export type Mapped = { readonly raw: unknown } | { readonly errors: readonly FieldError[] };

interface MappedAttribute<Read> {
  /** `address.streetAddress` */
  readonly attribute: string;
  readonly parts: readonly string[];
  readonly read: Read;
}

/**
 * The compiled mapping of one source and collection. Expressions that are no plain path are evaluated by JSONata: here where none of
 * them can run away, else in the sandbox.
 */
export class SourceMapping {
  private readonly plain: MappedAttribute<Reader>[] = [];
  private readonly general: MappedAttribute<string>[] = [];
  /** The general ones, compiled, where none of them can run away. */
  private readonly bounded: readonly Expression[] | undefined;
  /** Shortcuts of the general ones, where all of them have one. */
  private readonly shortcuts: readonly Shortcut[] | undefined;

  /** @param mappings absent: the records are canonical as they come */
  constructor(
    domain: Domain,
    private readonly mappings: AttributeMappings | undefined,
    private readonly sandbox: ExpressionSandbox,
  ) {
    for (const [attribute, expression] of Object.entries(mappings ?? {})) {
      const parts = readAttributePath(domain, attribute);
      // An attribute that the domain no longer has maps to nothing.
      if ('error' in parts) continue;
      const read = compilePlainExpression(expression);
      if (read) this.plain.push({ attribute, parts, read });
      else this.general.push({ attribute, parts, read: expression });
    }
    const compiled = this.general.flatMap(({ read }) => compileBoundedExpression(read) ?? []);
    this.bounded = compiled.length === this.general.length ? compiled : undefined;
    const shortcuts = compiled.flatMap((expression) => compileShortcut(expression) ?? []);
    this.shortcuts = shortcuts.length === this.general.length ? shortcuts : undefined;
  }

  /** Maps records in order. Only where an expression is more than a path or its shortcut tells does this wait for anything. */
  apply(records: readonly SourceData[]): readonly Mapped[] | Promise<readonly Mapped[]> {
    if (!this.mappings) return records.map(({ data }) => ({ raw: data }));
    const known = records.map((record) => this.mapByShortcuts(record));
    const left = records.filter((_, index) => known[index] === undefined);
    return left.length === 0 ? known.flatMap((one) => one ?? []) : this.complete(known, left);
  }

  /** Puts what is left of the records into the places where nothing is known yet. */
  private async complete(
    known: readonly (Mapped | undefined)[],
    left: readonly SourceData[],
  ): Promise<readonly Mapped[]> {
    const others = (await this.applyGeneral(left)).values();
    return known.flatMap((one) => one ?? others.next().value ?? []);
  }

  private mapByShortcuts({ data, json }: SourceData): Mapped | undefined {
    if (!this.shortcuts || (this.shortcuts.length > 0 && json.length > boundedRecordLength)) return undefined;
    const raw = this.mapPlain(data);
    for (const [index, shortcut] of this.shortcuts.entries()) {
      const value = shortcut(data);
      if (value === toJsonata) return undefined;
      assign(raw, this.general[index]?.parts ?? [], value);
    }
    return { raw };
  }

  private mapPlain(data: unknown): Record<string, unknown> {
    const raw: Record<string, unknown> = {};
    for (const { parts, read } of this.plain) assign(raw, parts, read(data));
    return raw;
  }

  private async applyGeneral(records: readonly SourceData[]): Promise<readonly Mapped[]> {
    const evaluations = await this.evaluate(records);
    return records.map(({ data }, index) => this.mapGeneral(data, evaluations[index] ?? []));
  }

  private async evaluate(records: readonly SourceData[]): Promise<readonly (readonly Evaluation[])[]> {
    const { bounded } = this;
    if (!bounded || records.some(({ json }) => json.length > boundedRecordLength))
      return this.sandbox.evaluate(
        this.general.map(({ read }) => read),
        records.map(({ json }) => json),
      );
    return Promise.all(
      records.map(({ data }) => Promise.all(bounded.map((expression) => evaluateBounded(expression, data)))),
    );
  }

  private mapGeneral(data: unknown, evaluations: readonly Evaluation[]): Mapped {
    const errors = evaluations.flatMap(({ error }, index) =>
      error === undefined ? [] : [{ path: this.general[index]?.attribute ?? '', message: `The mapping ${error}.` }],
    );
    if (errors.length > 0) return { errors };
    const raw = this.mapPlain(data);
    for (const [index, { parts }] of this.general.entries()) {
      const value = evaluations[index]?.value;
      if (value !== undefined) assign(raw, parts, JSON.parse(value));
    }
    return { raw };
  }
}

function assign(raw: Record<string, unknown>, [name = '', part]: readonly string[], value: unknown): void {
  if (value === undefined) return;
  if (part === undefined) {
    raw[name] = value;
    return;
  }
  const whole = (raw[name] ??= {}) as Record<string, unknown>;
  whole[part] = value;
}
