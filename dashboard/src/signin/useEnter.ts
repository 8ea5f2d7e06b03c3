import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";

/** Goes on once somebody is signed in; nothing of who was here before is kept. @param to see {@link wayBack} */
export function useEnter(): (to: string) => void {
  const client = useQueryClient();
  const { history } = useRouter();
  return (to) => {
    // What this page asks is left alone, or it would ask again.
    client.removeQueries({ type: "inactive" });
    history.replace(to);
  };
}
