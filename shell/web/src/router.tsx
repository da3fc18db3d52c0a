import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import type { FunctionComponent } from "react";
import { Crashed } from "./components/Crashed.tsx";
import { Loading } from "./components/Stateful.tsx";
import { Frame } from "./layout/Frame.tsx";
import { Guard } from "./layout/Guard.tsx";
import { allPages } from "./pages/all.ts";
import { NotFoundPage } from "./pages/home/NotFoundPage.tsx";
import type { PageRoute } from "./pages/page-route.ts";

const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage });

/** Addresses are the same for every role; what a role may not open says so (`Guard`). */
export const router = createRouter({
  routeTree: root.addChildren(allPages.map(routeOf)),
  defaultPreload: "intent",
  defaultPendingComponent: Loading,
  defaultErrorComponent: Crashed,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

function routeOf({ path, permission, load }: PageRoute) {
  const Page = lazyRouteComponent<{ default: FunctionComponent }, "default">(load);
  return createRoute({
    getParentRoute: () => root,
    path,
    component: () => (
      <Guard permission={permission}>
        <Page />
      </Guard>
    ),
    loader: () => Page.preload?.(),
    // An id that is none throws inside the page; without this the page would take the frame with it.
    notFoundComponent: NotFoundPage,
  });
}
