import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import { clocksOf } from './clocks/clocks.js';
import { StoriesPage } from './stories/StoriesPage.js';
import { StoryPage } from './story/StoryPage.js';
import { Frame } from './Frame.js';
import { ProblemNotice } from './ui/ProblemNotice.js';
import { NotFound } from './ui/NotFound.js';

type Search = Readonly<Record<string, unknown>>;

/** The clocks, and those of some further parameters that are given. */
const searchOf =
  <Name extends string>(...names: Name[]) =>
  (search: Search) => ({
    ...clocksOf(search),
    ...(Object.fromEntries(
      names.map((name) => [name, search[name]]).filter(([, value]) => typeof value === 'string' && value !== ''),
    ) as { [One in Name]?: string }),
  });

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const stories = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: searchOf('party', 'topic'),
  component: StoriesPage,
});

const story = createRoute({
  getParentRoute: () => root,
  path: '/stories/$slug',
  validateSearch: searchOf('type', 'party', 'person', 'publisher', 'certainty', 'withdrawn'),
  component: StoryPage,
});

const compare = createRoute({
  getParentRoute: () => root,
  path: '/stories/$slug/compare',
  validateSearch: searchOf('clock', 'from', 'to'),
  component: lazyRouteComponent(() => import('./compare/ComparePage.js'), 'ComparePage'),
});

const tariffs = createRoute({
  getParentRoute: () => root,
  path: '/stories/$slug/tariffs',
  validateSearch: searchOf('pair', 'as'),
  component: lazyRouteComponent(() => import('./tariffs/TariffsPage.js'), 'TariffsPage'),
});

const item = createRoute({
  getParentRoute: () => root,
  path: '/items/$view/$subject',
  validateSearch: searchOf('tab'),
  component: lazyRouteComponent(() => import('./items/ItemPage.js'), 'ItemPage'),
});

const event = createRoute({
  getParentRoute: () => root,
  path: '/events/$id',
  validateSearch: searchOf(),
  component: lazyRouteComponent(() => import('./events/EventPage.js'), 'EventPage'),
});

const disputes = createRoute({
  getParentRoute: () => root,
  path: '/disputes',
  validateSearch: searchOf('story', 'view', 'open', 'show'),
  component: lazyRouteComponent(() => import('./disputes/DisputesPage.js'), 'DisputesPage'),
});

const desk = createRoute({
  getParentRoute: () => root,
  path: '/desk',
  validateSearch: searchOf('story'),
  component: lazyRouteComponent(() => import('./desk/DeskPage.js'), 'DeskPage'),
});

const deskArticle = createRoute({
  getParentRoute: () => root,
  path: '/desk/articles/$id',
  validateSearch: searchOf('story', 'passage', 'type'),
  component: lazyRouteComponent(() => import('./desk/ArticlePage.js'), 'ArticlePage'),
});

const mend = createRoute({
  getParentRoute: () => root,
  path: '/desk/events/$id/$kind',
  validateSearch: searchOf('certainty'),
  component: lazyRouteComponent(() => import('./desk/mend/MendPage.js'), 'MendPage'),
});

const deadlines = createRoute({
  getParentRoute: () => root,
  path: '/deadlines',
  validateSearch: searchOf('state', 'story'),
  component: lazyRouteComponent(() => import('./deadlines/DeadlinesPage.js'), 'DeadlinesPage'),
});

const operate = createRoute({
  getParentRoute: () => root,
  path: '/operate',
  validateSearch: searchOf(),
  component: lazyRouteComponent(() => import('./operate/OperatePage.js'), 'OperatePage'),
});

const operateTabs = [
  createRoute({
    getParentRoute: () => operate,
    path: '/',
    beforeLoad: () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes it from there
      throw redirect({ to: '/operate/log', replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => operate,
    path: '/log',
    component: lazyRouteComponent(() => import('./operate/LogTab.js'), 'LogTab'),
  }),
  createRoute({
    getParentRoute: () => operate,
    path: '/views',
    component: lazyRouteComponent(() => import('./operate/ViewsTab.js'), 'ViewsTab'),
  }),
  createRoute({
    getParentRoute: () => operate,
    path: '/queues',
    component: lazyRouteComponent(() => import('./operate/QueuesTab.js'), 'QueuesTab'),
  }),
  createRoute({
    getParentRoute: () => operate,
    path: '/keys',
    component: lazyRouteComponent(() => import('./operate/KeysTab.js'), 'KeysTab'),
  }),
  createRoute({
    getParentRoute: () => operate,
    path: '/audit',
    validateSearch: searchOf('action', 'actor'),
    component: lazyRouteComponent(() => import('./operate/AuditTab.js'), 'AuditTab'),
  }),
] as const;

/** Every parameter is a text, and stands in the address as it is: `?asOf=2025&recordedAsOf=@23`. */
const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter((one): one is [string, string] => typeof one[1] === 'string');
  const text = new URLSearchParams(given).toString().replaceAll('%40', '@').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}

const ErrorPage = ({ error }: ErrorComponentProps) => <ProblemNotice error={error} />;

export const router = createRouter({
  routeTree: root.addChildren([
    stories,
    story,
    compare,
    tariffs,
    item,
    event,
    deadlines,
    disputes,
    desk,
    deskArticle,
    mend,
    operate.addChildren(operateTabs),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: ErrorPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
