import type { Model } from "../api/client";
import { useVerb } from "../verbs/useVerb";

interface Answered {
  outcome?: Model<"CommandOutcome">;
  said?: string;
  command?: number;
}

/** Commands about displays are answered in short; what they say is told as of any command. */
export function useDisplayCommand<Input = void>(station: string, run: (input: Input) => Promise<Answered>, isInForm = false) {
  return useVerb(
    async (input: Input): Promise<Model<"VerbResult">> => {
      const { outcome, said, command } = await run(input);
      return {
        command: command ?? 0,
        action: "",
        state: outcome === undefined ? "sent" : "ended",
        ...(outcome !== undefined && { outcome }),
        ...(said !== undefined && { status: said }),
      };
    },
    [["display-messages", station]],
    isInForm,
  );
}
