import type { Schemas } from '../api/client.js';
import { bits } from '../record/evidence-waterfall.js';
import { colorOf } from '../record/source-badges.js';
import classes from './link-graph.module.css';
import { placeNodes } from './link-layout.js';

type Link = Schemas['GoldenLink'];

const box = { width: 860, height: 380 };
const margin = { x: 90, y: 40 };
// With more links than this their weights are told in the table alone.
const mostLabels = 30;

/** The records of a cluster and the links between them; the table below it says the same. */
export function LinkGraph(props: {
  readonly records: Schemas['GoldenRecord']['records'];
  readonly links: readonly Link[];
  readonly chosen: Link | undefined;
  readonly onChoose: (link: Link) => void;
}) {
  const { records, links, chosen, onChoose } = props;
  const places = new Map(records.map(({ source, sourceId }, index) => [`${source}/${sourceId}`, index]));
  const ends = links.flatMap((link) => {
    const [from, to] = link.records.map(({ source, sourceId }) => places.get(`${source}/${sourceId}`));
    return from === undefined || to === undefined ? [] : [{ link, from, to, weight: link.weight }];
  });
  const points = placeNodes(records.length, ends, box);
  const greatest = Math.max(1, ...links.map(({ weight }) => weight));
  return (
    <svg
      className={classes.graph}
      viewBox={`${String(-margin.x)} ${String(-margin.y)} ${String(box.width + 2 * margin.x)} ${String(box.height + 2 * margin.y)}`}
      role="group"
      aria-label="Graph of the links between the records"
    >
      {ends.map(({ link, from, to, weight }) => {
        const [start, end] = [points[from], points[to]];
        if (start === undefined || end === undefined) return null;
        const name = link.records.map(({ source, sourceId }) => `${source}/${sourceId}`).join(' and ');
        return (
          <g
            key={name}
            className={classes.link}
            role="button"
            tabIndex={0}
            aria-label={`${name}: ${bits(weight)} bits`}
            aria-pressed={link === chosen}
            data-review={link.verdict === 'review' || undefined}
            onClick={() => onChoose(link)}
            onKeyDown={({ key }) => {
              if (key === 'Enter' || key === ' ') onChoose(link);
            }}
          >
            <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} className={classes.reach} />
            <line
              x1={start.x}
              y1={start.y}
              x2={end.x}
              y2={end.y}
              strokeWidth={1 + (5 * Math.max(0, weight)) / greatest}
              className={classes.line}
            />
            {ends.length <= mostLabels && (
              <text x={(start.x + end.x) / 2} y={(start.y + end.y) / 2 - 4} className={classes.weight}>
                {bits(weight)}
              </text>
            )}
          </g>
        );
      })}
      {records.map(({ source, sourceId }, index) => {
        const { x, y } = points[index] ?? { x: 0, y: 0 };
        return (
          <g key={`${source}/${sourceId}`} transform={`translate(${String(x)} ${String(y)})`} aria-hidden>
            <circle r={14} fill={`var(--mantine-color-${colorOf(source)}-6)`} />
            <text y={30} className={classes.name}>
              {source}/{sourceId}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
