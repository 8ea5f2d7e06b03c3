import { createRoute } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { root } from "../shell/inside";
import { PasswordPage } from "./PasswordPage";
import { SetupPage } from "./SetupPage";
import { SignInPage } from "./SignInPage";
import { wayBack } from "./way";

interface SignInSearch {
  to?: string;
  failed?: string;
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    ...(typeof search["to"] === "string" && { to: search["to"] }),
    ...(typeof search["failed"] === "string" && { failed: search["failed"] }),
  }),
  component: function SignIn(): ReactNode {
    const { to, failed }: SignInSearch = signIn.useSearch();
    return <SignInPage to={wayBack(to)} failed={failed} />;
  },
});

/** The pages in front of the sign-in. */
export const doorRoutes = [
  signIn,
  createRoute({ getParentRoute: () => root, path: "/setup", component: SetupPage }),
  createRoute({ getParentRoute: () => root, path: "/password", component: PasswordPage }),
] as const;
