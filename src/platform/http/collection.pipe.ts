import { Injectable, type PipeTransform } from '@nestjs/common';
import type { Domain } from '../../domain/domain.js';
import { DomainRegistry } from '../domain-registry.js';

/** Turns the path's collection into its domain. @throws Problem 404 when there is none. */
@Injectable()
export class CollectionPipe implements PipeTransform<string, Domain> {
  constructor(private readonly domains: DomainRegistry) {}

  transform(collection: string): Domain {
    return this.domains.get(collection);
  }
}
