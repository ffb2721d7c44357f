import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { NotFound } from './feedback/not-found.js';
import { RouteFailure } from './feedback/route-failure.js';
import { readGoldenView } from './golden/golden-view.js';
import { readQueueFilter } from './queue/queue-filter.js';
import { readSearchFilter } from './search/search-filter.js';
import { readSetAsideFilter } from './set-aside/set-aside-filter.js';
import { settings } from './settings.js';
import { Shell } from './shell/shell.js';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: RouteFailure });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/$collection/queue', params: { collection: settings.collections[0]?.collection ?? '' } });
  },
});

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: readSearchFilter,
  component: lazyRouteComponent(() => import('./search/search-page.js'), 'SearchPage'),
});

const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  component: lazyRouteComponent(() => import('./sources/sources-page.js'), 'SourcesPage'),
});

const operations = createRoute({
  getParentRoute: () => root,
  path: '/operations',
  component: lazyRouteComponent(() => import('./operations/operations-page.js'), 'OperationsPage'),
});

const collection = createRoute({
  getParentRoute: () => root,
  path: '/$collection',
  beforeLoad: ({ params }) => {
    if (!settings.collections.some((one) => one.collection === params.collection))
      throw redirect({ to: '/', replace: true });
  },
});

const queue = createRoute({
  getParentRoute: () => collection,
  path: 'queue',
  validateSearch: readQueueFilter,
  component: lazyRouteComponent(() => import('./queue/queue-page.js'), 'QueuePage'),
});

const golden = createRoute({
  getParentRoute: () => collection,
  path: 'golden/$goldenId',
  validateSearch: readGoldenView,
  component: lazyRouteComponent(() => import('./golden/golden-page.js'), 'GoldenPage'),
});

const models = createRoute({
  getParentRoute: () => collection,
  path: 'models',
  component: lazyRouteComponent(() => import('./models/models-page.js'), 'ModelsPage'),
});

const rules = createRoute({
  getParentRoute: () => collection,
  path: 'rules',
  component: lazyRouteComponent(() => import('./rules/rules-page.js'), 'RulesPage'),
});

const setAside = createRoute({
  getParentRoute: () => collection,
  path: 'set-aside',
  validateSearch: readSetAsideFilter,
  component: lazyRouteComponent(() => import('./set-aside/set-aside-page.js'), 'SetAsidePage'),
});

const routeTree = root.addChildren([
  start,
  search,
  sources,
  operations,
  collection.addChildren([queue, golden, models, rules, setAside]),
]);

/** The views of the console by their addresses. What a view is filtered by stands in its address too. */
export const router = createRouter({ routeTree, basepath: '/console', defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
