import { blankForm } from './blank-form.js';

test('blankForm gives a form of its own each time, with every feature and no value', () => {
  const features = ['name', 'town'] as const;
  const [one, other] = [blankForm(features), blankForm(features)];
  one.name = 'ada';
  expect(other.name).toBeUndefined();
  expect(Object.keys(blankForm(features))).toEqual(features);
  expect(one).toEqual({ name: 'ada' });
});
