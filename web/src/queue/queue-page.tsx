import { getRouteApi } from '@tanstack/react-router';
import { PageHead } from '../feedback/page-head.js';
import { collectionNamed } from '../shell/collection.js';
import { QueueFilters } from './queue-filters.js';
import { QueueDesk } from './queue-desk.js';

const route = getRouteApi('/$collection/queue');

/** Where stewards decide which records are the same thing. */
export function QueuePage() {
  const { collection } = route.useParams();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHead title="Queue" about={`Pairs of ${collection} that the model leaves to a person.`} />
      <QueueFilters
        key={collection}
        filter={filter}
        onChange={(change) => void navigate({ search: (before) => ({ ...before, ...change }) })}
      />
      <QueueDesk key={collection + JSON.stringify(filter)} collection={collectionNamed(collection)} filter={filter} />
    </>
  );
}
