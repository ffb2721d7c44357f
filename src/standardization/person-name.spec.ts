import fc from 'fast-check';
import { readPersonName, type PersonNameParts } from './person-name.js';

interface Expected {
  readonly given?: string;
  readonly additional?: readonly string[];
  readonly family?: readonly string[];
  readonly particles?: readonly string[];
  readonly generation?: string;
}

describe('readPersonName', () => {
  it.each<[PersonNameParts, Expected]>([
    [{ name: 'John Smith' }, { given: 'john', family: ['smith'] }],
    [{ name: 'Smith, John' }, { given: 'john', family: ['smith'] }],
    [{ name: 'SMITH, JOHN Q.' }, { given: 'john', additional: ['q'], family: ['smith'] }],
    [{ name: 'Dr. John Q. Smith Jr.' }, { given: 'john', additional: ['q'], family: ['smith'], generation: 'jr' }],
    [{ name: 'John Smith, III' }, { given: 'john', family: ['smith'], generation: '3' }],
    [{ name: 'John Smith, PhD' }, { given: 'john', family: ['smith'] }],
    [{ name: 'Herr Dr. Hans Meyer' }, { given: 'hans', family: ['meyer'] }],
    [{ name: 'Ludwig van der Berg' }, { given: 'ludwig', family: ['berg'], particles: ['van', 'der'] }],
    [
      { name: 'de la Cruz, María José' },
      { given: 'maria', additional: ['jose'], family: ['cruz'], particles: ['de', 'la'] },
    ],
    [{ name: 'Jean-Pierre Dupont' }, { given: 'jeanpierre', family: ['dupont'] }],
    [{ name: 'Ann Smith-Jones' }, { given: 'ann', family: ['smith', 'jones'] }],
    [{ name: "Sinéad O'Connor" }, { given: 'sinead', family: ['oconnor'] }],
    [{ name: 'Jürgen Müller' }, { given: 'juergen', family: ['mueller'] }],
    [{ name: 'Jack Ma' }, { given: 'jack', family: ['ma'] }],
    [{ name: '张秀英' }, { given: 'xiuying', family: ['zhang'] }],
    [{ name: '刘杰' }, { given: 'jie', family: ['liu'] }],
    [{ name: 'Васильев, Александр' }, { given: 'aleksandr', family: ['vasilev'] }],
    [{ name: 'Robert' }, { given: 'robert' }],
    [{ name: 'Quimby' }, { family: ['quimby'] }],
    [{ name: '' }, {}],
    [{ name: ' ,, ' }, {}],
    [
      { givenName: 'B', familyName: 'Smith' },
      { given: 'b', family: ['smith'] },
    ],
    [
      { givenName: 'Rosemary A', familyName: 'Thomas' },
      { given: 'rosemary', additional: ['a'], family: ['thomas'] },
    ],
    [
      { givenName: 'David', familyName: 'Dobbins Jr' },
      { given: 'david', family: ['dobbins'], generation: 'jr' },
    ],
    [
      { givenName: 'Robert', additionalName: 'E', familyName: 'Smith Sr' },
      { given: 'robert', additional: ['e'], family: ['smith'], generation: 'sr' },
    ],
    [
      { givenName: 'Ann', familyName: 'Lee', honorificSuffix: 'II' },
      { given: 'ann', family: ['lee'], generation: '2' },
    ],
    [
      { givenName: 'Ann', name: 'Ann Lee' },
      { given: 'ann', family: ['lee'] },
    ],
    [
      { givenName: 'Ann', familyName: 'Lee', name: 'Someone Else' },
      { given: 'ann', family: ['lee'] },
    ],
    [{ familyName: 'Van' }, { family: ['van'] }],
  ])('%j', (parts, expected) => {
    expect(readPersonName(parts)).toEqual({ additional: [], family: [], particles: [], ...expected });
  });

  const word = fc.string({ unit: fc.constantFrom(...'bcfghklmnpqrtwxz'), minLength: 4, maxLength: 9 });

  it('reads both orders of a whole name, and its parts, alike', () => {
    fc.assert(
      fc.property(word, word, word, (given, middle, family) => {
        const inParts = readPersonName({ givenName: given, additionalName: middle, familyName: family });
        expect(readPersonName({ name: `${given} ${middle} ${family}` })).toEqual(inParts);
        expect(readPersonName({ name: `${family.toUpperCase()}, ${given} ${middle}` })).toEqual(inParts);
      }),
    );
  });

  it('never throws and gives folded words only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (name, familyName) => {
        for (const parts of [{ name }, { givenName: name, familyName }]) {
          const { given, additional, family, particles } = readPersonName(parts);
          for (const part of [given ?? 'x', ...additional, ...family, ...particles])
            expect(part).toMatch(/^[a-z0-9]+$/);
        }
      }),
    );
  });
});
