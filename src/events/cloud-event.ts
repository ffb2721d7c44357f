import type { Domain } from '../domain/domain.js';
import { expandLineage, expandRecords } from '../golden/golden-version.js';
import type { CloudEvent } from './cloud-event.dto.js';
import type { FeedEvent } from './events.repository.js';

/** An event of the feed as CloudEvents 1.0 JSON. Source: CloudEvents specification 1.0.2, with the `sequence` extension. */
export function cloudEvent(event: FeedEvent, domain: Domain): CloudEvent {
  return {
    specversion: '1.0',
    id: `${event.goldenId}/${event.version}`,
    source: `/v1/${domain.collection}`,
    type: `golden.${domain.entity}.${event.change}.v1`,
    subject: event.goldenId,
    time: event.createdAt.toISOString(),
    datacontenttype: 'application/json',
    sequence: String(event.position).padStart(20, '0'),
    data: {
      id: event.goldenId,
      version: event.version,
      attributes: event.attributes,
      lineage: expandLineage(event),
      records: expandRecords(event),
      ...event.related,
    },
  };
}
