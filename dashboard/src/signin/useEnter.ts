import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";

/** Goes on once somebody is signed in; nothing of who was here before is kept. @param to see {@link wayBack} */
export function useEnter(): (to: string) => void {
  const client = useQueryClient();
  const { history } = useRouter();
  return (to) => {
    client.clear();
    history.replace(to);
  };
}
