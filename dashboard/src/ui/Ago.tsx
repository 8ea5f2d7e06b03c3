import { useFormat } from "../i18n/format";
import { useNow } from "./useNow";

/** How long ago something was, which grows as one looks; the moment itself is shown on pointing at it. */
export function Ago({ at }: { at: string | null | undefined }) {
  const format = useFormat();
  const now = useNow();
  return at ? (
    <time dateTime={at} title={format.moment(at)}>
      {format.ago(at, now)}
    </time>
  ) : (
    format.none
  );
}
