import { authorizationRoutes } from './authorization-routes.ts';
import { captureRoutes } from './capture-routes.ts';
import { faultRoutes } from './fault-routes.ts';
import { notificationRoutes } from './notification-routes.ts';
import { overviewRoutes } from './overview-routes.ts';
import type { Route } from './route.ts';

/** Every route of the control API. The documentation is made from it. */
export const ROUTES: readonly Route[] = [
  ...overviewRoutes,
  ...authorizationRoutes,
  ...captureRoutes,
  ...faultRoutes,
  ...notificationRoutes,
];
