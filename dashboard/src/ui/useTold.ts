import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { ApiError } from "../api/errors";
import { notify } from "./notices";
import type { Standing } from "./Status";

/** What came of something that was done. */
export interface Told {
  standing: Standing;
  text: string;
  more?: string;
}

/**
 * Something that a press of a button does at once, whose outcome only its answer knows: a station may refuse. It is said in the
 * corner.
 *
 * @param stale whose queries are asked again then
 */
export function useTold<Input = void>(run: (input: Input) => Promise<Told>, stale: QueryKey[] = []) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async ({ standing, text, more }) => {
      notify(standing, text, more);
      await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
    onError: (error) => {
      if (error instanceof ApiError) {
        notify("bad", error.problem.title, error.problem.detail);
      } else {
        notify("bad", error.message);
      }
    },
  });
}
