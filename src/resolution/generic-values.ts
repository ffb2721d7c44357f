import type { Domain } from '../domain/domain.js';
import type { Evidence } from '../matching/evidence.js';
import { hashBlockKey } from '../matching/blocking.js';
import type { StandardForm } from '../matching/model.js';
import type { CompiledModel } from '../matching/score.js';

/** Two standard forms as they are compared, and the block keys whose values were passed over. */
interface ComparedForms {
  readonly forms: readonly [StandardForm, StandardForm];
  readonly generic: readonly string[];
}

/**
 * Values that too many records share, such as the telephone number of a call centre, or a birthday that a form fills in. That two
 * records share one tells nothing, so they are compared without it. Which values are generic follows from the records that are
 * held, as which blocks are oversized does, and so the weight of a pair is free of order as well.
 */
export class GenericValues {
  private readonly labels = new WeakMap<StandardForm, ReadonlySet<string>>();

  /** @param generic hashed keys of generic values: of one record of each pair at least all that it has */
  constructor(
    private readonly domain: Domain,
    private readonly generic: ReadonlySet<number>,
  ) {}

  /** Whether a record of these block keys may hold a generic value: most hold none. */
  concern(blockKeys: readonly number[]): boolean {
    return this.generic.size > 0 && blockKeys.some((key) => this.generic.has(key));
  }

  /**
   * The weight of a pair in bits: never more than with what is generic, so that a value that becomes generic can only part records
   * that were linked, and those are looked at again.
   */
  weigh(model: CompiledModel, x: StandardForm, y: StandardForm): number {
    const weight = model.weigh(x, y);
    const { forms, generic } = this.compared(x, y);
    return generic.length === 0 ? weight : Math.min(weight, model.weigh(...forms));
  }

  /** The waterfall of that weight, with what was passed over. */
  explain(model: CompiledModel, x: StandardForm, y: StandardForm): Evidence {
    const evidence = model.explain(x, y);
    const { forms, generic } = this.compared(x, y);
    if (generic.length === 0) return evidence;
    const without = model.explain(...forms);
    return without.weight < evidence.weight ? { ...without, generic } : evidence;
  }

  /** The two without the generic values that both hold. */
  private compared(x: StandardForm, y: StandardForm): ComparedForms {
    const { withoutValues } = this.domain;
    const plain: ComparedForms = { forms: [x, y], generic: [] };
    if (!withoutValues || this.generic.size === 0) return plain;
    const labels = this.genericOf(x);
    if (labels.size === 0) return plain;
    const shared = new Set([...this.genericOf(y)].filter((label) => labels.has(label)));
    if (shared.size === 0) return plain;
    return { forms: [withoutValues(x, shared), withoutValues(y, shared)], generic: [...shared] };
  }

  /** The readable keys of a form's values that are generic. */
  private genericOf(form: StandardForm): ReadonlySet<string> {
    const known = this.labels.get(form);
    if (known) return known;
    const { domain, generic } = this;
    const found = new Set(domain.blockKeys(form).filter((label) => generic.has(hashBlockKey(domain, label))));
    this.labels.set(form, found);
    return found;
  }
}
