import { customer } from './customer/customer.js';
import type { Domain } from './domain/domain.js';
import { product } from './product/product.js';

/** Every domain that Aurum serves. Adding one is its folder and a line here. */
export const domains: readonly Domain[] = [customer, product];
