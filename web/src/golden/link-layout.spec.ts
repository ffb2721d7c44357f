import { placeNodes } from './link-layout.js';

const box = { width: 800, height: 400 };
const distance = (x: { x: number; y: number }, y: { x: number; y: number }) => Math.hypot(x.x - y.x, x.y - y.y);

describe('placeNodes', () => {
  const chain = [
    { from: 0, to: 1, weight: 20 },
    { from: 1, to: 2, weight: 1 },
  ];

  it('places the same cluster the same way each time, within the box', () => {
    const points = placeNodes(3, chain, box);
    expect(placeNodes(3, chain, box)).toEqual(points);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(box.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(box.height);
    }
  });

  it('draws what is strongly linked closer together', () => {
    const [a, b, c] = placeNodes(3, chain, box);
    expect(distance(a!, b!)).toBeLessThan(distance(b!, c!));
  });

  it('fits a large cluster in the box, no two records in one place', () => {
    const links = Array.from({ length: 59 }, (_, index) => ({ from: 0, to: index + 1, weight: 5 }));
    const points = placeNodes(60, links, box);
    expect(new Set(points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)).size).toBe(60);
    expect(Math.max(...points.map(({ x }) => x))).toBeLessThanOrEqual(box.width);
  });
});
