import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { ApiError } from "../api/errors";
import { notify } from "./notices";

/**
 * Something that a press of a button does at once. What came of it is said in the corner; what failed says why.
 *
 * @param done what is said when it went well
 * @param stale whose queries are asked again then
 */
export function useAction<Input = void>(run: (input: Input) => Promise<unknown>, done: string, stale: QueryKey[] = []) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      notify("good", done);
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
