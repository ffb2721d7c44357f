import fc from 'fast-check';
import { remembered } from './remembered.js';

function counted(most: number) {
  const asked: string[] = [];
  const upper = remembered((text) => {
    asked.push(text);
    return text.toUpperCase();
  }, most);
  return { asked, upper };
}

describe('remembered', () => {
  it('works out a short text once', () => {
    const { asked, upper } = counted(10);
    expect([upper('ann'), upper('bo'), upper('ann')]).toEqual(['ANN', 'BO', 'ANN']);
    expect(asked).toEqual(['ann', 'bo']);
  });

  it('keeps what is asked for again and again, and forgets what is not', () => {
    const { asked, upper } = counted(2);
    for (let i = 0; i < 10; i++) for (const text of ['ann', `other${i}`]) upper(text);
    expect(asked.filter((text) => text === 'ann')).toHaveLength(1);
    upper('other0');
    expect(asked.filter((text) => text === 'other0')).toHaveLength(2);
  });

  it('does not keep long texts', () => {
    const { asked, upper } = counted(10);
    for (let i = 0; i < 2; i++) upper('a name that is long');
    expect(asked).toHaveLength(2);
  });

  it('answers the same as the function', () => {
    const { upper } = counted(3);
    fc.assert(fc.property(fc.string({ maxLength: 2 }), (text) => expect(upper(text)).toBe(text.toUpperCase())));
  });
});
