import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';

/** A link between two of the nodes, by their places in the list. */
export interface LinkToPlace {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const rounds = 300;

/**
 * Places the records of a cluster in a box so that strongly linked ones lie close together: a simulation of springs and
 * repulsion (d3-force), run to its end. The same cluster is placed the same way each time.
 */
export function placeNodes(
  count: number,
  links: readonly LinkToPlace[],
  { width, height }: { readonly width: number; readonly height: number },
): Point[] {
  const nodes: SimulationNodeDatum[] = Array.from({ length: count }, (_, index) => ({ index }));
  const greatest = Math.max(1, ...links.map(({ weight }) => weight));
  const springs = links.map(({ from, to, weight }) => ({ source: from, target: to, weight }));
  forceSimulation(nodes)
    .force(
      'link',
      forceLink<SimulationNodeDatum, (typeof springs)[number]>(springs).distance(
        ({ weight }) => 150 - (70 * Math.max(0, weight)) / greatest,
      ),
    )
    .force('charge', forceManyBody().strength(-500))
    .force('collide', forceCollide(44))
    .force('x', forceX().strength(0.06))
    .force('y', forceY().strength(0.12))
    .stop()
    .tick(rounds);
  return fit(
    nodes.map(({ x = 0, y = 0 }) => ({ x, y })),
    width,
    height,
  );
}

/** Moves and stretches the points into a box; a small cluster is not drawn larger than this. */
const greatestScale = 2.4;

function fit(points: readonly Point[], width: number, height: number): Point[] {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(greatestScale, width / Math.max(right - left, 1), height / Math.max(bottom - top, 1));
  return points.map(({ x, y }) => ({
    x: width / 2 + (x - (left + right) / 2) * scale,
    y: height / 2 + (y - (top + bottom) / 2) * scale,
  }));
}
