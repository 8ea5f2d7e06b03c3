import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { Ago } from "../ui/Ago";
import { standings } from "../ui/Status";
import { kindKey, standingOfKind } from "./kinds";

/** Something that has happened, in a line. */
export function EventRow({ event }: { event: Model<"Event"> }) {
  const { t } = useTranslation("events");
  const { icon: Icon, look } = standings[standingOfKind(event.kind)];
  return (
    <li className="flex items-start gap-3 px-4 py-2 text-sm">
      <Icon className={`mt-0.5 size-4 shrink-0 ${look}`} aria-hidden="true" />
      <span className="min-w-0 flex-1">
        <span title={event.kind}>{t(`kind.${kindKey(event.kind)}`)}</span>{" "}
        {event.station !== null && (
          <Link to="/stations/$station" params={{ station: event.station }} className="text-muted underline decoration-line underline-offset-2 hover:text-ink">
            {event.station}
          </Link>
        )}
      </span>
      <span className="text-xs whitespace-nowrap text-muted">
        <Ago at={event.at} />
      </span>
    </li>
  );
}
