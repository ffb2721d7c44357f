import { planName } from './kept-plans.js';

describe('planName', () => {
  it('is one for each statement', () => {
    const [one, other] = [planName('select $1'), planName('select $2')];
    expect(one).toBeDefined();
    expect(other).not.toBe(one);
    expect(planName('select $1')).toBe(one);
  });

  it('is none once there are too many statements', () => {
    const made = Array.from({ length: 300 }, (_, index) => planName(`select ${index}`));
    expect(made[0]).toBeDefined();
    expect(made.at(-1)).toBeUndefined();
    expect(planName('select 0')).toBe(made[0]);
  });
});
