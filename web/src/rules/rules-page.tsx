import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Answer } from '../feedback/answer.js';
import { PageHead } from '../feedback/page-head.js';
import { collectionNamed } from '../shell/collection.js';
import { RulesDesk } from './rules-desk.js';
import { rulesVersions } from './rules-queries.js';

const route = getRouteApi('/$collection/rules');

/** The survivorship rules: those in force, what others would change, and their putting in force. */
export function RulesPage() {
  const { collection } = route.useParams();
  const query = useQuery(rulesVersions(collection));
  return (
    <>
      <PageHead title="Rules" about={`Which of several values survives in the golden records of ${collection}.`} />
      <Answer query={query} lines={8}>
        {({ items }) => <RulesDesk key={collection} collection={collectionNamed(collection)} versions={items} />}
      </Answer>
    </>
  );
}
