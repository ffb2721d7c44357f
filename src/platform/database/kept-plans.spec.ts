import { planName } from './kept-plans.js';

describe('planName', () => {
  it('is one for each statement', () => {
    const [one, other] = [planName('select $1', [1]), planName('select $2', [1])];
    expect(one).toBeDefined();
    expect(other).not.toBe(one);
    expect(planName('select $1', [2])).toBe(one);
  });

  it('is none for many elements, whose plan would be another one', () => {
    const sql = 'select from record where id = any($1)';
    expect(planName(sql, [Array.from({ length: 16 }, (_, id) => id)])).toBeDefined();
    expect(planName(sql, [Array.from({ length: 17 }, (_, id) => id)])).toBeUndefined();
  });

  it('is none once there are too many statements', () => {
    const made = Array.from({ length: 300 }, (_, index) => planName(`select ${index}`, []));
    expect(made[0]).toBeDefined();
    expect(made.at(-1)).toBeUndefined();
    expect(planName('select 0', [])).toBe(made[0]);
  });
});
