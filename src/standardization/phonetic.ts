import { doubleMetaphone } from 'double-metaphone';
import { remembered } from './remembered.js';

/**
 * The sounds of a folded name: its primary code and, where it is read in a second way, that one too.
 *
 * Source: L. Philips, The Double Metaphone Search Algorithm, C/C++ Users Journal 18 (2000).
 */
export const sounds = remembered((foldedName: string): readonly string[] => {
  const [primary, secondary] = doubleMetaphone(foldedName);
  if (primary === '') return [];
  return secondary === '' || secondary === primary ? [primary] : [primary, secondary];
});
