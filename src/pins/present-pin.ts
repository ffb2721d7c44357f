import type { PinView } from './pin.dto.js';
import type { PinRow } from './pins.repository.js';

/** A pin as it is shown. */
export function presentPin(row: PinRow): PinView {
  const { id, attribute, value, ignored, reason, goldenId, createdBy, expiresAt, endedAt, endCause } = row;
  return {
    id,
    attribute,
    ...(value !== null && { value }),
    ...(ignored && { ignore: ignored }),
    reason,
    goldenId,
    createdAt: row.createdAt.toISOString(),
    createdBy,
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    status: endCause ?? 'standing',
    ...(endedAt && { endedAt: endedAt.toISOString(), endedBy: row.endedBy }),
    ...(row.endReason !== null && { endReason: row.endReason }),
  };
}
