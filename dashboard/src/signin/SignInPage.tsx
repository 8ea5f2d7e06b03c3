import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { Doorway } from "./Doorway";
import { setupQuery } from "./setup";
import { SignInForm } from "./SignInForm";

/** @param to where to go then */
export function SignInPage({ to }: { to: string }) {
  // Where there is no owner yet, nobody can sign in.
  if (useQuery(setupQuery).data?.needed) {
    return <Navigate to="/setup" replace />;
  }
  return (
    <Doorway title="Sign in">
      <SignInForm to={to} />
      <p className="border-t border-line pt-4 text-sm text-muted">
        Without a password, or without your codes? Somebody who may change users can give you a link for a new one.
      </p>
    </Doorway>
  );
}
