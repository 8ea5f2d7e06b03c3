import { useLocation, useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/**
 * The secret of a one-time link, which stands behind its `#` and so is sent to no server. Once read it is taken out of the
 * address bar and the browser's history.
 */
export function useSecret(): string {
  const { hash, pathname } = useLocation();
  const { history } = useRouter();
  const [secret, setSecret] = useState(hash);
  if (hash !== "" && hash !== secret) {
    setSecret(hash); // another link, in the same tab
  }
  useEffect(() => {
    if (hash !== "") {
      history.replace(pathname);
    }
  }, [hash, pathname, history]);
  return secret;
}
