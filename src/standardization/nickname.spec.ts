import { isKnownGivenName, nicknameRoots } from './nickname.js';

function shareRoot(a: string, b: string): boolean {
  return nicknameRoots(a).some((root) => nicknameRoots(b).includes(root));
}

describe('nicknameRoots', () => {
  it.each([
    ['bob', 'robert'],
    ['peggy', 'margaret'],
    ['eddie', 'edward'],
    ['ted', 'edward'],
    ['ted', 'theodore'],
    ['pat', 'patrick'],
    ['pat', 'patricia'],
    ['hans', 'johannes'],
    ['paco', 'francisco'],
    ['guillaume', 'william'],
    ['mohamed', 'muhammad'],
    ['aleksandr', 'alexander'],
    ['howie', 'howard'],
  ])('%s may be %s', (a, b) => {
    expect(shareRoot(a, b)).toBe(true);
  });

  it.each([
    ['mark', 'marsha'],
    ['john', 'james'],
    ['patrick', 'patricia'],
    ['charles', 'charlotte'],
    ['robert', 'richard'],
  ])('%s is not %s', (a, b) => {
    expect(shareRoot(a, b)).toBe(false);
  });

  it('gives an unknown name itself', () => {
    expect(nicknameRoots('zebulon')).toEqual(['zebulon']);
    expect(nicknameRoots('constructor')).toEqual(['constructor']);
    expect(isKnownGivenName('zebulon')).toBe(false);
    expect(isKnownGivenName('bob')).toBe(true);
  });
});
