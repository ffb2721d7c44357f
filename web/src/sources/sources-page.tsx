import { SimpleGrid } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { itemsOf } from '../api/pages.js';
import { Answer } from '../feedback/answer.js';
import { MoreButton } from '../feedback/more-button.js';
import { NothingHere } from '../feedback/nothing-here.js';
import { PageHead } from '../feedback/page-head.js';
import { SourceCard } from './source-card.js';
import { sources } from './source-queries.js';

/** The systems that records come from, and how each of them fares. */
export function SourcesPage() {
  const query = useInfiniteQuery(sources());
  return (
    <>
      <PageHead title="Sources" about="The systems that records come from, and how each of them fares." />
      <Answer query={query}>
        {(data) =>
          itemsOf(data).length === 0 ? (
            <NothingHere title="No sources yet">
              Register one with <code>PUT /v1/sources/&#123;source&#125;</code>; the <a href="/docs">API</a> tells how.
            </NothingHere>
          ) : (
            <SimpleGrid cols={{ base: 1, lg: 2 }}>
              {itemsOf(data).map((source) => (
                <SourceCard key={source.source} source={source} />
              ))}
            </SimpleGrid>
          )
        }
      </Answer>
      <MoreButton query={query} />
    </>
  );
}
